// Reading the embedded log.
#include "runtime/log/local_reader.h"

namespace hoicho::runtime {

LocalReader::~LocalReader() {
    if (!told_of_each_) return;
    for (const auto& place : places_) place.stream->unsubscribe(waker_);
}

void LocalReader::add(LocalStream& stream, std::int64_t offset) {
    places_.push_back({&stream, offset, false});
    if (told_of_each_) stream.subscribe(waker_);
}

Result<std::vector<RecordPtr>> LocalReader::poll(std::size_t records_max) {
    std::vector<RecordPtr> records;
    for (std::size_t i = 0; i < places_.size() && records.size() < records_max; ++i) {
        auto& place = places_[(turn_ + i) % places_.size()];
        if (place.paused) continue;
        const auto read = read_on(place, records_max - records.size(), records);
        if (read) continue;
        if (records.empty()) return read.error();
        break;  // what was read is handed out first; the next call meets the failure again
    }
    ++turn_;
    if (records.size() == records_max && waker_) waker_->wake();  // there may be more
    return records;
}

Result<void> LocalReader::read_on(Place& place, std::size_t records_max, std::vector<RecordPtr>& records) const {
    const auto before = records.size();
    switch (place.stream->copy_recent(place.offset, records_max, records)) {
        case LocalStream::Where::here: break;
        case LocalStream::Where::older: {
            const auto read = db_.read(place.stream->name(), place.offset, records_max, records);
            if (!read) return records.resize(before), read.error();
            break;
        }
        case LocalStream::Where::beyond:
            return failure(boost::system::errc::result_out_of_range,
                           topic_name(place.stream->name().service, place.stream->name().kind) + " has no offset " +
                               std::to_string(place.offset));
    }
    place.offset += static_cast<std::int64_t>(records.size() - before);
    return {};
}

void LocalReader::set_paused(const Stream& stream, bool paused) {
    for (auto& place : places_)
        if (place.stream->name() == stream) place.paused = paused;
    if (!paused && waker_) waker_->wake();
}

}  // namespace hoicho::runtime
