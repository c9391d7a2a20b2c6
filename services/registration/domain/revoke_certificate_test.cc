#include "registration/domain/certificate.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

TEST(RevokeCertificate, EndsItOnThatDay) {
    Scenario fair{organiser_opened(), exhibitor_registered(), product_added(), certificate_recorded()};
    fair.when(revoke(1, 20'500)).expects(certificate_revoked(1, 20'500));
    const auto& row = *fair.state().certificates.find(CertificateId{1});
    EXPECT_TRUE(valid_on(row.certificate, 20'499, row.revoked_on));
    EXPECT_FALSE(valid_on(row.certificate, 20'500, row.revoked_on));
    EXPECT_EQ(row.cause, "hồ sơ giả");
}

TEST(RevokeCertificate, IsRefusedTheSecondTime) {
    given(organiser_opened(), exhibitor_registered(), product_added(), certificate_recorded(),
          certificate_revoked(1, 20'500))
        .when(revoke(1, 20'600))
        .refuses({REASON_ALREADY_DONE, "certificate", "2026-02-16", ""});
}

TEST(RevokeCertificate, IsRefusedForOneThatIsNotThere) {
    given(organiser_opened()).when(revoke(7, 20'500)).refuses({REASON_UNKNOWN, "certificate", "7", ""});
}

TEST(RevokeCertificate, CannotReachBackBeyondTheDayOfIssue) {
    Scenario fair{organiser_opened(), exhibitor_registered(), product_added(), certificate_recorded()};
    fair.when(revoke(1, 20'059)).refuses({REASON_OUT_OF_RANGE, "revoked_on", "2024-12-02", "from 2024-12-03"});
    fair.when(revoke(1, 0)).refuses(REASON_MISSING, "revoked_on");
    fair.when(revoke(1, 20'060, "")).refuses(REASON_MISSING, "cause");
    fair.when(revoke(1, 20'060)).is_accepted();
}

}  // namespace
}  // namespace hoicho::registration
