// PlaceBooth: a booth in a hall, with what it offers and which booths it shares a wall with.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

namespace {

Refused sizes_refused(const v1::Booth& booth) {
    if (auto no = range_refused("x_cm", booth.x_cm(), 0, side_cm_max)) return no;
    if (auto no = range_refused("y_cm", booth.y_cm(), 0, side_cm_max)) return no;
    if (auto no = range_refused("width_cm", booth.width_cm(), 0, side_cm_max)) return no;
    if (auto no = range_refused("depth_cm", booth.depth_cm(), 0, side_cm_max)) return no;
    if (auto no = range_refused("open_sides", booth.open_sides(), 0, 4)) return no;
    if (auto no = range_refused("power_kw", booth.power_kw(), 0, 1'000)) return no;
    return range_refused("neighbours", static_cast<std::uint64_t>(booth.neighbours_size()), 0, neighbours_max);
}

Refused taken(const State& state, const Venue& venue, HallId hall, const std::string& code) {
    for (const BoothId id : venue.booths) {
        const Booth& other = *state.booths.find(id);
        if (other.hall == hall && other.code == code) return refuse(REASON_ALREADY_DONE, "booth", code);
    }
    return std::nullopt;
}

}  // namespace

Answer decide(const State& state, const v1::PlaceBooth& command, const Context&) {
    const auto& booth = command.booth();
    const HallId hall_id{booth.hall()};
    const Hall* hall = state.halls.find(hall_id);
    if (!hall) return unknown(hall_id);
    const auto& venue = venue_of(state, hall->fair);
    if (auto no = code_refused("code", booth.code())) return *no;
    if (auto no = code_refused("kind", booth.kind())) return *no;
    if (auto no = sizes_refused(booth)) return *no;
    if (booth.price_vnd() < 0) return refuse(REASON_OUT_OF_RANGE, "price_vnd", std::to_string(booth.price_vnd()), "0 or more");
    for (const auto& neighbour : booth.neighbours())
        if (auto no = code_refused("neighbours", neighbour)) return *no;
    if (auto no = taken(state, venue, hall_id, booth.code())) return *no;
    if (auto no = full_refused("booths", venue.booths.size(), booths_per_fair_max)) return *no;

    v1::Event event;
    const auto id = state.booths.next_id();
    event.mutable_booth_placed()->set_booth_id(id);
    *event.mutable_booth_placed()->mutable_booth() = booth;
    return fact(std::move(event), ID_KIND_BOOTH, id);
}

void apply(State& state, const v1::BoothPlaced& event) {
    const auto& b = event.booth();
    const BoothId id{event.booth_id()};
    const FairId fair = state.halls.find(HallId{b.hall()})->fair;
    state.booths.put(id, {fair, HallId{b.hall()}, b.code(), b.kind(), b.x_cm(), b.y_cm(), b.width_cm(), b.depth_cm(),
                          b.open_sides(), b.power_kw(), b.water(), b.price_vnd(), {b.neighbours().begin(), b.neighbours().end()}});
    edit_venue(state, fair).booths.push_back(id);
}

}  // namespace hoicho::scheduling
