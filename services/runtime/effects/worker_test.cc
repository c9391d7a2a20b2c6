// A worker does its jobs in order, says when it is full, and ends when told.
#include "runtime/effects/worker.h"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>
#include <vector>

namespace hoicho::runtime {
namespace {

TEST(Worker, DoesJobsInTheirOrderAndGoesOnAfterOneThatFails) {
    Worker worker{10};
    std::vector<int> done;
    EXPECT_TRUE(worker.post([&](const std::stop_token&) { done.push_back(1); }));
    EXPECT_TRUE(worker.post([](const std::stop_token&) { throw std::runtime_error("no solution"); }));
    EXPECT_TRUE(worker.post([&](const std::stop_token&) { done.push_back(2); }));
    worker.drain();
    EXPECT_EQ(done, (std::vector<int>{1, 2}));
    EXPECT_EQ(worker.jobs_failed(), 1U);
}

TEST(Worker, SaysThatItIsFullInsteadOfPilingUp) {
    Worker worker{2};
    std::promise<void> begun, may_end;
    EXPECT_TRUE(worker.post([&](const std::stop_token&) {
        begun.set_value();
        may_end.get_future().wait();
    }));
    begun.get_future().wait();
    const auto nothing = [](const std::stop_token&) {};
    EXPECT_TRUE(worker.post(nothing));
    EXPECT_TRUE(worker.post(nothing));
    EXPECT_FALSE(worker.post(nothing));
    EXPECT_EQ(worker.jobs_waiting(), 2U);
    may_end.set_value();
    worker.drain();
    EXPECT_TRUE(worker.post(nothing));
}

TEST(Worker, StopsTheJobAtHandAndForgetsTheRest) {
    bool second_ran = false, was_stopped = false;
    {
        Worker worker{2};
        std::promise<void> begun;
        worker.post([&](const std::stop_token& stop) {
            begun.set_value();
            while (!stop.stop_requested()) std::this_thread::yield();
            was_stopped = true;
        });
        worker.post([&](const std::stop_token&) { second_ran = true; });
        begun.get_future().wait();
        worker.stop();
        EXPECT_FALSE(worker.post([](const std::stop_token&) {}));
    }
    EXPECT_TRUE(was_stopped);
    EXPECT_FALSE(second_ran);
}

}  // namespace
}  // namespace hoicho::runtime
