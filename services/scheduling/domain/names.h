// How a refusal names things and instants.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include "kernel/decision.h"
#include "scheduling/domain/rows_known.h"

namespace hoicho::scheduling {

/// The kind of thing an id names, and the member of a command that carries it.
struct Kind {
    IdKind kind = ID_KIND_UNSPECIFIED;
    const char* member = "";
};
constexpr Kind kind_of(FairId) { return {ID_KIND_FAIR, "fair"}; }
constexpr Kind kind_of(BuyerId) { return {ID_KIND_BUYER, "buyer"}; }
constexpr Kind kind_of(ExhibitorId) { return {ID_KIND_EXHIBITOR, "exhibitor"}; }
constexpr Kind kind_of(HallId) { return {ID_KIND_HALL, "hall"}; }
constexpr Kind kind_of(SlotId) { return {ID_KIND_SLOT, "slot"}; }
constexpr Kind kind_of(TableId) { return {ID_KIND_TABLE, "table"}; }
constexpr Kind kind_of(BoothId) { return {ID_KIND_BOOTH, "booth"}; }
constexpr Kind kind_of(BoothRequestId) { return {ID_KIND_BOOTH_REQUEST, "booth_request"}; }
constexpr Kind kind_of(RequestId) { return {ID_KIND_MEETING_REQUEST, "request"}; }
constexpr Kind kind_of(MeetingId) { return {ID_KIND_MEETING, "meeting"}; }
constexpr Kind kind_of(ProgrammeId) { return {ID_KIND_PROGRAMME, "programme"}; }
constexpr Kind kind_of(ProgrammeRunId) { return {ID_KIND_PROGRAMME_RUN, "run"}; }
constexpr Kind kind_of(AllocationRunId) { return {ID_KIND_ALLOCATION_RUN, "run"}; }

/// A thing as a refusal mentions it; the gateway shows its outside id.
template <class Id>
std::string name_of(Id id) {
    return mention(kind_of(id).kind, number(id));
}
inline std::string name_of(const Party& who) {
    return who.side == Side::buyer ? name_of(BuyerId{who.id}) : name_of(ExhibitorId{who.id});
}

/// "2026-12-03T02:00:00Z"
inline std::string instant(std::uint64_t at_ms) {
    using namespace std::chrono;
    const sys_time<milliseconds> at{milliseconds{static_cast<std::int64_t>(at_ms)}};
    const auto day = std::chrono::floor<days>(at);
    const year_month_day date{day};
    const hh_mm_ss time{std::chrono::floor<seconds>(at - day)};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return text;
}

/// There is no such thing.
template <class Id>
Refusal unknown(Id id) {
    return refuse(REASON_UNKNOWN, kind_of(id).member, name_of(id));
}

}  // namespace hoicho::scheduling
