// What is taken back was never there, and the store gets final rows only.
#include "kernel/table.h"

#include <gtest/gtest.h>

#include <map>

namespace hoicho {
namespace {

enum class Booth : std::uint32_t {};
using Stored = std::map<std::string, std::optional<std::string>>;

class TablesOfAFair : public testing::Test {
  protected:
    TablesOfAFair() {
        tracking.set_stored(true);
        tracking.set_undoable(true);
    }
    template <class Write>
    void entry(Write write) {
        tracking.begin_entry();
        write();
    }
    Stored drained() {
        Stored rows;
        for (auto* table : tables.all())
            table->drain_changes([&](std::string_view key, bool present, std::string_view row) {
                rows[std::string{key}] = present ? std::optional<std::string>{row} : std::nullopt;
            });
        return rows;
    }
    static std::string key(std::uint32_t number) {
        std::string bytes;
        codec::put_key(bytes, number);
        return bytes;
    }
    static std::string text(const std::string& value) {
        std::string bytes;
        codec::put(bytes, value);
        return bytes;
    }

    Tracking tracking;
    Tables tables{tracking};
    Rows<Booth, std::string> booths{tables, "bo"};
    Keyed<std::uint32_t, std::string> seats{tables, "se"};
};

TEST_F(TablesOfAFair, AnUndoneEntryLeavesEverythingAsItWas) {
    entry([&] { seats.put(1, "AEON"); });
    entry([&] {
        seats.put(1, "BigC");
        seats.edit(1) = "Winmart";
        seats.put(2, "Lotte");
        seats.erase(1);
    });
    tracking.undo_last_entry();
    EXPECT_EQ(*seats.find(1), "AEON");
    EXPECT_FALSE(seats.contains(2));
    tracking.undo_all();
    EXPECT_EQ(seats.size(), 0U);
    EXPECT_EQ(tracking.unconfirmed_entries(), 0U);
}

TEST_F(TablesOfAFair, AnUndoneBirthGivesItsIdBack) {
    entry([&] { booths.put(Booth{booths.next_id()}, "A1"); });
    entry([&] {
        booths.put(Booth{booths.next_id()}, "A2");
        booths.put(Booth{booths.next_id()}, "A3");
    });
    EXPECT_EQ(booths.next_id(), 4U);
    tracking.undo_last_entry();
    EXPECT_EQ(booths.next_id(), 2U);
    EXPECT_EQ(booths.size(), 1U);
    entry([&] { booths.put(Booth{booths.next_id()}, "B1"); });
    EXPECT_EQ(*booths.find(Booth{2}), "B1");
}

TEST_F(TablesOfAFair, TheStoreGetsARowAsItWasConfirmedNotAsItIsNow) {
    entry([&] { seats.put(1, "confirmed"); });
    entry([&] { seats.put(1, "unconfirmed"); });
    entry([&] { seats.put(2, "unconfirmed"); });
    tracking.confirm_first_entry();
    EXPECT_EQ(drained(), (Stored{{key(1), text("confirmed")}}));
    EXPECT_TRUE(drained().empty());
    tracking.confirm_first_entry();
    tracking.undo_all();
    EXPECT_EQ(drained(), (Stored{{key(1), text("unconfirmed")}}));
}

TEST_F(TablesOfAFair, ARowBornAndErasedUnconfirmedIsKnownToTheStoreAsItWas) {
    entry([&] { seats.put(1, "first"); });
    tracking.confirm_first_entry();
    entry([&] { seats.erase(1); });
    entry([&] { seats.put(1, "again"); });
    EXPECT_EQ(drained(), (Stored{{key(1), text("first")}}));
    tracking.confirm_first_entry();
    EXPECT_EQ(drained(), (Stored{{key(1), std::nullopt}}));
}

TEST_F(TablesOfAFair, AFoldIsFinalAtOnceAndADerivedTableIsNeverStored) {
    Keyed<std::uint32_t, std::string> derived{tables, "de", Kept::derived};
    tracking.set_undoable(false);
    seats.put(3, "folded");
    derived.put(3, "derived");
    EXPECT_EQ(drained(), (Stored{{key(3), text("folded")}}));
}

TEST_F(TablesOfAFair, WhatWasDrainedLoadsIntoAnEqualTable) {
    tracking.set_undoable(false);
    booths.put(Booth{1}, "A1");
    booths.put(Booth{2}, "A2");
    Tables others{tracking};
    Rows<Booth, std::string> copy{others, "bo"};
    for (const auto& [row_key, row] : drained()) ASSERT_TRUE(copy.load(row_key, *row));
    Digest digest, digest_of_copy;
    booths.add_to(digest, "hanoi");
    copy.add_to(digest_of_copy, "hanoi");
    EXPECT_EQ(digest, digest_of_copy);
    EXPECT_NE(digest, Digest{});
    EXPECT_FALSE(copy.load("short", text("A3")));
    EXPECT_FALSE(copy.load(key(3), "no row"));
}

}  // namespace
}  // namespace hoicho
