// ProposeProgramme: a solver's result becomes a draft of what still fits, with a reason for every wish that got nothing.
#include <boost/unordered/unordered_flat_set.hpp>

#include "scheduling/domain/commands.h"
#include "scheduling/domain/draft.h"
#include "scheduling/domain/limits.h"
#include "scheduling/domain/missed.h"

namespace hoicho::scheduling {

namespace {

Refused run_refused(const State& state, ProgrammeRunId id) {
    const ProgrammeRun* run = state.programme_runs.find(id);
    if (!run) return unknown(id);
    if (run->programme != ProgrammeId{}) return refuse(REASON_ALREADY_DONE, name_of(id), name_of(run->programme));
    return std::nullopt;
}

void add_not_held(v1::ProgrammeDrafted& drafted, BuyerId buyer, ExhibitorId exhibitor, const Refusal& why) {
    if (static_cast<std::size_t>(drafted.not_held_size()) == not_held_max) return;
    auto& row = *drafted.add_not_held();
    row.set_buyer(number(buyer));
    row.set_exhibitor(number(exhibitor));
    *row.mutable_why() = to_proto(why);
}

void add_meeting(v1::ProgrammeDrafted& drafted, const Placed& placed) {
    auto& row = *drafted.add_meetings();
    row.set_buyer(number(placed.buyer));
    row.set_exhibitor(number(placed.exhibitor));
    row.set_slot(number(placed.slot));
    row.set_table(number(placed.table));
}

/// Proposals that did not fit say so themselves; the other wishes get the reason that is found.
void fill_not_held(v1::ProgrammeDrafted& drafted, const State& state, const PlannedDraft& draft, FairId fair, std::uint64_t now_ms) {
    boost::unordered_flat_set<Pair, KeyHash<Pair>> told;
    for (const auto& unfit : draft.unfit)
        if (told.insert({fair, unfit.wanted.buyer, unfit.wanted.exhibitor}).second)
            add_not_held(drafted, unfit.wanted.buyer, unfit.wanted.exhibitor, unfit.why);
    for (const auto& missed : missed_wishes(state, draft, fair, now_ms))
        if (!told.contains({fair, missed.buyer, missed.exhibitor}))
            add_not_held(drafted, missed.buyer, missed.exhibitor, missed.why);
}

}  // namespace

Answer decide(const State& state, const v1::ProposeProgramme& command, const Context& context) {
    const ProgrammeRunId run{command.run()};
    if (auto no = run_refused(state, run)) return *no;
    if (auto no = range_refused("meetings", static_cast<std::uint64_t>(command.meetings_size()), 0, placements_max)) return *no;
    const FairId fair = state.programme_runs.find(run)->fair;
    std::vector<Placed> proposed;
    proposed.reserve(static_cast<std::size_t>(command.meetings_size()));
    for (const auto& placement : command.meetings()) proposed.push_back(placed_of(placement));
    const PlannedDraft draft = plan_draft(state, fair, proposed, context.now_ms);
    if (draft.meetings.size() > placements_max) return *full_refused("meetings", draft.meetings.size(), placements_max);

    v1::Event event;
    const auto id = state.programmes.next_id();
    auto& drafted = *event.mutable_programme_drafted();
    drafted.set_programme_id(id);
    drafted.set_fair(number(fair));
    drafted.set_run(number(run));
    *drafted.mutable_figures() = command.figures();
    for (const Placed& placed : draft.meetings) add_meeting(drafted, placed);
    fill_not_held(drafted, state, draft, fair, context.now_ms);
    return fact(std::move(event), ID_KIND_PROGRAMME, id);
}

namespace {

Draft draft_of(const State& state, const v1::ProgrammeDrafted& event) {
    Draft draft;
    for (const auto& placement : event.meetings()) {
        Placed placed = placed_of(placement);
        placed.kept = live_meeting_at(state, FairId{event.fair()}, placed);
        draft.meetings.push_back(placed);
    }
    for (const auto& row : event.not_held())
        draft.not_held.push_back({BuyerId{row.buyer()}, ExhibitorId{row.exhibitor()},
                                  static_cast<std::uint32_t>(row.why().reason()), row.why().subject(), row.why().value(),
                                  row.why().accepted()});
    return draft;
}

}  // namespace

void apply(State& state, const v1::ProgrammeDrafted& event) {
    const ProgrammeId id{event.programme_id()};
    const auto& f = event.figures();
    state.programmes.put(id, {FairId{event.fair()}, ProgrammeRunId{event.run()}, ProgrammeStatus::draft, MeetingId{},
                              static_cast<std::uint32_t>(event.meetings_size()), static_cast<std::uint32_t>(event.not_held_size()),
                              f.score(), f.value(), f.value_bound(), f.steps(), f.seed(), f.gaps(), f.left_out()});
    state.drafts.put(id, draft_of(state, event));
    state.programme_runs.edit(ProgrammeRunId{event.run()}).programme = id;
}

}  // namespace hoicho::scheduling
