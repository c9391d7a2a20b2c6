#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

TEST(OpenFair, GivesTheFairTheNextId) {
    given(organiser_opened()).when(command(fair())).expects(fair_opened(1)).creates(ID_KIND_FAIR, 1);
    given(organiser_opened(), fair_opened(1)).when(command(fair("TET-2027"))).creates(ID_KIND_FAIR, 2);
}

TEST(OpenFair, IsRefusedUnderACodeThatIsTaken) {
    given(organiser_opened(), fair_opened(1))
        .when(command(fair()))
        .refuses({REASON_ALREADY_DONE, "code", "HN-2026", ""});
}

TEST(OpenFair, MayLastOneDayButNotEndBeforeItStarts) {
    const auto lasting = [](std::int32_t days) {
        return command(with(fair(), [days](auto& it) { it.set_ends_on(opening_day + days - 1); }));
    };
    given(organiser_opened()).when(lasting(1)).is_accepted();
    given(organiser_opened()).when(lasting(fair_days_max)).is_accepted();
    given(organiser_opened()).when(lasting(fair_days_max + 1)).refuses(REASON_OUT_OF_RANGE, "ends_on");
    given(organiser_opened()).when(lasting(0)).refuses({REASON_DAYS_REVERSED, "ends_on", "2026-12-02", "2026-12-03"});
}

TEST(OpenFair, KeepsTheCanonicalNameOfItsTimeZone) {
    const auto in = [](const char* zone) { return with(fair(), [zone](auto& it) { it.set_timezone(zone); }); };
    given(organiser_opened()).when(command(in("Asia/Saigon"))).expects(fair_opened(1, in("Asia/Ho_Chi_Minh")));
    given(organiser_opened()).when(command(in("Hanoi"))).refuses({REASON_UNKNOWN_ZONE, "timezone", "Hanoi", ""});
    given(organiser_opened()).when(command(in(""))).refuses(REASON_MISSING, "timezone");
}

TEST(OpenFair, HasRulesWithinTheirRanges) {
    const auto ruled = [](std::uint32_t stars) {
        return command(with(fair(), [stars](auto& it) { it.mutable_rules()->set_min_stars(stars); }));
    };
    given(organiser_opened()).when(ruled(5)).is_accepted();
    given(organiser_opened()).when(ruled(6)).refuses({REASON_OUT_OF_RANGE, "min_stars", "6", "0..5"});
}

TEST(OpenFair, NeedsItsKindAndItsCurrency) {
    given(organiser_opened())
        .when(command(with(fair(), [](auto& it) { it.clear_kind(); })))
        .refuses(REASON_MISSING, "kind")
        .when(command(with(fair(), [](auto& it) { it.set_currency("đồng"); })))
        .refuses(REASON_OUT_OF_RANGE, "currency")
        .when(command(with(fair(), [](auto& it) { it.set_commune_code("454"); })))
        .refuses({REASON_OUT_OF_RANGE, "commune_code", "454", "5 digits"});
}

TEST(OpenFair, IsRefusedWhenTheOrganiserHasAsManyAsItMay) {
    Scenario scenario{organiser_opened(), fair_opened(fairs_max - 1)};
    scenario.when(command(fair("LAST"))).creates(ID_KIND_FAIR, fairs_max);
    scenario.when(command(fair("ONE-TOO-MANY"))).refuses({REASON_FULL, "fairs", "1000", "1000"});
}

}  // namespace
}  // namespace hoicho::registration
