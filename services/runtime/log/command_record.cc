// Commands to records and back; whatever somebody else wrote into the topic is told from a command of ours.
#include "runtime/log/command_record.h"

#include <xxhash.h>

#include <charconv>

namespace hoicho::runtime {
namespace {

constexpr std::size_t after_max = 8;  ///< positions a command may name: one per journal, with room to grow

std::string hex(const std::uint8_t* bytes, std::size_t size) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text.append({digits[bytes[i] >> 4], digits[bytes[i] & 15]});
    return text;
}

template <class Integer>
std::optional<Integer> number(std::string_view text, int base) {
    Integer value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<CommandId> id_of(std::string_view text) {
    CommandId id{};
    if (text.size() != 2 * id.size()) return std::nullopt;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const auto byte = number<std::uint8_t>(text.substr(2 * i, 2), 16);
        if (!byte) return std::nullopt;
        id[i] = *byte;
    }
    return id;
}

std::optional<Service> service_of(std::string_view name) {
    for (const auto service : {SERVICE_REGISTRATION, SERVICE_MATCHING, SERVICE_SCHEDULING})
        if (service_name(service) == name) return service;
    return std::nullopt;
}

std::string after_text(const Command& command) {
    std::string text;
    for (const auto& [service, n] : command.after) {
        if (!text.empty()) text += ',';
        text.append(service_name(service)).append("=").append(std::to_string(n));
    }
    return text;
}

bool read_after(std::string_view text, Command& command) {
    while (!text.empty()) {
        const auto one = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
        const auto equals = one.find('=');
        if (equals == std::string_view::npos || command.after.size() == after_max) return false;
        const auto service = service_of(one.substr(0, equals));
        const auto n = number<std::uint64_t>(one.substr(equals + 1), 10);
        if (!service || !n) return false;
        command.after.emplace_back(*service, *n);
    }
    return true;
}

const std::string* header(const Message& message, std::string_view name) {
    for (const auto& one : message.headers)
        if (one.name == name) return &one.value;
    return nullptr;
}

std::string hash_text(std::uint64_t hash) {
    std::uint8_t bytes[8];
    for (int i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(hash >> (56 - 8 * i));
    return hex(bytes, sizeof bytes);
}

}  // namespace

Message to_message(Service service, Command command) {
    Message message{std::move(command.organiser), std::move(command.payload), {}};
    message.headers = {{"id", hex(command.id.data(), command.id.size())},
                       {"hash", hash_text(command.hash)},
                       {"actor", std::move(command.actor)},
                       {"accepted_at_ms", std::to_string(command.accepted_at_ms)},
                       {"type", "hoicho." + service_name(service) + ".v1.Command"}};
    if (!command.after.empty()) message.headers.push_back({"after", after_text(command)});
    return message;
}

std::optional<Command> command_of(const Message& message) {
    const auto* id = header(message, "id");
    const auto* hash = header(message, "hash");
    const auto* actor = header(message, "actor");
    const auto* accepted_at_ms = header(message, "accepted_at_ms");
    if (message.key.empty() || !id || !hash || hash->size() != 16 || !actor || !accepted_at_ms) return std::nullopt;
    const auto parsed_id = id_of(*id);
    const auto parsed_hash = number<std::uint64_t>(*hash, 16);
    const auto parsed_time = number<std::uint64_t>(*accepted_at_ms, 10);
    if (!parsed_id || !parsed_hash || !parsed_time) return std::nullopt;
    Command command{message.key, *parsed_id, *parsed_hash, *actor, *parsed_time, {}, message.value};
    if (const auto* after = header(message, "after"); after && !read_after(*after, command)) return std::nullopt;
    return command;
}

std::uint64_t payload_hash(std::string_view payload) { return XXH3_64bits(payload.data(), payload.size()); }

}  // namespace hoicho::runtime
