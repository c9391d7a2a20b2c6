#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

template <class Change>
v1::Command entering_with(Change change) {
    return command(with(participation(), change));
}

TEST(EnterFair, TakesAnExhibitorIn) {
    given(organiser_opened(), fair_opened(), exhibitor_registered())
        .when(command(participation()))
        .expects(fair_entered());
}

TEST(EnterFair, IsRefusedTheSecondTime) {
    given(organiser_opened(), fair_opened(), exhibitor_registered(), fair_entered())
        .when(command(participation()))
        .refuses({REASON_ALREADY_ENTERED, "exhibitor", "1", ""});
}

TEST(EnterFair, TellsABuyerFromAnExhibitorOfTheSameNumber) {
    given(organiser_opened(), fair_opened(), exhibitor_registered(), buyer_registered(), fair_entered())
        .when(entering_with([](auto& it) { it.set_buyer(1); }))
        .is_accepted();
}

TEST(EnterFair, NeedsAFairAndSomebodyWhoExist) {
    given(organiser_opened(), exhibitor_registered())
        .when(command(participation()))
        .refuses({REASON_UNKNOWN, "fair", "1", ""});
    given(organiser_opened(), fair_opened())
        .when(command(participation()))
        .refuses({REASON_UNKNOWN, "exhibitor", "1", ""});
    given(organiser_opened(), fair_opened())
        .when(entering_with([](auto& it) { it.clear_organisation(); }))
        .refuses(REASON_MISSING, "organisation");
}

TEST(EnterFair, GoesWithADelegationOfTheSameFair) {
    const auto with_delegation = [](std::uint32_t id) {
        return entering_with([id](auto& it) { it.set_delegation(id); });
    };
    const auto of_other_fair = with(delegation(), [](auto& it) { it.set_fair(2); });
    Scenario fair_week{organiser_opened(),
                       fair_opened(1),
                       fair_opened(2, fair("TET-2027")),
                       delegation_registered(1),
                       delegation_registered(2, of_other_fair),
                       exhibitor_registered()};
    fair_week.when(with_delegation(3)).refuses({REASON_UNKNOWN, "delegation", "3", ""});
    fair_week.when(with_delegation(2)).refuses(REASON_OTHER_FAIR, "delegation");
    fair_week.when(with_delegation(1)).is_accepted();
}

TEST(EnterFair, ProvesEveryConsentWithItsTextAndItsDay) {
    Scenario fair{organiser_opened(), fair_opened(), exhibitor_registered()};
    fair.when(entering_with([](auto& it) { it.mutable_consents()->set_photos(true); }))
        .refuses(REASON_MISSING, "version");
    fair.when(entering_with([](auto& it) {
            it.mutable_consents()->set_photos(true);
            it.mutable_consents()->set_version("2026-01");
        }))
        .refuses(REASON_MISSING, "given_on");
    fair.when(entering_with([](auto& it) {
            it.mutable_consents()->set_photos(true);
            it.mutable_consents()->set_version("2026-01");
            it.mutable_consents()->set_given_on(20'750);
        }))
        .is_accepted();
}

}  // namespace
}  // namespace hoicho::registration
