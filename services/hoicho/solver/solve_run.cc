/// Several searches side by side.
#include "hoicho/solver/solve_run.h"

#include <algorithm>

namespace hoicho::cli {
namespace {

constexpr std::uint64_t chunk_steps = 20'000;  ///< Between two looks at the clock.
constexpr double publish_every_s = 0.2;

}  // namespace

SolveRun::SolveRun(const Task& task, const Effort& effort) : task_{task}, effort_{effort} {
    found_.resize(static_cast<std::size_t>(effort.threads));
    running_ = effort.threads;
    for (std::size_t number = 0; number < found_.size(); ++number)
        threads_.emplace_back([this, number] {
            work(number);
            --running_;
        });
}

SolveRun::~SolveRun() { stop(); }

void SolveRun::stop() {
    stopped_ = true;
    for (std::thread& thread : threads_)
        if (thread.joinable()) thread.join();
}

void SolveRun::work(std::size_t number) {
    const Stopwatch spent{effort_.clock};
    const Stopwatch wall{Clock::wall};
    const Stopwatch cpu{Clock::cpu};
    const auto search = begin_search(task_, effort_.seed + number, effort_.steps.value_or(0));
    std::uint64_t steps = 0;
    double published_s = 0;
    do {
        const std::uint64_t more = effort_.steps ? std::min(chunk_steps, *effort_.steps - steps) : chunk_steps;
        if (!effort_.steps && steps > 0) {
            const double per_s = static_cast<double>(steps) / std::max(spent.seconds(), 1e-6);
            search->replan(static_cast<std::uint64_t>(per_s * std::max(0.0, effort_.time_s - spent.seconds())));
        }
        search->advance(more);
        steps += more;
        if (search->finished()) break;
        if (steps > chunk_steps && wall.seconds() < published_s + publish_every_s) continue;
        publish(number, search->best(), cpu.seconds());
        published_s = wall.seconds();
    } while (!stopped_ && (effort_.steps ? steps < *effort_.steps : spent.seconds() < effort_.time_s));
    publish(number, search->best(), cpu.seconds());
    if (search->finished() && !effort_.steps) stopped_ = true;  // with steps, how far the others come must not depend on it
}

void SolveRun::publish(std::size_t number, const Found& found, double cpu_s) {
    const std::lock_guard lock{mutex_};
    found_[number] = found;
    found_[number]->cpu_s = cpu_s;
}

std::optional<Found> SolveRun::best() const {
    const std::lock_guard lock{mutex_};
    std::optional<Found> best;
    for (const auto& found : found_)
        if (found && (!best || found->better_than(*best))) best = found;
    return best;
}

}  // namespace hoicho::cli
