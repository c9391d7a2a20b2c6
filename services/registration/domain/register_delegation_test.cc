#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

TEST(RegisterDelegation, JoinsAFair) {
    given(organiser_opened(), fair_opened())
        .when(command(delegation()))
        .expects(delegation_registered())
        .creates(ID_KIND_DELEGATION, 1);
}

TEST(RegisterDelegation, IsRefusedWithoutItsFair) {
    given(organiser_opened()).when(command(delegation())).refuses({REASON_UNKNOWN, "fair", "1", ""});
}

TEST(RegisterDelegation, HasACodeOfItsOwnWithinTheFairOnly) {
    const auto other_fairs = with(delegation(), [](auto& it) { it.set_fair(2); });
    given(organiser_opened(), fair_opened(1), fair_opened(2, fair("TET-2027")), delegation_registered())
        .when(command(other_fairs))
        .is_accepted()
        .when(command(delegation()))
        .refuses(REASON_ALREADY_DONE, "code");
}

TEST(RegisterDelegation, HasABoundedQuota) {
    const auto filling = [](std::int64_t booths) {
        return command(
            with(delegation(), [booths](auto& it) { it.set_booth_quota(static_cast<std::uint32_t>(booths)); }));
    };
    given(organiser_opened(), fair_opened()).when(filling(booth_quota_max)).is_accepted();
    given(organiser_opened(), fair_opened())
        .when(filling(booth_quota_max + 1))
        .refuses(REASON_OUT_OF_RANGE, "booth_quota");
}

TEST(RegisterDelegation, IsRefusedWhenThereAreAsManyAsThereMayBe) {
    Scenario scenario{organiser_opened(), fair_opened(), delegation_registered(delegations_max - 1)};
    scenario.when(command(delegation("D01"))).creates(ID_KIND_DELEGATION, delegations_max);
    scenario.when(command(delegation("D04"))).refuses(REASON_FULL, "delegations");
}

}  // namespace
}  // namespace hoicho::registration
