// An organiser's own names in the form that ranking looks them up in: made anew after they changed, not at every look.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "matching/domain/ranking/lexicon.h"

namespace hoicho::matching {

struct State;

/// A cache beside the tables. It is asked with the print of the names as they are, so it cannot answer with names that were taken back.
class OwnNames {
  public:
    /// nullptr: there are none. Several readers may ask at once; two that find it old both make it, and either may be kept.
    std::shared_ptr<const ranking::Lexicon> of(const State& state) const;

  private:
    struct Made {
        std::uint64_t print = 0;
        std::shared_ptr<const ranking::Lexicon> lexicon;
    };
    mutable std::atomic<std::shared_ptr<const Made>> made_;
};

}  // namespace hoicho::matching
