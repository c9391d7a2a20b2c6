// Names of matching's tables and questions about its state; see state.h.
#include "matching/domain/state.h"

#include <algorithm>

#include "matching/domain/applies.h"

namespace hoicho::matching {

State::State(Tables& tables)
    : interests{tables, "in"}, lists{tables, "su"}, lists_of_buyer{tables, "lb"}, feedback{tables, "fb"}, counts_said{tables, "fs"}, met{tables, "mt"},
      settings{tables, "se"}, shown{tables, "sh"}, own_words{tables, "ow"}, names_print{tables, "np"}, fairs{tables, "fa"}, exhibitors{tables, "ex"},
      products{tables, "pr"}, certificates{tables, "ce"}, demands{tables, "de"}, participants{tables, "pa"}, buyers{tables, "bu"}, terms{tables, "te"},
      delegates{tables, "dg"},
      slots{tables, "sl"}, requests{tables, "rq"}, meetings{tables, "me"}, occupied{tables, "oc"}, live_pairs{tables, "lp"}, drafts{tables, "dr"},
      counts_heard{tables, "fh"} {}

State::~State() = default;

void State::index() {
    words = {};
    products.for_each([this](ProductId, const ranking::Product& product) { words.put(product); });
}

bool State::never(std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor) const {
    for (const auto side : {Side::buyer, Side::exhibitor})
        if (const auto* interest = interests.find({fair, buyer, exhibitor, side}); interest && interest->level == Level::never) return true;
    return false;
}

market::Wishes State::wishes(std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor) const {
    const auto wish = [&](Side from) {
        const auto* interest = interests.find({fair, buyer, exhibitor, from});
        if (!interest) return market::Wish::none;
        switch (interest->level) {
            case Level::must: return market::Wish::must;
            case Level::want: return market::Wish::want;
            case Level::never: return market::Wish::never;
        }
        return market::Wish::none;
    };
    const auto* row = met.find({buyer, exhibitor});
    const bool before = row && std::any_of(row->fairs.begin(), row->fairs.end(), [fair](std::uint32_t at) { return at != fair; });
    return {wish(Side::buyer), wish(Side::exhibitor), before};
}

market::Counts State::counts_about(Side side, std::uint32_t organisation) const {
    market::Counts counts;
    for (const auto* table : {&counts_said, &counts_heard})
        if (const auto* row = table->find({side, organisation})) counts += *row;
    return counts;
}

ListSettings State::settings_of(std::uint32_t fair) const {
    const auto* row = settings.find({fair});
    return row ? *row : ListSettings{};
}

v1::Suggested State::list_of(std::uint32_t fair, std::uint32_t demand) const {
    v1::Suggested list;
    if (const auto* row = lists.find({fair, demand}))
        invariant(list.ParseFromString(row->suggested), "a suggestion list is a message", fair, demand);
    return list;
}

}  // namespace hoicho::matching
