#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

TEST(OpenOrganiser, ComesFirst) { given().when(command(organiser())).expects(organiser_opened()); }

TEST(OpenOrganiser, IsRefusedTheSecondTime) {
    given(organiser_opened())
        .when(command(organiser()))
        .refuses({REASON_ORGANISER_EXISTS, "organiser", "sample-organiser", ""});
}

TEST(OpenOrganiser, NeedsANameOfBoundedLength) {
    given().when(command(with(organiser(), [](auto& it) { it.clear_name_vi(); }))).refuses(REASON_MISSING, "name_vi");
    const auto named = [](std::size_t bytes) {
        return command(with(organiser(), [bytes](auto& it) { it.set_name_vi(std::string(bytes, 'n')); }));
    };
    given().when(named(name_bytes_max)).is_accepted();
    given().when(named(name_bytes_max + 1)).refuses(REASON_OUT_OF_RANGE, "name_vi");
}

TEST(OpenOrganiser, IsOneOfThreeKinds) {
    given()
        .when(command(with(organiser(), [](auto& it) { it.set_kind("CLUB"); })))
        .refuses({REASON_OUT_OF_RANGE, "kind", "CLUB", "PUBLIC_AGENCY, ASSOCIATION, COMPANY"});
}

TEST(AnythingElse, IsRefusedBeforeTheOrganiserWasOpened) {
    for (const auto& asked :
         {command(fair()), command(delegation()), command(co_operative()), command(product()), command(certificate()),
          revoke(1, 20'000), command(supermarket()), command(demand()), withdraw(1), command(representative()),
          command(point_of_sale()), command(participation())})
        given().when(asked).refuses(REASON_NO_ORGANISER, "sample-organiser");
}

TEST(AnEmptyCommand, IsMalformed) { given(organiser_opened()).when(v1::Command{}).refuses(REASON_MALFORMED, "kind"); }

TEST(ACommandWithoutItsThing, NamesTheThing) {
    v1::Command empty;
    empty.mutable_open_fair();
    given(organiser_opened()).when(empty).refuses(REASON_MISSING, "fair");
    empty.mutable_register_exhibitor();
    given(organiser_opened()).when(empty).refuses(REASON_MISSING, "exhibitor");
}

}  // namespace
}  // namespace hoicho::registration
