// Questions to the cluster: whether the topics are as they must be, where a stream begins and ends, one record.
#pragma once

#include "runtime/log/event_log.h"
#include "runtime/log/kafka_conf.h"

namespace hoicho::runtime::kafka {

/// Failure: the cluster does not answer; a topic is missing or has another number of partitions (`detail` names it and
/// the way to make it).
Result<void> check_topics(const KafkaLogOptions& options, rd_kafka_t* client);
/// Makes `client` know who leads the topic, so that its first message waits for nothing.
Result<void> fetch_metadata(const KafkaLogOptions& options, rd_kafka_t* client, const Stream& stream);
Result<Bounds> query_bounds(const KafkaLogOptions& options, rd_kafka_t* client, const Stream& stream);
/// Opens a reader of its own for it: some milliseconds.
Result<RecordPtr> read_one(const KafkaLogOptions& options, const Stream& stream, std::int64_t offset);

}  // namespace hoicho::runtime::kafka
