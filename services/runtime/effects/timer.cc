// The timer's thread and the effects that feed it; see timer.h.
#include "runtime/effects/timer.h"

#include <algorithm>
#include <chrono>

namespace hoicho::runtime {

/// Looks what falls due whenever the state may have changed.
class Timer::Watch final : public Effect {
  public:
    Watch(Timer& timer, DueTimes::Place place) : timer_{timer}, place_{place} {}
    void recovered(const Partition& state) override { timer_.set(place_, state.next_due()); }
    void confirmed(std::string_view, const journal::v1::Entry&, const Partition&) override {}
    void rested(const Partition& state) override { timer_.set(place_, state.next_due()); }

  private:
    Timer& timer_;
    DueTimes::Place place_;
};

Timer::Timer(WallClock clock) : clock_{std::move(clock)}, thread_{[this](const std::stop_token& stop) { run(stop); }} {}

Timer::~Timer() = default;

std::shared_ptr<Effect> Timer::watch(Service service, std::uint32_t partition, SendCommand send) {
    const DueTimes::Place place{service, partition};
    const std::lock_guard lock{mutex_};
    senders_.insert_or_assign(place, std::move(send));
    return std::make_shared<Watch>(*this, place);
}

void Timer::set(const DueTimes::Place& place, std::optional<Partition::Due> due) {
    {
        const std::lock_guard lock{mutex_};
        const auto before = due_times_.next_ms();
        due_times_.set(place, std::move(due));
        if (due_times_.next_ms() == before) return;
        news_ = true;
    }
    changed_.notify_one();
}

void Timer::run(const std::stop_token& stop) {
    std::unique_lock lock{mutex_};
    while (!stop.stop_requested()) {
        const auto now_ms = clock_();
        for (auto& ask : due_times_.take(now_ms)) {
            const SendCommand send = senders_.at(ask.place);
            lock.unlock();  // sending may wait for a lock of the log
            send(std::move(ask.organiser), std::move(ask.name), std::move(ask.command));
            lock.lock();
        }
        const auto next_ms = due_times_.next_ms().value_or(now_ms + sleep_ms_max);
        const auto sleep_ms = std::min(sleep_ms_max, next_ms > now_ms ? next_ms - now_ms : 0);
        changed_.wait_for(lock, stop, std::chrono::milliseconds{sleep_ms}, [this] { return news_; });
        news_ = false;
    }
}

}  // namespace hoicho::runtime
