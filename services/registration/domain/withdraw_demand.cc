// Withdraws a demand: nothing is suggested for it any more.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"

namespace hoicho::registration {

Answer decide(const State& state, const v1::WithdrawDemand& command) {
    const auto* row = state.demands.find(DemandId{command.demand()});
    Checks checks;
    checks.known("demand", command.demand(), row != nullptr)
        .rule(!row || !row->withdrawn, REASON_ALREADY_DONE, "demand", std::to_string(command.demand()));
    if (checks.first()) return *checks.first();

    v1::Event event;
    event.mutable_demand_withdrawn()->set_demand_id(command.demand());
    return fact(std::move(event));
}

}  // namespace hoicho::registration
