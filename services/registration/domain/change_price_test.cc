#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

v1::Command change_price(std::uint32_t product, std::int64_t price) {
    v1::Command command;
    command.mutable_change_price()->set_product(product);
    command.mutable_change_price()->set_price_wholesale_vnd(price);
    return command;
}

TEST(ChangePrice, IsThePriceFromNowOn) {
    Scenario fair{organiser_opened(), exhibitor_registered(), product_added()};
    fair.when(change_price(1, 123'000)).is_accepted();
    EXPECT_EQ(fair.state().products.find(ProductId{1})->price_wholesale_vnd(), 123'000);
    fair.when(change_price(1, 123'000)).refuses({REASON_ALREADY_DONE, "price_wholesale_vnd", "123000", ""});
}

TEST(ChangePrice, IsRefusedForAProductThatIsNotThere) {
    given(organiser_opened()).when(change_price(7, 1)).refuses({REASON_UNKNOWN, "product", "7", ""});
}

TEST(ChangePrice, KnowsItsBounds) {
    Scenario fair{organiser_opened(), exhibitor_registered(), product_added()};
    fair.when(change_price(1, 0)).refuses(REASON_MISSING, "price_wholesale_vnd");
    fair.when(change_price(1, -1)).refuses(REASON_OUT_OF_RANGE, "price_wholesale_vnd");
    fair.when(change_price(1, price_vnd_max + 1)).refuses(REASON_OUT_OF_RANGE, "price_wholesale_vnd");
    fair.when(change_price(1, price_vnd_max)).is_accepted();
    fair.when(change_price(1, 1)).is_accepted();
}

}  // namespace
}  // namespace hoicho::registration
