// ProposeAllocation: the allocator's gifts are given where they still fit; every request without booths gets a reason.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/floor_rules.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

namespace {

Refused run_refused(const State& state, AllocationRunId id) {
    const AllocationRun* run = state.allocation_runs.find(id);
    if (!run) return unknown(id);
    if (run->done) return refuse(REASON_ALREADY_DONE, name_of(id), "DONE");
    return std::nullopt;
}

void add_unplaced(v1::BoothsAllocated& allocated, ExhibitorId exhibitor, const Refusal& why) {
    auto& row = *allocated.add_unplaced();
    row.set_exhibitor(number(exhibitor));
    *row.mutable_why() = to_proto(why);
}

using Exhibitors = boost::unordered_flat_set<ExhibitorId, KeyHash<ExhibitorId>>;

/// Gives what fits. `settled`: who was given something or was told why not.
void give(const State& state, const v1::ProposeAllocation& command, FairId fair, v1::BoothsAllocated& allocated, GivenBooths& given,
          Exhibitors& settled) {
    for (const auto& gift : command.gifts()) {
        const ExhibitorId exhibitor{gift.exhibitor()};
        std::vector<BoothId> booths;
        for (const auto booth : gift.booths()) booths.push_back(BoothId{booth});
        if (settled.contains(exhibitor)) continue;  // a second gift of one proposal
        settled.insert(exhibitor);
        if (const auto no = gift_refused(state, given, fair, exhibitor, booths)) {
            add_unplaced(allocated, exhibitor, *no);
            continue;
        }
        given.insert(booths.begin(), booths.end());
        *allocated.add_gifts() = gift;
    }
}

/// A draw that was held on another floor than the one committed to gives nothing, and everyone is told so.
bool other_floor(const AllocationRun& run, const v1::ProposeAllocation& command) {
    return run.draw && run.draw->commitment.floor_sha256 != command.floor_sha256();
}

void tell_all_of_other_floor(const State& state, FairId fair, const v1::ProposeAllocation& command, const AllocationRun& run,
                             v1::BoothsAllocated& allocated) {
    const Refusal why = refuse(REASON_STALE, "floor", run.draw->commitment.floor_sha256, command.floor_sha256());
    state.booth_requests.for_each([&](BoothRequestId, const BoothRequest& request) {
        if (request.fair == fair) add_unplaced(allocated, request.exhibitor, why);
    });
}

void tell_the_rest(const State& state, FairId fair, v1::BoothsAllocated& allocated, const GivenBooths& given, const Exhibitors& settled) {
    Exhibitors holders;
    for (const BoothId id : venue_of(state, fair).booths)
        if (const auto* holder = state.booth_holders.find(id)) holders.insert(holder->exhibitor);
    state.booth_requests.for_each([&](BoothRequestId, const BoothRequest& request) {
        if (request.fair != fair || settled.contains(request.exhibitor) || holders.contains(request.exhibitor)) return;
        add_unplaced(allocated, request.exhibitor, unplaced_reason(state, given, request));
    });
}

}  // namespace

Answer decide(const State& state, const v1::ProposeAllocation& command, const Context&) {
    const AllocationRunId run{command.run()};
    if (auto no = run_refused(state, run)) return *no;
    if (auto no = range_refused("gifts", static_cast<std::uint64_t>(command.gifts_size()), 0, gifts_max)) return *no;
    const AllocationRun& row = *state.allocation_runs.find(run);
    const FairId fair = row.fair;
    v1::Event event;
    auto& allocated = *event.mutable_booths_allocated();
    allocated.set_fair(number(fair));
    allocated.set_run(number(run));
    allocated.set_score(command.score());
    if (other_floor(row, command)) {
        tell_all_of_other_floor(state, fair, command, row, allocated);
        return fact(std::move(event));
    }
    GivenBooths given;
    Exhibitors settled;
    give(state, command, fair, allocated, given, settled);
    tell_the_rest(state, fair, allocated, given, settled);
    return fact(std::move(event));
}

void apply(State& state, const v1::BoothsAllocated& event) {
    const AllocationRunId id{event.run()};
    for (const auto& gift : event.gifts())
        for (const auto booth : gift.booths()) state.booth_holders.put(BoothId{booth}, {ExhibitorId{gift.exhibitor()}, id});
    AllocationRun& run = state.allocation_runs.edit(id);
    run.done = true;
    run.score = event.score();
    for (const auto& row : event.unplaced())
        run.unplaced.push_back({ExhibitorId{row.exhibitor()}, static_cast<std::uint32_t>(row.why().reason()), row.why().subject(),
                                row.why().value(), row.why().accepted()});
}

}  // namespace hoicho::scheduling
