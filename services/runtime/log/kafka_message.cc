// Producing a message, and reading one.
#include "runtime/log/kafka_message.h"

#include <array>

namespace hoicho::runtime::kafka {
namespace {

Headers to_headers(const std::vector<Header>& headers) {
    Headers made{rd_kafka_headers_new(headers.size())};
    for (const auto& header : headers)
        (void)rd_kafka_header_add(made.get(), header.name.data(), static_cast<ssize_t>(header.name.size()),
                                  header.value.data(), static_cast<ssize_t>(header.value.size()));
    return made;
}

std::vector<Header> from_headers(const rd_kafka_message_t& message) {
    std::vector<Header> headers;
    rd_kafka_headers_t* found = nullptr;
    if (rd_kafka_message_headers(&message, &found) != RD_KAFKA_RESP_ERR_NO_ERROR) return headers;
    const char* name = nullptr;
    const void* value = nullptr;
    std::size_t size = 0;
    for (std::size_t i = 0; rd_kafka_header_get_all(found, i, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR; ++i)
        headers.push_back({name, std::string{static_cast<const char*>(value), value ? size : 0}});
    return headers;
}

rd_kafka_vu_t bytes(rd_kafka_vtype_t type, const std::string& text) {
    rd_kafka_vu_t part{};
    part.vtype = type;
    part.u.mem.ptr = const_cast<char*>(text.data());
    part.u.mem.size = text.size();
    return part;
}

}  // namespace

rd_kafka_resp_err_t produce(rd_kafka_t* client, const Stream& stream, const Message& message, void* opaque) {
    const std::string topic = topic_name(stream.service, stream.kind);
    auto headers = to_headers(message.headers);
    std::array<rd_kafka_vu_t, 7> parts{};
    parts[0].vtype = RD_KAFKA_VTYPE_TOPIC;
    parts[0].u.cstr = topic.c_str();
    parts[1].vtype = RD_KAFKA_VTYPE_PARTITION;
    parts[1].u.i32 = static_cast<std::int32_t>(stream.partition);
    parts[2] = bytes(RD_KAFKA_VTYPE_KEY, message.key);
    parts[3] = bytes(RD_KAFKA_VTYPE_VALUE, message.value);
    parts[4].vtype = RD_KAFKA_VTYPE_MSGFLAGS;
    parts[4].u.i = RD_KAFKA_MSG_F_COPY;  // without it the payload would have to outlive the report
    parts[5].vtype = RD_KAFKA_VTYPE_OPAQUE;
    parts[5].u.ptr = opaque;
    parts[6].vtype = RD_KAFKA_VTYPE_HEADERS;
    parts[6].u.headers = headers.get();
    const Error error{rd_kafka_produceva(client, parts.data(), parts.size())};
    if (error) return rd_kafka_error_code(error.get());
    (void)headers.release();  // the client owns them, but only because it took the message
    return RD_KAFKA_RESP_ERR_NO_ERROR;
}

RecordPtr to_record(const Stream& stream, const rd_kafka_message_t& message) {
    auto record = std::make_shared<Record>(Record{stream, message.offset, {}});
    if (message.key) record->message.key.assign(static_cast<const char*>(message.key), message.key_len);
    if (message.payload) record->message.value.assign(static_cast<const char*>(message.payload), message.len);
    record->message.headers = from_headers(message);
    return record;
}

}  // namespace hoicho::runtime::kafka
