// Writes problem+json by hand: eight members do not need a document tree.
#include "runtime/http/problem.h"

#include "runtime/telemetry/json_text.h"

namespace hoicho::runtime::http {
namespace {

void append_member(std::string& body, std::string_view name, std::string_view value) {
    body += ',';
    telemetry::append_json_text(body, name);
    body += ':';
    telemetry::append_json_text(body, value);
}

}  // namespace

Response problem(int status, std::string_view type_slug, std::string_view title_en, std::string_view detail_en,
                 std::string_view title_vi, std::string_view detail_vi, const ProblemMembers& extra) {
    Response response;
    response.status = status;
    response.content_type = "application/problem+json";
    std::string& body = response.body;
    body = "{\"status\":" + std::to_string(status);
    append_member(body, "type", "/problems/" + std::string{type_slug});
    append_member(body, "title", title_en);
    append_member(body, "detail", detail_en);
    append_member(body, "title_vi", title_vi);
    append_member(body, "detail_vi", detail_vi);
    for (const auto& [name, value] : extra) append_member(body, name, value);
    body += '}';
    return response;
}

}  // namespace hoicho::runtime::http
