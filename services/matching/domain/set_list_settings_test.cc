#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

v1::Command settings(std::uint32_t fair = 1) {
    v1::Command command;
    command.mutable_set_list_settings()->set_fair(fair);
    return command;
}
v1::Command lift(std::uint32_t strength) {
    auto command = settings();
    command.mutable_set_list_settings()->set_lift_strength_thousandths(strength);
    return command;
}
v1::Command weight(std::uint32_t weight) {
    auto command = settings();
    command.mutable_set_list_settings()->set_price_weight_thousandths(weight);
    return command;
}
v1::Command use(v1::Use feedback) {
    auto command = settings();
    command.mutable_set_list_settings()->set_feedback(feedback);
    return command;
}

TEST(SetListSettings, ChangesWhatIsNamedAndKeepsTheRest) {
    Scenario fair;
    EXPECT_EQ(fair.state().settings_of(1), (ListSettings{0, 1000, true}));
    fair.when(lift(250)).when(weight(0)).when(use(v1::USE_OFF)).is_accepted();
    EXPECT_EQ(fair.state().settings_of(1), (ListSettings{250, 0, false}));
    fair.when(use(v1::USE_ON)).is_accepted();
    EXPECT_EQ(fair.state().settings_of(1), (ListSettings{250, 0, true}));
}

TEST(SetListSettings, KnowsItsBounds) {
    Scenario fair;
    fair.when(lift(1001)).refuses({REASON_OUT_OF_RANGE, "lift_strength_thousandths", "1001", "0-1000"});
    fair.when(weight(1001)).refuses({REASON_OUT_OF_RANGE, "price_weight_thousandths", "1001", "0-1000"});
    fair.when(use(static_cast<v1::Use>(3))).refuses(REASON_OUT_OF_RANGE, "feedback");
    fair.when(lift(1000)).is_accepted();
    fair.when(weight(999)).is_accepted();
}

TEST(SetListSettings, IsRefusedWhenNothingChangesOrTheFairIsNotThere) {
    Scenario{}.when(settings()).refuses({REASON_ALREADY_DONE, "settings", "1", ""});
    Scenario{}.when(weight(1000)).refuses(REASON_ALREADY_DONE, "settings");
    Scenario{}.when(settings(7)).refuses({REASON_UNKNOWN, "fair", "7", ""});
    Scenario{}.when(settings(0)).refuses(REASON_MISSING, "fair");
}

}  // namespace
}  // namespace hoicho::matching
