// What a standard is called when one speaks of it, by its code.
#pragma once

#include <string>
#include <vector>

#include "matching/domain/gap/sentence.h"

namespace hoicho::matching::gap {

/// The code itself when it is not known.
Sentence name_of_standard(const std::string& code);

/// Names in the order of the codes, with commas; empty for none.
Sentence names_of_standards(const std::vector<std::string>& codes);

}  // namespace hoicho::matching::gap
