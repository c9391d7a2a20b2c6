// How the embedded log names and writes its records in RocksDB.
//
//   key    service (1 byte) · kind (1) · partition (4, big-endian) · offset (8, big-endian): a stream's records lie
//   together, in order value  serialized hoicho.journal.v1.LogRecord meta   keys that begin with a zero byte: no
//   service has number 0
#pragma once

#include <optional>
#include <string>

#include "runtime/log/event_log.h"

namespace hoicho::runtime {

inline const std::string local_meta_format{"\0format", 7};
inline const std::string local_meta_partitions{"\0partitions", 11};
inline const std::string local_meta_log_id{"\0log_id", 7};

std::string local_key(const Stream& stream, std::int64_t offset);
/// Offset of a key of `stream`; nullopt when the key is another stream's.
std::optional<std::int64_t> local_offset(const Stream& stream, std::string_view key);

std::string local_value(const Message& message);
/// nullptr: the bytes are not a record.
RecordPtr local_record(const Stream& stream, std::int64_t offset, std::string_view value);

}  // namespace hoicho::runtime
