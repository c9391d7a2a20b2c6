// What a handler sees of HTTP: plain requests and plain answers, no library type among them.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoicho::runtime::http {

struct Header {
    std::string name, value;
};

struct Request {
    std::string method;
    std::string path;   ///< as sent, still percent-encoded; starts with '/'
    std::string query;  ///< as sent, without '?'
    std::vector<Header> headers;
    std::string body;
    std::string peer;  ///< address of the other end of the TCP connection, without its port

    /// Value of the first header of that name in any case of letters; empty when absent.
    std::string_view header(std::string_view name) const;
    /// Decoded value of the first `key=value` of the query; empty text for a bare `key`, nothing when absent or badly
    /// encoded.
    std::optional<std::string> query_value(std::string_view key) const;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::vector<Header> headers;
    std::string body;

    std::string_view header(std::string_view name) const;  ///< as Request::header
};

/// Gives the answer. May be called from any thread, once; later calls do nothing. Letting go of it unanswered answers
/// 500.
using Respond = std::function<void(Response)>;

/// Called on an I/O thread: it must not block.
using Handler = std::function<void(Request, Respond)>;

/// Equal but for the case of ASCII letters.
bool same_name(std::string_view left, std::string_view right);

/// Decodes %XX (and '+' as a blank when `plus_is_blank`); nothing for a broken escape or an encoded NUL.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_blank);

}  // namespace hoicho::runtime::http
