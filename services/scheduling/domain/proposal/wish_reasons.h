// Why a wish is not held in a programme of a fair, and the cheapest exchange that would hold it: programme/explain.h with half-day maxima.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scheduling/domain/programme/explain.h"
#include "scheduling/domain/programme/wording.h"
#include "scheduling/domain/proposal/pose_programme.h"

namespace hoicho::scheduling {

/// In a slot that both share, somebody has all the meetings that its half-day allows.
struct HalfDayFull {
    int slot = -1;
    int participant = -1;
    std::uint32_t most = 0;
};

struct WishReason {
    programme::Explanation why;          ///< blocked with no slots where half-days alone are in the way
    std::vector<HalfDayFull> half_days;  ///< in the order of time; empty unless blocked
    programme::Price price;              ///< not found for what is held, could fit, or is impossible
};

/// Answers for one programme of one fair. Owned by one caller on one thread.
class WishReasons {
  public:
    /// @param posed      its instance is one that validate() found nothing wrong with; names of participants and places are those of the sentences
    /// @param programme  in its numbers
    WishReasons(PosedProgramme posed, programme::Programme programme);

    const PosedProgramme& posed() const { return posed_; }
    /// The meeting of the instance that the pair wishes: one that is held rather than one that is not. -1: nobody wishes it.
    int find(BuyerId buyer, ExhibitorId exhibitor) const;
    /// @param meeting     of the instance
    /// @complexity        measured at 2,000 x 5,000 x 30: docs/solver-results.md
    WishReason of(int meeting);
    /// Why; without the price, which has a sentence of its own.
    std::string sentence(const WishReason& reason, programme::Language language) const;
    std::string price_sentence(const WishReason& reason, programme::Language language) const;

  private:
    std::vector<HalfDayFull> full_half_days(int meeting) const;

    PosedProgramme posed_;
    programme::Programme programme_;
    programme::Instance tight_;  ///< full half-days are closed
    std::unique_ptr<programme::Explainer> explainer_;
};

}  // namespace hoicho::scheduling
