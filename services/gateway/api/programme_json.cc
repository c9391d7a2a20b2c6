// See programme_json.h.
#include "gateway/api/programme_json.h"

#include <boost/json.hpp>
#include <cmath>

#include "gateway/api/names.h"
#include "scheduling/domain/programme/wording.h"

namespace hoicho::gateway {
namespace {

namespace json = boost::json;
namespace sch = scheduling;
namespace programme = scheduling::programme;

constexpr double one_million = 1e6;

std::string shown(const Reading& reading, IdKind kind, auto id) { return reading.ids.show(reading.organiser, kind, static_cast<std::uint32_t>(id)); }

constexpr std::string_view verdict_names[] = {"NOT_TRIED", "OPTIMAL", "INFEASIBLE", "OPEN"};

/// How far the score may be from the best, in percent with two digits.
double gap_percent(const sch::Programme& p) {
    if (p.score_bound <= p.score || p.score == 0) return 0.0;
    const double gap = 100.0 * static_cast<double>(p.score_bound - p.score) / std::abs(static_cast<double>(p.score));
    return std::round(gap * 100.0) / 100.0;
}

/// The parties of a clash as an instance that sentences can be made from.
class ClashInstance {
  public:
    ClashInstance(const Reading& reading, sch::FairId fair) : reading_{reading}, fair_{sch::number(fair)} {}

    int add(sch::BuyerId id) { return add(sch::party(id), buyer_name(reading_, sch::number(id))); }
    int add(sch::ExhibitorId id) { return add(sch::party(id), exhibitor_name(reading_, fair_, sch::number(id))); }
    void add_meeting(const sch::PairOf& pair) {
        const int a = add(pair.buyer);
        programme::Meeting meeting;
        meeting.a = a;
        meeting.b = add(pair.exhibitor);
        instance.meetings.push_back(meeting);
    }

    programme::Instance instance;

  private:
    int add(const sch::Party& who, std::string name) {
        for (std::size_t at = 0; at < parties_.size(); ++at)
            if (parties_[at] == who) return static_cast<int>(at);
        parties_.push_back(who);
        instance.participants.emplace_back().name = std::move(name);
        return static_cast<int>(parties_.size()) - 1;
    }

    const Reading& reading_;
    std::uint32_t fair_;
    std::vector<sch::Party> parties_;
};

/// The proof in the numbers of that instance. Meetings beyond those listed are counted; the sentence never comes to their names.
programme::MustsFinding finding_of(const sch::Clash& clash, ClashInstance& in) {
    programme::MustsFinding finding;
    std::vector<int> meetings;
    for (const auto& pair : clash.meetings) {
        meetings.push_back(static_cast<int>(meetings.size()));
        in.add_meeting(pair);
    }
    meetings.resize(meetings.size() + clash.more, 0);
    finding.answer = clash.counted ? programme::MustsAnswer::hall_set : programme::MustsAnswer::clashing;
    finding.minimal = clash.minimal;
    if (!clash.counted) {
        finding.clashing = std::move(meetings);
        return finding;
    }
    finding.hall_set.meetings = std::move(meetings);
    finding.hall_set.seats = static_cast<int>(clash.seats);
    finding.hall_set.slots.assign(clash.slots.size(), 0);
    if (clash.buyer != sch::BuyerId{}) finding.hall_set.participants = {in.add(clash.buyer)};
    if (clash.exhibitor != sch::ExhibitorId{}) finding.hall_set.participants = {in.add(clash.exhibitor)};
    return finding;
}

}  // namespace

json::object figures_object(const sch::Programme& p) {
    json::object out{{"verdict", verdict_names[static_cast<std::size_t>(p.verdict)]},
                     {"score", p.score},
                     {"value", p.value},
                     {"value_bound", p.value_bound},
                     {"gaps", p.gaps},
                     {"left_out", p.left_out},
                     {"steps", p.steps},
                     {"seed", p.seed}};
    if (p.verdict == sch::Proven::not_tried) return out;
    out["score_bound"] = p.score_bound;
    out["gap_percent"] = gap_percent(p);
    out["gap_bound"] = p.gap_bound;
    out["musts_missing"] = p.musts_missing;
    out["fairness"] = json::object{{"min", p.satisfaction_min_millionths / one_million},
                                   {"mean", p.satisfaction_mean_millionths / one_million},
                                   {"jain", p.jain_millionths / one_million},
                                   {"left_out", p.left_out}};
    if (!p.repair) return out;
    out["people_disturbed"] = p.people_disturbed;
    out["people_disturbed_unavoidably"] = p.unavoidable;
    return out;
}

json::object programme_object(const Reading& reading, sch::ProgrammeId id, const sch::Programme& p) {
    json::object out{{"id", shown(reading, ID_KIND_PROGRAMME, id)},
                     {"fair", shown(reading, ID_KIND_FAIR, p.fair)},
                     {"run", shown(reading, ID_KIND_PROGRAMME_RUN, p.run)},
                     {"status", p.status == sch::ProgrammeStatus::published ? "PUBLISHED" : "DRAFT"},
                     {"meetings", p.meetings},
                     {"not_held", p.not_held},
                     {"repair", p.repair},
                     {"moved", p.moved},
                     {"cancelled", p.cancelled}};
    for (auto& [name, value] : figures_object(p)) out[name] = value;
    return out;
}

json::object clash_object(const Reading& reading, sch::FairId fair, const sch::Clash& clash) {
    ClashInstance in{reading, fair};
    const auto finding = finding_of(clash, in);
    json::object out{{"vi", programme::sentence(in.instance, finding, programme::Language::vietnamese)},
                     {"en", programme::sentence(in.instance, finding, programme::Language::english)},
                     {"more", clash.more},
                     {"minimal", clash.minimal}};
    auto& meetings = out["meetings"].emplace_array();
    for (const auto& pair : clash.meetings)
        meetings.push_back(json::object{{"buyer", shown(reading, ID_KIND_BUYER, pair.buyer)}, {"buyer_name", buyer_name(reading, sch::number(pair.buyer))},
                                        {"exhibitor", shown(reading, ID_KIND_EXHIBITOR, pair.exhibitor)},
                                        {"exhibitor_name", exhibitor_name(reading, sch::number(fair), sch::number(pair.exhibitor))}});
    if (!clash.counted) return out;
    out["seats"] = clash.seats;
    auto& slots = out["slots"].emplace_array();
    for (const auto slot : clash.slots) slots.push_back(json::value(shown(reading, ID_KIND_SLOT, slot)));
    if (clash.buyer != sch::BuyerId{}) out["buyer"] = shown(reading, ID_KIND_BUYER, clash.buyer);
    if (clash.exhibitor != sch::ExhibitorId{}) out["exhibitor"] = shown(reading, ID_KIND_EXHIBITOR, clash.exhibitor);
    return out;
}

}  // namespace hoicho::gateway
