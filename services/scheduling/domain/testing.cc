// Builds the small fair and what the other journals say of it.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {

namespace {

template <class Row>
void set_organisation(Row& row, Side side, std::uint32_t id) {
    if (side == Side::buyer) {
        row.set_buyer(id);
    } else {
        row.set_exhibitor(id);
    }
}

template <class Row>
void set_pair(Row& row, Side from, std::uint32_t buyer, std::uint32_t exhibitor) {
    row.set_fair(1);
    row.set_buyer(buyer);
    row.set_exhibitor(exhibitor);
    row.set_from(static_cast<matching::v1::Side>(from));
}

}  // namespace

registration::v1::Event fair_opened(std::uint32_t half_day_max) {
    registration::v1::Event event;
    event.mutable_fair_opened()->set_fair_id(1);
    auto& fair = *event.mutable_fair_opened()->mutable_fair();
    fair.set_code("HN-2026");
    fair.mutable_rules()->set_meetings_per_representative_per_half_day_max(half_day_max);
    return event;
}

registration::v1::Event entered(Side side, std::uint32_t id, std::uint32_t fair, bool wants_meetings) {
    registration::v1::Event event;
    auto& part = *event.mutable_fair_entered()->mutable_participation();
    part.set_fair(fair);
    part.set_wants_meetings(wants_meetings);
    set_organisation(part, side, id);
    return event;
}

registration::v1::Event person(Side side, std::uint32_t id, const std::vector<std::pair<std::uint64_t, std::uint64_t>>& windows_ms,
                               std::uint32_t half_day_max) {
    registration::v1::Event event;
    auto& row = *event.mutable_representative_registered()->mutable_representative();
    set_organisation(row, side, id);
    row.set_meetings_per_half_day_max(half_day_max);
    for (const auto& [starts_ms, ends_ms] : windows_ms) {
        auto& window = *row.add_availability();
        window.set_starts_at_ms(starts_ms);
        window.set_ends_at_ms(ends_ms);
    }
    return event;
}

matching::v1::Event wish(Side from, std::uint32_t buyer, std::uint32_t exhibitor, Level level) {
    matching::v1::Event event;
    auto& interest = *event.mutable_interest_stated()->mutable_interest();
    set_pair(interest, from, buyer, exhibitor);
    interest.set_level(static_cast<matching::v1::Level>(level));
    return event;
}

matching::v1::Event no_wish(Side from, std::uint32_t buyer, std::uint32_t exhibitor) {
    matching::v1::Event event;
    set_pair(*event.mutable_interest_withdrawn()->mutable_interest(), from, buyer, exhibitor);
    return event;
}

std::vector<v1::Command> small_venue() {
    std::vector<v1::Command> commands{open_hall("A")};
    for (const std::uint32_t step : {0U, 1U, 2U}) {
        const std::uint64_t starts_ms = nine_ms + step * 25 * minute_ms;
        commands.push_back(open_slot("S" + std::to_string(step), starts_ms, starts_ms + 20 * minute_ms));
    }
    commands.push_back(open_slot("S3", nine_ms + 300 * minute_ms, nine_ms + 320 * minute_ms, 2));
    commands.push_back(place_table("T1"));
    commands.push_back(place_table("T2"));
    return commands;
}

SmallFair::SmallFair(std::uint32_t half_day_max) {
    given_from(SERVICE_REGISTRATION, fair_opened(half_day_max));
    for (const std::uint32_t id : {1U, 2U, 3U}) enters(Side::buyer, id).enters(Side::exhibitor, id);
    at(day_before_ms);
    for (const auto& command : small_venue()) when(command).is_accepted();
}

SmallFair& SmallFair::enters(Side side, std::uint32_t id, std::uint32_t fair, bool wants_meetings) {
    given_from(SERVICE_REGISTRATION, entered(side, id, fair, wants_meetings));
    return *this;
}

SmallFair& SmallFair::sends(Side side, std::uint32_t id, std::vector<std::pair<std::uint64_t, std::uint64_t>> windows_ms,
                            std::uint32_t half_day_max) {
    given_from(SERVICE_REGISTRATION, person(side, id, windows_ms, half_day_max));
    return *this;
}

SmallFair& SmallFair::wishes(Side from, std::uint32_t buyer, std::uint32_t exhibitor, Level level) {
    given_from(SERVICE_MATCHING, wish(from, buyer, exhibitor, level));
    return *this;
}

SmallFair& SmallFair::withdraws(Side from, std::uint32_t buyer, std::uint32_t exhibitor) {
    given_from(SERVICE_MATCHING, no_wish(from, buyer, exhibitor));
    return *this;
}

}  // namespace hoicho::scheduling
