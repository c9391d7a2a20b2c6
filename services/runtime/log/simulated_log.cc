// What happens in the simulated log, one step at a time.
#include <algorithm>

#include "runtime/log/simulated_wire.h"

namespace hoicho::runtime {
namespace {

Failure no_offset(const Stream& stream, std::int64_t offset) {
    return failure(boost::system::errc::result_out_of_range,
                   topic_name(stream.service, stream.kind) + " has no offset " + std::to_string(offset));
}

}  // namespace

SimulatedLog::SimulatedLog(std::uint32_t partitions, std::uint64_t seed, SimulatedFaults faults)
    : partitions_{partitions}, random_{seed}, faults_{faults} {
    for (const auto service : {SERVICE_REGISTRATION, SERVICE_MATCHING, SERVICE_SCHEDULING})
        for (const auto kind : {Kind::commands, Kind::journal, Kind::events})
            for (std::uint32_t partition = 0; partition < partitions; ++partition) logs_[{service, kind, partition}];
}

SimulatedLog::~SimulatedLog() = default;

SimulatedLog::Log* SimulatedLog::find(const Stream& stream) {
    const auto at = logs_.find(stream);
    return at == logs_.end() ? nullptr : &at->second;
}

Result<SimulatedLog::Log*> SimulatedLog::checked(const Stream& stream) {
    if (auto* log = find(stream)) return log;
    return failure(boost::system::errc::invalid_argument,
                   "no such partition of " + topic_name(stream.service, stream.kind));
}

Result<Bounds> SimulatedLog::bounds(const Stream& stream) {
    const auto log = checked(stream);
    if (!log) return log.error();
    return Bounds{(*log)->begin, (*log)->end()};
}

Result<std::unique_ptr<Reader>> SimulatedLog::open_reader(const std::vector<Start>& starts, std::shared_ptr<Waker> waker,
                                                          Haste) {
    for (const auto& start : starts)
        if (const auto log = checked(start.stream); !log) return log.error();
    return std::unique_ptr<Reader>{std::make_unique<SimulatedReader>(*this, starts, std::move(waker))};
}

Result<std::unique_ptr<Appender>> SimulatedLog::append_to(const Stream& journal, std::int64_t,
                                                          std::shared_ptr<Waker> waker) {
    if (const auto log = checked(journal); !log) return log.error();
    if (journal.kind != Kind::journal)
        return failure(boost::system::errc::invalid_argument, "Entries are appended to journals only");
    wires_.push_back(std::make_shared<Wire>(Wire{journal, std::move(waker), {}, {}, {}}));
    return std::unique_ptr<Appender>{std::make_unique<SimulatedAppender>(*this, wires_.back())};
}

void SimulatedLog::send(const Stream& stream, Message message, Sent sent) {
    const auto log = checked(stream);
    if (!log) return sent(log.error());
    if (stream.kind == Kind::journal)
        return sent(failure(boost::system::errc::invalid_argument, "a journal takes Entries from its Appender only"));
    if ((*log)->sends.size() >= sends_queued_max)
        return sent(failure(boost::system::errc::no_buffer_space,
                            "too much waits for " + topic_name(stream.service, stream.kind)));
    (*log)->sends.emplace_back(std::move(message), std::move(sent));
}

Result<RecordPtr> SimulatedLog::at(const Stream& stream, std::int64_t offset) {
    const auto log = checked(stream);
    if (!log) return log.error();
    if (offset < (*log)->begin || offset >= (*log)->end()) return no_offset(stream, offset);
    return (*log)->records[static_cast<std::size_t>(offset - (*log)->begin)];
}

bool SimulatedLog::deliver_next() {
    std::vector<std::size_t> busy;
    for (std::size_t i = 0; i < wires_.size(); ++i)
        if (wires_[i]->busy()) busy.push_back(i);
    std::vector<Stream> sending;
    for (const auto& [stream, log] : logs_)
        if (!log.sends.empty()) sending.push_back(stream);
    const auto count = busy.size() + sending.size() + late_.size();
    if (count == 0) return false;
    auto chosen = pick(count);
    if (chosen < busy.size()) {
        auto& wire = *wires_[busy[chosen]];
        const bool back = !wire.reports.empty() && (wire.appends.empty() || pick(2) == 0);
        if (back)
            wire.bring_report();
        else
            land_append(wire);
    } else if (chosen -= busy.size(); chosen < sending.size()) {
        land_send(sending[chosen]);
    } else {
        land_late(chosen - sending.size());
    }
    return true;
}

void SimulatedLog::settle() {
    while (deliver_next()) {
    }
}

std::int64_t SimulatedLog::land(const Stream& stream, Message message) {
    auto& log = *find(stream);
    const auto offset = log.end();
    log.records.push_back(std::make_shared<const Record>(Record{stream, offset, std::move(message)}));
    std::erase_if(log.readers, [](const auto& reader) { return reader.expired(); });
    const auto readers = log.readers;  // a woken one may open or close readers
    for (const auto& reader : readers)
        if (const auto waker = reader.lock()) waker->wake();
    return offset;
}

void SimulatedLog::land_append(Wire& wire) {
    Message message = std::move(wire.appends.front());
    wire.appends.pop_front();
    const bool delayed = chance(faults_.delayed);
    if (delayed || chance(faults_.duplicated)) late_.push_back({wire.journal, message});
    if (delayed || chance(faults_.lost)) {
        wire.reports.push_back({{-1, true, "timed out"}, 0});
        return;
    }
    Delivery delivery;
    delivery.offset = land(wire.journal, std::move(message));
    if (chance(faults_.report_lost)) delivery.offset = -1;
    const int steps = chance(faults_.report_late) ? static_cast<int>(pick(late_report_steps_max)) + 1 : 0;
    wire.reports.push_back({delivery, steps});
}

void SimulatedLog::land_send(const Stream& stream) {
    auto& sends = find(stream)->sends;
    auto [message, sent] = std::move(sends.front());
    sends.pop_front();
    if (chance(faults_.send_lost)) return sent(failure(boost::system::errc::timed_out, "timed out"));
    sent(land(stream, std::move(message)));
}

void SimulatedLog::land_late(std::size_t index) {
    auto [stream, message] = std::move(late_[index]);
    late_.erase(late_.begin() + static_cast<std::ptrdiff_t>(index));
    land(stream, std::move(message));
}

void SimulatedLog::forget(const std::shared_ptr<Wire>& wire) {
    for (auto& message : wire->appends)
        if (chance(faults_.delayed)) late_.push_back({wire->journal, std::move(message)});
    std::erase(wires_, wire);
}

void SimulatedLog::expire(const Stream& stream, std::int64_t offset) {
    auto& log = *find(stream);
    for (; log.begin < offset && !log.records.empty(); ++log.begin) log.records.pop_front();
}

void SimulatedLog::cut(const Stream& stream, std::int64_t offset) {
    auto& log = *find(stream);
    while (log.end() > offset && !log.records.empty()) log.records.pop_back();
}

bool SimulatedLog::chance(std::uint32_t of_a_million) {
    return of_a_million > 0 && random_() % 1'000'000 < of_a_million;
}

std::size_t SimulatedLog::pick(std::size_t count) {
    return count == 1 ? 0 : static_cast<std::size_t>(random_() % count);
}

}  // namespace hoicho::runtime
