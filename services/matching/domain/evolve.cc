// One case for each thing that can happen in matching.
#include "matching/domain/evolve.h"

#include <algorithm>
#include <set>

#include "matching/domain/applies.h"

namespace hoicho::matching {
namespace {

/// A list that names somebody whom the buyer must never meet would be an invitation: their products leave the newest lists at once.
void take_from_lists(State& state, const v1::StateInterest& interest) {
    const auto* with_list = state.lists_of_buyer.find({interest.fair(), interest.buyer()});
    if (!with_list) return;
    for (const auto demand : with_list->demands) {
        auto list = state.list_of(interest.fair(), demand);
        auto& items = *list.mutable_items();
        const auto gone = std::remove_if(items.begin(), items.end(), [&](const auto& item) { return item.exhibitor() == interest.exhibitor(); });
        if (gone == items.end()) continue;
        items.erase(gone, items.end());
        state.lists.put({interest.fair(), demand}, {interest.buyer(), static_cast<std::uint32_t>(list.items_size()), list.SerializeAsString()});
    }
}

void apply(State& state, const v1::StateInterest& interest) {
    state.interests.put(key_of(interest), {static_cast<Level>(interest.level()), interest.cause()});
    if (interest.level() == v1::LEVEL_NEVER) take_from_lists(state, interest);
}

void count_shown(State& state, const v1::Suggested& list) {
    std::set<std::uint32_t> exhibitors;
    for (const auto& item : list.items()) exhibitors.insert(item.exhibitor());
    for (const auto exhibitor : exhibitors) ++state.shown.edit_or_add({list.fair(), exhibitor}).times;
}

void apply(State& state, const v1::Suggested& list) {
    count_shown(state, list);
    state.lists.put({list.fair(), list.demand()}, {list.buyer(), static_cast<std::uint32_t>(list.items_size()), list.SerializeAsString()});
    const BuyerKey key{list.fair(), list.buyer()};
    if (!state.lists_of_buyer.contains(key)) state.lists_of_buyer.put(key, {});
    const auto& demands = state.lists_of_buyer.find(key)->demands;
    const auto at = std::lower_bound(demands.begin(), demands.end(), list.demand());
    if (at != demands.end() && *at == list.demand()) return;
    const auto place = at - demands.begin();
    auto& changed = state.lists_of_buyer.edit(key).demands;
    changed.insert(changed.begin() + place, list.demand());
}

}  // namespace

void evolve(State& state, const v1::Event& event) {
    switch (event.kind_case()) {
        case v1::Event::kInterestStated: return apply(state, event.interest_stated().interest());
        case v1::Event::kInterestWithdrawn: return state.interests.erase(key_of(event.interest_withdrawn().interest()));
        case v1::Event::kSuggested: return apply(state, event.suggested());
        case v1::Event::kFeedbackRecorded: return apply(state, event.feedback_recorded().feedback());
        case v1::Event::kFeedbackWithdrawn: return apply(state, event.feedback_withdrawn().feedback());
        case v1::Event::kListSettingsSet: return apply(state, event.list_settings_set());
        case v1::Event::kWordsAdded: return apply(state, event.words_added());
        case v1::Event::kWordsRemoved: return apply(state, event.words_removed());
        case v1::Event::KIND_NOT_SET: break;  // the partition stops at a newer writer's event before it gets here
    }
}

}  // namespace hoicho::matching
