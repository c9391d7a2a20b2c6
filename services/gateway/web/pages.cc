// Serves a fixed set of names, so no path can reach anything else; see pages.h.
#include "gateway/web/pages.h"

#include <fstream>
#include <sstream>

#include "gateway/api/replies.h"
#include "gateway/web/built_in.h"
#include "runtime/http/problem.h"

namespace hoicho::gateway {
namespace {

namespace http = runtime::http;

struct Page {
    std::string_view path, file, content_type, content;
};
constexpr Page pages[] = {
    {"/", "index.html", "text/html; charset=utf-8", built_in_index_html},
    {"/app.js", "app.js", "text/javascript; charset=utf-8", built_in_app_js},
    {"/style.css", "style.css", "text/css; charset=utf-8", built_in_style_css},
};
constexpr std::string_view content_policy = "default-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'";

std::string content_of(const Page& page, const std::filesystem::path& root) {
    if (root.empty()) return std::string{page.content};
    std::ifstream in{root / page.file, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

http::Response Pages::answer(const http::Request& request) const {
    for (const auto& page : pages) {
        if (request.path != page.path) continue;
        if (request.method != "GET" && request.method != "HEAD") {
            auto response = http::problem(405, "method-not-allowed", "Method not allowed", "A page is only read: GET or HEAD.", "Phương thức không dùng được",
                                          "Trang chỉ để đọc: GET hoặc HEAD.");
            response.headers.push_back({"Allow", "GET, HEAD"});
            return response;
        }
        http::Response response;
        response.content_type = page.content_type;
        response.headers = {{"Content-Security-Policy", std::string{content_policy}}, {"X-Content-Type-Options", "nosniff"},
                            {"Referrer-Policy", "no-referrer"}, {"Cache-Control", "no-cache"}};
        response.body = content_of(page, root_);
        return response;
    }
    return not_found("page");
}

}  // namespace hoicho::gateway
