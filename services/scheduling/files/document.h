/// Parses a JSON document within bounds and checks that it says which format it is.
#pragma once

#include <boost/json/value.hpp>
#include <boost/system/result.hpp>
#include <cstddef>
#include <string_view>

#include "scheduling/domain/programme/complaint.h"

namespace hoicho::scheduling::files {

inline constexpr std::size_t document_bytes_max =
    std::size_t{64} * 1024 * 1024;  ///< The largest fair measured, 2,000 x 5,000, has 5 MB.

/// What was read, or everything that is wrong with it.
template <class T>
using Read = boost::system::result<T, programme::Complaints>;

/// @param format  e.g. "hoicho-instance/1"
Read<boost::json::value> parse(std::string_view text, std::string_view format);

}  // namespace hoicho::scheduling::files
