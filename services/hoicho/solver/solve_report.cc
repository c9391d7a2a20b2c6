/// What a search has reached, for people and for machines.
#include "hoicho/solver/solve_report.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include "hoicho/solver/stopwatch.h"
#include "scheduling/domain/programme/gap_bound.h"
#include "scheduling/domain/programme/reduce.h"

namespace hoicho::cli {
namespace json = boost::json;
namespace programme = scheduling::programme;
using programme::Language;
using programme::Verdict;
namespace {

[[gnu::format(printf, 1, 2)]] std::string format(const char* pattern, ...) {
    va_list arguments;
    va_start(arguments, pattern);
    char text[1'024];
    std::vsnprintf(text, sizeof text, pattern, arguments);
    va_end(arguments);
    return text;
}

long long whole(std::int64_t number) { return number; }

const char* verdict_text(const Report& report, Language language) {
    const bool vi = language == Language::vietnamese;
    if (report.verdict == Verdict::infeasible) return vi ? "không thể: đã chứng minh" : "infeasible: proven";
    if (!report.judged.broken.empty()) return vi ? "chưa có lịch nào đúng luật" : "open: no programme that keeps every rule was found";
    if (report.verdict == Verdict::optimal) return vi ? "tối ưu: đã chứng minh" : "optimal: proven";
    return vi ? "chưa chứng minh" : "open: whether it is optimal is not proven";
}

}  // namespace

Limits limits_of(const Task& task) {
    const Stopwatch cpu{Clock::cpu};
    Limits limits{.bound = programme::upper_bound(*task.instance, task.previous)};
    limits.gaps_min = programme::gap_bound(programme::reduce(*task.instance, task.previous)).gaps;
    limits.score = limits.bound.score - limits.gaps_min * task.instance->objective.gap;
    limits.cpu_s = cpu.seconds();
    return limits;
}

double Report::gap_percent() const {
    const std::int64_t score = judged.figures.score;
    if (score_bound <= score) return 0;
    return 100.0 * static_cast<double>(score_bound - score) / static_cast<double>(std::max<std::int64_t>(std::abs(score), 1));
}

Report report_on(const Task& task, const Limits& limits, const Found& found, double seconds) {
    Report report{.seconds = seconds,
                  .search_cpu_s = found.cpu_s,
                  .judged = programme::check(*task.instance, found.programme, task.previous),
                  .value_bound = limits.bound.value_flow,
                  .score_bound = limits.score,
                  .gaps_min = limits.gaps_min,
                  .seed = found.seed,
                  .steps = found.steps,
                  .verdict = found.verdict};
    if (found.score_bound) report.score_bound = std::min(report.score_bound, *found.score_bound);
    if (found.gap_bound) report.gaps_min = std::max(report.gaps_min, *found.gap_bound);
    const bool valid = report.judged.broken.empty();
    const bool infeasible = found.verdict == Verdict::infeasible;  // then the bounds say nothing
    if (valid && !infeasible && report.judged.figures.score >= report.score_bound) report.verdict = Verdict::optimal;
    if (report.verdict == Verdict::not_tried) report.verdict = Verdict::open;
    return report;
}

std::string progress_line(const Report& r, Language language) {
    const auto& f = r.judged.figures;
    const char* pattern = language == Language::vietnamese
                              ? "%6.1f giây  điểm %lld  cận trên %lld  cách %.2f %%  xếp %lld/%lld  trống %lld  hài lòng thấp nhất %.2f trung bình %.3f Jain %.3f%s"
                              : "%6.1f s  score %lld  bound %lld  gap %.2f %%  held %lld/%lld  gaps %lld  satisfaction min %.2f mean %.3f Jain %.3f%s";
    const char* broken = r.judged.broken.empty() ? "" : language == Language::vietnamese ? "  (còn sai luật)" : "  (breaks a rule)";
    return format(pattern, r.seconds, whole(f.score), whole(r.score_bound), r.gap_percent(), whole(f.meetings_held), whole(f.meetings_asked),
                  whole(f.gaps), f.satisfaction_min, f.satisfaction_mean, f.satisfaction_jain, broken);
}

std::string summary(const Report& r, Language language) {
    const auto& f = r.judged.figures;
    const bool vi = language == Language::vietnamese;
    std::string out = format(vi ? "điểm          %lld, nhiều nhất %lld, cách %.2f %%\n" : "score         %lld, at most %lld, gap %.2f %%\n", whole(f.score),
                             whole(r.score_bound), r.gap_percent());
    out += format(vi ? "giá trị       %lld, nhiều nhất %lld\n" : "value         %lld, at most %lld\n", whole(f.value_held), whole(r.value_bound));
    out += format(vi ? "cuộc gặp      xếp được %lld trên %lld\n" : "meetings      %lld held of %lld\n", whole(f.meetings_held), whole(f.meetings_asked));
    out += format(vi ? "khoảng trống  %lld, ít nhất %lld; %lld khung giờ ngồi chờ, %lld lần phải vội\n" : "gaps          %lld, at least %lld; %lld idle slots, %lld rushed\n",
                  whole(f.gaps), whole(r.gaps_min), whole(f.idle_slots), whole(f.rushed));
    out += format(vi ? "công bằng     thấp nhất %.3f, trung bình %.3f, Jain %.3f, %lld bên không có cuộc nào\n"
                     : "fairness      min %.3f, mean %.3f, Jain %.3f, %lld left out\n",
                  f.satisfaction_min, f.satisfaction_mean, f.satisfaction_jain, whole(f.left_out));
    if (f.people_disturbed > 0 || f.moved > 0 || f.cancelled > 0 || f.added > 0)
        out += format(vi ? "thay đổi      dời %lld, hủy %lld, thêm %lld, %lld bên bị ảnh hưởng\n" : "changes       %lld moved, %lld cancelled, %lld added, %lld people disturbed\n",
                      whole(f.moved), whole(f.cancelled), whole(f.added), whole(f.people_disturbed));
    out += format(vi ? "kết luận      %s\n" : "verdict       %s\n", verdict_text(r, language));
    out += format(vi ? "chạy lại      --seed %llu --steps %llu; %d luồng, %.1f giây\n" : "run again     --seed %llu --steps %llu; %d threads, %.1f s\n",
                  static_cast<unsigned long long>(r.seed), static_cast<unsigned long long>(r.steps), r.threads, r.seconds);
    return out;
}

std::string json_line(const Task& task, const Limits& limits) {
    return json::serialize(json::object{{"event", "begin"},
                                        {"instance", task.instance->name},
                                        {"meetings", task.instance->meetings.size()},
                                        {"score_bound", limits.score},
                                        {"value_bound", limits.bound.value_flow},
                                        {"gaps_bound", limits.gaps_min},
                                        {"bound_cpu_s", limits.cpu_s}}) +
           "\n";
}

std::string json_line(const char* event, const Report& r) {
    const auto& f = r.judged.figures;
    json::object rules;
    for (const auto& broken : r.judged.broken) {
        auto& count = rules[programme::name_of(broken.rule)];
        count = count.is_int64() ? count.get_int64() + 1 : std::int64_t{1};
    }
    return json::serialize(json::object{{"event", event},
                                        {"seconds", r.seconds},
                                        {"search_cpu_s", r.search_cpu_s},
                                        {"score", f.score},
                                        {"score_bound", r.score_bound},
                                        {"gap_percent", r.gap_percent()},
                                        {"value", f.value_held},
                                        {"value_bound", r.value_bound},
                                        {"held", f.meetings_held},
                                        {"asked", f.meetings_asked},
                                        {"gaps", f.gaps},
                                        {"gaps_bound", r.gaps_min},
                                        {"idle_slots", f.idle_slots},
                                        {"rushed", f.rushed},
                                        {"left_out", f.left_out},
                                        {"satisfaction_min", f.satisfaction_min},
                                        {"satisfaction_mean", f.satisfaction_mean},
                                        {"satisfaction_jain", f.satisfaction_jain},
                                        {"moved", f.moved},
                                        {"cancelled", f.cancelled},
                                        {"added", f.added},
                                        {"people_disturbed", f.people_disturbed},
                                        {"rules_broken", std::move(rules)},
                                        {"valid", r.judged.broken.empty()},
                                        {"verdict", programme::name_of(r.verdict)},
                                        {"seed", r.seed},
                                        {"steps", r.steps},
                                        {"threads", r.threads}}) +
           "\n";
}

}  // namespace hoicho::cli
