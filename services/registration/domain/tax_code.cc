// Check digit and forms of tax codes; the weights are those of Circular 105/2020/TT-BTC.
#include "registration/domain/tax_code.h"

#include <algorithm>
#include <array>

namespace hoicho::registration {
namespace {

constexpr std::array weights{31, 29, 23, 19, 17, 13, 7, 5, 3};
constexpr std::size_t mst10_digits = 10;
constexpr std::size_t branch_digits = 3;
constexpr std::size_t pin12_digits = 12;

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_mst10(std::string_view code) {
    if (code.size() != mst10_digits || !all_digits(code)) return false;
    int sum = 0;
    for (std::size_t at = 0; at < weights.size(); ++at) sum += weights[at] * (code[at] - '0');
    return sum % 11 != 0 && code.back() - '0' == 10 - sum % 11;
}

bool is_mst13(std::string_view code) {
    const auto digits = tax_digits(code);
    if (digits.size() != mst10_digits + branch_digits) return false;
    if (code.size() != digits.size() && code[mst10_digits] != '-') return false;
    const auto branch = std::string_view{digits}.substr(mst10_digits);
    return is_mst10(digits.substr(0, mst10_digits)) && all_digits(branch) && branch != "000";
}

bool is_pin12(std::string_view code) { return code.size() == pin12_digits && all_digits(code); }

std::string tax_digits(std::string_view code) {
    std::string digits{code};
    if (digits.size() == mst10_digits + 1 + branch_digits && digits[mst10_digits] == '-') digits.erase(mst10_digits, 1);
    return digits;
}

}  // namespace hoicho::registration
