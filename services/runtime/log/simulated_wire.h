// The simulated log's clients: what one appender has under way, and readers that look straight into memory.
#pragma once

#include "runtime/log/simulated_log.h"

namespace hoicho::runtime {

struct SimulatedLog::Wire {
    struct Report {
        Delivery delivery;
        int steps_left = 0;
    };
    Stream journal;
    std::shared_ptr<Waker> waker;
    std::deque<Message> appends;  ///< on their way to the journal
    std::deque<Report> reports;   ///< on their way back
    std::vector<Delivery> arrived;

    bool busy() const { return !appends.empty() || !reports.empty(); }
    /// Hands out the oldest report, or lets it come nearer.
    void bring_report() {
        auto& report = reports.front();
        if (report.steps_left-- > 0) return;
        arrived.push_back(std::move(report.delivery));
        reports.pop_front();
        if (waker) waker->wake();
    }
};

class SimulatedAppender final : public Appender {
  public:
    SimulatedAppender(SimulatedLog& log, std::shared_ptr<SimulatedLog::Wire> wire)
        : log_{log}, wire_{std::move(wire)} {}
    ~SimulatedAppender() override { log_.forget(wire_); }
    void append(Message entry, std::int64_t) override { wire_->appends.push_back(std::move(entry)); }
    std::vector<Delivery> deliveries() override { return std::exchange(wire_->arrived, {}); }

  private:
    SimulatedLog& log_;
    std::shared_ptr<SimulatedLog::Wire> wire_;
};

class SimulatedReader final : public Reader {
  public:
    SimulatedReader(SimulatedLog& log, const std::vector<Start>& starts, std::shared_ptr<Waker> waker);
    Result<std::vector<RecordPtr>> poll(std::size_t records_max) override;
    void pause(const Stream& stream) override { set_paused(stream, true); }
    void resume(const Stream& stream) override { set_paused(stream, false); }

  private:
    struct Place {
        Start next;
        bool paused = false;
    };
    void set_paused(const Stream& stream, bool paused);

    SimulatedLog& log_;
    std::shared_ptr<Waker> waker_;
    std::vector<Place> places_;
    std::size_t turn_ = 0;
};

}  // namespace hoicho::runtime
