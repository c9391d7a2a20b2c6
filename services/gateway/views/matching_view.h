// A second fold of matching alone, for reads that look at much (markets, reach): a thread of its own folds it and answers them one after the
// other, so neither the gateway's fold nor any other reader waits for them.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

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
    /// Positions and digests of matching's partitions, in their order. nullopt: not now.
    struct Digested {
        std::uint64_t n = 0;
        Digest digest;
    };
    using Digests = std::function<void(std::optional<std::vector<Digested>> digests)>;
    /// How far the journals are to be folded in one partition.
    struct Positions {
        std::uint32_t partition = 0;
        std::uint64_t registration_n = 0, matching_n = 0, scheduling_n = 0;
    };

    /// @param may_begin  asked on the view's thread: at a start the gateway's own fold goes first, for nobody gets any answer before it
    MatchingView(runtime::EventLog& log, std::function<bool()> may_begin);
    ~MatchingView() { stop(); }

    void start();
    void stop();
    /// Runs `job` once the view has folded at least as far as `positions`: what the caller has been told is done is seen. False: too many wait.
    bool ask(std::string organiser, const States& positions, Job job);
    /// The same for the digests of the whole service. The gateway's own fold of matching hears no scheduling, so only this one is matching's state.
    bool ask_digests(std::vector<Positions> positions, Digests digests);

  private:
    struct Waiting {
        std::vector<Positions> positions;
        std::function<void(bool in_time)> answer;
        std::chrono::steady_clock::time_point until;
    };

    void run();
    bool open();
    bool fold_some();
    void fold(const runtime::Record& record);
    bool wait(std::vector<Positions> positions, std::function<void(bool in_time)> answer);
    bool reached(const Positions& positions) const;
    bool answer_first();
    Seen seen(const std::string& organiser);
    std::vector<Digested> digests() const;

    runtime::EventLog& log_;
    std::function<bool()> may_begin_;
    std::vector<std::unique_ptr<Ledger>> ledgers_;  ///< by partition
    MarketCache markets_;
    std::shared_ptr<runtime::Bell> bell_;
    std::unique_ptr<runtime::Reader> reader_;
    EntryView entry_;

    std::mutex mutex_;  ///< of what follows
    std::deque<Waiting> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace hoicho::gateway
