/// Times as the formats write them: ISO 8601 with an offset, to the second.
#include "scheduling/files/iso_time.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace hoicho::scheduling::files {
namespace {

/// Takes digits and separators off the front of a text; one failure spoils the rest.
class Parser {
  public:
    explicit Parser(std::string_view text) : rest_{text} {}

    int digits(int count, int high) {
        int number = 0;
        for (int i = 0; i < count; ++i) {
            if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') return fail();
            number = number * 10 + (rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        return number <= high ? number : fail();
    }
    bool take(char wanted) {
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void need(char wanted) { good_ = take(wanted) && good_; }
    int fail() {
        good_ = false;
        return 0;
    }
    bool done() const { return good_ && rest_.empty(); }

  private:
    std::string_view rest_;
    bool good_ = true;
};

/// @return  seconds to subtract to get UTC
std::int64_t read_offset_s(Parser& parser) {
    if (parser.take('Z')) return 0;
    const bool east = parser.take('+');
    if (!east) parser.need('-');
    const int hours = parser.digits(2, 23);
    parser.need(':');
    const int minutes = parser.digits(2, 59);
    const std::int64_t offset_s = hours * 3600 + minutes * 60;
    return east ? offset_s : -offset_s;
}

}  // namespace

std::optional<std::int64_t> iso_time_s(std::string_view text) {
    Parser parser{text};
    const int year = parser.digits(4, 9999);
    parser.need('-');
    const int month = parser.digits(2, 12);
    parser.need('-');
    const int day = parser.digits(2, 31);
    if (!parser.take(' ')) parser.need('T');
    const int hour = parser.digits(2, 23);
    parser.need(':');
    const int minute = parser.digits(2, 59);
    const int second = parser.take(':') ? parser.digits(2, 59) : 0;
    const std::int64_t offset_s = read_offset_s(parser);
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!parser.done() || !date.ok()) return std::nullopt;
    const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
    return days * 86'400 + hour * 3600 + minute * 60 + second - offset_s;
}

std::string iso_time(std::int64_t time_s) {
    const std::chrono::sys_seconds time{std::chrono::seconds{time_s}};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    std::array<char, 64> out{};
    const int size = std::snprintf(
        out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02d+00:00", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return {out.data(), static_cast<std::size_t>(size)};
}

}  // namespace hoicho::scheduling::files
