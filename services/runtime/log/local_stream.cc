// One stream's place in memory.
#include "runtime/log/local_stream.h"

#include <algorithm>

#include "kernel/check.h"

namespace hoicho::runtime {

std::size_t message_bytes(const Message& message) {
    constexpr std::size_t record_overhead = 128;
    std::size_t bytes = record_overhead + message.key.size() + message.value.size();
    for (const auto& header : message.headers) bytes += sizeof header + header.name.size() + header.value.size();
    return bytes;
}

LocalStream::LocalStream(Stream stream, std::int64_t end, const LocalLogOptions& options)
    : reserved_end{end}, name_{stream}, options_{options}, end_{end}, written_end_{end}, taken_end_{end} {}

std::int64_t LocalStream::end() const {
    const std::lock_guard lock{mutex_};
    return end_;
}

LocalStream::Where LocalStream::copy_recent(std::int64_t offset, std::size_t records_max,
                                            std::vector<RecordPtr>& records) const {
    const std::lock_guard lock{mutex_};
    if (offset < 0 || offset > end_) return Where::beyond;
    if (offset < recent_begin()) return Where::older;
    const auto first = recent_.begin() + (offset - recent_begin());
    const auto count = std::min<std::size_t>(records_max, static_cast<std::size_t>(end_ - offset));
    records.insert(records.end(), first, first + static_cast<std::ptrdiff_t>(count));
    return Where::here;
}

void LocalStream::add_durable(RecordPtr record) {
    const std::lock_guard lock{mutex_};
    add(std::move(record));
    taken_end_ = written_end_ = end_;
    drop_oldest();
}

void LocalStream::add(RecordPtr record) {
    invariant(record->offset == end_, "a record does not follow its stream", record->offset, end_);
    recent_bytes_ += message_bytes(record->message);
    recent_.push_back(std::move(record));
    ++end_;
}

void LocalStream::drop_oldest() {
    while (recent_begin() < written_end_ &&
           (recent_.size() > options_.recent_records_max || recent_bytes_ > options_.recent_bytes_max)) {
        recent_bytes_ -= message_bytes(recent_.front()->message);
        recent_.pop_front();
    }
}

Result<std::int64_t> LocalStream::queue_command(Message message) {
    const std::lock_guard lock{mutex_};
    const auto bytes = message_bytes(message);
    const auto queued = static_cast<std::size_t>(end_ - written_end_);
    if (queued >= options_.commands_queued_max || unwritten_bytes_ + bytes > options_.commands_queued_bytes_max)
        return failure(boost::system::errc::no_buffer_space,
                       "too many commands wait for " + service_name(name_.service));
    unwritten_bytes_ += bytes;
    add(std::make_shared<const Record>(Record{name_, end_, std::move(message)}));
    drop_oldest();
    return end_ - 1;
}

std::vector<RecordPtr> LocalStream::take_unwritten(std::int64_t input) {
    std::vector<RecordPtr> commands;
    const std::lock_guard lock{mutex_};
    for (; taken_end_ <= input && taken_end_ < end_; ++taken_end_)
        commands.push_back(recent_[static_cast<std::size_t>(taken_end_ - recent_begin())]);
    return commands;
}

void LocalStream::mark_written() {
    const std::lock_guard lock{mutex_};
    for (; written_end_ < taken_end_; ++written_end_)
        unwritten_bytes_ -= message_bytes(recent_[static_cast<std::size_t>(written_end_ - recent_begin())]->message);
    drop_oldest();
}

void LocalStream::subscribe(std::shared_ptr<Waker> waker) {
    const std::lock_guard lock{mutex_};
    wakers_.push_back(std::move(waker));
}

void LocalStream::unsubscribe(const std::shared_ptr<Waker>& waker) {
    const std::lock_guard lock{mutex_};
    if (const auto at = std::find(wakers_.begin(), wakers_.end(), waker); at != wakers_.end()) wakers_.erase(at);
}

void LocalStream::collect_wakers(std::vector<std::shared_ptr<Waker>>& wakers) const {
    const std::lock_guard lock{mutex_};
    wakers.insert(wakers.end(), wakers_.begin(), wakers_.end());
}

void LocalStreams::add(std::unique_ptr<LocalStream> stream) {
    const auto after = [](const Stream& name, const auto& other) { return name < other->name(); };
    sorted_.insert(std::upper_bound(sorted_.begin(), sorted_.end(), stream->name(), after), std::move(stream));
}

LocalStream* LocalStreams::find(const Stream& stream) const {
    const auto before = [](const auto& other, const Stream& name) { return other->name() < name; };
    const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), stream, before);
    return at == sorted_.end() || (*at)->name() != stream ? nullptr : at->get();
}

std::vector<Stream> LocalStreams::names(std::uint32_t partitions) {
    std::vector<Stream> names;
    for (const auto service : {SERVICE_REGISTRATION, SERVICE_MATCHING, SERVICE_SCHEDULING})
        for (const auto kind : {Kind::commands, Kind::journal, Kind::events})
            for (std::uint32_t partition = 0; partition < partitions; ++partition)
                names.push_back({service, kind, partition});
    return names;
}

}  // namespace hoicho::runtime
