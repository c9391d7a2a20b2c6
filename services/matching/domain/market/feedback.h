// What answers and outcomes add to or take from a ranking: little, bounded, from counts alone, so that it can be switched off and worked out again.
#pragma once

#include <cstdint>

namespace hoicho::matching::market {

/// Why a suggestion was declined. The first two say nothing about the one who was declined.
enum class Why : std::uint8_t { no_time, known_already, price, volume, standards, season, payment, quality, other };

/// Answers about one exhibitor (or one buyer), counted over everybody who gave one, at this fair or at all of them.
struct Counts {
    std::uint32_t accepted = 0;
    std::uint32_t declined_for_cause = 0;  ///< declined for a reason that counts_against()
    std::uint32_t met = 0;
    std::uint32_t contract = 0;            ///< MoU, principle contract or contract: somebody signed

    friend bool operator==(const Counts&, const Counts&) = default;
};

/// no_time and known_already do not: a full diary is no fault of the one who asks.
bool counts_against(Why why);

void count_accepted(Counts& counts);
void count_declined(Counts& counts, Why why);
void count_met(Counts& counts);
void count_contract(Counts& counts);

inline constexpr std::int32_t feedback_max_thousandths = 100;  ///< either way, of a value of 1000
inline constexpr std::int32_t accepted_worth = 20, declined_worth = -60, met_worth = 40, contract_worth = 100;
inline constexpr std::int64_t doubts = 4;  ///< answers that are taken as said "nothing": one answer moves little, twenty most of the way

enum class Use : std::uint8_t { off, on };

/// (20 accepted - 60 declined for cause + 40 met + 100 contract) / (answers + 4), clamped to -100..100.
/// @return thousandths of value for Corrections::feedback_thousandths; 0 when nothing was said or feedback is off
std::int32_t influence_thousandths(const Counts& counts, Use use);

}  // namespace hoicho::matching::market
