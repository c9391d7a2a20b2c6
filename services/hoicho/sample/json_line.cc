// JSON by hand: a library would choose its own form for decimals, and the bytes of a sample must never change.
#include "hoicho/sample/json_line.h"

#include <cstdlib>

namespace hoicho::sample {

void JsonLine::quoted(std::string_view value) {
    members_ += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\') members_ += '\\';
        members_ += c;
    }
    members_ += '"';
}

void JsonLine::name(std::string_view name) {
    if (!members_.empty()) members_ += ',';
    quoted(name);
    members_ += ':';
}

JsonLine& JsonLine::text(std::string_view member, std::string_view value) {
    name(member);
    quoted(value);
    return *this;
}

JsonLine& JsonLine::texts(std::string_view member, const std::vector<std::string>& values) {
    name(member);
    members_ += '[';
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (at > 0) members_ += ',';
        quoted(values[at]);
    }
    members_ += ']';
    return *this;
}

JsonLine& JsonLine::number(std::string_view member, std::int64_t value) {
    name(member);
    members_ += std::to_string(value);
    return *this;
}

JsonLine& JsonLine::numbers(std::string_view member, const std::vector<int>& values) {
    name(member);
    members_ += '[';
    for (std::size_t at = 0; at < values.size(); ++at) members_ += (at > 0 ? "," : "") + std::to_string(values[at]);
    members_ += ']';
    return *this;
}

JsonLine& JsonLine::tenths(std::string_view member, std::int64_t value) {
    name(member);
    members_ += std::to_string(value / 10) + "." + std::to_string(std::abs(value % 10));
    return *this;
}

JsonLine& JsonLine::flag(std::string_view member, bool value) {
    name(member);
    members_ += value ? "true" : "false";
    return *this;
}

JsonLine& JsonLine::number_or_null(std::string_view member, std::int64_t value) {
    if (value != 0) return number(member, value);
    name(member);
    members_ += "null";
    return *this;
}

JsonLine& JsonLine::object(std::string_view member, const JsonLine& value) {
    name(member);
    members_ += value.str();
    return *this;
}

JsonLine& JsonLine::objects(std::string_view member, const std::vector<JsonLine>& values) {
    name(member);
    members_ += '[';
    for (std::size_t at = 0; at < values.size(); ++at) members_ += (at > 0 ? "," : "") + values[at].str();
    members_ += ']';
    return *this;
}

}  // namespace hoicho::sample
