// Matching's events, commands and register of its tests, in few words.
#pragma once

#include "matching/domain/domain.h"
#include "tests/support/scenario.h"

namespace hoicho::matching {

namespace reg = registration::v1;

inline constexpr std::int32_t fair_day = 20'790;  // 2026-12-03

inline reg::Event fair_opened(std::uint32_t id = 1) {
    reg::Event event;
    event.mutable_fair_opened()->set_fair_id(id);
    event.mutable_fair_opened()->mutable_fair()->set_starts_on(fair_day);
    return event;
}

inline reg::Event exhibitor_registered(std::uint32_t id, const std::string& province = "01") {
    reg::Event event;
    event.mutable_exhibitor_registered()->set_exhibitor_id(id);
    event.mutable_exhibitor_registered()->mutable_exhibitor()->set_province_code(province);
    return event;
}

inline reg::Event product_added(std::uint32_t id, std::uint32_t exhibitor, const std::string& title) {
    reg::Event event;
    event.mutable_product_added()->set_product_id(id);
    auto& product = *event.mutable_product_added()->mutable_product();
    product.set_exhibitor(exhibitor);
    product.set_title_vi(title);
    product.set_unit("kg");
    return event;
}

inline reg::Event certificate_recorded(std::uint32_t id, std::uint32_t product, std::int32_t expires_on = fair_day + 100) {
    reg::Event event;
    event.mutable_certificate_recorded()->set_certificate_id(id);
    auto& certificate = *event.mutable_certificate_recorded()->mutable_certificate();
    certificate.set_product(product);
    certificate.set_rating(reg::RATING_POTENTIAL_FIVE);
    certificate.set_expires_on(expires_on);
    return event;
}

inline reg::Event certificate_revoked(std::uint32_t id, std::int32_t day = fair_day - 1) {
    reg::Event event;
    event.mutable_certificate_revoked()->set_certificate_id(id);
    event.mutable_certificate_revoked()->set_revoked_on(day);
    return event;
}

inline reg::Event demand_posted(std::uint32_t id, std::uint32_t buyer, const std::string& title) {
    reg::Event event;
    event.mutable_demand_posted()->set_demand_id(id);
    auto& demand = *event.mutable_demand_posted()->mutable_demand();
    demand.set_buyer(buyer);
    demand.set_title(title);
    demand.set_valid_certificate_required(true);
    return event;
}

inline reg::Event demand_withdrawn(std::uint32_t id) {
    reg::Event event;
    event.mutable_demand_withdrawn()->set_demand_id(id);
    return event;
}

inline reg::Event entered(Side side, std::uint32_t organisation, std::uint32_t fair = 1) {
    reg::Event event;
    auto& part = *event.mutable_fair_entered()->mutable_participation();
    part.set_fair(fair);
    if (side == Side::buyer) part.set_buyer(organisation);
    if (side == Side::exhibitor) part.set_exhibitor(organisation);
    return event;
}

/// Fair 1 with buyer 1 (demand 1: glutinous rice) and exhibitors 1 and 2, one product each; exhibitor 3 has a product but stays at home.
inline std::vector<reg::Event> a_small_fair() {
    return {fair_opened(),
            exhibitor_registered(1),
            exhibitor_registered(2, "40"),
            exhibitor_registered(3),
            product_added(1, 1, "Gạo nếp"),
            product_added(2, 2, "Gạo nếp nương"),
            product_added(3, 3, "Gạo nếp cái hoa vàng"),
            certificate_recorded(1, 1),
            certificate_recorded(2, 2),
            demand_posted(1, 1, "Thu mua gạo nếp"),
            entered(Side::buyer, 1),
            entered(Side::exhibitor, 1),
            entered(Side::exhibitor, 2)};
}

class Scenario : public tests::Scenario<MatchingDomain> {
  public:
    /// A fair with what happened in it since, by the register.
    explicit Scenario(const std::vector<reg::Event>& more = {}) {
        for (const auto& event : a_small_fair()) given_from(SERVICE_REGISTRATION, event);
        for (const auto& event : more) given_from(SERVICE_REGISTRATION, event);
    }
};

inline v1::Command interest(Side from, v1::Level level, std::uint32_t buyer = 1, std::uint32_t exhibitor = 1, std::uint32_t fair = 1) {
    v1::Command command;
    auto& stated = *command.mutable_state_interest();
    stated.set_fair(fair);
    stated.set_buyer(buyer);
    stated.set_exhibitor(exhibitor);
    stated.set_from(from == Side::buyer ? v1::SIDE_BUYER : v1::SIDE_EXHIBITOR);
    stated.set_level(level);
    return command;
}

inline v1::Event stated(const v1::Command& command) {
    v1::Event event;
    *event.mutable_interest_stated()->mutable_interest() = command.state_interest();
    return event;
}

inline v1::Command withdraw(Side from, std::uint32_t buyer = 1, std::uint32_t exhibitor = 1) {
    v1::Command command;
    auto& withdrawn = *command.mutable_withdraw_interest();
    withdrawn.set_fair(1);
    withdrawn.set_buyer(buyer);
    withdrawn.set_exhibitor(exhibitor);
    withdrawn.set_from(from == Side::buyer ? v1::SIDE_BUYER : v1::SIDE_EXHIBITOR);
    return command;
}

inline v1::Command suggest(std::uint32_t demand = 1, std::uint32_t top = 10, std::uint32_t fair = 1) {
    v1::Command command;
    command.mutable_suggest()->set_fair(fair);
    command.mutable_suggest()->set_demand(demand);
    command.mutable_suggest()->set_top(top);
    return command;
}

inline v1::Command feedback(Side from, v1::Outcome outcome, v1::DeclineReason reason = v1::DECLINE_REASON_UNSPECIFIED, std::uint32_t exhibitor = 1,
                            std::uint32_t fair = 1) {
    v1::Command command;
    auto& said = *command.mutable_record_feedback();
    said.set_fair(fair);
    said.set_buyer(1);
    said.set_exhibitor(exhibitor);
    said.set_from(from == Side::buyer ? v1::SIDE_BUYER : v1::SIDE_EXHIBITOR);
    said.set_outcome(outcome);
    said.set_reason(reason);
    return command;
}

inline v1::Command add_words(const std::vector<std::string>& names, v1::WordsRelation relation = v1::WORDS_RELATION_SAME) {
    v1::Command command;
    for (const auto& name : names) command.mutable_add_words()->add_names(name);
    command.mutable_add_words()->set_relation(relation);
    return command;
}

inline v1::Command remove_words(std::uint32_t words) {
    v1::Command command;
    command.mutable_remove_words()->set_words(words);
    return command;
}

inline v1::Command list_settings(std::optional<std::uint32_t> lift, std::optional<std::uint32_t> weight = {}, v1::Use feedback = v1::USE_UNSPECIFIED) {
    v1::Command command;
    auto& settings = *command.mutable_set_list_settings();
    settings.set_fair(1);
    if (lift) settings.set_lift_strength_thousandths(*lift);
    if (weight) settings.set_price_weight_thousandths(*weight);
    settings.set_feedback(feedback);
    return command;
}

inline scheduling::v1::Event slot_opened(std::uint32_t id) {
    scheduling::v1::Event event;
    event.mutable_slot_opened()->set_slot_id(id);
    event.mutable_slot_opened()->mutable_slot()->set_fair(1);
    return event;
}

/// Products of a list, best first.
inline std::vector<std::uint32_t> products(const v1::Suggested& list) {
    std::vector<std::uint32_t> out;
    for (const auto& item : list.items()) out.push_back(item.product());
    return out;
}

}  // namespace hoicho::matching
