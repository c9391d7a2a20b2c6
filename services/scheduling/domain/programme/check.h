/// Judges a programme from scratch: which rules it breaks and what it scores. Shares nothing with the solver, so that
/// it can judge it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/domain/programme/programme.h"

namespace hoicho::scheduling::programme {

enum class Rule : std::uint8_t {
    unknown,
    twice,
    withdrawn,
    must,
    slot,
    order,
    clash,
    place,
    closed,
    capacity,
    step_free,
    max_meetings,
    no_rush,
    gap_spread,
    frozen
};
const char* name_of(Rule rule);

/// One broken rule. Fields that do not apply are -1.
struct Broken {
    Rule rule = Rule::unknown;
    int meeting = -1;
    int participant = -1;
    int slot = -1;
    int place = -1;

    friend bool operator==(const Broken&, const Broken&) = default;
};

struct Figures {
    std::int64_t meetings_asked = 0;
    std::int64_t meetings_held = 0;
    std::int64_t value_asked = 0;
    std::int64_t value_held = 0;
    std::int64_t gaps = 0;
    std::int64_t idle_slots = 0;
    std::int64_t gap_spread = 0;
    std::int64_t rushed = 0;
    std::int64_t left_out = 0;
    double satisfaction_min =
        1.0;  ///< Value held / value reachable alone. For people to read; no decision rests on it.
    double satisfaction_mean = 1.0;
    double satisfaction_jain = 0.0;
    std::int64_t moved = 0;  ///< This and the next four: 0 without a previous programme.
    std::int64_t cancelled = 0;
    std::int64_t added = 0;
    std::int64_t withdrawn = 0;
    std::int64_t people_disturbed = 0;
    std::int64_t score = 0;
};

struct Judgement {
    Figures figures;
    std::vector<Broken> broken;  ///< Empty: valid. A programme that breaks a rule has no score worth quoting.
};

/// @param instance  one that validate() found nothing wrong with
/// @param previous  the programme in force before; may be null
Judgement check(const Instance& instance, const Programme& programme, const Programme* previous = nullptr);

}  // namespace hoicho::scheduling::programme
