// Properties over random commands: no rule is ever broken, undo takes back exactly what was done, and the journals alone give the state.
#include <map>
#include <random>

#include "scheduling/domain/invariants.h"
#include "scheduling/domain/testing.h"
#include "scheduling/service/partition.h"

namespace hoicho::scheduling {
namespace {

constexpr std::string_view organiser = "sample-organiser";

struct Record {
    Service journal;
    std::string event;
};
using Journal = std::vector<Record>;

template <class Event>
void append(Journal& journal, Service service, const Event& event) {
    journal.push_back({service, event.SerializeAsString()});
}

Journal registration_journal() {
    Journal journal;
    append(journal, SERVICE_REGISTRATION, fair_opened(2));
    for (const std::uint32_t id : {1U, 2U, 3U}) {
        append(journal, SERVICE_REGISTRATION, entered(Side::buyer, id));
        append(journal, SERVICE_REGISTRATION, entered(Side::exhibitor, id));
        append(journal, SERVICE_REGISTRATION, person(Side::buyer, id, {{nine_ms, nine_ms + 45 * minute_ms}}, id));
        append(journal, SERVICE_REGISTRATION, person(Side::buyer, id));
    }
    return journal;
}

Journal matching_journal() {
    Journal journal;
    append(journal, SERVICE_MATCHING, wish(Side::buyer, aeon, van_ho, Level::must));
    append(journal, SERVICE_MATCHING, wish(Side::exhibitor, aeon, van_ho, Level::want));
    append(journal, SERVICE_MATCHING, wish(Side::exhibitor, brg, van_ho, Level::never));
    append(journal, SERVICE_MATCHING, wish(Side::buyer, metro, ha_giang, Level::want));
    append(journal, SERVICE_MATCHING, no_wish(Side::buyer, metro, ha_giang));
    return journal;
}

void fold(SchedulingPartition& partition, const Journal& journal) {
    for (const auto& record : journal) ASSERT_EQ(partition.evolve(record.journal, organiser, record.event), Folded::done);
}

class RandomCommands {
  public:
    explicit RandomCommands(std::uint64_t seed) : random_{seed} {}

    std::uint32_t one_of(std::uint32_t most) { return static_cast<std::uint32_t>(random_() % most) + 1; }
    v1::Side side() { return one_of(2) == 1 ? v1::SIDE_BUYER : v1::SIDE_EXHIBITOR; }

    v1::Command next() {
        switch (one_of(13)) {
            case 1: return request(one_of(3), one_of(3), one_of(4), side());
            case 2: return accept(one_of(20), side());
            case 3: return decline(one_of(20), "NO_FIT", side());
            case 4: return cancel(one_of(20));
            case 5: return ask_programme();
            case 6: return propose_programme(one_of(6), {{one_of(3), one_of(3), one_of(4), one_of(2)},
                                                         {one_of(3), one_of(3), one_of(4), one_of(2)}});
            case 7: return publish(one_of(6));
            case 8: return expire();
            case 9: return place_booth("B" + std::to_string(one_of(5)), {"B" + std::to_string(one_of(5))});
            case 10: return one_of(2) == 1 ? request_booths(one_of(3), one_of(2)) : ask_allocation();
            case 11: return propose_allocation(one_of(4), {{one_of(3), {one_of(4)}}, {one_of(3), {one_of(4), one_of(4)}}});
            case 12: return propose_repair(one_of(6), {{one_of(20), {one_of(3), one_of(3), one_of(4), one_of(2)}},
                                                       {one_of(20), {one_of(3), one_of(3), one_of(4), one_of(2)}}}, {one_of(20)});
            default: return book(one_of(3), one_of(3), one_of(4), one_of(2), one_of(4) == 1);
        }
    }

  private:
    std::mt19937_64 random_;
};

/// A fair that lives through random commands, with a window of unconfirmed decisions as a processor has.
class Life {
  public:
    explicit Life(std::uint64_t seed) : random_{seed} {
        fold(partition, registration_journal());
        fold(partition, matching_journal());
        partition.tracking().set_undoable(true);
        for (const auto& command : small_venue()) decide(command);
        confirm();
    }

    void step() {
        now_ms += random_.one_of(20) * minute_ms;
        decide(random_.next());
        if (random_.one_of(8) == 1) confirm();
        if (random_.one_of(12) == 1) roll_back();
    }

    void confirm() {
        for (; unconfirmed_ > 0; --unconfirmed_) partition.tracking().confirm_first_entry();
        confirmed_ = own.size();
        digest_ = partition.digest();
    }

    SchedulingPartition partition;
    Journal own;
    std::uint64_t now_ms = day_before_ms;
    std::size_t accepted = 0;

  private:
    void decide(const v1::Command& command) {
        partition.tracking().begin_entry();
        ++unconfirmed_;
        const auto outcome = partition.decide(command.SerializeAsString(), Context{now_ms, organiser, "tester"});
        const auto* yes = std::get_if<Yes>(&outcome);
        if (!yes) return;
        ++accepted;
        for (const auto& event : yes->events) own.push_back({SERVICE_SCHEDULING, event});
        for (const auto& sentence : broken_rules(*partition.state(organiser), 0)) ADD_FAILURE() << sentence << "\n" << command.DebugString();
        EXPECT_TRUE(conflicts(*partition.state(organiser)).empty());
    }

    void roll_back() {
        for (; unconfirmed_ > 0; --unconfirmed_) partition.tracking().undo_last_entry();
        own.resize(confirmed_);
        EXPECT_EQ(partition.digest(), digest_);
    }

    RandomCommands random_;
    std::size_t unconfirmed_ = 0;
    std::size_t confirmed_ = 0;
    Digest digest_;
};

TEST(Journals, NoRuleIsBrokenAndARefoldGivesTheSameState) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Life life{seed};
        for (int step = 0; step < 300; ++step) life.step();
        life.confirm();
        EXPECT_GT(life.accepted, 30U);
        SchedulingPartition again;
        fold(again, registration_journal());
        fold(again, matching_journal());
        fold(again, life.own);
        EXPECT_EQ(again.digest(), life.partition.digest());
    }
}

TEST(Journals, AnyInterleavingGivesOneState) {
    Life life{7};
    for (int step = 0; step < 200; ++step) life.step();
    life.confirm();
    const std::vector<Journal> journals{registration_journal(), matching_journal(), life.own};
    std::mt19937_64 random{11};
    for (int round = 0; round < 10; ++round) {
        SchedulingPartition partition;
        std::vector<std::size_t> at(journals.size(), 0);
        for (std::size_t left = journals[0].size() + journals[1].size() + journals[2].size(); left > 0;) {
            const std::size_t which = random() % journals.size();
            if (at[which] == journals[which].size()) continue;
            const auto& record = journals[which][at[which]++];
            ASSERT_EQ(partition.evolve(record.journal, organiser, record.event), Folded::done);
            --left;
        }
        EXPECT_EQ(partition.digest(), life.partition.digest());
    }
}

TEST(Journals, RowsGivenToAStoreComeBackAsTheSameState) {
    SchedulingPartition kept;
    kept.tracking().set_stored(true);
    Life life{3};
    for (int step = 0; step < 200; ++step) life.step();
    life.confirm();
    fold(kept, registration_journal());
    fold(kept, matching_journal());
    fold(kept, life.own);
    std::map<std::string, std::string> rows;
    kept.drain_changes([&](std::string_view key, bool present, std::string_view row) {
        if (present) rows[std::string{key}] = row;
    });
    SchedulingPartition loaded;
    for (const auto& [key, row] : rows) ASSERT_TRUE(loaded.load(key, row));
    loaded.loaded();
    EXPECT_EQ(loaded.digest(), life.partition.digest());
    EXPECT_EQ(loaded.state(organiser)->due.all(), life.partition.state(organiser)->due.all());
}

TEST(Journals, AnEventOfANewerBuildIsNeverSkipped) {
    SchedulingPartition partition;
    const std::string unknown_kind = std::string{"\xfa\x3e\x00", 3};  // field 1007, no bytes
    for (const auto journal : {SERVICE_REGISTRATION, SERVICE_MATCHING, SERVICE_SCHEDULING})
        EXPECT_EQ(partition.evolve(journal, organiser, unknown_kind), Folded::newer);
}

}  // namespace
}  // namespace hoicho::scheduling
