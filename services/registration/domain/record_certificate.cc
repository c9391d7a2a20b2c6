// Records a product's certificate as its decision says it: rating, number, issuer as then written, first day and first
// day without it.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {
namespace {

void check_validity(Checks& checks, const v1::Certificate& certificate) {
    checks.day("issued_on", certificate.issued_on())
        .day("expires_on", certificate.expires_on())
        .ordered("expires_on", certificate.issued_on(), certificate.expires_on());
    if (certificate.issued_on() == certificate.expires_on())  // the last day is exclusive: never valid at all
        checks.rule(false, REASON_OUT_OF_RANGE, "expires_on", day_text(certificate.expires_on()),
                    "after " + day_text(certificate.issued_on()));
}

}  // namespace

Answer decide(const State& state, const v1::RecordCertificate& command) {
    const auto& certificate = command.certificate();
    Checks checks;
    checks.present("certificate", command.has_certificate())
        .known("product", certificate.product(), state.products.contains(ProductId{certificate.product()}))
        .present("kind", !certificate.kind().empty())
        .word("kind", certificate.kind())
        .rule(certificate.kind() != "OCOP" || certificate.rating() != v1::RATING_UNSPECIFIED, REASON_MISSING, "rating")
        .rule(v1::Rating_IsValid(certificate.rating()), REASON_OUT_OF_RANGE, "rating",
              std::to_string(certificate.rating()), "THREE, FOUR, FIVE, POTENTIAL_FIVE")
        .text("product_code", certificate.product_code(), code_bytes_max)
        .required_text("decision_no", certificate.decision_no(), code_bytes_max)
        .one_of("issuer_level", certificate.issuer_level(), {"DISTRICT", "PROVINCE", "CENTRAL"})
        .required_text("issuer", certificate.issuer(), name_bytes_max);
    check_validity(checks, certificate);
    checks.range("score_tenths", certificate.score_tenths(), 0, score_tenths_max)
        .range("verification", certificate.verification(), v1::Verification_MIN, v1::Verification_MAX)
        .room("certificates", state.certificates.next_id() - 1, certificates_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    auto& recorded = *event.mutable_certificate_recorded();
    recorded.set_certificate_id(state.certificates.next_id());
    *recorded.mutable_certificate() = certificate;
    return fact(std::move(event), ID_KIND_CERTIFICATE, state.certificates.next_id());
}

}  // namespace hoicho::registration
