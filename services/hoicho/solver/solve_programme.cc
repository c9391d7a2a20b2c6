/// Runs a search for a programme, tells how it goes each second, writes the best.
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "hoicho/solver/commands.h"
#include "hoicho/solver/documents.h"
#include "hoicho/solver/solve_order.h"
#include "hoicho/solver/solve_report.h"
#include "hoicho/solver/stop_requests.h"
#include "runtime/host/exit_code.h"
#include "scheduling/domain/programme/musts.h"
#include "scheduling/files/instance_file.h"
#include "scheduling/files/programme_file.h"

namespace hoicho::cli {
namespace {

namespace files = scheduling::files;
namespace host = runtime::host;
namespace programme = scheduling::programme;

constexpr double look_every_s = 0.05;  ///< At whether the search has ended.
constexpr double tell_every_s = 1.0;

/// Progress goes to stdout: one line that is written over on a terminal, a line each second in a file.
class Teller {
  public:
    explicit Teller(const SolveOrder& order) : order_{order}, over_{!order.json && isatty(STDOUT_FILENO) == 1} {}

    void begin(const Task& task, const Limits& limits) {
        if (order_.json) std::fputs(json_line(task, limits).c_str(), stdout);
        std::fflush(stdout);
    }
    void progress(const Report& report) {
        if (order_.json)
            std::fputs(json_line("progress", report).c_str(), stdout);
        else
            std::printf("%s%s%s", over_ ? "\r\033[K" : "", progress_line(report, order_.language).c_str(), over_ ? "" : "\n");
        std::fflush(stdout);
        told_ = true;
    }
    void end(const Report& report) {
        if (over_ && told_) std::fputs("\n", stdout);
        std::fputs((order_.json ? json_line("end", report) : summary(report, order_.language)).c_str(), stdout);
        std::fflush(stdout);
    }

  private:
    const SolveOrder& order_;
    bool over_;
    bool told_ = false;
};

/// Why there is no programme, with the field to mend.
void refuse(const SolveOrder& order, const Task& task, const Found& found) {
    using programme::Obstacle;
    const auto musts = programme::examine_musts(*task.instance, task.previous);
    const std::string participant = "participants[" + std::to_string(found.obstacle_participant) + "]";
    std::string why;
    if (musts.answer == programme::MustsAnswer::hall_set || musts.answer == programme::MustsAnswer::clashing)
        why = "meetings[].must: " + programme::sentence(*task.instance, musts, order.language);
    else if (found.obstacle == Obstacle::impossible)
        why = "meetings[" + std::to_string(found.obstacle_meeting) + "].must: has no slot and place even if nobody else were there";
    else if (found.obstacle == Obstacle::overbooked)
        why = "meetings[].must: those of " + participant + " do not fit into its own slots";
    else if (found.obstacle == Obstacle::unspread)
        why = "limits.max_gap_spread: " + participant + " cannot have as few or as many gaps as it asks beside those of others";
    else
        why = "meetings[].must, limits.max_gap_spread: contradict each other: proven";
    std::fprintf(stderr, "%s: %s\n", order.in.c_str(), why.c_str());
}

int search(const SolveOrder& order, const Task& task) {
    StopRequests requests;
    const Stopwatch wall{Clock::wall};
    const Limits limits = limits_of(task);
    Teller teller{order};
    teller.begin(task, limits);
    SolveRun run{task, order.effort};
    std::optional<int> signal;
    double told_s = 0;
    while (run.running() && !(signal = requests.wait(look_every_s))) {
        if (wall.seconds() < told_s + tell_every_s) continue;
        if (const auto found = run.best()) teller.progress(report_on(task, limits, *found, wall.seconds()));
        told_s = wall.seconds();
    }
    run.stop();
    const Found best = *run.best();  // every search publishes before it ends
    Report report = report_on(task, limits, best, wall.seconds());
    report.threads = order.effort.threads;
    if (best.verdict == programme::Verdict::infeasible) {
        teller.end(report);
        refuse(order, task, best);
        return host::exit_refused;
    }
    if (!write_file(order.out, files::write_programme(best.programme))) return host::exit_failed;
    teller.end(report);
    if (signal) return exit_by_signal + *signal;
    return report.judged.broken.empty() && best.budget_kept ? host::exit_done : host::exit_refused;
}

}  // namespace

int solve_programme(const SolveOrder& order) {
    const auto instance = read_document(order.in, files::read_instance);
    if (!instance) return host::exit_data_has_errors;
    std::optional<programme::Programme> previous;
    if (!order.previous.empty() && !(previous = read_document(order.previous, files::read_programme))) return host::exit_data_has_errors;
    const Task task{.instance = &*instance, .previous = previous ? &*previous : nullptr, .disturbed_max = order.disturbed_max};
    return order.front ? solve_front(order, task) : search(order, task);
}

}  // namespace hoicho::cli
