// The bounds of what commands may bring, and the checks of codes and fairs that many commands share.
#pragma once

#include <algorithm>
#include <string_view>

#include "scheduling/domain/rules.h"

namespace hoicho::scheduling {

inline constexpr std::size_t code_bytes_max = 64;
inline constexpr std::size_t title_bytes_max = 400;
inline constexpr std::size_t halls_per_fair_max = 200;
inline constexpr std::size_t slots_per_fair_max = 256;
inline constexpr std::size_t tables_per_fair_max = 4'000;
inline constexpr std::size_t booths_per_fair_max = 10'000;
inline constexpr std::size_t neighbours_max = 8;
inline constexpr std::size_t features_max = 16;
inline constexpr std::uint32_t side_cm_max = 100'000;  ///< 1 km
inline constexpr std::uint64_t slot_ms_max = 24ULL * 3'600'000;
inline constexpr std::uint32_t sessions_max = 1'000;
inline constexpr std::uint64_t steps_max = 1'000'000'000;
inline constexpr std::size_t placements_max = 40'000;  ///< a city fair of 2,000 x 5,000 x 30 holds 33,766
inline constexpr std::size_t not_held_max = 4'000;     ///< at 16 bytes a placement and up to 60 a reason, both fit into one Entry (Ledger::entry_bytes_max)
inline constexpr std::size_t answers_max = 3;        ///< of one run; together they have at most placements_max and not_held_max
inline constexpr std::size_t clashes_max = 20;
inline constexpr std::size_t clash_meetings_max = 200;
inline constexpr std::size_t public_value_bytes_max = 1'000;
inline constexpr std::size_t gifts_max = 10'000;
inline constexpr std::size_t expired_at_once_max = 1'000;
inline constexpr std::size_t cause_bytes_max = 40;

inline Refused fair_refused(const State& state, FairId fair) {
    if (!state.fairs.contains(fair)) return unknown(fair);
    return std::nullopt;
}

/// A code that people read: there, and short.
inline Refused code_refused(std::string_view subject, const std::string& code) {
    if (code.empty()) return refuse(REASON_MISSING, std::string{subject});
    if (code.size() > code_bytes_max)
        return refuse(REASON_OUT_OF_RANGE, std::string{subject}, std::to_string(code.size()) + " bytes",
                      "1-" + std::to_string(code_bytes_max) + " bytes");
    return std::nullopt;
}

inline Refused range_refused(std::string_view subject, std::uint64_t value, std::uint64_t least, std::uint64_t most) {
    if (least <= value && value <= most) return std::nullopt;
    return refuse(REASON_OUT_OF_RANGE, std::string{subject}, std::to_string(value),
                  std::to_string(least) + "-" + std::to_string(most));
}

inline Refused full_refused(std::string_view subject, std::size_t held, std::size_t most) {
    if (held < most) return std::nullopt;
    return refuse(REASON_FULL, std::string{subject}, std::to_string(held), std::to_string(most));
}

/// A word of capitals, as causes are written: NO_TIME.
inline Refused cause_refused(const std::string& cause) {
    if (cause.empty()) return refuse(REASON_MISSING, "cause");
    const bool word = std::all_of(cause.begin(), cause.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!word || cause.size() > cause_bytes_max) return refuse(REASON_OUT_OF_RANGE, "cause", cause, "a code such as NO_TIME");
    return std::nullopt;
}

/// Whether one of `ids` carries the code already.
template <class Ids, class Table>
Refused code_taken(std::string_view subject, const Ids& ids, const Table& table, const std::string& code) {
    for (const auto id : ids)
        if (table.find(id)->code == code) return refuse(REASON_ALREADY_DONE, std::string{subject}, code);
    return std::nullopt;
}

}  // namespace hoicho::scheduling
