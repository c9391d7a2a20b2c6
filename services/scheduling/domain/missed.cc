// Walks the slots of a pair once and tells which rule shut the last of them.
#include "scheduling/domain/missed.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>
#include <tuple>

#include "scheduling/domain/wishes.h"

namespace hoicho::scheduling {

namespace {

constexpr std::size_t blockers_named_max = 5;

using Meets = boost::unordered_flat_map<Party, std::vector<const Placed*>, KeyHash<Party>>;

/// What was found while walking the slots of one pair.
struct Walk {
    std::uint32_t buyer_there = 0;  ///< slots
    std::uint32_t exhibitor_there = 0;
    std::vector<SlotId> common;
    Refused buyer_no;  ///< the first
    Refused exhibitor_no;
    std::uint32_t buyer_shut = 0;  ///< common slots
    std::uint32_t exhibitor_shut = 0;
    SlotId without_table{};
};

/// Walks until a slot is found in which the meeting is still possible.
Refused walk(const State& state, const PlannedDraft& draft, FairId fair, const Wish& wish, std::uint64_t now_ms, Walk& seen) {
    for (const SlotId id : venue_of(state, fair).slots) {
        const Slot& slot = *state.slots.find(id);
        if (slot.starts_at_ms <= now_ms) continue;
        const bool buyer_there = delegates_at(state, party(wish.buyer), slot) > 0;
        const bool exhibitor_there = delegates_at(state, party(wish.exhibitor), slot) > 0;
        seen.buyer_there += buyer_there;
        seen.exhibitor_there += exhibitor_there;
        if (!buyer_there || !exhibitor_there) continue;
        seen.common.push_back(id);
        auto buyer_no = party_refused(state, draft.books, party(wish.buyer), fair, id, slot);
        auto exhibitor_no = party_refused(state, draft.books, party(wish.exhibitor), fair, id, slot);
        seen.buyer_shut += buyer_no.has_value();
        seen.exhibitor_shut += exhibitor_no.has_value();
        if (buyer_no && !seen.buyer_no) seen.buyer_no = buyer_no;
        if (exhibitor_no && !seen.exhibitor_no) seen.exhibitor_no = exhibitor_no;
        if (buyer_no || exhibitor_no) continue;
        const TableId table = free_table(state, draft.books, fair, id);
        if (table != TableId{}) return refuse(REASON_NOT_CHOSEN, name_of(wish.exhibitor), name_of(id), name_of(table));
        if (seen.without_table == SlotId{}) seen.without_table = id;
    }
    return std::nullopt;
}

/// Whom `who` meets in those slots.
void add_blockers(const Meets& meets, const Party& who, const std::vector<SlotId>& slots, std::vector<std::string>& names) {
    const auto at = meets.find(who);
    if (at == meets.end()) return;
    for (const Placed* placed : at->second)
        if (std::find(slots.begin(), slots.end(), placed->slot) != slots.end())
            names.push_back(who.side == Side::buyer ? name_of(placed->exhibitor) : name_of(placed->buyer));
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t at = 0; at < std::min(names.size(), blockers_named_max); ++at) text += (at ? ", " : "") + names[at];
    if (names.size() > blockers_named_max) text += " +" + std::to_string(names.size() - blockers_named_max);
    return text;
}

/// One side is shut in every slot that the two have in common.
Refusal shut(const Meets& meets, const Party& who, const Refusal& first, const std::vector<SlotId>& common) {
    if (first.reason != REASON_ALREADY_MEETING) return first;
    std::vector<std::string> names;
    add_blockers(meets, who, common, names);
    return refuse(REASON_ALREADY_MEETING, name_of(who), joined(names));
}

Refusal reason(const State& state, const PlannedDraft& draft, const Meets& meets, FairId fair, const Wish& wish, std::uint64_t now_ms) {
    Walk seen;
    if (auto possible = walk(state, draft, fair, wish, now_ms, seen)) return std::move(*possible);
    if (seen.buyer_there == 0) return refuse(REASON_NOBODY_AVAILABLE, name_of(wish.buyer));
    if (seen.exhibitor_there == 0) return refuse(REASON_NOBODY_AVAILABLE, name_of(wish.exhibitor));
    if (seen.common.empty())
        return refuse(REASON_NO_COMMON_SLOT, name_of(wish.buyer), name_of(wish.exhibitor), "0");
    if (seen.without_table != SlotId{})
        return refuse(REASON_FULL, "tables", name_of(seen.without_table), std::to_string(venue_of(state, fair).tables.size()));
    if (seen.buyer_shut == seen.common.size()) return shut(meets, party(wish.buyer), *seen.buyer_no, seen.common);
    if (seen.exhibitor_shut == seen.common.size()) return shut(meets, party(wish.exhibitor), *seen.exhibitor_no, seen.common);
    std::vector<std::string> names;
    add_blockers(meets, party(wish.buyer), seen.common, names);
    add_blockers(meets, party(wish.exhibitor), seen.common, names);
    return refuse(REASON_NO_COMMON_SLOT, name_of(wish.buyer), name_of(wish.exhibitor), joined(names));
}

Meets meets_in(const PlannedDraft& draft) {
    Meets meets;
    for (const Placed& placed : draft.meetings) {
        meets[party(placed.buyer)].push_back(&placed);
        meets[party(placed.exhibitor)].push_back(&placed);
    }
    return meets;
}

std::vector<Wish> most_wished_first(const State& state, FairId fair) {
    auto wishes = wishes_of(state, fair);
    std::sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) {
        return std::tie(b.value, a.buyer, a.exhibitor) < std::tie(a.value, b.buyer, b.exhibitor);
    });
    return wishes;
}

}  // namespace

MissedWishes missed_wishes(const State& state, const PlannedDraft& draft, FairId fair, std::uint64_t now_ms, std::size_t reasons_max) {
    MissedWishes missed;
    boost::unordered_flat_set<Pair, KeyHash<Pair>> seen;
    const auto tell = [&](BuyerId buyer, ExhibitorId exhibitor, const auto& why) {
        if (!seen.insert({fair, buyer, exhibitor}).second) return;
        if (missed.told.size() < reasons_max)
            missed.told.push_back({buyer, exhibitor, why()});
        else
            ++missed.more;
    };
    for (const auto& unfit : draft.unfit) tell(unfit.wanted.buyer, unfit.wanted.exhibitor, [&] { return unfit.why; });
    const auto meets = meets_in(draft);
    for (const Wish& wish : most_wished_first(state, fair))
        if (draft.books.pair({fair, wish.buyer, wish.exhibitor}).count == 0)
            tell(wish.buyer, wish.exhibitor, [&] { return reason(state, draft, meets, fair, wish, now_ms); });
    return missed;
}

}  // namespace hoicho::scheduling
