// Translates booths and requests; walls are followed so that a row of joined booths gets consecutive numbers.
#include "scheduling/domain/proposal/pose_floor.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "scheduling/domain/floor/allocate.h"
#include "scheduling/domain/floor/validate.h"
#include "scheduling/domain/floor_rules.h"

namespace hoicho::scheduling {

namespace {

constexpr double cm_per_m = 100.0;
constexpr int w_per_kw = 1'000;
constexpr int points_per_star = 100'000;  ///< a star outweighs any earlier day
constexpr int days_counted_max = 50'000;

using Walls = std::map<BoothId, std::set<BoothId>>;

Walls walls_between(const State& state, const std::vector<BoothId>& booths) {
    std::map<std::pair<HallId, std::string>, BoothId> by_code;
    for (const BoothId id : booths) by_code[{state.booths.find(id)->hall, state.booths.find(id)->code}] = id;
    Walls walls;
    for (const BoothId id : booths)
        for (const auto& code : state.booths.find(id)->neighbours) {
            const auto other = by_code.find({state.booths.find(id)->hall, code});
            if (other == by_code.end() || other->second == id) continue;
            walls[id].insert(other->second);
            walls[other->second].insert(id);
        }
    return walls;
}

/// Follows walls from `first` through booths that are not numbered yet.
void number_row(const Walls& walls, BoothId first, std::set<BoothId>& left, PosedFloor& posed) {
    for (BoothId at = first;;) {
        left.erase(at);
        posed.booths.push_back(at);
        const auto row = walls.find(at);
        if (row == walls.end()) return;
        const auto next = std::find_if(row->second.begin(), row->second.end(), [&](BoothId id) { return left.contains(id); });
        if (next == row->second.end()) return;
        const int number = static_cast<int>(posed.booths.size());
        posed.floor.beside.push_back({number - 1, number});
        at = *next;
    }
}

/// Ends of rows first, so that a row is numbered from one end to the other.
void number_booths(const Walls& walls, const std::vector<BoothId>& booths, PosedFloor& posed) {
    std::set<BoothId> left{booths.begin(), booths.end()};
    for (const bool ends_only : {true, false})
        for (const BoothId id : booths) {
            const auto row = walls.find(id);
            const bool is_end = row == walls.end() || row->second.size() <= 1;
            if (left.contains(id) && (is_end || !ends_only)) number_row(walls, id, left, posed);
        }
}

/// Walls that numbers cannot say (back to back) still make neighbours.
void pose_other_walls(const Walls& walls, PosedFloor& posed) {
    std::map<BoothId, int> number;
    for (std::size_t at = 0; at < posed.booths.size(); ++at) number[posed.booths[at]] = static_cast<int>(at);
    for (const auto& [id, others] : walls)
        for (const BoothId other : others) {
            const floor::Pair pair{number[id], number[other]};
            if (pair[0] + 1 < pair[1]) posed.floor.facing.push_back(pair);  // a wall between consecutive numbers was said already
        }
}

using Zones = std::map<std::string, int>;  ///< kind -> zone

void pose_booths(const State& state, PosedFloor& posed, Zones& zones) {
    for (const BoothId id : posed.booths) {
        const Booth& b = *state.booths.find(id);
        floor::Booth booth;
        booth.name = b.code;
        booth.zone = zones.try_emplace(b.kind, static_cast<int>(zones.size())).first->second;
        booth.x_m = b.x_cm / cm_per_m;
        booth.y_m = b.y_cm / cm_per_m;
        booth.width_m = b.width_cm / cm_per_m;
        booth.depth_m = b.depth_cm / cm_per_m;
        booth.open_sides = static_cast<int>(std::max(1U, b.open_sides));
        booth.power_w = static_cast<int>(b.power_kw) * w_per_kw;
        booth.water = b.water;
        posed.floor.booths.push_back(std::move(booth));
    }
}

/// More stars first, then who asked earlier.
int points_of(const BoothRequest& request) {
    return static_cast<int>(request.best_rating) * points_per_star + days_counted_max -
           std::clamp(request.submitted_on, 0, days_counted_max);
}

void pose_exhibitor(const State& state, const BoothRequest& request, const Zones& zones, std::map<std::string, int>& regions,
                    PosedFloor& posed) {
    const Exhibitor* known = state.exhibitors.find(request.exhibitor);
    floor::Exhibitor exhibitor;
    exhibitor.name = "exhibitor " + std::to_string(number(request.exhibitor));
    exhibitor.units = static_cast<int>(request.booths);
    exhibitor.line = known ? static_cast<int>(known->ocop_group) : 0;
    exhibitor.region = regions.try_emplace(known ? known->province_code : "", static_cast<int>(regions.size())).first->second;
    exhibitor.points = points_of(request);
    exhibitor.power_w = static_cast<int>(request.power_kw) * w_per_kw;
    exhibitor.water = request.water;
    if (!request.kind.empty()) {
        const auto zone = zones.find(request.kind);
        exhibitor.zones = zone == zones.end() ? std::vector<int>{} : std::vector<int>{zone->second};
    }
    posed.floor.exhibitors.push_back(std::move(exhibitor));
    posed.exhibitors.push_back(request.exhibitor);
}

void pose_competitors(const State& state, FairId fair, PosedFloor& posed) {
    std::map<ExhibitorId, int> number;
    for (std::size_t at = 0; at < posed.exhibitors.size(); ++at) number[posed.exhibitors[at]] = static_cast<int>(at);
    for (std::size_t at = 0; at < posed.exhibitors.size(); ++at) {
        const auto& request = *state.booth_requests.find(*state.booths_asked.find({fair, posed.exhibitors[at]}));
        std::set<int> others;
        for (const ExhibitorId other : request.not_next_to)
            if (const auto found = number.find(other); found != number.end() && found->second != static_cast<int>(at))
                others.insert(found->second);
        posed.floor.exhibitors[at].competitors.assign(others.begin(), others.end());
    }
}

}  // namespace

namespace {

/// What of a fair's floor is posed.
struct Part {
    std::vector<BoothId> booths;  ///< free ones
    std::vector<const BoothRequest*> requests;
};

/// Free booths and requests without booths, of the first so many of each; booths given by that run or a later one count as free.
Part part_of(const State& state, FairId fair, std::size_t booths_max, std::size_t requests_max, AllocationRunId since) {
    Part part;
    std::set<ExhibitorId> holders;
    const auto& booths = venue_of(state, fair).booths;
    for (std::size_t at = 0; at < std::min(booths.size(), booths_max); ++at) {
        const auto* holder = state.booth_holders.find(booths[at]);
        if (holder && (since == AllocationRunId{} || holder->run < since)) {
            holders.insert(holder->exhibitor);
        } else {
            part.booths.push_back(booths[at]);
        }
    }
    std::size_t seen = 0;
    state.booth_requests.for_each([&](BoothRequestId, const BoothRequest& request) {
        if (request.fair != fair || seen++ >= requests_max) return;
        if (!holders.contains(request.exhibitor)) part.requests.push_back(&request);
    });
    return part;
}

PosedFloor pose_part(const State& state, FairId fair, const Part& part) {
    PosedFloor posed;
    if (const Fair* row = state.fairs.find(fair)) posed.floor.name = row->code;
    posed.floor.objective = floor_objective;
    const Walls walls = walls_between(state, part.booths);
    number_booths(walls, part.booths, posed);
    pose_other_walls(walls, posed);
    Zones zones;
    pose_booths(state, posed, zones);
    std::map<std::string, int> regions;
    for (const BoothRequest* request : part.requests) pose_exhibitor(state, *request, zones, regions, posed);
    return posed;
}

/// Codes are names where they tell requests apart.
void name_by_codes(const Part& part, PosedFloor& posed) {
    std::map<std::string, int> uses;
    for (const BoothRequest* request : part.requests) ++uses[request->code];
    for (std::size_t at = 0; at < part.requests.size(); ++at)
        if (const auto& code = part.requests[at]->code; !code.empty() && uses[code] == 1) posed.floor.exhibitors[at].name = code;
}

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

}  // namespace

PosedFloor pose_floor(const State& state, FairId fair) {
    PosedFloor posed = pose_part(state, fair, part_of(state, fair, all, all, AllocationRunId{}));
    pose_competitors(state, fair, posed);
    return posed;
}

PosedFloor pose_draw(const State& state, FairId fair, AllocationRunId draw_run) {
    const AllocationRun* run = state.allocation_runs.find(draw_run);
    const Part part = run && run->draw ? part_of(state, fair, run->draw->commitment.booths, run->draw->commitment.requests, draw_run)
                                       : part_of(state, fair, all, all, AllocationRunId{});
    PosedFloor posed = pose_part(state, fair, part);
    posed.floor.facing.clear();
    for (auto& exhibitor : posed.floor.exhibitors) exhibitor.line = exhibitor.region = 0;
    name_by_codes(part, posed);
    return posed;
}

v1::ProposeAllocation solve_floor(const PosedFloor& posed, AllocationRunId run, std::uint64_t seed, std::uint64_t steps) {
    v1::ProposeAllocation proposal;
    proposal.set_run(number(run));
    if (!floor::validate(posed.floor).empty()) return proposal;  // beyond the allocator's bounds: everyone is told so by decide
    const auto solved = floor::allocate(posed.floor, seed, steps ? steps : allocation_steps_default);
    proposal.set_score(solved.score);
    for (const auto& stand : solved.allocation.allocations) {
        auto& gift = *proposal.add_gifts();
        gift.set_exhibitor(number(posed.exhibitors[static_cast<std::size_t>(stand.exhibitor)]));
        for (const int booth : stand.booths) gift.add_booths(number(posed.booths[static_cast<std::size_t>(booth)]));
    }
    return proposal;
}

}  // namespace hoicho::scheduling
