// Keys and values of the embedded log.
#include "runtime/log/local_keys.h"

namespace hoicho::runtime {
namespace {

constexpr std::size_t prefix_bytes = 6;
constexpr std::size_t key_bytes = prefix_bytes + 8;

void put_big_endian(std::string& out, std::uint64_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
}

}  // namespace

std::string local_key(const Stream& stream, std::int64_t offset) {
    std::string key;
    key.reserve(key_bytes);
    key.push_back(static_cast<char>(stream.service));
    key.push_back(static_cast<char>(stream.kind));
    put_big_endian(key, stream.partition, 4);
    put_big_endian(key, static_cast<std::uint64_t>(offset), 8);
    return key;
}

std::optional<std::int64_t> local_offset(const Stream& stream, std::string_view key) {
    const auto first = local_key(stream, 0);
    if (key.size() != key_bytes || key.substr(0, prefix_bytes) != std::string_view{first}.substr(0, prefix_bytes))
        return std::nullopt;
    std::uint64_t offset = 0;
    for (const char byte : key.substr(prefix_bytes)) offset = offset << 8 | static_cast<std::uint8_t>(byte);
    return static_cast<std::int64_t>(offset);
}

std::string local_value(const Message& message) {
    thread_local journal::v1::LogRecord record;  // reused: parsing and writing keep its memory
    record.Clear();
    record.set_key(message.key);
    record.set_value(message.value);
    for (const auto& header : message.headers) {
        auto* written = record.add_headers();
        written->set_name(header.name);
        written->set_value(header.value);
    }
    return record.SerializeAsString();
}

RecordPtr local_record(const Stream& stream, std::int64_t offset, std::string_view value) {
    thread_local journal::v1::LogRecord written;
    if (!written.ParseFromArray(value.data(), static_cast<int>(value.size()))) return nullptr;
    auto record = std::make_shared<Record>(Record{stream, offset, {}});
    record->message.key = std::move(*written.mutable_key());
    record->message.value = std::move(*written.mutable_value());
    record->message.headers.reserve(static_cast<std::size_t>(written.headers_size()));
    for (auto& header : *written.mutable_headers())
        record->message.headers.push_back({std::move(*header.mutable_name()), std::move(*header.mutable_value())});
    return record;
}

}  // namespace hoicho::runtime
