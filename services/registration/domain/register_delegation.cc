// Registers a province's or commune's delegation to a fair: who leads it and how many booths it may fill.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {

Answer decide(const State& state, const v1::RegisterDelegation& command) {
    const auto& delegation = command.delegation();
    Checks checks;
    checks.present("delegation", command.has_delegation())
        .known("fair", delegation.fair(), state.fairs.contains(FairId{delegation.fair()}))
        .required_text("code", delegation.code(), code_bytes_max)
        .present("province_code", !delegation.province_code().empty())
        .digits("province_code", delegation.province_code(), 2)
        .required_text("title_vi", delegation.title_vi(), name_bytes_max)
        .text("lead_agency", delegation.lead_agency(), name_bytes_max)
        .range("booth_quota", delegation.booth_quota(), 0, booth_quota_max)
        .fresh("code", delegation.code(),
               state.by_code.contains({ID_KIND_DELEGATION, delegation.fair(), delegation.code()}))
        .room("delegations", state.delegations.next_id() - 1, delegations_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    auto& registered = *event.mutable_delegation_registered();
    registered.set_delegation_id(state.delegations.next_id());
    *registered.mutable_delegation() = delegation;
    return fact(std::move(event), ID_KIND_DELEGATION, state.delegations.next_id());
}

}  // namespace hoicho::registration
