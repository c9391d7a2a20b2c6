// Names of time zones as people and their programs write them, brought to the one name that readers look up.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hoicho::registration {

/// The canonical IANA name: aliases are replaced ("Asia/Saigon" -> "Asia/Ho_Chi_Minh"), anything else that is formed
/// like Area/Place passes as it is. nullopt: not a name of a time zone. Reads no file, so that every machine decides
/// alike.
std::optional<std::string> canonical_zone(std::string_view name);

}  // namespace hoicho::registration
