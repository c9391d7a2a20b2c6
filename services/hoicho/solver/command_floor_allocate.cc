// hoicho floor allocate: booths by search for the best score, or by points and a draw that anybody can verify.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "hoicho/solver/commands.h"
#include "hoicho/solver/documents.h"
#include "hoicho/solver/stop_requests.h"
#include "hoicho/solver/stopwatch.h"
#include "kernel/sha256.h"
#include "runtime/host/exit_code.h"
#include "scheduling/domain/floor/allocate.h"
#include "scheduling/domain/floor/bound.h"
#include "scheduling/domain/floor/check.h"
#include "scheduling/files/draw_file.h"
#include "scheduling/files/floor_file.h"

namespace hoicho::cli {
namespace {

namespace files = scheduling::files;
namespace floors = scheduling::floor;
namespace host = runtime::host;

constexpr std::uint64_t first_try_steps = 40'000;  ///< Says how fast this floor is searched.
constexpr std::uint64_t try_steps_max = 20'000;  ///< For each exhibitor; slower cooling gains less than another seed.
constexpr double of_time_left = 0.95;  ///< Up to there one slow cooling beats several quick ones.
enum class Mode { optimise, points_and_draw };
const std::map<std::string, Mode> modes{{"optimise", Mode::optimise}, {"points-and-draw", Mode::points_and_draw}};
const std::map<std::string, Clock> clocks{{"wall", Clock::wall}, {"cpu", Clock::cpu}};

struct AllocateOrder {
    std::string in, out, previous, record, seed_hex, public_value;
    Mode mode = Mode::optimise;
    double time_s = 10;
    Clock clock = Clock::wall;
    std::uint64_t seed = 1;
    std::optional<std::uint64_t> steps{};
};

struct Tried : floors::Allocated {
    std::uint64_t seed = 0;
};

Tried search(const AllocateOrder& order, const floors::Floor& floor, const floors::Allocation* previous, std::optional<int>& signal) {
    const Stopwatch watch{order.clock};
    const auto attempt = [&](std::uint64_t seed, std::uint64_t steps) { return Tried{floors::allocate(floor, seed, steps, previous), seed}; };
    if (order.steps) return attempt(order.seed, *order.steps);
    StopRequests requests;
    auto best = attempt(order.seed, first_try_steps);
    double per_s = static_cast<double>(first_try_steps) / std::max(watch.seconds(), 1e-6);
    for (std::uint64_t seed = order.seed; best.steps > 0 && !(signal = requests.wait(0)); ++seed) {
        const double left = per_s * of_time_left * (order.time_s - watch.seconds());
        if (left < static_cast<double>(first_try_steps)) break;
        const double began_s = watch.seconds();
        const auto steps = std::min(try_steps_max * floor.exhibitors.size(), static_cast<std::uint64_t>(left));
        auto next = attempt(seed, steps);
        per_s = static_cast<double>(steps) / std::max(watch.seconds() - began_s, 1e-6);
        if (next.score > best.score) best = std::move(next);
    }
    return best;
}

void tell(const floors::Floor& floor, const floors::Judgement& judged, const floors::Bound& bound) {
    const auto& f = judged.figures;
    std::printf("score      %lld, at most %lld%s\n", static_cast<long long>(f.score), static_cast<long long>(bound.score),
                f.score == bound.score ? ": optimal" : "");
    std::printf("placed     %lld of %zu, %lld on a wished booth, %lld on the first wish, %lld at a wished corner\n", static_cast<long long>(f.placed),
                floor.exhibitors.size(), static_cast<long long>(f.a_wish), static_cast<long long>(f.first_wish), static_cast<long long>(f.corner));
    std::printf("neighbours %lld competitors beside, %lld across the aisle, %lld friends, %lld of one region\n", static_cast<long long>(f.competitor_beside),
                static_cast<long long>(f.competitor_facing), static_cast<long long>(f.friends), static_cast<long long>(f.region));
}

int optimise(const AllocateOrder& order, const floors::Floor& floor) {
    std::optional<floors::Allocation> previous;
    if (!order.previous.empty() && !(previous = read_document(order.previous, files::read_allocation))) return host::exit_data_has_errors;
    const auto* before = previous ? &*previous : nullptr;
    std::optional<int> signal;
    const auto best = search(order, floor, before, signal);
    if (!write_file(order.out, files::write_allocation(best.allocation))) return host::exit_failed;
    tell(floor, floors::check(floor, best.allocation, before), floors::upper_bound(floor, before));
    std::printf("run again  --seed %llu --steps %llu\n", static_cast<unsigned long long>(best.seed), static_cast<unsigned long long>(best.steps));
    return signal ? exit_by_signal + *signal : int{host::exit_done};
}

int hold_draw(const AllocateOrder& order, const floors::Floor& floor, const std::string& floor_text) {
    const files::DrawInput input{.floor = &floor, .floor_sha256 = sha256_hex(floor_text), .seed = order.seed_hex, .public_value = order.public_value};
    if (const auto complaints = files::complaints_of(input); !complaints.empty()) return complain(order.in, complaints), host::exit_data_has_errors;
    const auto result = files::draw(input);
    const std::string record = order.record.empty() ? order.out + ".draw" : order.record;
    if (!write_file(order.out, files::write_allocation(result.allocation)) || !write_file(record, result.record)) return host::exit_failed;
    tell(floor, floors::check(floor, result.allocation), floors::upper_bound(floor));
    std::printf("commitment %s\nrecord     %s\n", files::commit(input).commitment.c_str(), record.c_str());
    if (order.public_value.empty())
        std::printf("note       without a public value the draw cannot be changed after the commitment, but the seed could have been picked before it\n");
    return host::exit_done;
}

int allocate(const AllocateOrder& order) {
    const auto text = read_file(order.in);
    if (!text) return host::exit_data_has_errors;
    const auto floor = accept(order.in, files::read_floor(*text));
    if (!floor) return host::exit_data_has_errors;
    if (order.mode == Mode::optimise) return optimise(order, *floor);
    if (order.seed_hex.empty()) return std::fprintf(stderr, "--seed-hex: points-and-draw needs the seed of the commitment\n"), host::exit_usage;
    return hold_draw(order, *floor, *text);
}

}  // namespace

void add_floor_allocate(CLI::App& floor, Action& action) {
    auto order = std::make_shared<AllocateOrder>();
    auto* command = floor.add_subcommand("allocate", "Allocate the booths of a hoicho-floor/1 file");
    command->add_option("file", order->in, "hoicho-floor/1")->required()->check(CLI::ExistingFile);
    command->add_option("--out", order->out, "File to write, hoicho-allocation/1")->required();
    command->add_option("--mode", order->mode, "optimise, or points-and-draw")->transform(CLI::CheckedTransformer(modes));
    command->add_option("--previous", order->previous, "optimise: the allocation in force")->check(CLI::ExistingFile);
    auto* time = command->add_option("--time-s", order->time_s, "optimise: seconds to spend")->capture_default_str()->check(CLI::Range(0.0, 86'400.0));
    command->add_option("--clock", order->clock, "wall, or cpu")->transform(CLI::CheckedTransformer(clocks));
    command->add_option("--steps", order->steps, "optimise: steps instead of seconds; the same seed and steps give the same bytes")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{1'000'000'000'000}))
        ->excludes(time);
    command->add_option("--seed", order->seed, "optimise: of the search")->capture_default_str();
    command->add_option("--seed-hex", order->seed_hex, "points-and-draw: the secret of the commitment, 64 hex digits");
    command->add_option("--public-value", order->public_value, "points-and-draw: what nobody could know when the commitment was published");
    command->add_option("--record", order->record, "points-and-draw: file for the record; default: OUT.draw");
    command->callback([&action, order] { action = [order] { return allocate(*order); }; });
}

}  // namespace hoicho::cli
