#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

template <class Change>
v1::Command certificate_with(Change change) {
    return command(with(certificate(), change));
}
TEST(RecordCertificate, BelongsToAProduct) {
    given(organiser_opened(), exhibitor_registered(), product_added())
        .when(command(certificate()))
        .expects(certificate_recorded())
        .creates(ID_KIND_CERTIFICATE, 1);
    given(organiser_opened(), exhibitor_registered())
        .when(command(certificate()))
        .refuses({REASON_UNKNOWN, "product", "1", ""});
}

TEST(RecordCertificate, HoldsForOneDayAtLeast) {
    const auto ending = [](std::int32_t day) { return certificate_with([day](auto& it) { it.set_expires_on(day); }); };
    Scenario fair{organiser_opened(), exhibitor_registered(), product_added()};
    fair.when(ending(20'061)).is_accepted();
    fair.when(ending(20'060)).refuses({REASON_OUT_OF_RANGE, "expires_on", "2024-12-03", "after 2024-12-03"});
    fair.when(ending(20'059)).refuses({REASON_DAYS_REVERSED, "expires_on", "2024-12-02", "2024-12-03"});
}

TEST(RecordCertificate, OfOcopHasARatingThatExists) {
    Scenario fair{organiser_opened(), exhibitor_registered(), product_added()};
    fair.when(certificate_with([](auto& it) { it.clear_rating(); })).refuses(REASON_MISSING, "rating");
    fair.when(certificate_with([](auto& it) { it.set_rating(v1::RATING_POTENTIAL_FIVE); })).is_accepted();
    fair.when(certificate_with([](auto& it) { it.set_rating(static_cast<v1::Rating>(2)); }))
        .refuses({REASON_OUT_OF_RANGE, "rating", "2", "THREE, FOUR, FIVE, POTENTIAL_FIVE"});
    fair.when(certificate_with([](auto& it) {
            it.set_kind("HACCP");
            it.clear_rating();
        }))
        .is_accepted();
}

TEST(RecordCertificate, SaysWhoIssuedItByWhichDecision) {
    Scenario fair{organiser_opened(), exhibitor_registered(), product_added()};
    fair.when(certificate_with([](auto& it) { it.clear_issuer(); })).refuses(REASON_MISSING, "issuer");
    fair.when(certificate_with([](auto& it) { it.clear_decision_no(); })).refuses(REASON_MISSING, "decision_no");
    fair.when(certificate_with([](auto& it) { it.set_issuer_level("COMMUNE"); }))
        .refuses({REASON_OUT_OF_RANGE, "issuer_level", "COMMUNE", "DISTRICT, PROVINCE, CENTRAL"});
    fair.when(certificate_with([](auto& it) { it.set_score_tenths(1'000); })).is_accepted();
    fair.when(certificate_with([](auto& it) { it.set_score_tenths(1'001); }))
        .refuses(REASON_OUT_OF_RANGE, "score_tenths");
}

TEST(RecordCertificate, IsRefusedWhenThereAreAsManyAsThereMayBe) {
    Scenario fair{organiser_opened(), exhibitor_registered(), product_added(),
                  certificate_recorded(certificates_max - 1)};
    fair.when(command(certificate())).creates(ID_KIND_CERTIFICATE, certificates_max);
    fair.when(command(certificate())).refuses(REASON_FULL, "certificates");
}

}  // namespace
}  // namespace hoicho::registration
