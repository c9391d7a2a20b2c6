#include "registration/service/partition.h"

#include <map>

#include "registration/domain/testing.h"
#include "registration/service/invariants.h"

namespace hoicho::registration {
namespace {

constexpr std::string_view agency = "hpa";
const Context now{1'790'000'000'000, agency, "tester"};

std::vector<v1::Event> a_small_register() {
    const auto coded = with(co_operative(), [](auto& it) { it.set_code("E0001"); });
    const auto other = with(household(), [](auto& it) { it.set_code("E0002"); });
    return {organiser_opened(),
            fair_opened(),
            delegation_registered(),
            exhibitor_registered(1, coded),
            exhibitor_registered(2, other),
            product_added(),
            certificate_recorded(),
            certificate_revoked(1, 20'500),
            buyer_registered(),
            demand_posted(),
            demand_withdrawn(),
            representative_registered(),
            point_of_sale_registered(),
            fair_entered()};
}

TEST(RegistrationPartition, FoldsEveryKindOfEvent) {
    RegistrationPartition partition;
    for (const auto& event : a_small_register())
        EXPECT_EQ(partition.evolve(SERVICE_REGISTRATION, agency, event.SerializeAsString()), Folded::done);
    ASSERT_NE(partition.state(agency), nullptr);
    EXPECT_EQ(partition.state(agency)->exhibitors.size(), 2u);
    EXPECT_EQ(broken_rules(*partition.state(agency)), std::vector<std::string>{});
}

TEST(RegistrationPartition, StopsAtANewerEvent) {
    RegistrationPartition partition;
    EXPECT_EQ(partition.evolve(SERVICE_REGISTRATION, agency, "\xfa\x3f\x02\x08\x01"), Folded::newer);
}

TEST(RegistrationPartition, TakesBackWhatWasNotConfirmed) {
    RegistrationPartition partition;
    partition.evolve(SERVICE_REGISTRATION, agency, organiser_opened().SerializeAsString());
    const auto before = partition.digest();
    partition.tracking().set_undoable(true);
    partition.tracking().begin_entry();
    ASSERT_TRUE(std::holds_alternative<Yes>(partition.decide(command(co_operative()).SerializeAsString(), now)));
    EXPECT_NE(partition.digest(), before);
    partition.tracking().undo_all();
    EXPECT_EQ(partition.digest(), before);

    partition.tracking().begin_entry();
    const auto again = partition.decide(command(co_operative()).SerializeAsString(), now);
    ASSERT_TRUE(std::holds_alternative<Yes>(again)) << "neither the id nor the tax code may stay taken";
    EXPECT_EQ(std::get<Yes>(again).created.front().id, 1u);
}

TEST(RegistrationPartition, ReadBackFromItsRowsIsTheSame) {
    RegistrationPartition written;
    written.tracking().set_stored(true);
    for (const auto& event : a_small_register())
        written.evolve(SERVICE_REGISTRATION, agency, event.SerializeAsString());
    std::map<std::string, std::string> store;
    written.drain_changes([&store](std::string_view key, bool present, std::string_view row) {
        if (present) store[std::string{key}] = row;
    });

    RegistrationPartition read;
    for (const auto& [key, row] : store) ASSERT_TRUE(read.load(key, row)) << key;
    read.loaded();
    EXPECT_EQ(read.digest(), written.digest());
    EXPECT_EQ(read.state(agency)->by_tax_number.size(), 3u);
    EXPECT_EQ(std::get<Refusal>(read.decide(command(co_operative()).SerializeAsString(), now)).accepted, "E0001");
}

TEST(BrokenRules, NamesWhatIsWrong) {
    Scenario scenario{organiser_opened(),
                      exhibitor_registered(1),
                      exhibitor_registered(2),
                      product_added(),
                      product_added(2, with(product(), [](auto& it) { it.set_exhibitor(9); })),
                      point_of_sale_registered(1),
                      point_of_sale_registered(2),
                      fair_entered()};
    EXPECT_EQ(broken_rules(scenario.state()),
              (std::vector<std::string>{"no such fair to take part in: 1", "tax number held twice, also by exhibitor 2",
                                        "no exhibitor of product 2", "codes held twice: 1"}));
}

}  // namespace
}  // namespace hoicho::registration
