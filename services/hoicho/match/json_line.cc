// Typed reading of JSON members; see json_line.h.
#include "hoicho/match/json_line.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>

namespace hoicho::match {
namespace {

constexpr double thousandths_max = 9e15;  // whole numbers up to here are exact in a double

std::int64_t integer_of(const boost::json::value& value, std::string_view field) {
    if (value.is_int64()) return value.get_int64();
    throw WrongField{field, "a whole number is wanted"};
}

bool digits(std::string_view text, int& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && text[0] != '-';
}

}  // namespace

const boost::json::value* JsonLine::find(std::string_view field) const {
    const auto* value = object_->if_contains(field);
    return value && !value->is_null() ? value : nullptr;
}

std::string JsonLine::text(std::string_view field) const {
    const auto* value = find(field);
    if (!value) return {};
    if (!value->is_string()) throw WrongField{field, "a text is wanted"};
    return std::string{value->get_string().data(), value->get_string().size()};
}

std::string JsonLine::required_text(std::string_view field) const {
    auto out = text(field);
    if (out.empty()) throw WrongField{field, "is missing"};
    return out;
}

std::int64_t JsonLine::integer(std::string_view field) const {
    const auto* value = find(field);
    return value ? integer_of(*value, field) : 0;
}

std::int64_t JsonLine::thousandths(std::string_view field) const {
    const auto* value = find(field);
    if (!value) return 0;
    if (!value->is_number()) throw WrongField{field, "a number is wanted"};
    const double scaled = value->to_number<double>() * 1000;
    if (!(std::abs(scaled) <= thousandths_max)) throw WrongField{field, "is too large"};
    return std::llround(scaled);
}

bool JsonLine::flag(std::string_view field) const {
    const auto* value = find(field);
    if (!value) return false;
    if (!value->is_bool()) throw WrongField{field, "true or false is wanted"};
    return value->get_bool();
}

std::vector<std::string> JsonLine::texts(std::string_view field) const {
    std::vector<std::string> out;
    const auto* value = find(field);
    if (!value) return out;
    if (!value->is_array()) throw WrongField{field, "a list is wanted"};
    for (const auto& element : value->get_array()) {
        if (!element.is_string()) throw WrongField{field, "a list of texts is wanted"};
        out.emplace_back(element.get_string().data(), element.get_string().size());
    }
    return out;
}

std::vector<std::int64_t> JsonLine::integers(std::string_view field) const {
    std::vector<std::int64_t> out;
    const auto* value = find(field);
    if (!value) return out;
    if (!value->is_array()) throw WrongField{field, "a list is wanted"};
    for (const auto& element : value->get_array()) out.push_back(integer_of(element, field));
    return out;
}

std::int32_t JsonLine::day(std::string_view field) const {
    const auto date = text(field);
    if (date.empty()) return 0;
    int year = 0, month = 0, day = 0;
    const std::string_view view = date;
    const bool form = view.size() == 10 && view[4] == '-' && view[7] == '-' && digits(view.substr(0, 4), year) &&
                      digits(view.substr(5, 2), month) && digits(view.substr(8, 2), day);
    const std::chrono::year_month_day found{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                            std::chrono::day{static_cast<unsigned>(day)}};
    if (!form || !found.ok()) throw WrongField{field, "a date like 2026-12-03 is wanted, not " + date};
    return static_cast<std::int32_t>(std::chrono::sys_days{found}.time_since_epoch().count());
}

JsonLine JsonLine::object(std::string_view field) const {
    const auto* value = find(field);
    if (!value || !value->is_object()) throw WrongField{field, "an object is wanted"};
    return JsonLine{value->get_object()};
}

}  // namespace hoicho::match
