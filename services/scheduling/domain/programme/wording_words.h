/// The parts of speech that all explanations share: names, times, lists with a bound, in one of two languages.
#pragma once

#include <string>
#include <vector>

#include "scheduling/domain/programme/wording.h"

namespace hoicho::scheduling::programme {

class Words {
  public:
    Words(const Instance& instance, Language language) : in_{instance}, language_{language} {}

    /// The phrase in the language of the sentence.
    std::string pick(const char* vietnamese, const char* english) const {
        return language_ == Language::vietnamese ? vietnamese : english;
    }
    std::string person(int p) const { return in_.participants[static_cast<std::size_t>(p)].name; }
    std::string place(int k) const { return in_.places[static_cast<std::size_t>(k)].name; }
    std::string pair(int m) const { return pair_text(in_, m); }
    std::string time(int slot) const { return time_text(in_, slot, language_); }
    /// "lúc 10:20 ngày 1 tại gian 3" or "on day 1 10:20 at booth 3"
    std::string when_and_where(int slot, int place_number) const {
        return pick("lúc ", "on ") + time(slot) + pick(" tại ", " at ") + place(place_number);
    }
    /// Meetings: "a; b and 3 more meetings".
    std::string list(const std::vector<std::string>& items, int named_max) const;

    const Instance& instance() const { return in_; }

  private:
    const Instance& in_;
    Language language_;
};

}  // namespace hoicho::scheduling::programme
