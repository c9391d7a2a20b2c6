// Folds, answers, sleeps until a record or a job comes; see matching_view.h.
#include "gateway/views/matching_view.h"

#include "runtime/log/thread_name.h"

namespace hoicho::gateway {
namespace {

constexpr auto longest_sleep = std::chrono::milliseconds{200};
constexpr Service journals[] = {SERVICE_REGISTRATION, SERVICE_MATCHING, SERVICE_SCHEDULING};

}  // namespace

MatchingView::MatchingView(runtime::EventLog& log, std::function<bool()> may_begin)
    : log_{log}, may_begin_{std::move(may_begin)}, bell_{std::make_shared<runtime::Bell>()} {
    for (std::uint32_t partition = 0; partition < log.partitions(); ++partition)
        ledgers_.push_back(std::make_unique<Ledger>(matching::make_matching_partition()));
}

void MatchingView::start() {
    thread_ = std::thread{[this] { run(); }};
    runtime::name_thread(thread_.native_handle(), "lists");
}

void MatchingView::stop() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    bell_->wake();
    if (thread_.joinable()) thread_.join();
}

bool MatchingView::ask(std::string organiser, const States& positions, Job job) {
    {
        const std::lock_guard lock{mutex_};
        if (stopping_ || waiting_.size() >= jobs_max) return false;
        waiting_.push_back({std::move(organiser), positions, std::move(job), std::chrono::steady_clock::now() + patience});
    }
    bell_->wake();
    return true;
}

void MatchingView::run() {
    for (;;) {
        {
            const std::lock_guard lock{mutex_};
            if (stopping_) break;
        }
        const bool some = open() && fold_some();
        const bool answered = answer_first();
        if (!some && !answered) bell_->wait(longest_sleep);
    }
    for (auto& each : waiting_) each.job(nullptr);  // nobody else comes here any more
    waiting_.clear();
}

/// All journals from their beginning. False: not now; it is tried again.
bool MatchingView::open() {
    if (reader_) return true;
    if (!may_begin_()) return false;
    std::vector<runtime::Start> starts;
    for (const auto service : journals)
        for (std::uint32_t partition = 0; partition < log_.partitions(); ++partition)
            starts.push_back({{service, runtime::Kind::journal, partition}, 0});
    auto reader = log_.read(starts, bell_, runtime::Haste::gathered);  // a list may wait for a tenth of a second, a broker not for its fetches
    if (reader) reader_ = std::move(*reader);
    return reader_ != nullptr;
}

bool MatchingView::fold_some() {
    const auto records = reader_->poll(batch_records_max);
    if (!records) return false;  // the gateway's own fold reads the same journals and says what is wrong with them
    for (const auto& record : *records) fold(*record);
    return !records->empty();
}

void MatchingView::fold(const runtime::Record& record) {
    if (!entry_.ParseFromArray(record.message.value.data(), static_cast<int>(record.message.value.size()))) return;
    const auto service = record.stream.service;
    const auto verdict = ledgers_[record.stream.partition]->fold(service, record.offset, record.message.key, entry_);
    if (verdict == Verdict::folded && entry_.accepted().events_size() > 0) markets_.changed(service, record.message.key);
}

bool MatchingView::reached(const Waiting& waiting) const {
    const auto& ledger = *ledgers_[runtime::partition_of(waiting.organiser, log_.partitions())];
    const auto folded = [&](Service service) { return ledger.position(service).head.n; };
    return folded(SERVICE_REGISTRATION) >= waiting.positions.registration_n && folded(SERVICE_MATCHING) >= waiting.positions.matching_n &&
           folded(SERVICE_SCHEDULING) >= waiting.positions.scheduling_n;
}

/// The job that came first, if it can be answered, or has waited too long. False: there is none such.
bool MatchingView::answer_first() {
    Waiting first;
    bool in_time = false;
    {
        const std::lock_guard lock{mutex_};
        if (waiting_.empty()) return false;
        in_time = reached(waiting_.front());
        if (!in_time && std::chrono::steady_clock::now() < waiting_.front().until) return false;
        first = std::move(waiting_.front());
        waiting_.pop_front();
    }
    if (in_time) {
        const auto now = seen(first.organiser);
        first.job(&now);
    } else {
        first.job(nullptr);
    }
    return true;
}

MatchingView::Seen MatchingView::seen(const std::string& organiser) {
    const auto& ledger = *ledgers_[runtime::partition_of(organiser, log_.partitions())];
    States states;
    states.matching = static_cast<const matching::MatchingPartition&>(ledger.partition()).state(organiser);
    states.registration_n = ledger.position(SERVICE_REGISTRATION).head.n;
    states.matching_n = ledger.position(SERVICE_MATCHING).head.n;
    states.scheduling_n = ledger.position(SERVICE_SCHEDULING).head.n;
    return {states, markets_};
}

}  // namespace hoicho::gateway
