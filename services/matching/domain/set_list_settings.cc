// Sets what a fair's lists weigh besides relevance and wishes. What the command leaves out stays as it is.
#include "matching/domain/decide.h"
#include "matching/domain/market/exposure.h"

namespace hoicho::matching {

Answer decide(const State& state, const v1::SetListSettings& command) {
    if (command.fair() == 0) return refuse(REASON_MISSING, "fair");
    if (!state.fairs.contains(FairId{command.fair()})) return refuse(REASON_UNKNOWN, "fair", std::to_string(command.fair()));
    if (command.lift_strength_thousandths() > market::strength_max_thousandths)
        return refuse(REASON_OUT_OF_RANGE, "lift_strength_thousandths", std::to_string(command.lift_strength_thousandths()),
                      "0-" + std::to_string(market::strength_max_thousandths));
    if (command.price_weight_thousandths() > market::price_weight_full_thousandths)
        return refuse(REASON_OUT_OF_RANGE, "price_weight_thousandths", std::to_string(command.price_weight_thousandths()),
                      "0-" + std::to_string(market::price_weight_full_thousandths));
    if (command.feedback() < v1::USE_UNSPECIFIED || command.feedback() > v1::USE_OFF)
        return refuse(REASON_OUT_OF_RANGE, "feedback", std::to_string(command.feedback()), "ON, OFF");

    auto settings = state.settings_of(command.fair());
    if (command.has_lift_strength_thousandths()) settings.lift_strength_thousandths = static_cast<std::int32_t>(command.lift_strength_thousandths());
    if (command.has_price_weight_thousandths()) settings.price_weight_thousandths = static_cast<std::int32_t>(command.price_weight_thousandths());
    if (command.feedback() != v1::USE_UNSPECIFIED) settings.feedback = command.feedback() == v1::USE_ON;
    if (settings == state.settings_of(command.fair())) return refuse(REASON_ALREADY_DONE, "settings", std::to_string(command.fair()));

    v1::Event event;
    auto& set = *event.mutable_list_settings_set();
    set.set_fair(command.fair());
    set.set_lift_strength_thousandths(static_cast<std::uint32_t>(settings.lift_strength_thousandths));
    set.set_price_weight_thousandths(static_cast<std::uint32_t>(settings.price_weight_thousandths));
    set.set_feedback(settings.feedback);
    return fact(std::move(event));
}

}  // namespace hoicho::matching
