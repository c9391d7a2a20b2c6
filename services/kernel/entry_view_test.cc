// A view of an Entry says what the whole Entry says, whoever wrote it.
#include "kernel/entry_view.h"

#include <google/protobuf/stubs/logging.h>
#include <gtest/gtest.h>

#include <random>

namespace hoicho {
namespace {

using journal::v1::Entry;

void expect_same(const EntryView& view, const Entry& entry) {
    EXPECT_EQ(view.writer(), entry.writer());
    EXPECT_EQ(view.n(), entry.n());
    EXPECT_EQ(view.parent(), entry.parent());
    EXPECT_EQ(view.input(), entry.input());
    EXPECT_EQ(view.command_id(), entry.command_id());
    EXPECT_EQ(view.command_hash(), entry.command_hash());
    EXPECT_EQ(view.now_ms(), entry.now_ms());
    EXPECT_EQ(view.format(), entry.format());
    EXPECT_EQ(view.outcome(), outcome_of(entry));
    EXPECT_EQ(view.reason(), entry.refused().reason());
    ASSERT_EQ(view.events().size(), static_cast<std::size_t>(entry.accepted().events_size()));
    for (int at = 0; at < entry.accepted().events_size(); ++at) EXPECT_EQ(view.events()[static_cast<std::size_t>(at)], entry.accepted().events(at));
    ASSERT_EQ(view.seen().size(), static_cast<std::size_t>(entry.seen_size()));
    for (int at = 0; at < entry.seen_size(); ++at) EXPECT_EQ(view.seen()[static_cast<std::size_t>(at)].n, entry.seen(at).n());
}

Entry booking() {
    Entry entry;
    entry.set_writer(std::string(16, 'w'));
    entry.set_n(7);
    entry.set_parent(std::string(16, 'p'));
    entry.set_input(300);
    entry.set_command_id("0123456789abcdef");
    entry.set_command_hash("01234567");
    auto* seen = entry.add_seen();
    seen->set_service(journal::v1::SERVICE_REGISTRATION);
    seen->set_n(1'000'000);
    entry.set_now_ms(1'790'000'000'000);
    entry.set_build("1.0");
    entry.set_format(1);
    entry.set_actor("an");
    entry.mutable_accepted()->add_events("event one");
    entry.mutable_accepted()->add_events("");
    entry.mutable_accepted()->mutable_reply()->add_created()->set_id(9);
    return entry;
}

void expect_reads(const Entry& entry) {
    const auto bytes = entry.SerializeAsString();
    EntryView view;
    ASSERT_TRUE(view.read(bytes)) << entry.ShortDebugString();
    expect_same(view, entry);
    expect_same(EntryView{entry}, entry);
}

TEST(EntryView, SaysWhatTheEntrySays) { expect_reads(booking()); }

TEST(EntryView, KnowsEveryOutcome) {
    for (int outcome = 0; outcome < 5; ++outcome) {
        Entry entry = booking();
        entry.clear_accepted();
        if (outcome == 1) entry.mutable_refused()->set_reason(common::v1::REASON_KEY_REUSED);
        if (outcome == 2) entry.mutable_repeated()->set_of_n(3);
        if (outcome == 3) entry.mutable_deferred()->mutable_reason()->set_subject("journal");
        if (outcome == 4) entry.mutable_quarantined();
        expect_reads(entry);
    }
}

TEST(EntryView, KeepsNothingOfTheEntryBefore) {
    const auto first = booking().SerializeAsString();
    EntryView view;
    ASSERT_TRUE(view.read(first));
    ASSERT_TRUE(view.read({}));
    expect_same(view, Entry{});
}

/// Protobuf merges a message that comes in pieces and skips fields it does not know; so does a view.
TEST(EntryView, TakesWhatAnotherWriterMayWrite) {
    const auto once = booking().SerializeAsString();
    const std::string unknown_number("\xf8\x07\x05", 3), unknown_bytes("\xfa\x07\x02hi", 5);
    for (const auto& bytes : {once + once, unknown_number + once, once + unknown_bytes}) {
        Entry entry;
        ASSERT_TRUE(entry.ParseFromString(bytes));
        EntryView view;
        ASSERT_TRUE(view.read(bytes));
        expect_same(view, entry);
    }
}

TEST(EntryView, IsNotFooledByBrokenBytes) {
    const auto whole = booking().SerializeAsString();
    const google::protobuf::LogSilencer quiet;  // it says for every text that is not UTF-8 that it is not
    std::mt19937 random{7};
    int read = 0;
    for (int round = 0; round < 20'000; ++round) {
        auto bytes = whole.substr(0, random() % (whole.size() + 1));
        if (!bytes.empty() && round % 2 == 0) bytes[random() % bytes.size()] = static_cast<char>(random());
        Entry entry;
        EntryView view;
        const bool parsed = entry.ParseFromString(bytes);
        const bool viewed = view.read(bytes);
        EXPECT_TRUE(viewed || !parsed) << "whatever protobuf reads, a view reads";
        if (!parsed || !viewed) continue;
        expect_same(view, entry);
        ++read;
    }
    EXPECT_GT(read, 1'000);
}

}  // namespace
}  // namespace hoicho
