// Lines of words and numbers, nothing else; see summary_text.h.
#include "hoicho/fair/summary_text.h"

#include <cstdio>

namespace hoicho::fair {
namespace {

namespace json = boost::json;

std::int64_t number(const json::object& from, const char* name) {
    const auto* value = from.if_contains(name);
    return value && value->is_number() ? value->to_number<std::int64_t>() : 0;
}

template <class... Values>
void line(std::string& out, const char* format, Values... values) {
    char text[512];
    std::snprintf(text, sizeof text, format, values...);
    out.append(text).push_back('\n');
}

/// Share of `whole` in percent.
double percent_of(std::int64_t part, std::int64_t whole) { return whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0.0; }

double fraction(const json::object& from, const char* name) {
    const auto* value = from.if_contains(name);
    return value && value->is_number() ? value->to_number<double>() : 0.0;
}

/// What was drafted, and how far from the best it can be.
void append_programme(std::string& out, const json::object& p) {
    const auto value = number(p, "value"), bound = number(p, "value_bound");
    line(out, "  programme          %8s   score %lld, value %lld of at most %lld (%.2f %%)", std::string{p.at("status").as_string()}.c_str(),
         static_cast<long long>(number(p, "score")), static_cast<long long>(value), static_cast<long long>(bound), percent_of(value, bound));
    if (!p.contains("score_bound")) return;
    line(out, "  verdict          %10s   bound %lld, gap %.2f %%, gaps of people %lld, at least %lld", std::string{p.at("verdict").as_string()}.c_str(),
         static_cast<long long>(number(p, "score_bound")), fraction(p, "gap_percent"), static_cast<long long>(number(p, "gaps")),
         static_cast<long long>(number(p, "gap_bound")));
    const auto& fairness = p.at("fairness").as_object();
    line(out, "  fairness                      lowest %.2f, mean %.2f, Jain %.2f, left out %lld", fraction(fairness, "min"), fraction(fairness, "mean"),
         fraction(fairness, "jain"), static_cast<long long>(number(fairness, "left_out")));
    if (p.at("verdict").as_string() == "INFEASIBLE")
        line(out, "  musts not held     %8lld   proven: they cannot be held beside the others; the rest is drafted", static_cast<long long>(number(p, "musts_missing")));
}

}  // namespace

std::string summary_text(const json::object& s, const std::vector<StepTime>& times) {
    std::string out;
    const auto& ratings = s.at("products_by_rating").as_object();
    line(out, "  exhibitors         %8lld", static_cast<long long>(number(s, "exhibitors")));
    line(out, "  products           %8lld   five %lld / potential five %lld / four %lld / three %lld / none %lld", static_cast<long long>(number(s, "products")),
         static_cast<long long>(number(ratings, "FIVE")), static_cast<long long>(number(ratings, "POTENTIAL_FIVE")), static_cast<long long>(number(ratings, "FOUR")),
         static_cast<long long>(number(ratings, "THREE")), static_cast<long long>(number(ratings, "NONE")));
    line(out, "  certificates valid %8lld", static_cast<long long>(number(s, "certificates_valid")));
    line(out, "  buyers             %8lld", static_cast<long long>(number(s, "buyers")));
    line(out, "  demands            %8lld", static_cast<long long>(number(s, "demands")));
    line(out, "  suggestions        %8lld   for %lld demands", static_cast<long long>(number(s, "suggestions")), static_cast<long long>(number(s, "suggestion_lists")));
    line(out, "  meetings wished    %8lld   held %lld, not held %lld", static_cast<long long>(number(s, "wishes")), static_cast<long long>(number(s, "meetings")),
         static_cast<long long>(number(s, "wishes_not_held")));
    if (const auto* programme = s.if_contains("programme")) append_programme(out, programme->as_object());
    line(out, "  booths given       %8lld   of %lld, %lld asked for, %lld exhibitors without", static_cast<long long>(number(s, "booths_given")),
         static_cast<long long>(number(s, "booths")), static_cast<long long>(number(s, "booths_asked")), static_cast<long long>(number(s, "exhibitors_unplaced")));
    for (const auto& [reason, count] : s.at("not_held_by_reason").as_object())
        line(out, "  not held           %8lld   %s", static_cast<long long>(count.to_number<std::int64_t>()), std::string{reason}.c_str());
    if (const auto more = number(s, "not_held_more"); more > 0)
        line(out, "  not held           %8lld   without a reason here: GET /fairs/{fair}/wishes/{buyer}/{exhibitor} tells it", static_cast<long long>(more));
    for (const auto& reason : s.at("first_reasons").as_array()) line(out, "    e.g. %s", std::string{reason.as_object().at("en").as_string()}.substr(0, 160).c_str());
    for (const auto& time : times) line(out, "  time %-26s %7.2f s", time.step.c_str(), time.seconds);
    return out;
}

}  // namespace hoicho::fair
