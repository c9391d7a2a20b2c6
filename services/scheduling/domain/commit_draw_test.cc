// A draw is held on what was committed to, or not at all.
#include "kernel/sha256.h"
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

const std::string secret = sha256_hex("a secret of the organiser");
const std::string floor_hash = sha256_hex("the floor's file");

v1::Command commit_draw(const std::string& seed_sha256 = sha256_hex(secret)) {
    v1::Command command;
    command.mutable_commit_draw()->set_fair(1);
    command.mutable_commit_draw()->set_seed_sha256(seed_sha256);
    command.mutable_commit_draw()->set_floor_sha256(floor_hash);
    return command;
}

v1::Command ask_draw(const std::string& seed = secret) {
    auto command = ask_allocation();
    command.mutable_ask_allocation()->set_mode(v1::ALLOCATION_MODE_POINTS_AND_DRAW);
    command.mutable_ask_allocation()->set_secret_seed(seed);
    command.mutable_ask_allocation()->set_public_value("XSMB 2026-10-01 48213");
    return command;
}

SmallFair& floor_of_two(SmallFair& fair) {
    fair.when(place_booth("A1", {"A2"})).when(place_booth("A2")).when(request_booths(van_ho));
    return fair;
}

TEST(CommitDraw, TakesHashesOfAFairWithBooths) {
    SmallFair fair;
    fair.when(commit_draw()).refuses(REASON_MISSING, "booths");
    floor_of_two(fair).when(commit_draw("A" + sha256_hex(secret).substr(1))).refuses(REASON_OUT_OF_RANGE, "seed_sha256");
    fair.when(commit_draw()).is_accepted();
    EXPECT_EQ(fair.state().draw_commitments.find(FairId{1})->booths, 2U);
}

TEST(AskAllocation, ADrawNeedsTheSeedOfItsCommitment) {
    SmallFair fair;
    floor_of_two(fair).when(ask_draw()).refuses(REASON_MISSING, "commitment");
    fair.when(commit_draw()).when(ask_draw(sha256_hex("another"))).refuses(REASON_OUT_OF_RANGE, "secret_seed");
    fair.when(ask_draw("short")).refuses(REASON_OUT_OF_RANGE, "secret_seed");
    fair.when(ask_draw()).creates(ID_KIND_ALLOCATION_RUN, 1);
    EXPECT_EQ(fair.state().allocation_runs.find(AllocationRunId{1})->draw->secret_seed, secret);
}

TEST(AskAllocation, ADrawIsRefusedOnAFloorThatChangedSince) {
    SmallFair fair;
    floor_of_two(fair).when(commit_draw()).when(request_booths(dong_trieu));
    fair.when(ask_draw()).refuses({REASON_STALE, "draw commitment", "1 booth requests", "2"});
    fair.when(commit_draw()).when(place_booth("A3")).when(ask_draw()).refuses({REASON_STALE, "draw commitment", "2 booths", "3"});
    fair.when(commit_draw()).when(ask_draw()).is_accepted();
}

TEST(ProposeAllocation, ADrawOnAnotherFloorGivesNothing) {
    SmallFair fair;
    floor_of_two(fair).when(commit_draw()).when(ask_draw()).when(propose_allocation(1, {{van_ho, {1}}})).is_accepted();
    EXPECT_EQ(fair.state().booth_holders.size(), 0U);
    EXPECT_EQ(fair.events().front().booths_allocated().unplaced(0).why().reason(), REASON_STALE);
    auto right = propose_allocation(2, {{van_ho, {1}}});
    right.mutable_propose_allocation()->set_floor_sha256(floor_hash);
    fair.when(ask_draw()).when(right).is_accepted();
    EXPECT_EQ(fair.state().booth_holders.size(), 1U);
}

}  // namespace
}  // namespace hoicho::scheduling
