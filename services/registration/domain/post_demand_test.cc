#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

template <class Change>
v1::Command demand_with(Change change) {
    return command(with(demand(), change));
}
TEST(PostDemand, JoinsItsBuyer) {
    given(organiser_opened(), buyer_registered())
        .when(command(demand()))
        .expects(demand_posted())
        .creates(ID_KIND_DEMAND, 1);
    given(organiser_opened()).when(command(demand())).refuses({REASON_UNKNOWN, "buyer", "1", ""});
}

TEST(PostDemand, MayBeWordsOnly) {
    Scenario fair{organiser_opened(), buyer_registered()};
    fair.when(demand_with([](auto& it) {
            it.clear_quantity_thousandths();
            it.clear_quantity_unit();
            it.clear_quantity_per();
        }))
        .is_accepted();
    fair.when(demand_with([](auto& it) { it.clear_title(); })).refuses(REASON_MISSING, "title");
}

TEST(PostDemand, SaysHowGoodsAreToBePacked) {
    Scenario fair{organiser_opened(), buyer_registered()};
    fair.when(demand_with([](auto& it) { it.set_pack("túi 500 g"); })).is_accepted();
    EXPECT_EQ(fair.state().demands.find(DemandId{1})->demand.pack(), "túi 500 g");
    fair.when(demand_with([](auto& it) { it.set_pack(std::string(name_bytes_max + 1, 'a')); })).refuses(REASON_OUT_OF_RANGE, "pack");
}

TEST(PostDemand, SaysInWhichUnitAndHowOftenAQuantityIsNeeded) {
    Scenario fair{organiser_opened(), buyer_registered()};
    fair.when(demand_with([](auto& it) { it.clear_quantity_unit(); })).refuses(REASON_MISSING, "quantity_unit");
    fair.when(demand_with([](auto& it) { it.clear_quantity_per(); })).refuses(REASON_MISSING, "quantity_per");
    fair.when(demand_with([](auto& it) { it.set_quantity_per("DAY"); }))
        .refuses({REASON_OUT_OF_RANGE, "quantity_per", "DAY", "MONTH, WEEK, SEASON, ONCE"});
    fair.when(demand_with([](auto& it) { it.set_quantity_thousandths(-1); }))
        .refuses(REASON_OUT_OF_RANGE, "quantity_thousandths");
}

TEST(PostDemand, HasAPriceFromAndToInThisOrder) {
    const auto priced = [](std::int64_t min, std::int64_t max) {
        return demand_with([min, max](auto& it) {
            it.set_price_min_vnd(min);
            it.set_price_max_vnd(max);
        });
    };
    Scenario fair{organiser_opened(), buyer_registered()};
    fair.when(priced(40'000, 0)).is_accepted();  // no upper limit was told
    fair.when(priced(40'000, 40'000)).is_accepted();
    fair.when(priced(40'001, 40'000)).refuses({REASON_OUT_OF_RANGE, "price_min_vnd", "40001", "0..40000"});
}

TEST(PostDemand, IsNeededFromADayToALaterOne) {
    const auto needed = [](std::int32_t from, std::int32_t to) {
        return demand_with([from, to](auto& it) {
            it.set_needed_from(from);
            it.set_needed_to(to);
        });
    };
    Scenario fair{organiser_opened(), buyer_registered()};
    fair.when(needed(20'800, 20'800)).is_accepted();
    fair.when(needed(20'800, 0)).is_accepted();
    fair.when(needed(20'800, 20'799)).refuses(REASON_DAYS_REVERSED, "needed_to");
}

TEST(PostDemand, AsksForStarsGroupsAndStandardsThatExist) {
    Scenario fair{organiser_opened(), buyer_registered()};
    fair.when(demand_with([](auto& it) { it.set_min_stars(5); })).is_accepted();
    fair.when(demand_with([](auto& it) { it.set_min_stars(6); }))
        .refuses({REASON_OUT_OF_RANGE, "min_stars", "6", "0..5"});
    fair.when(demand_with([](auto& it) { it.set_ocop_group(7); })).refuses(REASON_OUT_OF_RANGE, "ocop_group");
    fair.when(demand_with([](auto& it) { it.set_ocop_set(27); })).refuses(REASON_OUT_OF_RANGE, "ocop_set");
    fair.when(demand_with([](auto& it) { it.add_standards_required("vệ sinh"); }))
        .refuses(REASON_OUT_OF_RANGE, "standards_required");
    fair.when(demand_with([](auto& it) { it.add_provinces_preferred("1"); }))
        .refuses(REASON_OUT_OF_RANGE, "provinces_preferred");
    fair.when(demand_with([](auto& it) { it.set_language("Vietnamese"); })).refuses(REASON_OUT_OF_RANGE, "language");
}

TEST(PostDemand, IsRefusedWhenThereAreAsManyAsThereMayBe) {
    Scenario fair{organiser_opened(), buyer_registered(), demand_posted(demands_max - 1)};
    fair.when(command(demand())).creates(ID_KIND_DEMAND, demands_max);
    fair.when(command(demand())).refuses(REASON_FULL, "demands");
}

}  // namespace
}  // namespace hoicho::registration
