/// Which meetings are held, when and where (`hoicho-programme/1`, same names as its JSON).
#pragma once

#include <string>
#include <vector>

namespace hoicho::scheduling::programme {

struct Entry {
    int meeting = 0;
    int slot = 0;
    int place = 0;

    friend bool operator==(const Entry&, const Entry&) = default;
};

struct Programme {
    std::string instance;  ///< Name of the instance; empty: not said.
    std::vector<Entry> meetings;

    friend bool operator==(const Programme&, const Programme&) = default;
};

}  // namespace hoicho::scheduling::programme
