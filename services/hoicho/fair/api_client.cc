// Rounds of requests over runtime/http/client.h; see api_client.h.
#include "hoicho/fair/api_client.h"

#include <boost/json.hpp>
#include <charconv>
#include <chrono>
#include <numeric>
#include <thread>

namespace hoicho::fair {
namespace {

namespace http = runtime::http;
namespace json = boost::json;

bool is_final(int status) { return status != 429 && status != 503 && status != 504 && status != 507; }

http::Request request_of(const Post& post) {
    http::Request request;
    request.method = "POST";
    request.path = post.path;
    request.headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", post.key}};
    request.body = post.body;
    return request;
}

}  // namespace

Result<ApiClient> ApiClient::at(const std::string& url) {
    constexpr std::string_view scheme = "http://";
    const auto colon = url.rfind(':');
    std::uint16_t port = 0;
    const auto* end = url.data() + url.size();
    if (!url.starts_with(scheme) || colon <= scheme.size() || std::from_chars(url.data() + colon + 1, end, port).ptr != end || port == 0)
        return failure(boost::system::errc::invalid_argument, "'" + url + "' is no address; accepted: http://127.0.0.1:8080");
    return ApiClient{url, url.substr(scheme.size(), colon - scheme.size()), port};
}

Result<void> ApiClient::post_all(const std::vector<Post>& posts, const std::function<void(std::size_t, const http::Response&)>& answered) {
    std::vector<std::size_t> left(posts.size());
    std::iota(left.begin(), left.end(), 0);
    std::string why;
    for (int round = 0; round < rounds_max && !left.empty(); ++round) {
        if (round > 0) std::this_thread::sleep_for(std::chrono::milliseconds{round_pause_ms});
        std::vector<std::size_t> again;
        http::Client client{host_, port_, connections};
        for (const auto index : left)
            client.send(request_of(posts[index]), [&, index](boost::system::error_code trouble, const http::Response& response) {
                if (trouble || !is_final(response.status)) {
                    why = trouble ? trouble.message() : problem_text(response);
                    again.push_back(index);
                } else {
                    answered(index, response);
                }
            });
        client.run_until_idle();
        left = std::move(again);
    }
    if (left.empty()) return {};
    return failure(boost::system::errc::timed_out, std::to_string(left.size()) + " commands got no answer from " + url_ + " (" + why + ")");
}

Result<http::Response> ApiClient::post(const Post& post) {
    http::Response answer;
    const auto done = post_all({post}, [&answer](std::size_t, const http::Response& response) { answer = response; });
    if (!done) return done.error();
    return answer;
}

Result<http::Response> ApiClient::get(const std::string& path_and_query) {
    const auto question = path_and_query.find('?');
    http::Request request;
    request.method = "GET";
    request.path = path_and_query.substr(0, question);
    if (question != std::string::npos) request.query = path_and_query.substr(question + 1);
    boost::system::error_code trouble;
    http::Response answer;
    for (int round = 0; round < rounds_max; ++round) {
        if (round > 0) std::this_thread::sleep_for(std::chrono::milliseconds{round_pause_ms});
        http::Client client{host_, port_, 1};
        client.send(request, [&](boost::system::error_code error, const http::Response& response) {
            trouble = error;
            answer = response;
        });
        client.run_until_idle();
        if (!trouble && is_final(answer.status)) return answer;
    }
    return failure(boost::system::errc::timed_out, "no answer from " + url_ + request.path);
}

std::string created_id(const http::Response& response) {
    json::error_code trouble;
    const auto body = json::parse(response.body, trouble);
    const auto* created = trouble || !body.is_object() ? nullptr : body.get_object().if_contains("created");
    if (!created || !created->is_array() || created->get_array().empty()) return {};
    return std::string{created->get_array()[0].as_object().at("id").as_string()};
}

std::string problem_text(const http::Response& response) {
    json::error_code trouble;
    const auto body = json::parse(response.body, trouble);
    if (!trouble && body.is_object())
        for (const auto* member : {"detail", "detail_en", "title"})
            if (const auto* text = body.get_object().if_contains(member); text && text->is_string())
                return std::to_string(response.status) + " " + std::string{text->get_string()};
    return std::to_string(response.status) + " " + response.body.substr(0, 120);
}

}  // namespace hoicho::fair
