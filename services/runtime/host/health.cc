// Keeps the conditions and writes them as JSON.
#include "runtime/host/health.h"

#include <algorithm>

#include "runtime/telemetry/json_text.h"

namespace hoicho::runtime::host {
namespace {

std::string_view name_of(Condition condition) {
    switch (condition) {
        case Condition::good: return "good";
        case Condition::degraded: return "degraded";
        case Condition::failing: return "failing";
    }
    return "failing";
}

}  // namespace

void Health::report(const std::string& name, Condition condition, std::string reason) {
    const std::lock_guard lock{mutex_};
    conditions_[name] = {condition, std::move(reason)};
}

bool Health::ready() const {
    const std::lock_guard lock{mutex_};
    return std::ranges::none_of(conditions_,
                                [](const auto& item) { return item.second.condition == Condition::failing; });
}

std::vector<std::string> Health::reasons() const {
    const std::lock_guard lock{mutex_};
    std::vector<std::string> reasons;
    for (const auto& [name, state] : conditions_)
        if (state.condition == Condition::failing) reasons.push_back(name + ": " + state.reason);
    return reasons;
}

std::string Health::health_body() const {
    const std::lock_guard lock{mutex_};
    Condition worst = Condition::good;
    std::string conditions;
    for (const auto& [name, state] : conditions_) {
        worst = std::max(worst, state.condition);
        if (!conditions.empty()) conditions += ',';
        telemetry::append_json_text(conditions, name);
        conditions += ":{\"status\":";
        telemetry::append_json_text(conditions, name_of(state.condition));
        if (!state.reason.empty()) {
            conditions += ",\"reason\":";
            telemetry::append_json_text(conditions, state.reason);
        }
        conditions += '}';
    }
    return "{\"status\":\"" + std::string{name_of(worst)} + "\",\"conditions\":{" + conditions + "}}";
}

std::string Health::ready_body() const {
    const auto why_not = reasons();
    std::string body = why_not.empty() ? "{\"ready\":true,\"reasons\":[" : "{\"ready\":false,\"reasons\":[";
    for (std::size_t at = 0; at < why_not.size(); ++at) {
        if (at > 0) body += ',';
        telemetry::append_json_text(body, why_not[at]);
    }
    return body += "]}";
}

}  // namespace hoicho::runtime::host
