// What each reason of a programme costs: explains every wish that is not held, with its cheapest exchange, and prints the processor time of the
// slowest. Usage: hoicho_bench_reasons INSTANCE.json PROGRAMME.json
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

#include "scheduling/domain/programme/explain.h"
#include "scheduling/files/instance_file.h"
#include "scheduling/files/programme_file.h"

namespace {

using namespace hoicho::scheduling;

std::string content_of(const char* path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

double processor_ms() {
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return 1e3 * static_cast<double>(spent.tv_sec) + 1e-6 * static_cast<double>(spent.tv_nsec);
}

struct Costs {
    std::vector<double> ms;

    template <class Work>
    auto of(Work work) {
        const double before = processor_ms();
        auto made = work();
        ms.push_back(processor_ms() - before);
        return made;
    }
    /// share: 0.5 the median, 1 the slowest.
    double at(double share) {
        if (ms.empty()) return 0;
        std::sort(ms.begin(), ms.end());
        return ms[std::min(ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return std::fprintf(stderr, "usage: %s INSTANCE.json PROGRAMME.json\n", argv[0]), 2;
    const auto fair = files::read_instance(content_of(argv[1]));
    const auto given = files::read_programme(content_of(argv[2]));
    if (!fair || !given) return std::fprintf(stderr, "%s or %s cannot be read\n", argv[1], argv[2]), 3;
    std::vector<bool> held(fair->meetings.size());
    for (const auto& entry : given->meetings) held[static_cast<std::size_t>(entry.meeting)] = true;

    Costs set_up, reasons, prices;
    std::size_t exchanges = 0;
    auto explainer = set_up.of([&] { return std::make_unique<programme::Explainer>(*fair, *given, nullptr); });
    for (std::size_t meeting = 0; meeting < held.size(); ++meeting) {
        if (held[meeting]) continue;
        const auto found = reasons.of([&] { return explainer->explain(static_cast<int>(meeting)).finding; });
        if (found != programme::Finding::held && found != programme::Finding::impossible)
            exchanges += prices.of([&] { return explainer->price(static_cast<int>(meeting)); }).found;
    }
    std::printf(R"({"set_up_ms": %.1f, "reasons": %zu, "reason_p50_ms": %.3f, "reason_max_ms": %.3f, "prices": %zu, "found": %zu, )", set_up.at(1), reasons.ms.size(),
                reasons.at(0.5), reasons.at(1), prices.ms.size(), exchanges);
    std::printf(R"("price_p50_ms": %.3f, "price_p99_ms": %.3f, "price_max_ms": %.3f})"
                "\n",
                prices.at(0.5), prices.at(0.99), prices.at(1));
    return 0;
}
