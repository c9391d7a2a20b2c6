// Reads one stream record by record up to where it ended when the cursor was opened; waits for what must come.
#pragma once

#include <deque>
#include <memory>

#include "runtime/log/bell.h"
#include "runtime/processor/trouble.h"

namespace hoicho::runtime {

/// For readers outside the order of decisions (an auditor, an export), which may wait. One owner thread.
class Cursor {
  public:
    static constexpr std::size_t poll_records_max = 1'000;
    static constexpr std::chrono::milliseconds wait_max{10'000};  ///< for a record that is known to be there

    /// From the stream's first record.
    static Attempt<Cursor> open(EventLog& log, const Stream& stream);

    /// The next record without taking it; nullptr: the end.
    Attempt<RecordPtr> peek();
    void take() { records_.pop_front(); }
    std::int64_t begin() const { return bounds_.begin; }

  private:
    Bounds bounds_;
    std::int64_t read_to_ = 0;
    std::shared_ptr<Bell> bell_ = std::make_shared<Bell>();
    std::unique_ptr<Reader> reader_;
    std::deque<RecordPtr> records_;
};

}  // namespace hoicho::runtime
