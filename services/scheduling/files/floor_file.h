/// `hoicho-floor/1` and `hoicho-allocation/1` as JSON.
#pragma once

#include <string>
#include <string_view>

#include "scheduling/domain/floor/floor.h"
#include "scheduling/files/document.h"

namespace hoicho::scheduling::files {

/// Reads and validates. Unknown members are refused.
Read<floor::Floor> read_floor(std::string_view text);
/// One line of JSON and a line end. Reading it gives an equal floor.
std::string write_floor(const floor::Floor& floor);

/// Reads stands and the floor's name; anything else (`solver`) is ignored.
Read<floor::Allocation> read_allocation(std::string_view text);
std::string write_allocation(const floor::Allocation& allocation);

}  // namespace hoicho::scheduling::files
