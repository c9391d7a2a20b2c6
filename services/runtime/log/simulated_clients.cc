// Readers of the simulated log.
#include "runtime/log/simulated_wire.h"

namespace hoicho::runtime {

SimulatedReader::SimulatedReader(SimulatedLog& log, const std::vector<Start>& starts, std::shared_ptr<Waker> waker)
    : log_{log}, waker_{std::move(waker)} {
    for (const auto& start : starts) {
        places_.push_back({start, false});
        log_.find(start.stream)->readers.push_back(waker_);
    }
}

Result<std::vector<RecordPtr>> SimulatedReader::poll(std::size_t records_max) {
    std::vector<RecordPtr> records;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        auto& [next, paused] = places_[(turn_ + i) % places_.size()];
        if (paused) continue;
        const auto& log = *log_.find(next.stream);
        if (next.offset < log.begin || next.offset > log.end()) {
            if (!records.empty()) break;  // what was read is handed out first; the next call meets the failure again
            return failure(
                boost::system::errc::result_out_of_range,
                topic_name(next.stream.service, next.stream.kind) + " has no offset " + std::to_string(next.offset));
        }
        for (; next.offset < log.end() && records.size() < records_max; ++next.offset)
            records.push_back(log.records[static_cast<std::size_t>(next.offset - log.begin)]);
    }
    ++turn_;
    if (records.size() == records_max && waker_) waker_->wake();  // there may be more
    return records;
}

void SimulatedReader::set_paused(const Stream& stream, bool paused) {
    for (auto& place : places_)
        if (place.next.stream == stream) place.paused = paused;
    if (!paused && waker_) waker_->wake();
}

}  // namespace hoicho::runtime
