// OpenHall: a hall of a fair, under a code of its own.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

Answer decide(const State& state, const v1::OpenHall& command, const Context&) {
    const auto& hall = command.hall();
    const FairId fair{hall.fair()};
    const auto& venue = venue_of(state, fair);
    if (auto no = fair_refused(state, fair)) return *no;
    if (auto no = code_refused("code", hall.code())) return *no;
    if (hall.title_vi().size() > title_bytes_max) return *range_refused("title_vi", hall.title_vi().size(), 0, title_bytes_max);
    if (auto no = range_refused("width_cm", hall.width_cm(), 0, side_cm_max)) return *no;
    if (auto no = range_refused("depth_cm", hall.depth_cm(), 0, side_cm_max)) return *no;
    if (auto no = code_taken("hall", venue.halls, state.halls, hall.code())) return *no;
    if (auto no = full_refused("halls", venue.halls.size(), halls_per_fair_max)) return *no;

    v1::Event event;
    const auto id = state.halls.next_id();
    event.mutable_hall_opened()->set_hall_id(id);
    *event.mutable_hall_opened()->mutable_hall() = hall;
    return fact(std::move(event), ID_KIND_HALL, id);
}

void apply(State& state, const v1::HallOpened& event) {
    const auto& hall = event.hall();
    const HallId id{event.hall_id()};
    state.halls.put(id, {FairId{hall.fair()}, hall.code(), hall.title_vi(), hall.indoor(), hall.width_cm(), hall.depth_cm()});
    edit_venue(state, FairId{hall.fair()}).halls.push_back(id);
}

}  // namespace hoicho::scheduling
