// Meetings, parties, slots and spots of an explanation; see reason_json.h.
#include "gateway/api/reason_json.h"

#include <boost/json.hpp>

#include "runtime/json/times.h"

namespace hoicho::gateway {
namespace {

namespace json = boost::json;
namespace sch = scheduling;
namespace programme = scheduling::programme;
using programme::Language;

class Telling {
  public:
    Telling(const PublicIds& ids, std::string organiser, const sch::WishReasons& reasons) : ids_{ids}, organiser_{std::move(organiser)}, reasons_{reasons} {}

    json::object reason(const sch::WishReason& reason) const {
        json::object out{{"finding", finding_name(reason.why.finding)},
                         {"vi", reasons_.sentence(reason, Language::vietnamese)},
                         {"en", reasons_.sentence(reason, Language::english)}};
        if (reason.why.finding == programme::Finding::impossible) out["cause"] = cause_name(reason.why.cause);
        if (reason.why.spot.slot >= 0) out["spot"] = spot(reason.why.spot.slot, reason.why.spot.place);
        if (reason.why.participant >= 0) out["at_maximum"] = party(reason.why.participant);
        if (!reason.why.in_the_way.empty()) out["in_the_way"] = meetings(reason.why.in_the_way);
        if (reason.why.finding != programme::Finding::blocked) return out;
        auto& slots = out["slots"].emplace_array();
        for (const auto& obstacle : reason.why.slots) slots.push_back(slot_object(obstacle));
        for (const auto& full : reason.half_days) {
            auto item = slot_of(full.slot);
            item["half_day_full"] = party(full.participant);
            item["half_day_max"] = full.most;
            slots.push_back(std::move(item));
        }
        return out;
    }

    json::object price(const sch::WishReason& reason) const {
        json::object out{{"found", reason.price.found},
                         {"vi", reasons_.price_sentence(reason, Language::vietnamese)},
                         {"en", reasons_.price_sentence(reason, Language::english)}};
        if (!reason.price.found) return out;
        out["score_change"] = reason.price.score_change;
        auto& moves = out["moves"].emplace_array();
        for (const auto& change : reason.price.changes) {
            auto move = meeting(change.meeting);
            move["from"] = change.from_slot < 0 ? json::value(nullptr) : json::value(spot(change.from_slot, change.from_place));
            move["to"] = change.to_slot < 0 ? json::value(nullptr) : json::value(spot(change.to_slot, change.to_place));
            moves.push_back(std::move(move));
        }
        return out;
    }

  private:
    static std::size_t index(int number) { return static_cast<std::size_t>(number); }
    const sch::PosedProgramme& posed() const { return reasons_.posed(); }
    std::string shown(IdKind kind, std::uint32_t id) const { return ids_.show(organiser_, kind, id); }

    static const char* finding_name(programme::Finding finding) {
        constexpr const char* names[] = {"HELD", "IMPOSSIBLE", "AT_MAXIMUM", "BLOCKED", "COULD_FIT"};
        return names[static_cast<std::size_t>(finding)];
    }
    static const char* cause_name(programme::Cause cause) {
        constexpr const char* names[] = {"POSSIBLE", "NEVER", "NO_MEETINGS_WISHED", "NO_COMMON_SLOT", "NO_PLACE", "NO_STEP_FREE_PLACE", "ALWAYS_CLOSED", "PAST"};
        return names[static_cast<std::size_t>(cause)];
    }

    json::object party(int participant) const {
        const auto& who = posed().participants[index(participant)];
        const bool buyer = who.side == sch::Side::buyer;
        return {{buyer ? "buyer" : "exhibitor", shown(buyer ? ID_KIND_BUYER : ID_KIND_EXHIBITOR, who.id)},
                {"name", posed().instance.participants[index(participant)].name}};
    }
    json::object meeting(int number) const {
        const auto& m = posed().instance.meetings[index(number)];
        json::object out{{"buyer", shown(ID_KIND_BUYER, posed().participants[index(m.a)].id)},
                         {"buyer_name", posed().instance.participants[index(m.a)].name},
                         {"exhibitor", shown(ID_KIND_EXHIBITOR, posed().participants[index(m.b)].id)},
                         {"exhibitor_name", posed().instance.participants[index(m.b)].name}};
        if (const auto live = posed().meetings[index(number)].kept; live != sch::MeetingId{}) out["meeting"] = shown(ID_KIND_MEETING, sch::number(live));
        return out;
    }
    json::array meetings(const std::vector<programme::Blocker>& blockers) const {
        json::array out;
        for (const auto& blocker : blockers) {
            auto item = meeting(blocker.meeting);
            item["value"] = blocker.value;
            out.push_back(std::move(item));
        }
        return out;
    }
    json::object slot_of(int slot) const {
        return {{"slot", shown(ID_KIND_SLOT, sch::number(posed().slots[index(slot)]))},
                {"starts_at", runtime::show_instant(static_cast<std::uint64_t>(posed().instance.slots[index(slot)].start_s) * 1'000)}};
    }
    json::object spot(int slot, int place) const {
        auto out = slot_of(slot);
        out["hall"] = shown(ID_KIND_HALL, sch::number(posed().places[index(place)].hall));
        out["hall_code"] = posed().instance.places[index(place)].name;
        return out;
    }
    json::object slot_object(const programme::SlotObstacle& obstacle) const {
        auto out = slot_of(obstacle.slot);
        if (!obstacle.of_a.empty()) out["buyer_meets"] = meetings(obstacle.of_a);
        if (!obstacle.of_b.empty()) out["exhibitor_meets"] = meetings(obstacle.of_b);
        if (!obstacle.at_places.empty()) out["tables_taken_by"] = meetings(obstacle.at_places);
        if (obstacle.closed) out["closed"] = true;
        return out;
    }

    const PublicIds& ids_;
    std::string organiser_;
    const sch::WishReasons& reasons_;
};

}  // namespace

json::object reason_object(const PublicIds& ids, std::string_view organiser, const sch::WishReasons& reasons, const sch::WishReason& reason) {
    return Telling{ids, std::string{organiser}, reasons}.reason(reason);
}

json::object price_object(const PublicIds& ids, std::string_view organiser, const sch::WishReasons& reasons, const sch::WishReason& reason) {
    return Telling{ids, std::string{organiser}, reasons}.price(reason);
}

}  // namespace hoicho::gateway
