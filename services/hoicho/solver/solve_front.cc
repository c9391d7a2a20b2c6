/// Up to three repairs to choose from, each in a file of its own.
#include <cstdio>

#include "hoicho/solver/documents.h"
#include "hoicho/solver/solve_order.h"
#include "hoicho/solver/solve_report.h"
#include "runtime/host/exit_code.h"
#include "scheduling/domain/programme/repair.h"
#include "scheduling/files/programme_file.h"

namespace hoicho::cli {
namespace {

namespace programme = scheduling::programme;
namespace host = runtime::host;

constexpr std::uint64_t front_steps = 400'000;  ///< For each answer, where none were asked for.

std::filesystem::path numbered(const std::filesystem::path& path, std::size_t number) {
    return path.parent_path() / (path.stem().string() + "-" + std::to_string(number) + path.extension().string());
}

}  // namespace

int solve_front(const SolveOrder& order, const Task& task) {
    const Stopwatch wall{Clock::wall};
    const Limits limits = limits_of(task);
    const std::uint64_t steps = order.effort.steps.value_or(front_steps);
    const auto answers = programme::repair_front(*task.instance, *task.previous, order.effort.seed, steps);
    bool valid = !answers.empty();
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const Found found{.programme = answers[i].programme,
                          .score = answers[i].score,
                          .musts_missing = answers[i].musts_missing,
                          .spread_kept = answers[i].spread_kept,
                          .seed = order.effort.seed,
                          .steps = steps};
        const Report report = report_on(task, limits, found, wall.seconds());
        const auto path = numbered(order.out, i + 1);
        const std::string text = scheduling::files::write_programme(found.programme);
        if (!write_file(path, text) || (i + 1 == answers.size() && !write_file(order.out, text))) return host::exit_failed;
        if (!order.json) std::printf("%s\n", path.c_str());
        std::fputs((order.json ? json_line("answer", report) : summary(report, order.language)).c_str(), stdout);
        valid = valid && report.judged.broken.empty();
    }
    return valid ? host::exit_done : host::exit_refused;
}

}  // namespace hoicho::cli
