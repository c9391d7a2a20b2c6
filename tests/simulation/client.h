// Commands as a test sends them, and the streams of the two services it plays with.
#pragma once

#include "runtime/log/command_record.h"
#include "tests/simulation/booking.h"

namespace hoicho::tests {

inline constexpr runtime::Stream hall_commands{Service::SERVICE_SCHEDULING, runtime::Kind::commands, 0};
inline constexpr runtime::Stream hall_journal{Service::SERVICE_SCHEDULING, runtime::Kind::journal, 0};
inline constexpr runtime::Stream hall_events{Service::SERVICE_SCHEDULING, runtime::Kind::events, 0};
inline constexpr runtime::Stream register_commands{Service::SERVICE_REGISTRATION, runtime::Kind::commands, 0};
inline constexpr runtime::Stream register_journal{Service::SERVICE_REGISTRATION, runtime::Kind::journal, 0};
inline constexpr std::uint64_t opening_ms = 1'790'000'000'000;

inline CommandId command_id(std::uint64_t number) {
    CommandId id{};
    for (std::size_t at = 0; at < 8; ++at) id[at] = static_cast<std::uint8_t>(number >> (8 * at));
    return id;
}

inline runtime::Message command_message(Service service, const Note& note, std::uint64_t id,
                                        std::uint64_t at_ms = opening_ms,
                                        std::vector<std::pair<Service, std::uint64_t>> after = {},
                                        std::string organiser = "hanoi") {
    auto payload = note.SerializeAsString();
    const auto hash = runtime::payload_hash(payload);
    return runtime::to_message(
        service, {std::move(organiser), command_id(id), hash, "an", at_ms, std::move(after), std::move(payload)});
}

}  // namespace hoicho::tests
