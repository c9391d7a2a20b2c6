/// `hoicho-programme/1` as JSON.
#pragma once

#include <string>
#include <string_view>

#include "scheduling/domain/programme/programme.h"
#include "scheduling/files/document.h"

namespace hoicho::scheduling::files {

/// Reads meetings and the instance's name; anything else (`solver`, `seed`) is ignored, as the format says. Whether the
/// numbers name anything is for check() to say, which knows the instance.
Read<programme::Programme> read_programme(std::string_view text);

/// One line of JSON and a line end.
std::string write_programme(const programme::Programme& programme);

}  // namespace hoicho::scheduling::files
