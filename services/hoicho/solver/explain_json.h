/// Explanations as JSON objects, with the numbers of instance and programme, so that a machine can check them.
#pragma once

#include <string>

#include "scheduling/domain/programme/explain.h"
#include "scheduling/domain/programme/wording.h"

namespace hoicho::cli {

/// One line. `price` may be null.
std::string explain_line(const scheduling::programme::Instance& instance, const scheduling::programme::Explanation& explanation,
                         const scheduling::programme::Price* price, scheduling::programme::Language language);

}  // namespace hoicho::cli
