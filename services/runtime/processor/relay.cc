// Read, batch, send, wait for the acknowledgement; see relay.h.
#include "runtime/processor/relay.h"

#include <charconv>

#include "runtime/log/failpoint.h"

namespace hoicho::runtime {
namespace {

constexpr auto from_header = "from";  ///< journal offset at which the record's batch began

std::optional<std::int64_t> offset_of(const std::string* text) {
    std::int64_t value = 0;
    if (!text) return std::nullopt;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc{} || end != text->data() + text->size() || value < 0) return std::nullopt;
    return value;
}

}  // namespace

Relay::Relay(Service service, std::uint32_t partition, EventLog& log, EventJson json, std::shared_ptr<Waker> waker)
    : journal_{service, Kind::journal, partition},
      feed_{service, Kind::events, partition},
      log_{log},
      json_{std::move(json)},
      waker_{std::move(waker)} {}

Pace Relay::step(std::uint64_t now_ms) {
    if (status_.phase() == Phase::halted || now_ms < retry_at_ms_)
        return {false, std::max(now_ms + idle_ms_max, retry_at_ms_)};
    const auto sent_before = sent_.get();
    const auto done = reader_ ? fill() : open();
    if (done) return {sent_.get() != sent_before || !read_.empty(), now_ms + idle_ms_max};
    reader_.reset();
    status_.note(done.error());
    status_.enter(done.error().passing() ? Phase::opening : Phase::halted);
    retry_at_ms_ = now_ms + retry_ms;
    return {false, retry_at_ms_};
}

/// The feed's last record says where to go on.
Attempt<void> Relay::open() {
    read_.clear();
    batch_.clear();
    in_flight_.reset();
    head_ = {};
    resumes_ = false;
    const auto bounds = log_.bounds(feed_);
    if (!bounds) return passing(bounds.error());
    std::int64_t from = 0;
    if (bounds->end > bounds->begin) {
        const auto last = log_.at(feed_, bounds->end - 1);
        if (!last) return passing(last.error());
        if (const auto began = offset_of(header_of((*last)->message, from_header))) {
            from = *began;
            resumes_ = true;
        }
    }
    auto reader = log_.read({{journal_, from}}, waker_, Haste::gathered);  // integrators do not wait for single events
    if (!reader) return passing(reader.error());
    reader_ = std::move(*reader);
    status_.enter(Phase::running);
    return {};
}

Attempt<void> Relay::fill() {
    const auto landed = batch_landed();
    if (!landed) return landed.error();
    if (!*landed) return {};
    if (read_.empty()) {
        auto records = reader_->poll(poll_records_max);
        if (!records) return passing(records.error());
        read_.assign(records->begin(), records->end());
    }
    while (!read_.empty() && batch_.size() < batch_events_max) {
        if (auto taken = take(*read_.front()); !taken) return taken;
        read_.pop_front();
    }
    if (!batch_.empty()) send_batch();
    return {};
}

/// False: still on its way.
Attempt<bool> Relay::batch_landed() {
    if (!in_flight_) return true;
    if (in_flight_->failed) return passing("a batch of events was not acknowledged; it is sent again");
    if (in_flight_->open > 0) return false;
    in_flight_.reset();
    failpoint("relayed");
    return true;
}

Attempt<void> Relay::take(const Record& record) {
    if (!entry_.ParseFromString(record.message.value))
        return alarm(alarms::journal_unreadable,
                     topic_name(journal_.service, journal_.kind) + " at " + std::to_string(record.offset));
    if (entry_.format() > entry_format || outcome_of(entry_) == EntryOutcome::unknown)
        return alarm(alarms::newer_entry, "written by build " + entry_.build());
    const bool counts = std::exchange(resumes_, false) || effective(entry_, head_);
    if (!counts) return {};
    head_ = head_after(entry_);
    return entry_.has_accepted() ? queue(record) : Attempt<void>{};
}

Attempt<void> Relay::queue(const Record& record) {
    EventPlace place{journal_.service, journal_.partition, entry_.n(), 0, entry_.now_ms()};
    for (const auto& event : entry_.accepted().events()) {
        auto named = json_(event);
        if (!named)
            return alarm(alarms::newer_entry,
                         "event " + std::to_string(place.i) + " of Entry " + std::to_string(place.n));
        if (batch_.empty()) batch_from_ = record.offset;
        batch_.push_back(cloud_event(place, record.message.key, std::move(*named)));
        ++place.i;
    }
    return {};
}

void Relay::send_batch() {
    in_flight_ = std::make_shared<Batch>();
    in_flight_->open = batch_.size();
    for (auto& message : batch_) {
        message.headers.push_back({from_header, std::to_string(batch_from_)});
        auto told = [batch = in_flight_, waker = waker_](const Result<std::int64_t>& landed) {
            if (!landed) batch->failed = true;
            if (--batch->open == 0 && waker) waker->wake();
        };
        log_.send(feed_, std::move(message), std::move(told));
    }
    sent_.add(batch_.size());
    batch_.clear();
}

}  // namespace hoicho::runtime
