// Appends Entries to a journal of the embedded log.
#pragma once

#include "runtime/log/local_committer.h"

namespace hoicho::runtime {

/// One owner thread. Must end before its LocalLog. What it queued is written even when it ends before.
class LocalAppender final : public Appender {
  public:
    LocalAppender(LocalCommitter& committer, LocalStream& journal, std::int64_t expected, std::shared_ptr<Waker> waker)
        : committer_{committer},
          journal_{journal},
          expected_{expected},
          deliveries_{std::make_shared<LocalDeliveries>(std::move(waker))} {}

    void append(Message entry, std::int64_t input) override;
    std::vector<Delivery> deliveries() override { return deliveries_->take(); }

  private:
    LocalCommitter& committer_;
    LocalStream& journal_;
    std::int64_t expected_;  ///< where the next Entry must land; unreachable once one did not
    std::shared_ptr<LocalDeliveries> deliveries_;
};

}  // namespace hoicho::runtime
