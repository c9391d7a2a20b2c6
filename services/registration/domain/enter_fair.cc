// Enters an exhibitor or a buyer into a fair, once, with its delegation, its funding and what it consented to.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {
namespace {

void check_delegation(Checks& checks, const State& state, const v1::Participation& part) {
    if (part.delegation() == 0) return;
    const auto* delegation = state.delegations.find(DelegationId{part.delegation()});
    checks.known("delegation", part.delegation(), delegation != nullptr)
        .rule(!delegation || delegation->fair() == part.fair(), REASON_OTHER_FAIR, "delegation",
              std::to_string(part.delegation()));
}

/// Consent must be provable: which text, and when.
void check_consents(Checks& checks, const v1::Consents& consents) {
    const bool any = consents.directory() || consents.share_contact_with_buyers() || consents.photos();
    checks.present("version", !any || !consents.version().empty())
        .text("version", consents.version(), word_bytes_max)
        .present("given_on", !any || consents.given_on() != 0)
        .optional_day("given_on", consents.given_on());
}

}  // namespace

Answer decide(const State& state, const v1::EnterFair& command) {
    const auto& part = command.participation();
    const bool exhibitor = part.has_exhibitor();
    const std::string_view side = exhibitor ? "exhibitor" : "buyer";
    const auto id = exhibitor ? part.exhibitor() : part.buyer();
    const bool found = exhibitor ? state.exhibitors.contains(ExhibitorId{id}) : state.buyers.contains(BuyerId{id});
    const Entered key{FairId{part.fair()}, exhibitor ? Side::exhibitor : Side::buyer, id};
    Checks checks;
    checks.present("participation", command.has_participation())
        .known("fair", part.fair(), state.fairs.contains(FairId{part.fair()}))
        .present("organisation", part.organisation_case() != v1::Participation::ORGANISATION_NOT_SET)
        .known(side, id, found);
    check_delegation(checks, state, part);
    checks.range("funding", part.funding(), v1::Funding_MIN, v1::Funding_MAX);
    check_consents(checks, part.consents());
    checks.rule(!state.participations.contains(key), REASON_ALREADY_ENTERED, side, std::to_string(id))
        .room("participations", state.participations.size(), participations_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    *event.mutable_fair_entered()->mutable_participation() = part;
    return fact(std::move(event));
}

}  // namespace hoicho::registration
