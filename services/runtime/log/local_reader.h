// Reads streams of the embedded log: at the tail from memory, further back from RocksDB.
#pragma once

#include "runtime/log/local_journal_db.h"
#include "runtime/log/local_stream.h"

namespace hoicho::runtime {

/// One owner thread. Must end before its LocalLog.
class LocalReader final : public Reader {
  public:
    LocalReader(const LocalJournalDb& db, std::shared_ptr<Waker> waker, Haste haste)
        : db_{db}, waker_{std::move(waker)}, told_of_each_{waker_ && haste == Haste::at_once} {}
    ~LocalReader() override;

    void add(LocalStream& stream, std::int64_t offset);
    Result<std::vector<RecordPtr>> poll(std::size_t records_max) override;
    void pause(const Stream& stream) override { set_paused(stream, true); }
    void resume(const Stream& stream) override { set_paused(stream, false); }

  private:
    struct Place {
        LocalStream* stream = nullptr;
        std::int64_t offset = 0;
        bool paused = false;
    };
    Result<void> read_on(Place& place, std::size_t records_max, std::vector<RecordPtr>& records) const;
    void set_paused(const Stream& stream, bool paused);

    const LocalJournalDb& db_;
    std::shared_ptr<Waker> waker_;
    const bool told_of_each_;  ///< woken for every record that comes
    std::vector<Place> places_;
    std::size_t turn_ = 0;  ///< which stream is asked first: none is starved by a full one before it
};

}  // namespace hoicho::runtime
