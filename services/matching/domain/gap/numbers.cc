// Grouping by threes and names of months; see numbers.h.
#include "matching/domain/gap/numbers.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include "matching/domain/ranking/calendar.h"

namespace hoicho::matching::gap {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January", "February", "March", "April", "May", "June",
                                                       "July", "August", "September", "October", "November", "December"};

std::string grouped(std::int64_t number, char separator) {
    auto digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, 1, separator);
    return digits;
}

std::string decimals(std::int64_t thousandths, char separator, char point) {
    auto text = grouped(thousandths / 1000, separator);
    if (const auto rest = std::abs(thousandths % 1000)) {
        auto fraction = std::to_string(1000 + rest).substr(1);
        while (fraction.back() == '0') fraction.pop_back();
        text.append(1, point).append(fraction);
    }
    return text;
}

std::string per(const std::string& unit) { return unit.empty() ? "" : "/" + unit; }
std::string of(const std::string& unit) { return unit.empty() ? "" : " " + unit; }

}  // namespace

Sentence day_text(ranking::Day day) {
    const auto iso = ranking::iso_day(day);
    if (iso.size() != 10) return same(iso);
    return {iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4), iso};
}

Sentence months_text(std::uint16_t months) {
    constexpr std::uint16_t all = 0xFFF;
    if ((months & all) == 0 || (months & all) == all) return {"quanh năm", "all year"};
    Sentence out{"tháng ", ""};
    bool first = true;
    for (std::size_t month = 0; month < month_names.size(); ++month) {
        if (!(months >> month & 1)) continue;
        out.vi.append(first ? "" : ", ").append(std::to_string(month + 1));
        out.en.append(first ? "" : ", ").append(month_names[month]);
        first = false;
    }
    return out;
}

Sentence money_text(std::int64_t vnd, const std::string& unit) { return {grouped(vnd, '.') + " đồng" + per(unit), grouped(vnd, ',') + " VND" + per(unit)}; }

Sentence amount_text(std::int64_t thousandths, const std::string& unit) {
    return {decimals(thousandths, '.', ',') + of(unit), decimals(thousandths, ',', '.') + of(unit)};
}

Sentence monthly_text(std::int64_t thousandths, const std::string& unit) {
    const auto amount = amount_text(thousandths, unit);
    return {amount.vi + "/tháng", amount.en + "/month"};
}

}  // namespace hoicho::matching::gap
