// Time for meetings: the fair's slots, the people, and their windows.
#include "matching/domain/slots_there.h"

#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

using Windows = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

scheduling::v1::Event slot(std::uint64_t starts_at_ms, std::uint64_t ends_at_ms) {
    auto event = slot_opened(1);
    event.mutable_slot_opened()->mutable_slot()->set_starts_at_ms(starts_at_ms);
    event.mutable_slot_opened()->mutable_slot()->set_ends_at_ms(ends_at_ms);
    return event;
}

reg::Event person(Side side, std::uint32_t organisation, const Windows& windows = {}) {
    reg::Event event;
    auto& person = *event.mutable_representative_registered()->mutable_representative();
    side == Side::buyer ? person.set_buyer(organisation) : person.set_exhibitor(organisation);
    for (const auto& [from, to] : windows) {
        auto& window = *person.add_availability();
        window.set_starts_at_ms(from);
        window.set_ends_at_ms(to);
    }
    return event;
}

struct TwoSlots : Scenario {
    TwoSlots() {
        given_from(SERVICE_SCHEDULING, slot(10, 20));
        given_from(SERVICE_SCHEDULING, slot(20, 30));
    }
    std::uint32_t of(Side side, std::uint32_t id) { return slots_there(state(), 1, side, id); }
};

TEST(SlotsThere, AreAssumedUntilTheFairOpensTheFirst) {
    Scenario fair;
    EXPECT_EQ(slots_there(fair.state(), 1, Side::buyer, 1), 12u);
    fair.given_from(SERVICE_REGISTRATION, person(Side::buyer, 1)).given_from(SERVICE_REGISTRATION, person(Side::buyer, 1));
    EXPECT_EQ(slots_there(fair.state(), 1, Side::buyer, 1), 24u);
}

TEST(SlotsThere, AreAllOfThemForOneOfWhomNobodyWasRegistered) { EXPECT_EQ(TwoSlots{}.of(Side::exhibitor, 1), 2u); }

TEST(SlotsThere, CountEachPersonInTheSlotsThatItsWindowsCover) {
    TwoSlots fair;
    fair.given_from(SERVICE_REGISTRATION, person(Side::exhibitor, 1, {{10, 20}}));
    EXPECT_EQ(fair.of(Side::exhibitor, 1), 1u);
    EXPECT_EQ(fair.of(Side::buyer, 1), 2u) << "a buyer with the same number is somebody else";
    fair.given_from(SERVICE_REGISTRATION, person(Side::exhibitor, 1));
    EXPECT_EQ(fair.of(Side::exhibitor, 1), 3u);
    fair.given_from(SERVICE_REGISTRATION, person(Side::exhibitor, 2, {{0, 19}, {11, 40}}));
    EXPECT_EQ(fair.of(Side::exhibitor, 2), 1u) << "half a slot is none";
}

TEST(SlotsThere, AreNeverLessThanOne) {
    TwoSlots fair;
    fair.given_from(SERVICE_REGISTRATION, person(Side::buyer, 1, {{50, 60}}));
    EXPECT_EQ(fair.of(Side::buyer, 1), 1u);
}

}  // namespace
}  // namespace hoicho::matching
