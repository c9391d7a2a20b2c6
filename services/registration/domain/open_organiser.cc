// Opens an organiser: the agency whose register everything else of this order of commands belongs to.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {

Answer decide(const State& state, const v1::OpenOrganiser& command, const Context& context) {
    const auto& organiser = command.organiser();
    if (state.opened()) return refuse(REASON_ORGANISER_EXISTS, "organiser", std::string{context.organiser});
    Checks checks;
    checks.present("organiser", command.has_organiser())
        .required_text("name_vi", organiser.name_vi(), name_bytes_max)
        .text("name_en", organiser.name_en(), name_bytes_max)
        .one_of("kind", organiser.kind(), {"PUBLIC_AGENCY", "ASSOCIATION", "COMPANY"});
    if (checks.first()) return *checks.first();

    v1::Event event;
    *event.mutable_organiser_opened()->mutable_organiser() = organiser;
    return fact(std::move(event));
}

}  // namespace hoicho::registration
