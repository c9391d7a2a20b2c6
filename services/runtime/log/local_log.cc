// The embedded log behind the port.
#include "runtime/log/local_log.h"

#include "runtime/log/local_appender.h"
#include "runtime/log/local_reader.h"

namespace hoicho::runtime {

Result<std::unique_ptr<LocalLog>> LocalLog::open(LocalLogOptions options) {
    if (options.partitions == 0)
        return failure(boost::system::errc::invalid_argument, "a log has at least one partition");
    std::unique_ptr<LocalLog> log{new LocalLog{std::move(options)}};
    auto db = LocalJournalDb::open(log->options_);
    if (!db) return db.error();
    log->db_ = std::move(*db);
    for (const auto& name : LocalStreams::names(log->options_.partitions))
        log->streams_.add(std::make_unique<LocalStream>(name, log->db_->end_of(name), log->options_));
    log->committer_ = std::make_unique<LocalCommitter>(*log->db_, log->streams_, log->options_);
    return log;
}

Result<LocalStream*> LocalLog::stream(const Stream& name) const {
    if (auto* found = streams_.find(name)) return found;
    return failure(boost::system::errc::invalid_argument, "the log has no partition " + std::to_string(name.partition) +
                                                              " of " + topic_name(name.service, name.kind));
}

Result<Bounds> LocalLog::bounds(const Stream& name) {
    const auto found = stream(name);
    if (!found) return found.error();
    return Bounds{0, (*found)->end()};
}

Result<std::unique_ptr<Reader>> LocalLog::open_reader(const std::vector<Start>& starts, std::shared_ptr<Waker> waker,
                                                      Haste haste) {
    auto reader = std::make_unique<LocalReader>(*db_, std::move(waker), haste);
    for (const auto& start : starts) {
        const auto found = stream(start.stream);
        if (!found) return found.error();
        reader->add(**found, start.offset);
    }
    return std::unique_ptr<Reader>{std::move(reader)};
}

Result<std::unique_ptr<Appender>> LocalLog::append_to(const Stream& journal, std::int64_t expected,
                                                      std::shared_ptr<Waker> waker) {
    const auto found = stream(journal);
    if (!found) return found.error();
    if (journal.kind != Kind::journal)
        return failure(boost::system::errc::invalid_argument, "Entries are appended to journals only");
    return std::unique_ptr<Appender>{std::make_unique<LocalAppender>(*committer_, **found, expected, std::move(waker))};
}

void LocalLog::send(const Stream& name, Message message, Sent sent) { sent(take_in(name, std::move(message))); }

Result<std::int64_t> LocalLog::take_in(const Stream& name, Message message) {
    const auto found = stream(name);
    if (!found) return found.error();
    if (const auto room = disk_.check(); !room) return room.error();
    if (name.kind == Kind::events) return committer_->append_event(**found, std::move(message));
    if (name.kind == Kind::journal)
        return failure(boost::system::errc::invalid_argument, "a journal takes Entries from its Appender only");
    const auto offset = (*found)->queue_command(std::move(message));
    if (!offset) return offset;
    std::vector<std::shared_ptr<Waker>> wakers;
    (*found)->collect_wakers(wakers);
    for (const auto& waker : wakers) waker->wake();
    return offset;
}

Result<RecordPtr> LocalLog::at(const Stream& name, std::int64_t offset) {
    const auto found = stream(name);
    if (!found) return found.error();
    std::vector<RecordPtr> records;
    if ((*found)->copy_recent(offset, 1, records) == LocalStream::Where::older) return db_->at(name, offset);
    if (!records.empty()) return std::move(records.front());
    return failure(boost::system::errc::result_out_of_range,
                   topic_name(name.service, name.kind) + " has no offset " + std::to_string(offset));
}

}  // namespace hoicho::runtime
