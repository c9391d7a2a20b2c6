// One proof after the other; see settle_musts.h.
#include "scheduling/domain/proposal/settle_musts.h"

#include <algorithm>
#include <tuple>

#include "scheduling/domain/limits.h"
#include "scheduling/domain/programme/hall_set.h"
#include "scheduling/domain/programme/reduce.h"

namespace hoicho::scheduling {

namespace {

using programme::MustsAnswer;
using programme::MustsFinding;

std::size_t index(int number) { return static_cast<std::size_t>(number); }

const std::vector<int>& meetings_of(const MustsFinding& finding) {
    return finding.answer == MustsAnswer::hall_set ? finding.hall_set.meetings : finding.clashing;
}

/// As many as have to: those too many for the seats, or one of a clash.
std::size_t surplus(const MustsFinding& finding) {
    if (finding.answer != MustsAnswer::hall_set) return 1;
    return finding.hall_set.meetings.size() - index(finding.hall_set.seats);
}

/// The musts of one instance, fewer after each proof.
class Settling {
  public:
    Settling(programme::Instance& instance, const programme::Programme& previous)
        : instance_{instance}, previous_{previous}, reduced_{programme::reduce(instance, &previous)} {
        standing_.assign(instance.meetings.size(), false);
        for (const auto& entry : previous.meetings) standing_[index(entry.meeting)] = true;
        for (std::size_t m = 0; m < instance.meetings.size(); ++m)
            if (instance.meetings[m].must && !instance.meetings[m].withdrawn && !reduced_.wishes[m].fixed) musts_.push_back(static_cast<int>(m));
    }

    SettledMusts settle() {
        for (const int m : std::vector<int>{musts_})
            if (!reduced_.wishes[index(m)].possible) note({.answer = MustsAnswer::clashing, .hall_set = {}, .clashing = {m}, .minimal = true});
        for (int person = 0; person < reduced_.participants; ++person) settle_seats_of(person);
        while (settle_seats(musts_)) {}
        while (settled_further()) {}
        out_.settled = out_.settled && room_for_more();
        return std::move(out_);
    }

  private:
    bool room_for_more() const { return out_.clashes.size() < clashes_examined_max; }

    /// Everybody alone first: one question about all is asked of all.
    void settle_seats_of(int person) {
        const auto theirs = [&] {
            std::vector<int> meetings;
            for (const int m : reduced_.requests[person])
                if (std::binary_search(musts_.begin(), musts_.end(), m)) meetings.push_back(m);
            return meetings;
        };
        while (settle_seats(theirs())) {}
    }

    /// Whether some of the meetings compete for too few seats.
    bool settle_seats(const std::vector<int>& meetings) {
        auto set = room_for_more() && meetings.size() > 1 ? programme::find_hall_set(reduced_, meetings) : std::nullopt;
        if (!set) return false;
        note({.answer = MustsAnswer::hall_set, .hall_set = std::move(*set), .clashing = {}});
        return true;
    }

    /// Whether a clash was found that no count of seats shows.
    bool settled_further() {
        if (musts_.empty() || !room_for_more()) return false;
        if (musts_.size() * instance_.slots.size() > clash_cells_max) return out_.settled = false;
        MustsFinding finding = programme::examine_together(instance_, musts_, &previous_);
        out_.settled = finding.answer == MustsAnswer::possible;
        if (meetings_of(finding).empty()) return false;
        note(std::move(finding));
        return true;
    }

    void note(MustsFinding finding) {
        std::vector<int> meetings = meetings_of(finding);
        const auto worth = [&](int m) { return std::tuple{bool{standing_[index(m)]}, instance_.meetings[index(m)].value, m}; };
        std::sort(meetings.begin(), meetings.end(), [&](int x, int y) { return worth(x) < worth(y); });
        for (std::size_t at = 0; at < surplus(finding); ++at) {
            instance_.meetings[index(meetings[at])].must = false;
            std::erase(musts_, meetings[at]);
        }
        out_.clashes.push_back(std::move(finding));
    }

    programme::Instance& instance_;
    const programme::Programme& previous_;
    programme::Reduced reduced_;
    std::vector<bool> standing_;  ///< meeting -> is held already: gives way last
    std::vector<int> musts_;  ///< ordered
    SettledMusts out_;
};

}  // namespace

SettledMusts settle_musts(programme::Instance& instance, const programme::Programme& previous) { return Settling{instance, previous}.settle(); }

v1::Clash clash_of(const PosedProgramme& posed, const MustsFinding& finding) {
    v1::Clash clash;
    const auto& meetings = meetings_of(finding);
    const std::size_t listed = std::min(meetings.size(), clash_meetings_max);
    for (std::size_t at = 0; at < listed; ++at) {
        const auto& meeting = posed.instance.meetings[index(meetings[at])];
        auto& pair = *clash.add_meetings();
        pair.set_buyer(posed.participants[index(meeting.a)].id);
        pair.set_exhibitor(posed.participants[index(meeting.b)].id);
    }
    clash.set_more(static_cast<std::uint32_t>(meetings.size() - listed));
    clash.set_minimal(finding.minimal);
    clash.set_counted(finding.answer == MustsAnswer::hall_set);
    if (!clash.counted()) return clash;
    const auto& set = finding.hall_set;
    clash.set_seats(static_cast<std::uint32_t>(set.seats));
    for (const int slot : set.slots) clash.add_slots(number(posed.slots[index(slot)]));
    if (set.participants.empty()) return clash;
    const Party& who = posed.participants[index(set.participants.front())];
    if (who.side == Side::buyer) {
        clash.set_buyer(who.id);
    } else {
        clash.set_exhibitor(who.id);
    }
    return clash;
}

}  // namespace hoicho::scheduling
