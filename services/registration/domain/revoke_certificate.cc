// Revokes a certificate from a day on, in the issuer's words.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {

Answer decide(const State& state, const v1::RevokeCertificate& command) {
    const auto* row = state.certificates.find(CertificateId{command.certificate()});
    Checks checks;
    checks.known("certificate", command.certificate(), row != nullptr)
        .day("revoked_on", command.revoked_on())
        .required_text("cause", command.cause(), sentence_bytes_max);
    if (checks.first()) return *checks.first();
    if (row->revoked_on != 0) return refuse(REASON_ALREADY_DONE, "certificate", day_text(row->revoked_on));
    if (command.revoked_on() < row->certificate.issued_on())
        return refuse(REASON_OUT_OF_RANGE, "revoked_on", day_text(command.revoked_on()),
                      "from " + day_text(row->certificate.issued_on()));

    v1::Event event;
    auto& revoked = *event.mutable_certificate_revoked();
    revoked.set_certificate_id(command.certificate());
    revoked.set_revoked_on(command.revoked_on());
    revoked.set_cause(command.cause());
    return fact(std::move(event));
}

}  // namespace hoicho::registration
