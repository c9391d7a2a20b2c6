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

}  // namespace
}  // namespace hoicho::scheduling
