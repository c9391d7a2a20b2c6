// Messages of the port to librdkafka's and back.
#pragma once

#include "runtime/log/event_log.h"
#include "runtime/log/kafka_handles.h"

namespace hoicho::runtime::kafka {

/// Hands a copy of `message` to the client's queue for one partition; `opaque` comes back with its delivery report.
/// Not NO_ERROR: it was not taken (queue full, too large, a fatal error), and there will be no report.
rd_kafka_resp_err_t produce(rd_kafka_t* client, const Stream& stream, const Message& message, void* opaque);

RecordPtr to_record(const Stream& stream, const rd_kafka_message_t& message);

}  // namespace hoicho::runtime::kafka
