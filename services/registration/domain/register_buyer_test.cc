#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

template <class Change>
v1::Command buyer_with(Change change) {
    return command(with(supermarket(), change));
}

TEST(RegisterBuyer, TakesTheNextId) {
    given(organiser_opened()).when(command(supermarket())).expects(buyer_registered()).creates(ID_KIND_BUYER, 1);
}

TEST(RegisterBuyer, MayAlsoBeAnExhibitorButNotTwiceABuyer) {
    given(organiser_opened(), exhibitor_registered())  // the same tax code on the other side
        .when(command(supermarket()))
        .is_accepted()
        .when(command(supermarket()))
        .refuses({REASON_TAX_CODE_TAKEN, "tax_id", "9900000009", "Chuỗi siêu thị Mẫu"});
}

TEST(RegisterBuyer, FromAbroadHasATaxNumberOfItsCountry) {
    const auto from = [](const char* country) {
        return buyer_with([country](auto& it) {
            it.set_country(country);
            it.set_tax_id("DE-123");
        });
    };
    given(organiser_opened())
        .when(from("Germany"))
        .is_accepted()
        .when(from("GERMANY"))
        .refuses(REASON_TAX_CODE_TAKEN, "tax_id")
        .when(from("France"))
        .is_accepted()
        .when(from("Việt Nam"))
        .refuses(REASON_TAX_CODE_WRONG, "tax_id");
}

TEST(RegisterBuyer, DoesNotGiveAPersonsNumberInTheClear) {
    given(organiser_opened())
        .when(buyer_with([](auto& it) { it.set_tax_id("099123456789"); }))
        .refuses(REASON_PERSONAL_IN_CLEAR, "tax_id");
}

TEST(RegisterBuyer, KeepsTheCanonicalNameOfItsTimeZone) {
    const auto in = [](const char* zone) { return with(supermarket(), [zone](auto& it) { it.set_timezone(zone); }); };
    given(organiser_opened())
        .when(command(in("SE Asia Standard Time")))
        .expects(buyer_registered(1, in("Asia/Bangkok")));
    given(organiser_opened()).when(command(in("Berlin"))).refuses({REASON_UNKNOWN_ZONE, "timezone", "Berlin", ""});
}

TEST(RegisterBuyer, PaysWithinAYear) {
    given(organiser_opened())
        .when(buyer_with([](auto& it) { it.set_payment_terms_days(366); }))
        .refuses({REASON_OUT_OF_RANGE, "payment_terms_days", "366", "0..365"})
        .when(buyer_with([](auto& it) { it.set_payment_terms_days(365); }))
        .is_accepted();
}

TEST(RegisterBuyer, NeedsItsNameItsTypeAndItsCountry) {
    given(organiser_opened())
        .when(buyer_with([](auto& it) { it.clear_business_name_vi(); }))
        .refuses(REASON_MISSING, "business_name_vi")
        .when(buyer_with([](auto& it) { it.clear_buyer_type(); }))
        .refuses(REASON_MISSING, "buyer_type")
        .when(buyer_with([](auto& it) { it.clear_country(); }))
        .refuses(REASON_MISSING, "country");
}

TEST(RegisterBuyer, IsRefusedWhenThereAreAsManyAsThereMayBe) {
    const auto nameless = [](auto& it) { it.clear_tax_id(); };
    Scenario fair{organiser_opened(), buyer_registered(buyers_max - 1)};
    fair.when(buyer_with(nameless)).creates(ID_KIND_BUYER, buyers_max);
    fair.when(buyer_with(nameless)).refuses(REASON_FULL, "buyers");
}

}  // namespace
}  // namespace hoicho::registration
