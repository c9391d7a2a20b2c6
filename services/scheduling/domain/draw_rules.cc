// Compares a draw with its commitment; see draw_rules.h.
#include "scheduling/domain/draw_rules.h"

#include "kernel/sha256.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

namespace {

Refused changed(const char* what, std::uint32_t now, std::uint32_t committed) {
    if (now == committed) return std::nullopt;
    return refuse(REASON_STALE, "draw commitment", std::to_string(committed) + " " + what, std::to_string(now));
}

}  // namespace

FloorCount count_floor(const State& state, FairId fair) {
    FloorCount count;
    for (const BoothId id : venue_of(state, fair).booths) {
        ++count.booths;
        count.held += state.booth_holders.contains(id);
    }
    state.booth_requests.for_each([&](BoothRequestId, const BoothRequest& request) { count.requests += request.fair == fair; });
    return count;
}

Refused draw_refused(const State& state, const v1::AskAllocation& command) {
    const FairId fair{command.fair()};
    const DrawCommitment* committed = state.draw_commitments.find(fair);
    if (!committed) return refuse(REASON_MISSING, "commitment");
    if (!is_sha256_hex(command.secret_seed())) return refuse(REASON_OUT_OF_RANGE, "secret_seed", command.secret_seed(), hex_digits_accepted);
    if (sha256_hex(command.secret_seed()) != committed->seed_sha256)
        return refuse(REASON_OUT_OF_RANGE, "secret_seed", sha256_hex(command.secret_seed()), committed->seed_sha256);
    const auto& value = command.public_value();
    if (value.size() > public_value_bytes_max || value.find_first_of("\r\n") != std::string::npos)
        return refuse(REASON_OUT_OF_RANGE, "public_value", std::to_string(value.size()) + " bytes",
                      "one line of at most " + std::to_string(public_value_bytes_max) + " bytes");
    const FloorCount now = count_floor(state, fair);
    if (auto no = changed("booths", now.booths, committed->booths)) return no;
    if (auto no = changed("booth requests", now.requests, committed->requests)) return no;
    return changed("booths given", now.held, committed->held);
}

}  // namespace hoicho::scheduling
