// Folds, answers, sleeps until a record or a job comes; see matching_view.h.
#include "gateway/views/matching_view.h"

#include <algorithm>

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
    const Positions of_it{runtime::partition_of(organiser, log_.partitions()), positions.registration_n, positions.matching_n, positions.scheduling_n};
    return wait({of_it}, [this, organiser = std::move(organiser), job = std::move(job)](bool in_time) {
        if (!in_time) return job(nullptr);
        const auto now = seen(organiser);
        job(&now);
    });
}

bool MatchingView::ask_digests(std::vector<Positions> positions, Digests told) {
    return wait(std::move(positions), [this, told = std::move(told)](bool in_time) { told(in_time ? std::optional{digests()} : std::nullopt); });
}

bool MatchingView::wait(std::vector<Positions> positions, std::function<void(bool in_time)> answer) {
    {
        const std::lock_guard lock{mutex_};
        if (stopping_ || waiting_.size() >= jobs_max) return false;
        waiting_.push_back({std::move(positions), std::move(answer), std::chrono::steady_clock::now() + patience});
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
    for (auto& each : waiting_) each.answer(false);  // nobody else comes here any more
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
    if (!entry_.read(record.message.value)) return;
    const auto service = record.stream.service;
    const auto verdict = ledgers_[record.stream.partition]->fold(service, record.offset, record.message.key, entry_);
    if (verdict == Verdict::folded && !entry_.events().empty()) markets_.changed(service, record.message.key);
}

bool MatchingView::reached(const Positions& positions) const {
    const auto folded = [&ledger = *ledgers_[positions.partition]](Service service) { return ledger.position(service).head.n; };
    return folded(SERVICE_REGISTRATION) >= positions.registration_n && folded(SERVICE_MATCHING) >= positions.matching_n &&
           folded(SERVICE_SCHEDULING) >= positions.scheduling_n;
}

/// The job that came first, if it can be answered, or has waited too long. False: there is none such.
bool MatchingView::answer_first() {
    Waiting first;
    bool in_time = false;
    {
        const std::lock_guard lock{mutex_};
        if (waiting_.empty()) return false;
        const auto& asked = waiting_.front().positions;
        in_time = std::all_of(asked.begin(), asked.end(), [this](const Positions& one) { return reached(one); });
        if (!in_time && std::chrono::steady_clock::now() < waiting_.front().until) return false;
        first = std::move(waiting_.front());
        waiting_.pop_front();
    }
    first.answer(in_time);
    return true;
}

std::vector<MatchingView::Digested> MatchingView::digests() const {
    std::vector<Digested> out;
    for (const auto& ledger : ledgers_) out.push_back({ledger->head().n, ledger->digest()});
    return out;
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
