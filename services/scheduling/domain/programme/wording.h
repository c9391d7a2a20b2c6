/// Explanations as sentences for people, in Vietnamese and English. Names come from the instance; times are those of
/// Viet Nam: "10:20 ngày 1", "day 1 10:20".
#pragma once

#include <cstdint>
#include <string>

#include "scheduling/domain/programme/explain.h"
#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/musts.h"
#include "scheduling/domain/programme/price.h"

namespace hoicho::scheduling::programme {

enum class Language : std::uint8_t { vietnamese, english };

/// "HTX Vân Hồ – AEON"
std::string pair_text(const Instance& instance, int meeting);

/// "10:20 ngày 1" or "day 1 10:20"; days are counted from the first day of the fair.
std::string time_text(const Instance& instance, int slot, Language language);

/// Why the meeting is not held, or where it is. One line, a sentence or more; a blocked meeting gets a sentence for
/// each of the first `slots_named_max` slots, with at most `blockers_named_max` names in a list.
std::string sentence(const Instance& instance, const Explanation& explanation, Language language);

/// What holding the meeting takes. One line.
std::string sentence(const Instance& instance, const Price& price, Language language);

/// Whether the musts fit together. One line.
std::string sentence(const Instance& instance, const MustsFinding& finding, Language language);

inline constexpr int blockers_named_max = 3;   ///< In one list; the rest is counted.
inline constexpr int slots_named_max = 8;      ///< Of a blocked meeting; the rest is counted.
inline constexpr int meetings_named_max = 12;  ///< In a proof about musts.

}  // namespace hoicho::scheduling::programme
