// What is known of a program's health: named conditions that its parts report.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace hoicho::runtime::host {

enum class Condition : std::uint8_t {
    good,
    degraded,  ///< worse than it should be, but the program serves
    failing,   ///< not ready to serve
};

/// Any thread may report and ask.
class Health {
  public:
    /// @param reason why it is not good, for an operator; nothing personal. A part that is still starting reports
    /// failing.
    void report(const std::string& name, Condition condition, std::string reason = {});

    bool ready() const;  ///< no condition is failing
    /// "name: reason" of every failing condition.
    std::vector<std::string> reasons() const;
    /// {"status":"good|degraded|failing","conditions":{"log":{"status":"failing","reason":"..."}}}
    std::string health_body() const;
    /// {"ready":true,"reasons":[]}
    std::string ready_body() const;

  private:
    struct State {
        Condition condition;
        std::string reason;
    };
    mutable std::mutex mutex_;
    std::map<std::string, State> conditions_;
};

}  // namespace hoicho::runtime::host
