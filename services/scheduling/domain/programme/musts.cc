/// Can all meetings that must be held be held together? Impossible ones first, then a Hall set, then the smallest
/// clash.
#include "scheduling/domain/programme/musts.h"

#include <algorithm>

#include "scheduling/domain/programme/musts_clauses.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr std::int64_t first_conflicts_max = 200'000;  ///< For the question itself,
constexpr std::int64_t conflicts_max = 20'000;         ///< and for each question whether one meeting is needed.
constexpr std::size_t questions_max = 400;

/// Crosses out one meeting after the other that the proof does not need (deletion-based; each refutation shrinks the
/// rest to its core).
MustsFinding shrink(MustsClauses& clauses, std::vector<int> clash) {
    MustsFinding out{.answer = MustsAnswer::clashing, .hall_set = {}, .clashing = {}, .minimal = true};
    std::vector<int> needed;
    for (std::size_t questions = 0; needed.size() < clash.size(); ++questions) {
        const auto next = std::find_if(clash.begin(), clash.end(), [&](int m) {
            return std::find(needed.begin(), needed.end(), m) == needed.end();
        });
        if (questions >= questions_max) {
            out.minimal = false;
            break;
        }
        std::vector<int> rest = clash;
        rest.erase(rest.begin() + (next - clash.begin()));
        const auto reply = clauses.ask(rest, conflicts_max);
        if (reply.answer == exact::Answer::no) {
            clash = reply.core;
            std::erase_if(needed, [&](int m) { return !std::binary_search(clash.begin(), clash.end(), m); });
            continue;
        }
        out.minimal = out.minimal && reply.answer == exact::Answer::yes;
        needed.push_back(*next);
    }
    out.clashing = std::move(clash);
    return out;
}

MustsFinding examine(const Reduced& reduced, std::vector<int> wanted) {
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    for (const int m : wanted) {
        const Wish& wish = reduced.wishes[static_cast<std::size_t>(m)];
        if (wish.fixed || wish.possible) continue;
        return {.answer = MustsAnswer::clashing, .hall_set = {}, .clashing = {m}, .minimal = true};
    }
    std::erase_if(wanted, [&](int m) { return reduced.wishes[static_cast<std::size_t>(m)].fixed; });
    if (wanted.empty()) return {};
    if (auto found = find_hall_set(reduced, wanted))
        return {.answer = MustsAnswer::hall_set, .hall_set = std::move(*found), .clashing = {}};
    MustsClauses clauses{reduced, wanted};
    if (!clauses.complete()) return {.answer = MustsAnswer::not_settled, .hall_set = {}, .clashing = {}};
    const auto reply = clauses.ask(wanted, first_conflicts_max);
    switch (reply.answer) {
        case exact::Answer::yes: return {};
        case exact::Answer::no: return shrink(clauses, reply.core);
        case exact::Answer::unknown: break;
    }
    return {.answer = MustsAnswer::not_settled, .hall_set = {}, .clashing = {}};
}

}  // namespace

MustsFinding examine_musts(const Instance& instance, const Programme* previous) {
    std::vector<int> musts;
    for (int m = 0; m < static_cast<int>(instance.meetings.size()); ++m) {
        const Meeting& meeting = instance.meetings[static_cast<std::size_t>(m)];
        if (meeting.must && !meeting.withdrawn) musts.push_back(m);
    }
    return examine(reduce(instance, previous), std::move(musts));
}

MustsFinding examine_together(const Instance& instance, const std::vector<int>& meetings, const Programme* previous) {
    return examine(reduce(instance, previous), meetings);
}

}  // namespace hoicho::scheduling::programme
