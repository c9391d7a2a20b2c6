// How parties are called on pages: a firm by its business name, a household by its own only where it agreed to be listed.
#pragma once

#include <string>

#include "gateway/api/resources.h"

namespace hoicho::gateway {

std::string buyer_name(const Reading& reading, std::uint32_t buyer);
/// A household that did not consent to the fair's directory is "Hộ kinh doanh" and its province.
std::string exhibitor_name(const Reading& reading, std::uint32_t fair, std::uint32_t exhibitor);

}  // namespace hoicho::gateway
