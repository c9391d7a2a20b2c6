// The committer's thread: take, write with one fsync, publish.
#include "runtime/log/local_committer.h"

#include <rocksdb/write_batch.h>

#include <algorithm>

#include "runtime/log/failpoint.h"
#include "runtime/log/local_keys.h"
#include "runtime/log/thread_name.h"

namespace hoicho::runtime {

void LocalDeliveries::put(Delivery delivery) {
    const std::lock_guard lock{mutex_};
    deliveries_.push_back(std::move(delivery));
}

std::vector<Delivery> LocalDeliveries::take() {
    const std::lock_guard lock{mutex_};
    return std::exchange(deliveries_, {});
}

LocalCommitter::LocalCommitter(LocalJournalDb& db, const LocalStreams& streams, const LocalLogOptions& options)
    : db_{db}, streams_{streams}, queued_bytes_max_{options.commit_queued_bytes_max}, thread_{[this] { run(); }} {
    name_thread(thread_.native_handle(), "committer");
}

LocalCommitter::~LocalCommitter() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    queued_.notify_one();
    thread_.join();
}

bool LocalCommitter::append(LocalStream& journal, std::int64_t expected, Message entry, std::int64_t input,
                            std::shared_ptr<LocalDeliveries> deliveries) {
    std::string value = local_value(entry);  // outside the lock: appenders serialize side by side
    const auto bytes = message_bytes(entry);
    auto record = std::make_shared<const Record>(Record{journal.name(), expected, std::move(entry)});
    Queued queued{&journal, std::move(record), std::move(value), input, std::move(deliveries), bytes};
    const auto* commands = commands_of(queued);
    const bool input_known = !commands || input < commands->end();
    const std::lock_guard lock{mutex_};
    const bool fits = input_known && journal.reserved_end == expected;
    if (fits)
        ++journal.reserved_end;
    else
        queued.record = nullptr;
    push(std::move(queued));
    return fits;
}

Result<std::int64_t> LocalCommitter::append_event(LocalStream& events, Message event) {
    std::string value = local_value(event);
    const auto bytes = message_bytes(event);
    const std::lock_guard lock{mutex_};
    if (queue_bytes_ + bytes > queued_bytes_max_)
        return failure(boost::system::errc::no_buffer_space, "too much waits for the disk");
    const auto offset = events.reserved_end++;
    push({&events, std::make_shared<const Record>(Record{events.name(), offset, std::move(event)}), std::move(value),
          -1, nullptr, bytes});
    return offset;
}

void LocalCommitter::push(Queued queued) {
    queue_bytes_ += queued.bytes;
    queue_.push_back(std::move(queued));
    if (queue_.size() == 1) queued_.notify_one();
}

void LocalCommitter::run() {
    for (Batch batch; take(batch); batch.clear()) publish(batch, write(batch));
}

bool LocalCommitter::take(Batch& batch) {
    std::unique_lock lock{mutex_};
    queued_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    for (std::size_t bytes = 0; !queue_.empty() && bytes < batch_bytes_max; queue_.pop_front()) {
        bytes += queue_.front().bytes;
        queue_bytes_ -= queue_.front().bytes;
        batch.push_back(std::move(queue_.front()));
    }
    return !batch.empty();
}

LocalStream* LocalCommitter::commands_of(const Queued& queued) const {
    const auto& journal = queued.stream->name();
    return queued.input < 0 ? nullptr : streams_.find({journal.service, Kind::commands, journal.partition});
}

bool LocalCommitter::write(const Batch& batch) {
    rocksdb::WriteBatch writes;
    for (const auto& queued : batch) {
        if (!queued.record) continue;
        if (auto* commands = commands_of(queued))
            for (const auto& command : commands->take_unwritten(queued.input))
                (void)writes.Put(local_key(command->stream, command->offset), local_value(command->message));
        (void)writes.Put(local_key(queued.record->stream, queued.record->offset), queued.value);
    }
    if (writes.Count() == 0) return true;  // conflicts only
    failpoint("in-flight");
    const bool written = db_.write_durably(writes);
    failpoint("appended");
    return written;
}

void LocalCommitter::publish(Batch& batch, bool written) {
    std::vector<std::shared_ptr<Waker>> wakers;
    const LocalStream* last = nullptr;
    for (auto& queued : batch) {
        Delivery delivery;
        if (!queued.record) {
            delivery = {-1, true, "conflict: the journal's next offset or the command is another"};
        } else if (written) {
            delivery.offset = queued.record->offset;
            if (auto* commands = commands_of(queued)) commands->mark_written();
            queued.stream->add_durable(std::move(queued.record));
            if (last != queued.stream) queued.stream->collect_wakers(wakers);
            last = queued.stream;
        }
        if (!queued.deliveries) continue;
        queued.deliveries->put(std::move(delivery));
        if (queued.deliveries->waker() && (wakers.empty() || wakers.back() != queued.deliveries->waker()))
            wakers.push_back(queued.deliveries->waker());
    }
    std::sort(wakers.begin(), wakers.end());
    wakers.erase(std::unique(wakers.begin(), wakers.end()), wakers.end());
    for (const auto& waker : wakers) waker->wake();
}

}  // namespace hoicho::runtime
