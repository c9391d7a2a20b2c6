/// Upper bounds on value: asked, alone, flow.
#include "scheduling/domain/programme/bound.h"

#include <algorithm>
#include <bit>
#include <functional>

#include "scheduling/domain/programme/flow.h"
#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling::programme {
namespace {

/// The network of one instance. Nodes: people as the one who asks, people again as the one who is asked, then three of
/// its own.
class Network {
  public:
    explicit Network(const Reduced& reduced) : r_{reduced}, left_(people(), 0), right_(people(), 0) {
        count_past();
        for (const Wish& wish : r_.wishes) {
            if (!free(wish)) continue;
            left_[index(wish.a)] = 1;
            right_[index(wish.b)] = 1;
        }
        for (std::size_t p = 0; p < people(); ++p) two_sided_ = two_sided_ && (left_[p] == 0 || right_[p] == 0);
    }

    std::int64_t value_of_past() const { return past_value_; }

    /// What each could reach alone, both ends of every meeting counted.
    std::int64_t alone_twice() const {
        std::int64_t sum = 0;
        for (int p = 0; p < r_.participants; ++p) {
            std::vector<std::int64_t> values;
            for (const int m : r_.requests[p])
                if (!r_.wishes[index(m)].fixed) values.push_back(r_.wishes[index(m)].value);
            std::sort(values.begin(), values.end(), std::greater<>{});
            const auto most = std::min(values.size(), static_cast<std::size_t>(degree(p)));
            for (std::size_t i = 0; i < most; ++i) sum += values[i];
        }
        return sum;
    }

    std::int64_t heaviest() const {
        const int source = 2 * r_.participants;
        const int halls = source + 1;
        const int sink = source + 2;
        const std::int64_t copies = two_sided_ ? 1 : 2;
        std::vector<FlowArc> arcs{{source, halls, room() * copies, 0}};
        std::int64_t supply = 0;
        for (int p = 0; p < r_.participants; ++p) {
            const std::int64_t most = degree(p);
            if (most == 0) continue;
            if (!two_sided_ || left_[index(p)] != 0) arcs.push_back({halls, p, most, 0});
            if (!two_sided_ || right_[index(p)] != 0) arcs.push_back({r_.participants + p, sink, most, 0});
            supply += most;
        }
        for (const Wish& wish : r_.wishes) {
            if (!free(wish)) continue;
            arcs.push_back({wish.a, r_.participants + wish.b, 1, -wish.value});
            if (!two_sided_) arcs.push_back({wish.b, r_.participants + wish.a, 1, -wish.value});
        }
        arcs.push_back({source, sink, supply, 0});
        return -min_cost_flow(sink + 1, arcs, source, sink, supply) / copies;
    }

  private:
    static std::size_t index(int number) { return static_cast<std::size_t>(number); }
    std::size_t people() const { return index(r_.participants); }
    static bool free(const Wish& wish) { return wish.possible && !wish.fixed; }

    void count_past() {
        past_of_.assign(people(), 0);
        for (const Entry& entry : r_.past) {
            const Wish& wish = r_.wishes[index(entry.meeting)];
            ++past_of_[index(wish.a)];
            ++past_of_[index(wish.b)];
            past_value_ += wish.value;
        }
    }

    /// Most meetings the participant can hold beside its past: delegates in the slots that some possible meeting can
    /// use, and the wish.
    std::int64_t degree(int p) const {
        std::int64_t seats = 0;
        for (int day = 0; day < r_.days; ++day) {
            std::uint64_t useful = 0;
            for (const int m : r_.requests[p])
                if (!r_.wishes[index(m)].fixed) useful |= r_.allowed[index(m) * index(r_.days) + index(day)];
            for (; useful != 0; useful &= useful - 1) {
                const int slot = r_.day_first[index(day)] + std::countr_zero(useful);
                seats += r_.delegates[index(p) * index(r_.slots) + index(slot)];
            }
        }
        return std::clamp<std::int64_t>(r_.persons[index(p)].meetings_max - past_of_[index(p)], 0, seats);
    }

    std::int64_t room() const {
        std::int64_t sum = 0;
        for (int k = 0; k < r_.places; ++k)
            for (int t = r_.slot_min; t < r_.slots; ++t) sum += r_.room[index(k) * index(r_.slots) + index(t)];
        return sum;
    }

    const Reduced& r_;
    std::vector<char> left_;
    std::vector<char> right_;
    std::vector<int> past_of_;
    std::int64_t past_value_ = 0;
    bool two_sided_ = true;
};

}  // namespace

Bound upper_bound(const Instance& instance, const Programme* previous) {
    const Reduced reduced = reduce(instance, previous);
    const Network network{reduced};
    Bound bound;
    for (const Meeting& meeting : instance.meetings)
        if (!meeting.withdrawn) bound.value_asked += meeting.value;
    bound.value_alone = std::min(bound.value_asked, network.value_of_past() + network.alone_twice() / 2);
    bound.value_flow = std::min(bound.value_alone, network.value_of_past() + network.heaviest());
    bound.score = reduced.weights.value * bound.value_flow;
    for (const Wish& wish : reduced.wishes)  // what was held and can be held no more is cancelled whatever we do
        if (!wish.possible && !wish.fixed && wish.gain > reduced.weights.value * wish.value)
            bound.score -= reduced.weights.cancelled;
    return bound;
}

}  // namespace hoicho::scheduling::programme
