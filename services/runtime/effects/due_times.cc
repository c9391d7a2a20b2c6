// Due times and repeats; see due_times.h.
#include "runtime/effects/due_times.h"

#include <xxhash.h>

#include <algorithm>

#include "runtime/log/event_log.h"

namespace hoicho::runtime {
namespace {

/// Two things may fall due in the same millisecond: the command itself is part of the name.
std::string name_of(const DueTimes::Place& place, const Partition::Due& due) {
    return "timer/" + service_name(place.service) + "/" + std::to_string(place.partition) + "/" + due.organiser + "/" +
           std::to_string(due.at_ms) + "/" + std::to_string(XXH3_64bits(due.command.data(), due.command.size()));
}

}  // namespace

void DueTimes::set(const Place& place, std::optional<Partition::Due> due) {
    if (!due) {
        waiting_.erase(place);
        return;
    }
    const auto at = waiting_.find(place);
    const bool known = at != waiting_.end() && at->second.due.at_ms == due->at_ms &&
                       at->second.due.organiser == due->organiser && at->second.due.command == due->command;
    if (known) return;
    const auto at_ms = due->at_ms;
    waiting_.insert_or_assign(place, Waiting{std::move(*due), at_ms, again_ms_first});
}

std::vector<DueTimes::Ask> DueTimes::take(std::uint64_t now_ms) {
    std::vector<Ask> asks;
    for (auto& [place, waiting] : waiting_) {
        if (waiting.at_ms > now_ms) continue;
        asks.push_back({place, waiting.due.organiser, name_of(place, waiting.due), waiting.due.command});
        waiting.at_ms = now_ms + waiting.again_ms;
        waiting.again_ms = std::min(2 * waiting.again_ms, again_ms_max);
    }
    return asks;
}

std::optional<std::uint64_t> DueTimes::next_ms() const {
    std::optional<std::uint64_t> first;
    for (const auto& [place, waiting] : waiting_)
        if (!first || waiting.at_ms < *first) first = waiting.at_ms;
    return first;
}

}  // namespace hoicho::runtime
