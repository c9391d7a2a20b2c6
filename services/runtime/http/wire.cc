// The response head, built by appending: it is written once per request.
#include "runtime/http/wire.h"

#include <array>
#include <charconv>

namespace hoicho::runtime::http {
namespace {

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 411: return "Length Required";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 504: return "Gateway Timeout";
        case 505: return "HTTP Version Not Supported";
        default: return "";  // the phrase may be empty, the blank before it may not
    }
}

void append_number(std::string& out, std::size_t number) {
    std::array<char, 20> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void append_clean(std::string& out, std::string_view value) {
    for (const char c : value)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) out += c;
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
    append_clean(out, name);
    out += ": ";
    append_clean(out, value);
    out += "\r\n";
}

}  // namespace

bool is_bodiless(int status) { return status < 200 || status == 204 || status == 304; }

void append_head(std::string& out, const Response& response, std::string_view date, bool keep_alive) {
    out += "HTTP/1.1 ";
    append_number(out, static_cast<std::size_t>(response.status));
    out += ' ';
    out += reason_phrase(response.status);
    out += "\r\n";
    append_field(out, "Date", date);
    if (!is_bodiless(response.status)) {
        out += "Content-Length: ";
        append_number(out, response.body.size());
        out += "\r\n";
        if (!response.content_type.empty()) append_field(out, "Content-Type", response.content_type);
    }
    out += "X-Content-Type-Options: nosniff\r\n";
    for (const Header& header : response.headers) append_field(out, header.name, header.value);
    if (!keep_alive) out += "Connection: close\r\n";
    out += "\r\n";
}

}  // namespace hoicho::runtime::http
