// Names of matching's tables and questions about its state; see state.h.
#include "matching/domain/state.h"

namespace hoicho::matching {

State::State(Tables& tables)
    : interests{tables, "in"}, lists{tables, "su"}, lists_of_buyer{tables, "lb"}, fairs{tables, "fa"}, exhibitors{tables, "ex"},
      products{tables, "pr"}, certificates{tables, "ce"}, demands{tables, "de"}, participants{tables, "pa"} {}

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

v1::Suggested State::list_of(std::uint32_t fair, std::uint32_t demand) const {
    v1::Suggested list;
    if (const auto* row = lists.find({fair, demand}))
        invariant(list.ParseFromString(row->suggested), "a suggestion list is a message", fair, demand);
    return list;
}

}  // namespace hoicho::matching
