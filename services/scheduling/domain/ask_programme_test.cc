// A run of the solver needs a fair with slots and tables.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(AskProgramme, NeedsAFairAndABudgetWithinBounds) {
    SmallFair fair;
    fair.when(ask_programme()).creates(ID_KIND_PROGRAMME_RUN, 1);
    auto elsewhere = ask_programme();
    elsewhere.mutable_ask_programme()->set_fair(9);
    fair.when(elsewhere).refuses(REASON_UNKNOWN, "fair");
    auto long_run = ask_programme();
    long_run.mutable_ask_programme()->set_steps(1'000'000'000);
    fair.when(long_run).is_accepted();
    long_run.mutable_ask_programme()->set_steps(1'000'000'001);
    fair.when(long_run).refuses(REASON_OUT_OF_RANGE, "steps");
}

TEST(AskProgramme, ARepairNeedsAPublishedProgramme) {
    SmallFair fair;
    auto repair = ask_programme();
    repair.mutable_ask_programme()->set_disturbed_max(0);
    fair.when(repair).refuses(REASON_MISSING, "published_programme");
    fair.when(ask_programme()).when(propose_programme(1, {{aeon, van_ho, nine, table_1}})).when(publish(1)).is_accepted();
    repair.mutable_ask_programme()->set_front(true);
    fair.when(repair).creates(ID_KIND_PROGRAMME_RUN, 2);
    EXPECT_EQ(fair.state().programme_runs.find(ProgrammeRunId{2})->disturbed_max, 0U);
    EXPECT_TRUE(fair.state().programme_runs.find(ProgrammeRunId{2})->front);
}

}  // namespace
}  // namespace hoicho::scheduling
