// The request line, the fields, and the rules that keep one request from hiding in another.
#include "runtime/http/head.h"

#include <algorithm>
#include <array>

namespace hoicho::runtime::http {
namespace {

constexpr std::size_t length_digits_max = 18;  // fits 64 bits without a check for overflow

/// What the fields said that decides where the request ends.
struct Framing {
    bool version_1_0 = false;
    int hosts = 0, lengths = 0;
    bool transfer_encoding = false, close = false, keep_alive = false, upgrade = false, websocket = false;
};

constexpr std::array<bool, 256> token_table() {
    std::array<bool, 256> table{};
    for (const char letter :
         std::string_view{"!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"})
        table[static_cast<unsigned char>(letter)] = true;
    return table;
}

bool is_token(std::string_view text) {
    static constexpr auto table = token_table();
    return !text.empty() && std::ranges::all_of(text, [](char c) { return table[static_cast<unsigned char>(c)]; });
}

bool is_visible(char c) { return c > 0x20 && c < 0x7f; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_field_text(char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f); }
bool is_host_text(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view{"-._~:[]%"}.find(c) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::string_view next_line(std::string_view& bytes) {
    const std::string_view line = bytes.substr(0, bytes.find("\r\n"));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 2));
    return line;
}

const Fault* parse_version(std::string_view version, Framing& framing) {
    if (version == "HTTP/1.1") return nullptr;
    framing.version_1_0 = version == "HTTP/1.0";
    if (framing.version_1_0) return nullptr;
    const bool other = version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
                       version[6] == '.' && is_digit(version[7]);
    return other ? &unknown_version : &malformed_request;
}

/// Only the origin form "/path?query" is taken: we are no proxy.
const Fault* parse_request_line(std::string_view line, Request& request, Framing& framing) {
    const std::size_t first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return &malformed_request;
    const std::string_view method = line.substr(0, first), target = line.substr(first + 1, last - first - 1);
    if (!is_token(method) || method.size() > method_bytes_max) return &malformed_request;
    if (target.empty() || target.front() != '/' || !std::ranges::all_of(target, is_visible)) return &malformed_request;
    if (target.find('#') != std::string_view::npos) return &malformed_request;
    request.method = method;
    const std::size_t mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string_view::npos) request.query = target.substr(mark + 1);
    return parse_version(line.substr(last + 1), framing);
}

const Fault* parse_length(std::string_view value, Head& head) {
    if (value.empty() || value.size() > length_digits_max || !std::ranges::all_of(value, is_digit))
        return &malformed_request;
    head.content_length_bytes = 0;
    for (const char digit : value)
        head.content_length_bytes = head.content_length_bytes * 10 + static_cast<unsigned>(digit - '0');
    return nullptr;
}

void read_connection(std::string_view value, Framing& framing) {
    while (!value.empty()) {
        const std::string_view item = value.substr(0, value.find(','));
        value.remove_prefix(std::min(value.size(), item.size() + 1));
        const std::string_view option = trimmed(item);
        framing.close |= same_name(option, "close");
        framing.keep_alive |= same_name(option, "keep-alive");
        framing.upgrade |= same_name(option, "upgrade");
    }
}

/// Notes a field that decides on framing. The length of the name picks the few that can match.
const Fault* note_field(std::string_view name, std::string_view value, Head& head, Framing& framing) {
    switch (name.size()) {
        case 4:
            if (!same_name(name, "host")) return nullptr;
            ++framing.hosts;
            return !value.empty() && std::ranges::all_of(value, is_host_text) ? nullptr : &malformed_request;
        case 6:
            if (!same_name(name, "expect")) return nullptr;
            head.expects_continue = same_name(value, "100-continue");
            return head.expects_continue ? nullptr : &unknown_expectation;
        case 7: framing.websocket |= same_name(name, "upgrade") && same_name(value, "websocket"); return nullptr;
        case 10:
            if (same_name(name, "connection")) read_connection(value, framing);
            return nullptr;
        case 14:
            if (!same_name(name, "content-length")) return nullptr;
            ++framing.lengths;
            return parse_length(value, head);
        case 17: framing.transfer_encoding |= same_name(name, "transfer-encoding"); return nullptr;
        default: return nullptr;
    }
}

/// A folded line starts with a blank and a blank before the colon is no token character: both fall out here.
const Fault* parse_field(std::string_view line, Head& head, Framing& framing) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return &malformed_request;
    const std::string_view name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
    if (!std::ranges::all_of(value, is_field_text)) return &malformed_request;
    head.request.headers.push_back({std::string{name}, std::string{value}});
    return note_field(name, value, head, framing);
}

const Fault* conclude(Head& head, const Framing& framing) {
    if (framing.transfer_encoding) return &length_required;
    if (framing.hosts > 1 || framing.lengths > 1) return &malformed_request;
    if (framing.hosts == 0 && !framing.version_1_0) return &malformed_request;
    if (framing.version_1_0 && framing.lengths > 0) return &malformed_request;
    head.keep_alive = framing.version_1_0 ? framing.keep_alive && !framing.close : !framing.close;
    head.upgrades_to_websocket = framing.upgrade && framing.websocket && !framing.version_1_0;
    if (head.upgrades_to_websocket && head.content_length_bytes > 0) return &malformed_request;
    return nullptr;
}

}  // namespace

Scan scan_head(std::string_view bytes, std::size_t& line_start) {
    for (;;) {
        const std::size_t end = bytes.find('\n', line_start);
        if (end == std::string_view::npos) return Scan::unfinished;
        if (end == line_start || bytes[end - 1] != '\r') return Scan::bad_line_end;
        const bool empty = end - 1 == line_start;
        line_start = end + 1;
        if (empty) return Scan::finished;
    }
}

const Fault* parse_head(std::string_view bytes, Head& head) {
    Framing framing;
    if (const Fault* fault = parse_request_line(next_line(bytes), head.request, framing)) return fault;
    head.request.headers.reserve(8);  // what a browser's fetch or a small client sends
    for (std::string_view line = next_line(bytes); !line.empty(); line = next_line(bytes)) {
        if (head.request.headers.size() == header_fields_max) return &header_too_large;
        if (const Fault* fault = parse_field(line, head, framing)) return fault;
    }
    return conclude(head, framing);
}

}  // namespace hoicho::runtime::http
