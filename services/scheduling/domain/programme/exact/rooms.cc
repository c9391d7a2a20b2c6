/// Places as far as counting goes.
#include "scheduling/domain/programme/exact/rooms.h"

#include <algorithm>

namespace hoicho::scheduling::programme::exact {
namespace {

std::size_t index(int number) { return static_cast<std::size_t>(number); }
std::size_t cell(const Reduced& r, int place, int slot) { return index(place) * index(r.slots) + index(slot); }

std::vector<std::vector<int>> sorted_rows(const Reduced& r) {
    std::vector<std::vector<int>> rows;
    for (int row = 0; row + 1 < static_cast<int>(r.place_sets.first.size()); ++row) {
        const auto places = r.place_sets[row];
        rows.emplace_back(places.begin(), places.end());
        std::sort(rows.back().begin(), rows.back().end());
        rows.back().erase(std::unique(rows.back().begin(), rows.back().end()), rows.back().end());
    }
    return rows;
}

bool contains(const std::vector<int>& large, const std::vector<int>& small) {
    return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

bool touch(const std::vector<int>& one, const std::vector<int>& other) {
    return std::any_of(one.begin(), one.end(),
                       [&](int k) { return std::binary_search(other.begin(), other.end(), k); });
}

}  // namespace

std::optional<std::vector<Room>> rooms_of(const Reduced& r) {
    const auto rows = sorted_rows(r);
    std::vector<char> used(rows.size(), 0);
    for (const Wish& wish : r.wishes) used[index(wish.places)] |= static_cast<char>(wish.possible);
    std::vector<Room> rooms;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (used[i] == 0) continue;
        std::vector<char> inside(rows.size(), 0);
        for (std::size_t j = 0; j < rows.size(); ++j) {
            if (used[j] == 0) continue;
            inside[j] = static_cast<char>(contains(rows[i], rows[j]));
            if (inside[j] == 0 && touch(rows[i], rows[j]) && !contains(rows[j], rows[i])) return std::nullopt;
        }
        Room room{.meetings = {}, .capacity = std::vector<int>(index(r.slots), 0)};
        for (int m = 0; m < r.meetings; ++m)
            if (r.wishes[index(m)].possible && inside[index(r.wishes[index(m)].places)] != 0)
                room.meetings.push_back(m);
        for (int t = 0; t < r.slots; ++t)
            for (const int k : rows[i]) room.capacity[index(t)] += r.room[cell(r, k, t)];
        rooms.push_back(std::move(room));
    }
    return rooms;
}

bool walks_matter(const Reduced& r) {
    std::vector<char> has_place(index(r.zones), 0);
    for (const int zone : r.zone_of) has_place[index(zone)] = 1;
    std::int64_t longest_s = 0;
    for (int from = 0; from < r.zones; ++from)
        for (int to = 0; to < r.zones; ++to)
            if (has_place[index(from)] != 0 && has_place[index(to)] != 0)
                longest_s = std::max(longest_s, r.walk_s[index(from) * index(r.zones) + index(to)]);
    for (const Person& person : r.persons) {
        if (person.reach_row == none || (!person.no_rush && r.weights.rushed == 0)) continue;
        const auto first = r.reach_s.begin() + static_cast<std::ptrdiff_t>(index(person.reach_row) * index(r.slots));
        if (*std::min_element(first, first + r.slots) < longest_s) return true;
    }
    return false;
}

std::vector<Entry> seat(const Reduced& r, const std::vector<int>& slots) {
    std::vector<int> order;
    for (int m = 0; m < r.meetings; ++m)
        if (slots[index(m)] != none) order.push_back(m);
    const auto width = [&r](int m) { return r.place_sets[r.wishes[index(m)].places].size(); };
    std::sort(order.begin(), order.end(), [&](int one, int other) {  // narrow sets first: the wide ones have a choice
        return width(one) != width(other) ? width(one) < width(other) : one < other;
    });
    std::vector<int> left(r.room.begin(), r.room.end());
    std::vector<Entry> entries;
    for (const int m : order) {
        const int slot = slots[index(m)];
        for (const int k : r.place_sets[r.wishes[index(m)].places]) {
            if (left[cell(r, k, slot)] <= 0) continue;
            --left[cell(r, k, slot)];
            entries.push_back({m, slot, k});
            break;
        }
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& one, const Entry& other) { return one.meeting < other.meeting; });
    return entries;
}

}  // namespace hoicho::scheduling::programme::exact
