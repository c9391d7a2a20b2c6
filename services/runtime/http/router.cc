// Compares a path with the patterns of its own length, segment by segment.
#include "runtime/http/router.h"

#include <algorithm>

#include "runtime/http/problem.h"

namespace hoicho::runtime::http {
namespace {

bool is_parameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// "/a/b" as {"a", "b"}; "/" as {""}.
std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> segments;
    segments.reserve(8);
    while (!path.empty()) {
        path.remove_prefix(1);  // the '/'
        segments.push_back(path.substr(0, path.find('/')));
        path.remove_prefix(segments.back().size());
    }
    return segments;
}

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path) {
    return std::ranges::equal(pattern, path, [](std::string_view wanted, std::string_view given) {
        return is_parameter(wanted) ? !given.empty() : wanted == given;
    });
}

/// False when a segment is badly encoded: such a path names nothing.
bool read_parameters(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path,
                     Match& match) {
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (!is_parameter(pattern[at])) continue;
        auto value = percent_decode(path[at], false);
        if (!value) return false;
        match.parameters.emplace_back(pattern[at].substr(1, pattern[at].size() - 2), std::move(*value));
    }
    return true;
}

void allow(std::string& list, std::string_view method) {
    if (list.find(method) != std::string::npos) return;
    if (!list.empty()) list += ", ";
    list += method;
    if (method == "GET") allow(list, "HEAD");
}

}  // namespace

std::string_view Match::parameter(std::string_view name) const {
    for (const auto& [key, value] : parameters)
        if (key == name) return value;
    return {};
}

Router::Router(std::vector<Route> routes) : routes_{std::move(routes)} {
    for (std::size_t at = 0; at < routes_.size(); ++at) {
        auto segments = split(routes_[at].pattern);
        by_length_.resize(std::max(by_length_.size(), segments.size() + 1));
        by_length_[segments.size()].push_back({std::move(segments), at});
    }
    const auto in_braces = [](const Row& row) {
        std::vector<bool> flags;
        for (const auto& segment : row.segments) flags.push_back(is_parameter(segment));
        return std::pair{std::move(flags), row.route};
    };
    for (auto& rows : by_length_) std::ranges::sort(rows, {}, in_braces);
}

Match Router::match(std::string_view method, std::string_view path) const {
    Match match;
    const auto segments = split(path);
    if (segments.size() >= by_length_.size()) return match;
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    for (const Row& row : by_length_[segments.size()]) {
        if (!fits(row.segments, segments)) continue;
        const Route& route = routes_[row.route];
        if (route.method != method && route.method != wanted) {
            match.kind = Match::Kind::unknown_method;
            allow(match.allow, route.method);
            continue;
        }
        match.allow.clear();
        match.kind = read_parameters(row.segments, segments, match) ? Match::Kind::found : Match::Kind::unknown_path;
        if (match.kind == Match::Kind::found) match.route = &route;
        return match;
    }
    return match;
}

Response unmatched(const Match& match) {
    if (match.kind == Match::Kind::unknown_path)
        return problem(404, "not-found", "Not found", "There is nothing at this address.", "Không tìm thấy",
                       "Không có gì tại địa chỉ này.");
    Response response =
        problem(405, "method-not-allowed", "Method not allowed", "This address takes other methods: see Allow.",
                "Phương thức không được phép", "Địa chỉ này nhận phương thức khác: xem Allow.");
    response.headers.push_back({"Allow", match.allow});
    return response;
}

}  // namespace hoicho::runtime::http
