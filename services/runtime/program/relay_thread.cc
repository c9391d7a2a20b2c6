// Steps every relay, sleeps until the first of them wants to go on; see relay_thread.h.
#include "runtime/program/relay_thread.h"

#include <algorithm>

#include "runtime/log/thread_name.h"

namespace hoicho::runtime {

RelayThread::RelayThread(Service service, const std::vector<std::uint32_t>& partitions, EventLog& log, const EventJson& json) {
    for (const auto partition : partitions) relays_.push_back(std::make_unique<Relay>(service, partition, log, json, bell_));
    thread_ = std::jthread{[this](const std::stop_token& stop) { run(stop); }};
    name_thread(thread_.native_handle(), service_name(service).substr(0, 8) + " feed");
}

void RelayThread::stop() {
    thread_.request_stop();
    bell_->wake();
}

void RelayThread::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto now = steady_ms();
        bool at_once = false;
        std::uint64_t next = now + Relay::idle_ms_max;
        for (auto& relay : relays_) {
            const auto pace = relay->step(now);
            at_once |= pace.at_once;
            next = std::min(next, std::max(pace.at_ms, now));
        }
        if (!at_once) bell_->wait(std::chrono::milliseconds{std::max<std::uint64_t>(next - now, 1)});
    }
}

std::uint64_t RelayThread::events_sent() const {
    std::uint64_t sum = 0;
    for (const auto& relay : relays_) sum += relay->events_sent();
    return sum;
}

}  // namespace hoicho::runtime
