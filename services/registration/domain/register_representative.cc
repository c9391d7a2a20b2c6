// Registers a person who comes to meetings for an exhibitor or a buyer. All that is theirs is sealed; when they can
// come is not.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"
#include "registration/domain/time_zone.h"

namespace hoicho::registration {
namespace {

void check_organisation(Checks& checks, const State& state, const v1::Representative& person) {
    checks.present("organisation", person.organisation_case() != v1::Representative::ORGANISATION_NOT_SET);
    if (person.has_exhibitor())
        checks.known("exhibitor", person.exhibitor(), state.exhibitors.contains(ExhibitorId{person.exhibitor()}));
    if (person.has_buyer()) checks.known("buyer", person.buyer(), state.buyers.contains(BuyerId{person.buyer()}));
}

void check_person(Checks& checks, const v1::Representative& person) {
    checks.text("code", person.code(), code_bytes_max)
        .present("full_name", person.has_full_name())
        .sealed("full_name", person.has_full_name(), person.full_name())
        .sealed("given_name", person.has_given_name(), person.given_name())
        .sealed("position", person.has_position(), person.position())
        .sealed("phone", person.has_phone(), person.phone())
        .sealed("email", person.has_email(), person.email())
        .range("languages", person.languages_size(), 0, list_max)
        .range("meetings_per_half_day_max", person.meetings_per_half_day_max(), 0, meetings_per_half_day_max);
    for (const auto& language : person.languages()) checks.required_text("languages", language, word_bytes_max);
}

void check_availability(Checks& checks, const v1::Representative& person) {
    checks.range("availability", person.availability_size(), 0, windows_max);
    for (const auto& window : person.availability())
        checks.present("starts_at_ms", window.starts_at_ms() != 0)
            .present("ends_at_ms", window.ends_at_ms() != 0)
            .rule(window.ends_at_ms() > window.starts_at_ms(), REASON_OUT_OF_RANGE, "ends_at_ms",
                  std::to_string(window.ends_at_ms()), "after " + std::to_string(window.starts_at_ms()))
            .one_of("mode", window.mode(), {"ONSITE", "ONLINE"});
}

}  // namespace

Answer decide(const State& state, const v1::RegisterRepresentative& command) {
    const auto& person = command.representative();
    const auto zone = canonical_zone(person.timezone());
    Checks checks;
    checks.present("representative", command.has_representative());
    check_organisation(checks, state, person);
    check_person(checks, person);
    checks.text("timezone", person.timezone(), code_bytes_max)
        .rule(zone || person.timezone().empty(), REASON_UNKNOWN_ZONE, "timezone", person.timezone());
    check_availability(checks, person);
    checks.fresh("code", person.code(), state.by_code.contains({ID_KIND_REPRESENTATIVE, 0, person.code()}))
        .room("representatives", state.representatives.next_id() - 1, representatives_max);
    if (checks.first()) return *checks.first();

    v1::Event event;
    auto& registered = *event.mutable_representative_registered();
    registered.set_representative_id(state.representatives.next_id());
    *registered.mutable_representative() = person;
    if (zone) registered.mutable_representative()->set_timezone(*zone);
    return fact(std::move(event), ID_KIND_REPRESENTATIVE, state.representatives.next_id());
}

}  // namespace hoicho::registration
