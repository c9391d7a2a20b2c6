// Calendar arithmetic by <chrono>; see times.h.
#include "runtime/json/times.h"

#include <chrono>
#include <cstdio>

namespace hoicho::runtime {
namespace {

using namespace std::chrono;

/// Reads exactly `digits` decimal digits off the front.
bool take_number(std::string_view& text, std::size_t digits, int& value) {
    if (text.size() < digits) return false;
    value = 0;
    for (std::size_t at = 0; at < digits; ++at) {
        if (text[at] < '0' || text[at] > '9') return false;
        value = value * 10 + (text[at] - '0');
    }
    text.remove_prefix(digits);
    return true;
}

bool take_mark(std::string_view& text, char mark) {
    if (text.empty() || text.front() != mark) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<sys_days> take_day(std::string_view& text) {
    int y = 0, m = 0, d = 0;
    if (!take_number(text, 4, y) || !take_mark(text, '-') || !take_number(text, 2, m) || !take_mark(text, '-') || !take_number(text, 2, d))
        return std::nullopt;
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!date.ok() || y < 1) return std::nullopt;
    return sys_days{date};
}

/// "Z" or "+07:00".
std::optional<minutes> take_offset(std::string_view& text) {
    if (take_mark(text, 'Z') || take_mark(text, 'z')) return minutes{0};
    const bool east = take_mark(text, '+');
    int h = 0, m = 0;
    if ((!east && !take_mark(text, '-')) || !take_number(text, 2, h) || !take_mark(text, ':') || !take_number(text, 2, m) || h > 23 || m > 59)
        return std::nullopt;
    return (east ? 1 : -1) * (hours{h} + minutes{m});
}

/// Fractions of a second after the point, to the millisecond.
bool take_fraction(std::string_view& text, int& millis) {
    millis = 0;
    if (!take_mark(text, '.')) return true;
    int digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (digits < 3) millis = millis * 10 + (text.front() - '0');
        ++digits;
        text.remove_prefix(1);
    }
    for (int at = digits; at < 3; ++at) millis *= 10;
    return digits > 0;
}

}  // namespace

std::string show_day(std::int32_t number) {
    const year_month_day date{sys_days{days{number}}};
    char out[16];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return out;
}

std::optional<std::int32_t> read_day(std::string_view text) {
    const auto date = take_day(text);
    if (!date || !text.empty()) return std::nullopt;
    return static_cast<std::int32_t>(date->time_since_epoch().count());
}

std::string show_instant(std::uint64_t at_ms) {
    const sys_time<milliseconds> at{milliseconds{at_ms}};
    const auto date = floor<days>(at);
    const hh_mm_ss time{at - date};
    char out[40];
    const int length = std::snprintf(out, sizeof out, "%sT%02d:%02d:%02d", show_day(static_cast<std::int32_t>(date.time_since_epoch().count())).c_str(),
                                     static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                                     static_cast<int>(time.seconds().count()));
    std::string text{out, static_cast<std::size_t>(length)};
    if (const auto millis = time.subseconds().count(); millis != 0) {
        std::snprintf(out, sizeof out, ".%03d", static_cast<int>(millis));
        text += out;
    }
    return text + "Z";
}

std::optional<std::uint64_t> read_instant(std::string_view text) {
    const auto date = take_day(text);
    int h = 0, m = 0, s = 0, millis = 0;
    if (!date || (!take_mark(text, 'T') && !take_mark(text, 't') && !take_mark(text, ' ')) || !take_number(text, 2, h) ||
        !take_mark(text, ':') || !take_number(text, 2, m) || !take_mark(text, ':') || !take_number(text, 2, s) || !take_fraction(text, millis))
        return std::nullopt;
    const auto offset = take_offset(text);
    if (!offset || !text.empty() || h > 23 || m > 59 || s > 59) return std::nullopt;
    const auto at = sys_time<milliseconds>{*date} + hours{h} + minutes{m} + seconds{s} + milliseconds{millis} - *offset;
    if (at.time_since_epoch().count() < 0) return std::nullopt;
    return static_cast<std::uint64_t>(at.time_since_epoch().count());
}

}  // namespace hoicho::runtime
