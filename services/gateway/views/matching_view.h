// A second fold of matching alone, for reads that look at much (markets, reach): a thread of its own folds it and answers them one after the
// other, so neither the gateway's fold nor any other reader waits for them.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "gateway/views/market_cache.h"
#include "gateway/views/states.h"
#include "kernel/ledger.h"
#include "runtime/log/bell.h"

namespace hoicho::gateway {

class MatchingView {
  public:
    static constexpr std::size_t jobs_max = 1'000;                 ///< that wait; one more is told to try again
    static constexpr std::size_t batch_records_max = 2'000;
    static constexpr std::chrono::milliseconds patience{10'000};   ///< with a journal that does not come as far as was asked

    /// What a job looks at, on the view's thread and as long as it runs. `states.matching` is the view's own; of the other services only the
    /// positions are told, up to which matching has folded them.
    struct Seen {
        States states;
        MarketCache& markets;
    };
    /// nullptr: not now; the caller is told to try again.
    using Job = std::function<void(const Seen* seen)>;

    /// @param may_begin  asked on the view's thread: at a start the gateway's own fold goes first, for nobody gets any answer before it
    MatchingView(runtime::EventLog& log, std::function<bool()> may_begin);
    ~MatchingView() { stop(); }

    void start();
    void stop();
    /// Runs `job` once the view has folded at least as far as `positions`: what the caller has been told is done is seen. False: too many wait.
    bool ask(std::string organiser, const States& positions, Job job);

  private:
    struct Waiting {
        std::string organiser;
        States positions;
        Job job;
        std::chrono::steady_clock::time_point until;
    };

    void run();
    bool open();
    bool fold_some();
    void fold(const runtime::Record& record);
    bool reached(const Waiting& waiting) const;
    bool answer_first();
    Seen seen(const std::string& organiser);

    runtime::EventLog& log_;
    std::function<bool()> may_begin_;
    std::vector<std::unique_ptr<Ledger>> ledgers_;  ///< by partition
    MarketCache markets_;
    std::shared_ptr<runtime::Bell> bell_;
    std::unique_ptr<runtime::Reader> reader_;
    journal::v1::Entry entry_;

    std::mutex mutex_;  ///< of what follows
    std::deque<Waiting> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace hoicho::gateway
