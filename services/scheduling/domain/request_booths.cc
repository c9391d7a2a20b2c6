// RequestBooths: what an exhibitor of the fair asks of the floor, once.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

namespace {

constexpr std::uint32_t booths_asked_max = 16;  ///< where the fair has no rule of its own
constexpr std::uint64_t not_next_to_max = 50;

Refused wishes_refused(const v1::BoothRequest& request, const Fair& fair) {
    const std::uint32_t most = fair.booths_per_exhibitor_max ? fair.booths_per_exhibitor_max : booths_asked_max;
    if (auto no = range_refused("booths", request.booths(), 1, most)) return no;
    if (request.kind().size() > code_bytes_max) return code_refused("kind", request.kind());
    if (request.code().size() > code_bytes_max) return code_refused("code", request.code());
    if (auto no = range_refused("power_kw", request.power_kw(), 0, 1'000)) return no;
    if (auto no = range_refused("best_rating", request.best_rating(), 0, 5)) return no;
    return range_refused("not_next_to", static_cast<std::uint64_t>(request.not_next_to_size()), 0, not_next_to_max);
}

}  // namespace

Answer decide(const State& state, const v1::RequestBooths& command, const Context&) {
    const auto& request = command.request();
    const FairId fair{request.fair()};
    const ExhibitorId exhibitor{request.exhibitor()};
    if (auto no = fair_refused(state, fair)) return *no;
    if (!state.participations.contains({fair, Side::exhibitor, number(exhibitor)}))
        return refuse(REASON_NOT_IN_FAIR, name_of(exhibitor));
    if (auto no = wishes_refused(request, *state.fairs.find(fair))) return *no;
    if (const auto* earlier = state.booths_asked.find({fair, exhibitor}))
        return refuse(REASON_ALREADY_DONE, "booth_request", name_of(*earlier));

    v1::Event event;
    const auto id = state.booth_requests.next_id();
    event.mutable_booths_requested()->set_request_id(id);
    *event.mutable_booths_requested()->mutable_request() = request;
    return fact(std::move(event), ID_KIND_BOOTH_REQUEST, id);
}

void apply(State& state, const v1::BoothsRequested& event) {
    const auto& r = event.request();
    const BoothRequestId id{event.request_id()};
    BoothRequest row{FairId{r.fair()}, ExhibitorId{r.exhibitor()}, r.code(), r.kind(), r.booths(), r.power_kw(), r.water(),
                     r.near_delegation(), r.may_share(), r.best_rating(), r.submitted_on(), {}};
    for (const auto other : r.not_next_to()) row.not_next_to.push_back(ExhibitorId{other});
    state.booths_asked.put({row.fair, row.exhibitor}, id);
    state.booth_requests.put(id, std::move(row));
}

}  // namespace hoicho::scheduling
