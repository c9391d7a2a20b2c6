// One thread that feeds the events topic for all partitions of a service.
#pragma once

#include <memory>
#include <thread>
#include <vector>

#include "runtime/processor/relay.h"
#include "runtime/processor/thread.h"

namespace hoicho::runtime {

class RelayThread {
  public:
    RelayThread(Service service, const std::vector<std::uint32_t>& partitions, EventLog& log, const EventJson& json);
    ~RelayThread() { stop(); }
    void stop();
    std::uint64_t events_sent() const;
    const std::vector<std::unique_ptr<Relay>>& relays() const { return relays_; }

  private:
    void run(const std::stop_token& stop);

    std::shared_ptr<Bell> bell_ = std::make_shared<Bell>();
    std::vector<std::unique_ptr<Relay>> relays_;
    std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace hoicho::runtime
