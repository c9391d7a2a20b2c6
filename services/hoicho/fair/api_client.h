// Posts many commands over a few connections, again and again until each has an answer.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "kernel/result.h"
#include "runtime/http/client.h"

namespace hoicho::fair {

struct Post {
    std::string path;  ///< from "/api" on
    std::string body;  ///< JSON
    std::string key;   ///< Idempotency-Key: the same when the command is sent again, also by a later run
};

class ApiClient {
  public:
    static constexpr std::size_t connections = 16;
    static constexpr int rounds_max = 60;           ///< of asking again what got no answer
    static constexpr int round_pause_ms = 500;

    /// `url`: "http://127.0.0.1:8080".
    static Result<ApiClient> at(const std::string& url);

    /// Every answer that is final (anything but 429, 503, 504 and lost connections) goes to `answered` with the index of its post.
    /// Failure: after rounds_max some have none.
    Result<void> post_all(const std::vector<Post>& posts, const std::function<void(std::size_t index, const runtime::http::Response&)>& answered);
    Result<runtime::http::Response> post(const Post& post);
    Result<runtime::http::Response> get(const std::string& path_and_query);
    const std::string& url() const { return url_; }

  private:
    ApiClient(std::string url, std::string host, std::uint16_t port) : url_{std::move(url)}, host_{std::move(host)}, port_{port} {}
    std::string url_, host_;
    std::uint16_t port_;
};

/// The first id in an answer's `created`; empty when there is none.
std::string created_id(const runtime::http::Response& response);
/// The reason in a problem's words, or the start of the body.
std::string problem_text(const runtime::http::Response& response);

}  // namespace hoicho::fair
