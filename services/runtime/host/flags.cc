// Reads flags: every flag has a value, so no table is needed to tell them from the rest.
#include "runtime/host/flags.h"

#include <algorithm>

namespace hoicho::runtime::host {

Flags parse_flags(const std::vector<std::string>& arguments) {
    Flags flags;
    for (auto it = arguments.begin(); it != arguments.end(); ++it) {
        if (*it == "--") {
            flags.rest.insert(flags.rest.end(), it + 1, arguments.end());
            break;
        }
        if (*it == "--help" || *it == "-h") {
            flags.help = true;
        } else if (!it->starts_with("--")) {
            flags.rest.push_back(*it);
        } else if (const auto equals = it->find('='); equals != std::string::npos) {
            flags.values.emplace_back(it->substr(2, equals - 2), it->substr(equals + 1));
        } else if (it + 1 != arguments.end() && !(it + 1)->starts_with("--")) {
            flags.values.emplace_back(it->substr(2), *(it + 1));
            ++it;
        } else {
            flags.errors.push_back("flag " + *it + " needs a value");
        }
    }
    return flags;
}

}  // namespace hoicho::runtime::host
