// What a processor and a reader may rely on, whatever log they are given.
#include "tests/contract/log_contract.h"

#include <set>

namespace hoicho::runtime::contract {

namespace errc = boost::system::errc;

Result<std::int64_t> LogContract::send(const Stream& stream, Message to_send) {
    auto answer = std::make_shared<std::optional<Result<std::int64_t>>>();
    auto mutex = std::make_shared<std::mutex>();
    log().send(stream, std::move(to_send), [answer, mutex, waker = waker_](Result<std::int64_t> sent) {
        const std::lock_guard lock{*mutex};
        *answer = std::move(sent);
        waker->wake();
    });
    wait_until([&] {
        const std::lock_guard lock{*mutex};
        return answer->has_value();
    });
    return **answer;
}

void LogContract::append(const std::string& name, int count, std::int64_t first_input) {
    const auto expected = end(journal);
    const auto appender = writer(expected);
    for (int i = 0; i < count; ++i)
        appender->append(message(name + " " + std::to_string(i)), first_input < 0 ? -1 : first_input + i);
    const auto all = deliveries(*appender, static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        ASSERT_EQ(all[static_cast<std::size_t>(i)].offset, expected + i) << all[static_cast<std::size_t>(i)].detail;
}

namespace {

TEST_P(LogContract, GivesConsecutiveOffsetsInTheOrderOfAppending) { append("entry", 300); }

TEST_P(LogContract, ShowsEntriesToReadersInOrder) {
    const auto first = end(journal);
    append("entry", 100);
    const auto from = reader(journal, first);
    const auto all = records(*from, 100, 7);
    for (std::size_t i = 0; i < 100; ++i) {
        EXPECT_EQ(all[i]->offset, first + static_cast<std::int64_t>(i));
        EXPECT_EQ(all[i]->stream, journal);
        EXPECT_EQ(all[i]->message.value, "entry " + std::to_string(i));
        EXPECT_EQ(all[i]->message.key, "hanoi");
    }
}

TEST_P(LogContract, WakesAReaderThatWaitsAtTheEnd) {
    const auto from = reader(journal, end(journal));
    EXPECT_TRUE(from->poll(10).value().empty());
    append("late", 3);
    EXPECT_EQ(records(*from, 3).size(), 3u);
}

TEST_P(LogContract, HandsAGatheredReaderEveryRecordWhenItLooks) {
    const auto first = end(journal);
    const auto from = log().read({{journal, first}}, nullptr, Haste::gathered).value();
    EXPECT_TRUE(from->poll(10).value().empty());
    append("gathered", 100);
    std::vector<RecordPtr> all;
    const auto deadline = std::chrono::steady_clock::now() + longest_wait;
    while (all.size() < 100 && std::chrono::steady_clock::now() < deadline) {
        harness_->step();
        const auto polled = from->poll(64).value();
        all.insert(all.end(), polled.begin(), polled.end());
        if (polled.empty()) (void)waker_->wait(std::chrono::milliseconds{10});
    }
    ASSERT_EQ(all.size(), 100U);
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i]->offset, first + static_cast<std::int64_t>(i));
}

TEST_P(LogContract, NeverConfirmsAtAWrongExpectedOffset) {
    const auto wrong = end(journal) + 3;
    const auto appender = writer(wrong);
    appender->append(message("stale"), -1);
    const auto delivery = deliveries(*appender, 1).front();
    EXPECT_TRUE(delivery.failed || delivery.offset != wrong);
}

TEST_P(LogContract, LetsTwoWritersConfirmOnlyWhatStandsThere) {
    const auto first = end(journal);
    std::vector<std::unique_ptr<Appender>> writers;
    for (int i = 0; i < 2; ++i) writers.push_back(writer(first));
    for (int i = 0; i < 50; ++i)
        for (std::size_t w = 0; w < 2; ++w)
            writers[w]->append(message("writer " + std::to_string(w) + " " + std::to_string(i)), -1);
    std::set<std::int64_t> confirmed;
    for (std::size_t w = 0; w < 2; ++w) {
        auto expected = first;
        for (const auto& delivery : deliveries(*writers[w], 50)) {
            if (delivery.failed || delivery.offset != expected)
                break;  // a conflict: its processor decides nothing more
            const auto value = "writer " + std::to_string(w) + " " + std::to_string(expected - first);
            EXPECT_EQ(log().at(journal, expected).value()->message.value, value);
            EXPECT_TRUE(confirmed.insert(expected).second);
            ++expected;
        }
    }
    if (!confirmed.empty()) {
        EXPECT_EQ(*confirmed.begin(), first);
    }
}

TEST_P(LogContract, ReadsFromTheMiddle) {
    const auto first = end(journal);
    append("entry", 60);
    const auto from = reader(journal, first + 37);
    const auto all = records(*from, 23);
    EXPECT_EQ(all.size(), 23u);
    EXPECT_EQ(all.front()->message.value, "entry 37");
    EXPECT_EQ(all.back()->message.value, "entry 59");
}

TEST_P(LogContract, LosesNothingBetweenPauseAndResume) {
    const auto first = end(journal);
    const auto from = reader(journal, first);
    append("before", 40);
    auto all = records(*from, 10, 10);
    from->pause(journal);
    append("after", 40);
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(from->poll(100).value().empty());
    from->resume(journal);
    const auto rest = records(*from, 80 - all.size());
    all.insert(all.end(), rest.begin(), rest.end());
    ASSERT_EQ(all.size(), 80u);
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i]->offset, first + static_cast<std::int64_t>(i));
}

TEST_P(LogContract, ReadsSeveralStreamsAtOnce) {
    const auto first = end(journal), first_command = end(commands), first_event = end(events);
    const auto from = log().read({{journal, first}, {commands, first_command}, {events, first_event}}, waker_).value();
    EXPECT_EQ(send(commands, message("a command")).value(), first_command);
    EXPECT_EQ(send(events, message("an event")).value(), first_event);
    append("entry", 1);
    std::set<std::string> values;
    for (const auto& record : records(*from, 3)) values.insert(record->message.value);
    EXPECT_EQ(values, (std::set<std::string>{"a command", "an event", "entry 0"}));
}

TEST_P(LogContract, SaysThatAStartDoesNotExist) {
    const auto from = reader(journal, end(journal) + 1'000);
    Failure met;
    wait_until([&] {
        const auto polled = from->poll(10);
        if (!polled) met = polled.error();
        return !polled;
    });
    EXPECT_EQ(met.code, errc::result_out_of_range) << met.detail;
}

TEST_P(LogContract, KeepsHeadersByteForByte) {
    Message sent{"Hà Nội", std::string("a\0b", 3), {{"id", std::string("\0\xff", 2)}, {"empty", ""}, {"id", "again"}}};
    const auto offset = send(commands, sent).value();
    const auto back = log().at(commands, offset).value()->message;
    EXPECT_EQ(back.key, sent.key);
    EXPECT_EQ(back.value, sent.value);
    ASSERT_EQ(back.headers.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(back.headers[i].name, sent.headers[i].name);
        EXPECT_EQ(back.headers[i].value, sent.headers[i].value);
    }
}

TEST_P(LogContract, FindsOneRecordByItsOffset) {
    const auto first = end(journal);
    append("entry", 50);
    EXPECT_EQ(log().at(journal, first).value()->message.value, "entry 0");
    EXPECT_EQ(log().at(journal, first + 49).value()->offset, first + 49);
    EXPECT_EQ(log().at(journal, first + 50).error().code, errc::result_out_of_range);
    EXPECT_EQ(log().at(journal, -1).error().code, errc::result_out_of_range);
}

TEST_P(LogContract, RefusesStreamsItDoesNotHave) {
    const Stream beyond{SERVICE_MATCHING, Kind::journal, log().partitions()};
    EXPECT_EQ(log().bounds(beyond).error().code, errc::invalid_argument);
    EXPECT_EQ(log().read({{beyond, 0}}, waker_).error().code, errc::invalid_argument);
    EXPECT_EQ(log().append_to(beyond, 0, waker_).error().code, errc::invalid_argument);
    EXPECT_EQ(log().append_to(commands, 0, waker_).error().code, errc::invalid_argument);
    EXPECT_EQ(send(beyond, message("x")).error().code, errc::invalid_argument);
    EXPECT_EQ(send(journal, message("x")).error().code, errc::invalid_argument);
}

TEST_P(LogContract, BoundsWhatWaitsToBeSent) {
    struct Told {
        std::mutex mutex;
        int sent = 0, full = 0, other = 0;
    };
    const auto told = std::make_shared<Told>();
    const auto count = [told, waker = waker_](Result<std::int64_t> sent) {
        {
            const std::lock_guard lock{told->mutex};
            ++(sent ? told->sent : sent.error().code == errc::no_buffer_space ? told->full : told->other);
        }
        waker->wake();
    };
    constexpr int tries_max = 500'000;
    int tries = 0;
    for (bool full = false; !full && tries < tries_max; ++tries) {
        log().send(commands, message("flood"), count);
        const std::lock_guard lock{told->mutex};
        full = told->full > 0;
    }
    EXPECT_LT(tries, tries_max) << "the queue never filled";
    wait_until([&] {
        const std::lock_guard lock{told->mutex};
        return told->sent + told->full + told->other >= tries;
    });
    EXPECT_EQ(told->sent + told->full, tries);
    EXPECT_EQ(told->full, 1);
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(Every, LogContract, testing::ValuesIn(log_kinds()),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace hoicho::runtime::contract
