// What a meeting is worth to both sides together: the chance that both want it, from relevance and from what they said.
#pragma once

#include <cstdint>
#include <optional>

namespace hoicho::matching::market {

/// What one side said of the other for this fair.
enum class Wish : std::uint8_t { none, want, must, never };

struct Wishes {
    Wish buyer = Wish::none;
    Wish exhibitor = Wish::none;
    bool met_before = false;  ///< held a meeting at an earlier fair of this organiser
};

inline constexpr std::int32_t certain_thousandths = 1000;      ///< a must: nothing is wanted more
inline constexpr std::int32_t wanted_thousandths = 850;        ///< a want: at least this, more when relevance says more
inline constexpr std::int32_t unsaid_max_thousandths = 800;    ///< relevance alone never weighs as much as a word

/// A ranking score as a chance of being wanted: unsaid_max_thousandths / (1 + exp((even_at - score) / spread)), in whole numbers.
/// @param even_at  the score, in the ranking's own scale, at which half of those who are suggested are wanted: learnt from answers, or guessed
/// @param spread   how far from it one is nearly sure, 1 or more: at even_at + 3 * spread nineteen of twenty are wanted
/// @return 0..unsaid_max_thousandths; never falls as the score rises
std::int32_t chance_of(std::int32_t score_thousandths, std::int32_t even_at, std::int32_t spread);

/// How much one side wants the other, 0..1000. never: 0.
/// @param chance_thousandths  from chance_of or any other source, clamped to 0..unsaid_max_thousandths
std::int32_t desire(Wish wish, std::int32_t chance_thousandths);

/// Both sides said want or must, so the pair is a mutual match whatever a ranking thinks.
bool is_mutual(const Wishes& wishes);

/// Whether the pair may be suggested at all: no never on either side, and a pair that has met comes back only if both say so.
bool may_be_suggested(const Wishes& wishes);

/// The value of the meeting, 1..1000: desire of one times desire of the other.
/// @return nullopt when the pair may not be suggested, or when one side has no desire at all
std::optional<std::int32_t> mutual_value(const Wishes& wishes, std::int32_t buyer_chance_thousandths, std::int32_t exhibitor_chance_thousandths);

}  // namespace hoicho::matching::market
