// Polls and sleeps until the end is reached; see cursor.h.
#include "runtime/processor/cursor.h"

namespace hoicho::runtime {

Attempt<Cursor> Cursor::open(EventLog& log, const Stream& stream) {
    Cursor cursor;
    const auto bounds = log.bounds(stream);
    if (!bounds) return passing(bounds.error());
    auto reader = log.read({{stream, bounds->begin}}, cursor.bell_);
    if (!reader) return passing(reader.error());
    cursor.bounds_ = *bounds;
    cursor.read_to_ = bounds->begin;
    cursor.reader_ = std::move(*reader);
    return cursor;
}

Attempt<RecordPtr> Cursor::peek() {
    std::chrono::milliseconds waited{0};
    constexpr std::chrono::milliseconds sleep{50};
    while (records_.empty() && read_to_ < bounds_.end) {
        auto polled = reader_->poll(poll_records_max);
        if (!polled) return passing(polled.error());
        for (auto& record : *polled) {
            if (record->offset >= bounds_.end) break;
            read_to_ = record->offset + 1;
            records_.push_back(std::move(record));
        }
        if (!records_.empty()) break;
        if ((waited += sleep) > wait_max) return passing("no record came within " + std::to_string(wait_max.count()) + " ms");
        bell_->wait(sleep);
    }
    return records_.empty() ? RecordPtr{} : records_.front();
}

}  // namespace hoicho::runtime
