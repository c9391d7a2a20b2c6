// Numbers that look right and are nobody's: tax codes from 99, persons' numbers from 099, phones from 031, barcodes
// from 8939999.
#pragma once

#include <string>

#include "hoicho/sample/random.h"
#include "hoicho/sample/sample.h"

namespace hoicho::sample {

/// Ten digits with the right check digit; no tax office begins with 99.
std::string tax_code(Sample& sample, Random& random);
/// Twelve digits; no province has the code 099.
std::string personal_number(Sample& sample, Random& random);
/// Ten digits; no network begins with 031.
std::string phone(Sample& sample, Random& random);
/// Thirteen digits with the right check digit.
std::string barcode(Sample& sample, Random& random);

}  // namespace hoicho::sample
