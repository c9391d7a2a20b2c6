// Live connections: each gets one snapshot of its fair and then every change from that position on; one that comes back goes on where it was.
//
// Messages, one JSON object each:
//   {"type":"snapshot","epoch":E,"positions":{...},"why":W,"summary":{...}}     W: "opened", "gap" (too long away), "epoch" (another journal), "slow"
//   {"type":"change","service":S,"position":"12","at":T,"events":[{"kind":"MeetingScheduled",...}]}
//   {"type":"summary","positions":{...},"summary":{...}}                         after changes, at most every summary_every
// Opened with ?organiser=O&fair=fai_... and, to resume, &epoch=E&from=registration=4,matching=2,scheduling=12
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "gateway/json/public_ids.h"
#include "gateway/views/folds.h"
#include "gateway/views/states.h"
#include "runtime/http/live.h"

namespace hoicho::gateway {

class Live final : public runtime::http::LiveHandler, public Watcher {
  public:
    static constexpr std::size_t changes_kept_max = 4'096;  ///< per organiser, for those who come back
    static constexpr std::chrono::milliseconds summary_every{250};
    static constexpr std::size_t sockets_max = 5'000;

    Live(Folds& folds, const PublicIds& ids) : folds_{folds}, ids_{ids} {}

    // runtime::http::LiveHandler
    bool accepts(const runtime::http::Request& request, runtime::http::Response& refusal) override;
    void opened(std::shared_ptr<runtime::http::LiveSocket> socket, const runtime::http::Request& request) override;
    void received(runtime::http::LiveSocket& socket, std::string message) override;
    void drained(runtime::http::LiveSocket& socket) override;
    void closed(runtime::http::LiveSocket& socket) override;

    // Watcher: inside the folding lock
    void folded(Service service, std::uint32_t partition, const std::string& organiser, const journal::v1::Entry& entry) override;
    void batch_done() override;

    std::size_t sockets() const;

  private:
    using Text = std::shared_ptr<const std::string>;
    struct Change {
        Service service;
        std::uint64_t n;
        Text text;
    };
    struct Audience {
        std::map<runtime::http::LiveSocket*, std::pair<std::shared_ptr<runtime::http::LiveSocket>, std::uint32_t>> sockets;  ///< with their fair
        std::deque<Change> changes;
        std::map<Service, std::uint64_t> kept_from;  ///< n after which every change is in `changes`
        bool changed = false;
        std::chrono::steady_clock::time_point summed_at;
    };

    Text snapshot(const std::string& organiser, std::uint32_t fair, std::string_view type, std::string_view why) const;
    bool resume(Audience& audience, const std::string& organiser, const runtime::http::Request& request, runtime::http::LiveSocket& socket,
                std::string_view& why) const;
    void send_summaries(const std::string& organiser, Audience& audience);

    Folds& folds_;
    const PublicIds& ids_;
    mutable std::mutex mutex_;  // taken after the folding lock, never before
    std::map<std::string, Audience> audiences_;
    std::map<runtime::http::LiveSocket*, std::string> organiser_of_;
};

/// Names the journal: the writer of its first Entry for this organiser's partition. Positions mean nothing in another epoch.
std::string epoch_of(const Folds& folds, std::string_view organiser);

}  // namespace hoicho::gateway
