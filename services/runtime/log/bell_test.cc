// A bell is never rung in vain, however closely ringing and waiting meet.
#include "runtime/log/bell.h"

#include <gtest/gtest.h>

#include <thread>

namespace hoicho::runtime {
namespace {

constexpr std::chrono::seconds longest{20};  // in vain

std::chrono::steady_clock::duration time_of_wait(Bell& bell, std::chrono::milliseconds longest_wait) {
    const auto before = std::chrono::steady_clock::now();
    bell.wait(longest_wait);
    return std::chrono::steady_clock::now() - before;
}

TEST(Bell, ARingBeforeTheWaitIsNotLost) {
    Bell bell;
    bell.wake();
    EXPECT_LT(time_of_wait(bell, longest), longest);
}

TEST(Bell, ManyRingsCountOnce) {
    Bell bell;
    bell.wake();
    bell.wake();
    bell.wait(longest);
    constexpr std::chrono::milliseconds short_wait{5};
    EXPECT_GE(time_of_wait(bell, short_wait), short_wait);
}

TEST(Bell, WhatWasWrittenBeforeARingIsSeenAfterTheWait) {
    constexpr int turns = 20'000;
    Bell there;
    Bell back;
    int said = 0;  // handed over by the bells alone
    std::thread other{[&] {
        for (int turn = 0; turn < turns; ++turn) {
            there.wait(longest);
            ++said;
            back.wake();
        }
    }};
    bool in_time = true;
    for (int turn = 0; turn < turns && in_time; ++turn) {
        there.wake();
        in_time = time_of_wait(back, longest) < longest;
        in_time = in_time && said == turn + 1;
    }
    other.join();
    EXPECT_TRUE(in_time);
    EXPECT_EQ(said, turns);
}

}  // namespace
}  // namespace hoicho::runtime
