// Asking the cluster, with a bound on how long.
#include "runtime/log/kafka_admin.h"

#include <chrono>
#include <thread>

#include "runtime/log/kafka_reader.h"

namespace hoicho::runtime::kafka {
namespace {

std::string make_topics(const KafkaLogOptions& options) {
    return "; make the topics with: scripts/broker topics " + options.bootstrap + " " +
           std::to_string(options.partitions);
}

const rd_kafka_metadata_topic* find_topic(const rd_kafka_metadata_t& metadata, const std::string& name) {
    for (int i = 0; i < metadata.topic_cnt; ++i)
        if (name == metadata.topics[i].topic) return &metadata.topics[i];
    return nullptr;
}

Result<void> check_topic(const KafkaLogOptions& options, const rd_kafka_metadata_t& metadata, const std::string& name) {
    const auto* topic = find_topic(metadata, name);
    if (!topic || topic->err == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
        return failure(boost::system::errc::no_such_file_or_directory,
                       "the topic " + name + " is missing" + make_topics(options));
    if (topic->err != RD_KAFKA_RESP_ERR_NO_ERROR) return failure_of(options, topic->err, "the topic " + name);
    if (topic->partition_cnt == static_cast<int>(options.partitions)) return {};
    return failure(boost::system::errc::invalid_argument,
                   "the topic " + name + " has " + std::to_string(topic->partition_cnt) +
                       " partitions, the configuration says " + std::to_string(options.partitions) +
                       ": their number is fixed for ever, for organisers would move");
}

Result<Metadata> ask(const KafkaLogOptions& options, rd_kafka_t* client, rd_kafka_topic_t* only) {
    const rd_kafka_metadata_t* metadata = nullptr;
    const auto error = rd_kafka_metadata(client, only ? 0 : 1, only, &metadata, options.answer_ms_max);
    if (error == RD_KAFKA_RESP_ERR_NO_ERROR) return Metadata{metadata};
    return failure_of(options, error, "no Kafka cluster answers at " + options.bootstrap);
}

}  // namespace

namespace {

Result<void> check_topics_once(const KafkaLogOptions& options, rd_kafka_t* client) {
    const auto metadata = ask(options, client, nullptr);
    if (!metadata) return metadata.error();
    for (const auto service : {SERVICE_REGISTRATION, SERVICE_MATCHING, SERVICE_SCHEDULING})
        for (const auto kind : {Kind::commands, Kind::journal, Kind::events})
            if (auto checked = check_topic(options, **metadata, topic_name(service, kind)); !checked) return checked;
    return {};
}

}  // namespace

Result<void> check_topics(const KafkaLogOptions& options, rd_kafka_t* client) {
    constexpr auto between = std::chrono::milliseconds{200};
    constexpr int patience = 4;  // times the wait for one answer
    const auto deadline = std::chrono::steady_clock::now() + patience * std::chrono::milliseconds{options.answer_ms_max};
    while (true) {  // a topic made a moment ago is not known to every broker yet, and a broker that is busy or starting drops connections
        auto checked = check_topics_once(options, client);
        const bool final = checked || checked.error().code == boost::system::errc::invalid_argument;  // another P never mends itself
        if (final || std::chrono::steady_clock::now() >= deadline) return checked;
        std::this_thread::sleep_for(between);
    }
}

Result<void> fetch_metadata(const KafkaLogOptions& options, rd_kafka_t* client, const Stream& stream) {
    const auto name = topic_name(stream.service, stream.kind);
    const Topic topic{rd_kafka_topic_new(client, name.c_str(), nullptr)};
    const auto metadata = ask(options, client, topic.get());
    if (!metadata) return metadata.error();
    return check_topic(options, **metadata, name);
}

Result<Bounds> query_bounds(const KafkaLogOptions& options, rd_kafka_t* client, const Stream& stream) {
    const auto name = topic_name(stream.service, stream.kind);
    Bounds bounds;
    const auto error =
        rd_kafka_query_watermark_offsets(client, name.c_str(), static_cast<std::int32_t>(stream.partition),
                                         &bounds.begin, &bounds.end, options.answer_ms_max);
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR) return failure_of(options, error, "where " + name + " begins and ends");
    return bounds;
}

Result<RecordPtr> read_one(const KafkaLogOptions& options, const Stream& stream, std::int64_t offset) {
    const auto reader = KafkaReader::open(options, {{stream, offset}}, nullptr);
    if (!reader) return reader.error();
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds{options.answer_ms_max};
    const auto name = topic_name(stream.service, stream.kind);
    while (std::chrono::steady_clock::now() < deadline) {
        constexpr int wait_ms = 100;
        const auto records = (*reader)->poll_for(1, wait_ms);
        if (!records && records.error().code == boost::system::errc::result_out_of_range) return records.error();
        if (records && !records->empty() && records->front()->offset == offset) return records->front();
        if ((*reader)->at_end()) break;
    }
    if ((*reader)->at_end())
        return failure(boost::system::errc::result_out_of_range, name + " has no offset " + std::to_string(offset));
    return failure(boost::system::errc::timed_out, name + " did not answer in time");
}

}  // namespace hoicho::runtime::kafka
