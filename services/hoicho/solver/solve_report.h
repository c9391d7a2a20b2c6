/// What a search has reached, as a line for people in Vietnamese or English, or as a JSON object for machines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "hoicho/solver/search.h"
#include "scheduling/domain/programme/bound.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/wording.h"

namespace hoicho::cli {

/// What is known before a search begins.
struct Limits {
    scheduling::programme::Bound bound{};
    std::int64_t gaps_min = 0;  ///< No programme with all musts has fewer gaps.
    std::int64_t score = 0;     ///< From both: no programme scores more.
    double cpu_s = 0;           ///< What finding out took.
};
Limits limits_of(const Task& task);

struct Report {
    double seconds = 0;       ///< Since the beginning.
    double search_cpu_s = 0;  ///< Processor time of the search that found it.
    scheduling::programme::Judgement judged{};
    std::int64_t value_bound = 0;
    std::int64_t score_bound = 0;
    std::int64_t gaps_min = 0;
    std::uint64_t seed = 0;
    std::uint64_t steps = 0;
    int threads = 1;
    scheduling::programme::Verdict verdict = scheduling::programme::Verdict::open;

    /// How far the score may still be from the best there is: (bound - score) / |score|, in %.
    double gap_percent() const;
};
Report report_on(const Task& task, const Limits& limits, const Found& found, double seconds);

std::string progress_line(const Report& report, scheduling::programme::Language language);
/// Several lines.
std::string summary(const Report& report, scheduling::programme::Language language);
std::string json_line(const Task& task, const Limits& limits);  ///< Event "begin".
/// @param event  "progress", "answer" or "end"
std::string json_line(const char* event, const Report& report);

}  // namespace hoicho::cli
