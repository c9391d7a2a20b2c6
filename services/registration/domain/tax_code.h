// Vietnamese tax codes: 10 digits with a check digit, or 13 for a branch. Text from end to end, since they start with
// zeros.
#pragma once

#include <string>
#include <string_view>

namespace hoicho::registration {

/// Ten digits whose last one is 10 - (sum of weighted digits mod 11); a remainder of 0 was never issued.
bool is_mst10(std::string_view code);

/// A ten-digit code and a branch 001 to 999, written 0123456789-001 or 0123456789001.
bool is_mst13(std::string_view code);

/// Twelve digits: a person's number, which may not lie in the clear.
bool is_pin12(std::string_view code);

/// The code without its hyphen, so that both ways of writing a branch are one code.
std::string tax_digits(std::string_view code);

}  // namespace hoicho::registration
