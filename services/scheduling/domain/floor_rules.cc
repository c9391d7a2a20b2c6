// Judges gifts of booths against the floor as it is now.
#include "scheduling/domain/floor_rules.h"

#include <algorithm>

namespace hoicho::scheduling {

namespace {

bool share_a_wall(const Booth& a, const Booth& b) {
    const auto names = [](const Booth& one, const Booth& other) {
        return std::find(one.neighbours.begin(), one.neighbours.end(), other.code) != one.neighbours.end();
    };
    return a.hall == b.hall && (names(a, b) || names(b, a));
}

std::string list_of(const std::vector<BoothId>& booths) {
    std::string text;
    for (const BoothId id : booths) text += (text.empty() ? "" : ", ") + name_of(id);
    return text;
}

std::string needs_of(const BoothRequest& request) {
    std::string text = request.kind.empty() ? "any kind" : request.kind;
    if (request.power_kw) text += ", " + std::to_string(request.power_kw) + " kW";
    if (request.water) text += ", water";
    return text;
}

Refused booth_refused(const State& state, const GivenBooths& given, FairId fair, const BoothRequest& request, BoothId id) {
    const Booth* booth = state.booths.find(id);
    if (!booth) return unknown(id);
    if (booth->fair != fair) return refuse(REASON_OTHER_FAIR, name_of(id));
    if (const auto* holder = state.booth_holders.find(id)) return refuse(REASON_BOOTH_TAKEN, name_of(id), name_of(holder->exhibitor));
    if (given.contains(id)) return refuse(REASON_BOOTH_TAKEN, name_of(id), "this proposal");
    if (!fits(*booth, request)) return refuse(REASON_NO_BOOTH_FITS, name_of(id), needs_of(request), booth->code);
    return std::nullopt;
}

}  // namespace

bool is_free(const State& state, const GivenBooths& given, BoothId id) {
    return !state.booth_holders.contains(id) && !given.contains(id);
}

bool fits(const Booth& booth, const BoothRequest& request) {
    return (request.kind.empty() || booth.kind == request.kind) && booth.power_kw >= request.power_kw &&
           (booth.water || !request.water);
}

bool joined(const State& state, const std::vector<BoothId>& booths) {
    std::vector<BoothId> reached{booths.front()};
    for (std::size_t at = 0; at < reached.size(); ++at)
        for (const BoothId other : booths)
            if (std::find(reached.begin(), reached.end(), other) == reached.end() &&
                share_a_wall(*state.booths.find(reached[at]), *state.booths.find(other)))
                reached.push_back(other);
    return reached.size() == booths.size();
}

bool holds_booths(const State& state, FairId fair, ExhibitorId exhibitor) {
    const auto& booths = venue_of(state, fair).booths;
    return std::any_of(booths.begin(), booths.end(), [&](BoothId id) {
        const auto* holder = state.booth_holders.find(id);
        return holder && holder->exhibitor == exhibitor;
    });
}

Refused gift_refused(const State& state, const GivenBooths& given, FairId fair, ExhibitorId exhibitor,
                     const std::vector<BoothId>& booths) {
    const BoothRequestId* asked = state.booths_asked.find({fair, exhibitor});
    if (!asked) return refuse(REASON_UNKNOWN, "booth_request", name_of(exhibitor));
    const BoothRequest& request = *state.booth_requests.find(*asked);
    if (booths.empty()) return refuse(REASON_MISSING, "booths");
    if (booths.size() > request.booths)
        return refuse(REASON_OUT_OF_RANGE, "booths", std::to_string(booths.size()), "1-" + std::to_string(request.booths));
    if (holds_booths(state, fair, exhibitor)) return refuse(REASON_ALREADY_DONE, "booths", name_of(exhibitor));
    for (std::size_t at = 0; at < booths.size(); ++at) {
        if (auto no = booth_refused(state, given, fair, request, booths[at])) return no;
        if (std::find(booths.begin(), booths.begin() + static_cast<std::ptrdiff_t>(at), booths[at]) !=
            booths.begin() + static_cast<std::ptrdiff_t>(at))
            return refuse(REASON_BOOTH_TAKEN, name_of(booths[at]), name_of(exhibitor));
    }
    if (!joined(state, booths)) return refuse(REASON_BOOTHS_NOT_JOINED, "booths", list_of(booths));
    return std::nullopt;
}

Refusal unplaced_reason(const State& state, const GivenBooths& given, const BoothRequest& request) {
    const auto& booths = venue_of(state, request.fair).booths;
    std::uint32_t free = 0;
    std::uint32_t fitting = 0;
    for (const BoothId id : booths) {
        if (!is_free(state, given, id)) continue;
        ++free;
        fitting += fits(*state.booths.find(id), request);
    }
    if (free == 0) return refuse(REASON_FULL, "booths", std::to_string(booths.size()), std::to_string(booths.size()));
    const std::string needs = std::to_string(request.booths) + " joined: " + needs_of(request);
    return refuse(REASON_NO_BOOTH_FITS, fitting < request.booths ? "needs" : "joined", needs,
                  std::to_string(fitting) + " of " + std::to_string(free));
}

}  // namespace hoicho::scheduling
