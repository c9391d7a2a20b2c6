// The ledger of who is shown and who is served, the lift of those who are overlooked, and what that lift costs in relevance.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hoicho::matching::market {

inline constexpr std::int32_t lift_max_thousandths = 150;      ///< of a value of 1000: a good match is never overtaken by a poor one
inline constexpr std::int32_t strength_max_thousandths = 1000;  ///< of the setting

/// What happened to one participant so far. A list that shows it twice counts twice.
struct Account {
    std::string kind;              ///< "HOUSEHOLD", "COOPERATIVE", ...
    std::string province;
    std::uint32_t shown = 0;       ///< times it stood in a list that was made
    std::uint32_t wished = 0;      ///< whom it said want or must of
    std::uint32_t served = 0;      ///< of those, whom it meets or met
};

/// One line of the organiser's page. Per head and in thousandths, so that large and small groups compare.
struct GroupShare {
    std::string name;
    std::uint32_t participants = 0;
    std::int64_t shown_per_head_thousandths = 0;
    std::int64_t wished_served_thousandths = 0;  ///< served of wished, all of the group together; 1000 when it wished for nobody
    std::uint32_t never_shown = 0;
};

/// By name, ascending.
std::vector<GroupShare> by_kind(std::span<const Account> accounts);
std::vector<GroupShare> by_province(std::span<const Account> accounts);

/// One participant against its kind: the page each exhibitor sees.
struct Standing {
    std::uint32_t served = 0;
    std::uint32_t wished = 0;
    std::int32_t served_thousandths = 0;         ///< of its own wishes; 1000 when it wished for nobody
    std::int32_t kind_median_thousandths = 0;    ///< the same figure in the middle of its kind (the lower of two middles)
};
Standing standing(std::span<const Account> accounts, std::size_t place);

/// How much each is lifted in everybody's lists: lift_max * strength * (1 - shown / fair share) for those shown less than their fair share, 0 for all
/// others. The fair share is what each would have if all were shown alike: a median would be nothing, and lift nobody, where most are never shown.
/// @param strength_thousandths  the organiser's setting, 0..strength_max_thousandths, clamped; 0 lifts nobody
/// @return 0..lift_max_thousandths each, by place; falls as `shown` rises
std::vector<std::int32_t> lifts(std::span<const Account> accounts, std::int32_t strength_thousandths);

/// What lifting cost: relevance summed over lists as they are, against lists without any lift.
struct LiftCost {
    std::int64_t relevance_without = 0;
    std::int64_t relevance_with = 0;

    /// Loss in hundredths of a percent, 0 or more; 125 is 1.25 %.
    std::int64_t loss_basis_points() const;
};

/// 0: all equal; near 1000: one has everything. 0 for nobody or nothing.
std::int32_t gini_thousandths(std::vector<std::uint32_t> amounts);

}  // namespace hoicho::matching::market
