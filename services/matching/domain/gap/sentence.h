// A sentence in the two languages of the fair.
#pragma once

#include <string>

namespace hoicho::matching::gap {

struct Sentence {
    std::string vi;
    std::string en;

    bool empty() const { return vi.empty() && en.empty(); }
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

inline Sentence same(const std::string& text) { return {text, text}; }

}  // namespace hoicho::matching::gap
