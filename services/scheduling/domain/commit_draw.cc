// CommitDraw: fixes the secret seed and the floor of a draw before the public value is known.
#include "kernel/sha256.h"
#include "scheduling/domain/commands.h"
#include "scheduling/domain/draw_rules.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

Answer decide(const State& state, const v1::CommitDraw& command, const Context&) {
    const FairId fair{command.fair()};
    if (auto no = fair_refused(state, fair)) return *no;
    if (venue_of(state, fair).booths.empty()) return refuse(REASON_MISSING, "booths");
    if (!is_sha256_hex(command.seed_sha256())) return refuse(REASON_OUT_OF_RANGE, "seed_sha256", command.seed_sha256(), hex_digits_accepted);
    if (!is_sha256_hex(command.floor_sha256())) return refuse(REASON_OUT_OF_RANGE, "floor_sha256", command.floor_sha256(), hex_digits_accepted);

    v1::Event event;
    auto& committed = *event.mutable_draw_committed();
    *committed.mutable_commit() = command;
    const FloorCount floor = count_floor(state, fair);
    committed.set_booths(floor.booths);
    committed.set_requests(floor.requests);
    committed.set_held(floor.held);
    return fact(std::move(event));
}

void apply(State& state, const v1::DrawCommitted& event) {
    const auto& commit = event.commit();
    state.draw_commitments.put(FairId{commit.fair()},
                               {commit.seed_sha256(), commit.floor_sha256(), event.booths(), event.requests(), event.held()});
}

}  // namespace hoicho::scheduling
