// One case for each thing that can be asked.
#include "registration/domain/decide.h"

namespace hoicho::registration {

Answer decide(const State& state, const v1::Command& command, const Context& context) {
    if (!state.opened() && !command.has_open_organiser())
        return refuse(REASON_NO_ORGANISER, std::string{context.organiser});
    switch (command.kind_case()) {
        case v1::Command::kOpenOrganiser: return decide(state, command.open_organiser(), context);
        case v1::Command::kOpenFair: return decide(state, command.open_fair());
        case v1::Command::kRegisterDelegation: return decide(state, command.register_delegation());
        case v1::Command::kRegisterExhibitor: return decide(state, command.register_exhibitor());
        case v1::Command::kAddProduct: return decide(state, command.add_product());
        case v1::Command::kRecordCertificate: return decide(state, command.record_certificate());
        case v1::Command::kRevokeCertificate: return decide(state, command.revoke_certificate());
        case v1::Command::kRegisterBuyer: return decide(state, command.register_buyer());
        case v1::Command::kPostDemand: return decide(state, command.post_demand());
        case v1::Command::kWithdrawDemand: return decide(state, command.withdraw_demand());
        case v1::Command::kRegisterRepresentative: return decide(state, command.register_representative());
        case v1::Command::kRegisterPointOfSale: return decide(state, command.register_point_of_sale());
        case v1::Command::kEnterFair: return decide(state, command.enter_fair());
        case v1::Command::kChangePrice: return decide(state, command.change_price());
        case v1::Command::KIND_NOT_SET: break;
    }
    return refuse(REASON_MALFORMED, "kind");
}

}  // namespace hoicho::registration
