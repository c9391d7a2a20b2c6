// Finds the row of a table of routes that a request means.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/http/message.h"

namespace hoicho::runtime::http {

/// `pattern` is "/api/v1/fairs/{fair}": a segment in braces takes any one segment that is not empty.
struct Route {
    std::string method, pattern, name;
};

/// What a request means: a row, or why there is none.
struct Match {
    enum class Kind : std::uint8_t { found, unknown_path, unknown_method };

    Kind kind = Kind::unknown_path;
    const Route* route = nullptr;                                      ///< set when found; lives as long as the router
    std::vector<std::pair<std::string_view, std::string>> parameters;  ///< decoded, in the order of the pattern
    std::string allow;                                                 ///< for unknown_method: the value of `Allow`

    /// Decoded value of {name}; empty when the pattern has no such segment.
    std::string_view parameter(std::string_view name) const;
};

/// Immutable once built, so any thread may ask it. A fixed segment wins over one in braces; HEAD falls back to GET.
class Router {
  public:
    explicit Router(std::vector<Route> routes);
    Match match(std::string_view method, std::string_view path) const;
    const std::vector<Route>& routes() const { return routes_; }

  private:
    struct Row {
        std::vector<std::string_view> segments;  ///< views into routes_
        std::size_t route;
    };
    std::vector<Route> routes_;
    std::vector<std::vector<Row>> by_length_;  ///< rows with n segments at n, fixed segments first
};

/// 404 or 405 with Allow as problem+json; only for a match that was not found.
Response unmatched(const Match& match);

}  // namespace hoicho::runtime::http
