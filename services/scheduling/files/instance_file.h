/// `hoicho-instance/1` as JSON.
#pragma once

#include <string>
#include <string_view>

#include "scheduling/domain/programme/instance.h"
#include "scheduling/files/document.h"

namespace hoicho::scheduling::files {

/// Reads and validates. Unknown members are refused, but for `source`, which has no effect.
Read<programme::Instance> read_instance(std::string_view text);

/// One line of JSON and a line end. Reading it gives an equal instance; times are written in UTC.
std::string write_instance(const programme::Instance& instance);

}  // namespace hoicho::scheduling::files
