/// What is wrong with a document that somebody handed in, and where.
#pragma once

#include <string>
#include <vector>

namespace hoicho::scheduling::programme {

struct Complaint {
    std::string field;   ///< Path as in the JSON, e.g. "meetings[3].after[0]".
    std::string reason;  ///< In words.

    friend bool operator==(const Complaint&, const Complaint&) = default;
};
using Complaints = std::vector<Complaint>;

inline constexpr std::size_t complaints_max = 100;  ///< The first hundred are enough to see what went wrong.

}  // namespace hoicho::scheduling::programme
