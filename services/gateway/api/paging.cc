// Pages and single answers; see paging.h.
#include "gateway/api/paging.h"

#include <boost/json.hpp>

namespace hoicho::gateway {
namespace {

namespace json = boost::json;
namespace http = runtime::http;

http::Response json_response(const Reading& reading, const json::object& object) {
    http::Response response;
    response.body = json::serialize(object);
    response.body.push_back('\n');
    response.headers.push_back({"Hoicho-Positions", positions_text(reading.states)});
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

}  // namespace

std::optional<Page> Page::of(const Reading& reading, IdKind kind, http::Response& problem) {
    Page page;
    page.kind_ = kind;
    if (const auto limit = reading.request.query_value("limit")) {
        const auto* end = limit->data() + limit->size();
        const auto [at, bad] = std::from_chars(limit->data(), end, page.limit_);
        if (bad != std::errc{} || at != end || page.limit_ < 1 || page.limit_ > page_items_max) {
            problem = bad_body({"limit", *limit, "1 to " + std::to_string(page_items_max)});
            return std::nullopt;
        }
    }
    if (const auto after = reading.request.query_value("after")) {
        const auto id = reading.ids.read(reading.organiser, kind, *after);
        if (!id) {
            problem = bad_body({"after", *after, "the `next` of the page before"});
            return std::nullopt;
        }
        page.after_ = *id;
    }
    return page;
}

void Page::add(std::uint32_t id, json::object item) {
    last_ = id;
    items_.push_back(std::move(item));
}

http::Response Page::response(const Reading& reading) && {
    json::object out{{"items", std::move(items_)}};
    if (!more_) return json_response(reading, out);
    const auto next = reading.ids.show(reading.organiser, kind_, last_);
    out["next"] = next;
    auto response = json_response(reading, out);
    response.headers.push_back({"Link", "<" + reading.request.path + "?after=" + next + "&limit=" + std::to_string(limit_) + ">; rel=\"next\""});
    return response;
}

http::Response object_response(const Reading& reading, json::object object) { return json_response(reading, object); }

}  // namespace hoicho::gateway
