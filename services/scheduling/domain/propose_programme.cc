// ProposeProgramme: a solver's result becomes a draft of what still fits, with a reason for every wish that got nothing.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/draft.h"
#include "scheduling/domain/limits.h"
#include "scheduling/domain/missed.h"

namespace hoicho::scheduling {

namespace {

Refused run_refused(const State& state, ProgrammeRunId id) {
    const ProgrammeRun* run = state.programme_runs.find(id);
    if (!run) return unknown(id);
    if (run->done()) return refuse(REASON_ALREADY_DONE, name_of(id), run->failed ? "" : name_of(run->programme));
    return std::nullopt;
}

void add_meeting(v1::ProgrammeDrafted& drafted, const Placed& placed) {
    auto& row = *drafted.add_meetings();
    row.set_buyer(number(placed.buyer));
    row.set_exhibitor(number(placed.exhibitor));
    row.set_slot(number(placed.slot));
    row.set_table(number(placed.table));
    if (placed.moved == MeetingId{}) return;
    row.set_moved(number(placed.moved));
    row.set_from_slot(number(placed.from_slot));
    row.set_from_table(number(placed.from_table));
}

void fill_not_held(v1::ProgrammeDrafted& drafted, const MissedWishes& missed) {
    for (const auto& wish : missed.told) {
        auto& row = *drafted.add_not_held();
        row.set_buyer(number(wish.buyer));
        row.set_exhibitor(number(wish.exhibitor));
        *row.mutable_why() = to_proto(wish.why);
    }
    drafted.set_not_held_more(missed.more);
}

/// One answer of a run, as it is proposed.
struct Proposal {
    Proposed what;
    const v1::Figures* figures = nullptr;
};

template <class Message>
Proposal proposal_in(const Message& message) {
    Proposal proposal;
    for (const auto& placement : message.meetings()) proposal.what.meetings.push_back(placed_of(placement));
    for (const auto id : message.cancelled()) proposal.what.cancelled.push_back(MeetingId{id});
    proposal.figures = &message.figures();
    return proposal;
}

std::vector<Proposal> proposals_in(const v1::ProposeProgramme& command) {
    std::vector<Proposal> proposals{proposal_in(command)};
    for (const auto& other : command.others()) proposals.push_back(proposal_in(other));
    return proposals;
}

Refused size_refused(const v1::ProposeProgramme& command) {
    if (auto no = range_refused("others", static_cast<std::uint64_t>(command.others_size()), 0, answers_max - 1)) return no;
    if (auto no = range_refused("clashes", static_cast<std::uint64_t>(command.clashes_size()), 0, clashes_max)) return no;
    for (const auto& clash : command.clashes())
        if (auto no = range_refused("clash", static_cast<std::uint64_t>(clash.meetings_size()), 0, clash_meetings_max)) return no;
    return std::nullopt;
}

/// Of all answers together. This is the fair's size and no mistake of whoever proposes: the run ends, or it would be searched again at each start.
Refused more_than_a_draft_holds(const v1::ProposeProgramme& command) {
    auto meetings = static_cast<std::uint64_t>(command.meetings_size());
    for (const auto& other : command.others()) meetings += static_cast<std::uint64_t>(other.meetings_size());
    return range_refused("meetings", meetings, 0, placements_max);
}

v1::Event failed_event(ProgrammeRunId run, const Refusal& why) {
    v1::Event event;
    event.mutable_programme_run_failed()->set_run(number(run));
    *event.mutable_programme_run_failed()->mutable_why() = to_proto(why);
    return event;
}

v1::Event drafted_event(const State& state, ProgrammeRunId run, const Proposal& proposal, std::size_t reasons_max, std::uint64_t now_ms) {
    const FairId fair = state.programme_runs.find(run)->fair;
    const PlannedDraft draft = plan_draft(state, fair, proposal.what, now_ms);
    v1::Event event;
    auto& drafted = *event.mutable_programme_drafted();
    drafted.set_fair(number(fair));
    drafted.set_run(number(run));
    *drafted.mutable_figures() = *proposal.figures;
    drafted.mutable_figures()->set_people_disturbed(static_cast<std::uint32_t>(people_disturbed(state, draft.meetings, draft.cancelled)));
    for (const Placed& placed : draft.meetings) add_meeting(drafted, placed);
    for (const MeetingId id : draft.cancelled) drafted.add_cancelled(number(id));
    fill_not_held(drafted, missed_wishes(state, draft, fair, now_ms, reasons_max));
    return event;
}

}  // namespace

Answer decide(const State& state, const v1::ProposeProgramme& command, const Context& context) {
    const ProgrammeRunId run{command.run()};
    if (auto no = run_refused(state, run)) return *no;
    if (auto no = size_refused(command)) return *no;
    if (const auto too_many = more_than_a_draft_holds(command)) return fact(failed_event(run, *too_many));
    const auto proposals = proposals_in(command);
    Facts<v1::Event> facts;
    for (const Proposal& proposal : proposals) {
        const auto id = state.programmes.next_id() + static_cast<std::uint32_t>(facts.events.size());
        v1::Event event = drafted_event(state, run, proposal, not_held_max / proposals.size(), context.now_ms);
        event.mutable_programme_drafted()->set_programme_id(id);
        *event.mutable_programme_drafted()->mutable_clashes() = command.clashes();
        facts.events.push_back(std::move(event));
        facts.created.push_back({ID_KIND_PROGRAMME, id});
    }
    return facts;
}

namespace {

Clash clash_of(const v1::Clash& said) {
    Clash clash;
    for (const auto& pair : said.meetings()) clash.meetings.push_back({BuyerId{pair.buyer()}, ExhibitorId{pair.exhibitor()}});
    clash.more = said.more();
    clash.buyer = BuyerId{said.buyer()};
    clash.exhibitor = ExhibitorId{said.exhibitor()};
    clash.seats = said.seats();
    for (const auto id : said.slots()) clash.slots.push_back(SlotId{id});
    clash.counted = said.counted();
    clash.minimal = said.minimal();
    return clash;
}

Draft draft_of(const State& state, const v1::ProgrammeDrafted& event) {
    Draft draft;
    for (const auto& placement : event.meetings()) {
        Placed placed = placed_of(placement);
        if (placed.moved == MeetingId{}) placed.kept = live_meeting_at(state, FairId{event.fair()}, placed);
        draft.meetings.push_back(placed);
    }
    for (const auto& row : event.not_held())
        draft.not_held.push_back({BuyerId{row.buyer()}, ExhibitorId{row.exhibitor()},
                                  static_cast<std::uint32_t>(row.why().reason()), row.why().subject(), row.why().value(),
                                  row.why().accepted()});
    draft.not_held_more = event.not_held_more();
    for (const auto id : event.cancelled()) draft.cancelled.push_back(MeetingId{id});
    for (const auto& clash : event.clashes()) draft.clashes.push_back(clash_of(clash));
    return draft;
}

Programme programme_of(const v1::ProgrammeDrafted& event) {
    const auto& f = event.figures();
    Programme row{.fair = FairId{event.fair()}, .run = ProgrammeRunId{event.run()}};
    row.meetings = static_cast<std::uint32_t>(event.meetings_size());
    row.not_held = static_cast<std::uint32_t>(event.not_held_size()) + event.not_held_more();
    row.score = f.score();
    row.value = f.value();
    row.value_bound = f.value_bound();
    row.steps = f.steps();
    row.seed = f.seed();
    row.gaps = f.gaps();
    row.left_out = f.left_out();
    row.score_bound = f.score_bound();
    row.gap_bound = f.gap_bound();
    row.verdict = static_cast<Proven>(f.verdict());
    row.satisfaction_min_millionths = f.satisfaction_min_millionths();
    row.satisfaction_mean_millionths = f.satisfaction_mean_millionths();
    row.jain_millionths = f.jain_millionths();
    row.musts_missing = f.musts_missing();
    row.repair = f.repair();
    row.people_disturbed = f.people_disturbed();
    row.unavoidable = f.unavoidable();
    for (const auto& placement : event.meetings()) row.moved += placement.moved() != 0;
    row.cancelled = static_cast<std::uint32_t>(event.cancelled_size());
    return row;
}

}  // namespace

void apply(State& state, const v1::ProgrammeRunFailed& event) {
    const auto& why = event.why();
    state.programme_runs.edit(ProgrammeRunId{event.run()}).failed = {static_cast<std::uint32_t>(why.reason()), why.subject(), why.value(), why.accepted()};
}

void apply(State& state, const v1::ProgrammeDrafted& event) {
    const ProgrammeId id{event.programme_id()};
    state.programmes.put(id, programme_of(event));
    state.drafts.put(id, draft_of(state, event));
    ProgrammeRun& run = state.programme_runs.edit(ProgrammeRunId{event.run()});
    if (run.programme == ProgrammeId{}) {
        run.programme = id;
    } else {
        run.others.push_back(id);
    }
}

}  // namespace hoicho::scheduling
