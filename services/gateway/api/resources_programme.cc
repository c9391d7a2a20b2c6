// Programmes, runs, suggestions, and the files that the outside referee reads; see resources.h.
#include <boost/json.hpp>
#include <map>

#include "gateway/api/names.h"
#include "gateway/api/paging.h"
#include "gateway/json/message_writer.h"
#include "scheduling/domain/proposal/pose_programme.h"
#include "scheduling/files/instance_file.h"
#include "scheduling/files/programme_file.h"

namespace hoicho::gateway {
namespace {

namespace json = boost::json;
namespace http = runtime::http;
namespace sch = scheduling;

const std::string organiser_path = "/api/v1/organisers/{organiser}";

std::string shown(const Reading& reading, IdKind kind, auto id) { return reading.ids.show(reading.organiser, kind, static_cast<std::uint32_t>(id)); }

/// The id in the path if the state has a row for it.
template <class Id, class Row>
const Row* row_in(const Reading& reading, IdKind kind, std::string_view parameter, const Rows<Id, Row>& rows, Id& id) {
    const auto number = reading.ids.read(reading.organiser, kind, reading.match.parameter(parameter));
    if (!number) return nullptr;
    id = Id{*number};
    return rows.find(id);
}

json::object programme_item(const Reading& reading, sch::ProgrammeId id, const sch::Programme& p) {
    return {{"id", shown(reading, ID_KIND_PROGRAMME, id)},
            {"fair", shown(reading, ID_KIND_FAIR, p.fair)},
            {"run", shown(reading, ID_KIND_PROGRAMME_RUN, p.run)},
            {"status", p.status == sch::ProgrammeStatus::published ? "PUBLISHED" : "DRAFT"},
            {"meetings", p.meetings},
            {"not_held", p.not_held},
            {"score", p.score},
            {"value", p.value},
            {"value_bound", p.value_bound},
            {"gaps", p.gaps},
            {"left_out", p.left_out},
            {"steps", p.steps},
            {"seed", p.seed}};
}

http::Response programmes(const Reading& reading) {
    http::Response problem;
    const auto fair = reading.ids.read(reading.organiser, ID_KIND_FAIR, reading.match.parameter("fair"));
    if (!fair || !reading.states.registration->fairs.find(registration::FairId{*fair})) return not_found("fair");
    auto page = Page::of(reading, ID_KIND_PROGRAMME, problem);
    if (!page) return problem;
    if (reading.states.scheduling)
        reading.states.scheduling->programmes.for_each([&](sch::ProgrammeId id, const sch::Programme& row) {
            if (row.fair == sch::FairId{*fair} && !page->full() && page->wants(sch::number(id))) page->add(sch::number(id), programme_item(reading, id, row));
        });
    return std::move(*page).response(reading);
}

/// A programme with its meetings and, for every wish it does not hold, the reason.
http::Response programme(const Reading& reading) {
    sch::ProgrammeId id{};
    const auto* row = reading.states.scheduling ? row_in(reading, ID_KIND_PROGRAMME, "programme", reading.states.scheduling->programmes, id) : nullptr;
    const auto* draft = row ? reading.states.scheduling->drafts.find(id) : nullptr;
    if (!draft) return not_found("programme");
    const auto fair = sch::number(row->fair);
    auto item = programme_item(reading, id, *row);
    item["count_meetings"] = draft->meetings.size();
    auto& meetings = item["meetings"].emplace_array();
    for (const auto& placed : draft->meetings)
        meetings.push_back(json::object{{"buyer", shown(reading, ID_KIND_BUYER, placed.buyer)}, {"exhibitor", shown(reading, ID_KIND_EXHIBITOR, placed.exhibitor)},
                                        {"slot", shown(reading, ID_KIND_SLOT, placed.slot)}, {"table", shown(reading, ID_KIND_TABLE, placed.table)}});
    auto& not_held = item["not_held"].emplace_array();
    for (const auto& missed : draft->not_held) {
        auto why = refusal_object(reading.ids, reading.organiser, {static_cast<Reason>(missed.reason), missed.subject, missed.value, missed.accepted});
        why["buyer"] = shown(reading, ID_KIND_BUYER, missed.buyer);
        why["buyer_name"] = buyer_name(reading, sch::number(missed.buyer));
        why["exhibitor"] = shown(reading, ID_KIND_EXHIBITOR, missed.exhibitor);
        why["exhibitor_name"] = exhibitor_name(reading, fair, sch::number(missed.exhibitor));
        not_held.push_back(std::move(why));
    }
    return object_response(reading, std::move(item));
}

http::Response run(const Reading& reading) {
    sch::ProgrammeRunId id{};
    const auto* row = reading.states.scheduling ? row_in(reading, ID_KIND_PROGRAMME_RUN, "run", reading.states.scheduling->programme_runs, id) : nullptr;
    if (!row) return not_found("programme run");
    json::object item{{"id", shown(reading, ID_KIND_PROGRAMME_RUN, id)}, {"done", sch::number(row->programme) != 0}, {"seed", row->seed}, {"steps", row->steps}};
    if (sch::number(row->programme) != 0) item["programme"] = shown(reading, ID_KIND_PROGRAMME, row->programme);
    return object_response(reading, std::move(item));
}

http::Response allocation_run(const Reading& reading) {
    sch::AllocationRunId id{};
    const auto* row = reading.states.scheduling ? row_in(reading, ID_KIND_ALLOCATION_RUN, "run", reading.states.scheduling->allocation_runs, id) : nullptr;
    if (!row) return not_found("allocation run");
    json::object item{{"id", shown(reading, ID_KIND_ALLOCATION_RUN, id)}, {"done", row->done}, {"score", row->score}};
    auto& unplaced = item["unplaced"].emplace_array();
    for (const auto& each : row->unplaced) {
        auto why = refusal_object(reading.ids, reading.organiser, {static_cast<Reason>(each.reason), each.subject, each.value, each.accepted});
        why["exhibitor"] = shown(reading, ID_KIND_EXHIBITOR, each.exhibitor);
        unplaced.push_back(std::move(why));
    }
    return object_response(reading, std::move(item));
}

/// The newest list of a demand: each product with the reasons that make its score.
http::Response suggestions_of_demand(const Reading& reading) {
    const auto fair = reading.ids.read(reading.organiser, ID_KIND_FAIR, reading.match.parameter("fair"));
    const auto demand = reading.ids.read(reading.organiser, ID_KIND_DEMAND, reading.match.parameter("demand"));
    if (!fair || !demand || !reading.states.matching || !reading.states.registration->demands.find(registration::DemandId{*demand})) return not_found("demand");
    auto list = write_message(reading.ids, reading.organiser, reading.states.matching->list_of(*fair, *demand));
    auto& items = list["items"];
    if (!items.is_array()) items.emplace_array();
    for (auto& item : items.get_array()) {
        const auto product = reading.ids.read(reading.organiser, ID_KIND_PRODUCT, std::string{item.as_object().at("product").as_string()});
        if (const auto* row = product ? reading.states.registration->products.find(registration::ProductId{*product}) : nullptr) {
            item.get_object()["title_vi"] = row->title_vi();
            item.get_object()["exhibitor_name"] = exhibitor_name(reading, *fair, row->exhibitor());
        }
    }
    return object_response(reading, std::move(list));
}

/// The fair as it stands, for any solver or referee: hoicho-instance/1.
http::Response instance(const Reading& reading) {
    const auto fair = reading.ids.read(reading.organiser, ID_KIND_FAIR, reading.match.parameter("fair"));
    if (!fair || !reading.states.scheduling || !reading.states.registration->fairs.find(registration::FairId{*fair})) return not_found("fair");
    http::Response response;
    response.body = sch::files::write_instance(sch::pose_programme(*reading.states.scheduling, sch::FairId{*fair}, 0).instance);
    return response;
}

/// A programme as hoicho-programme/1, in the numbers of the instance that instance() gives at the same position. Meetings booked or cancelled
/// since are not in a draft: 409 says so rather than give a file that does not fit.
http::Response exported(const Reading& reading) {
    sch::ProgrammeId id{};
    const auto* row = reading.states.scheduling ? row_in(reading, ID_KIND_PROGRAMME, "programme", reading.states.scheduling->programmes, id) : nullptr;
    const auto* draft = row ? reading.states.scheduling->drafts.find(id) : nullptr;
    if (!draft) return not_found("programme");
    const auto posed = sch::pose_programme(*reading.states.scheduling, row->fair, 0);
    std::map<std::tuple<std::uint32_t, std::uint32_t>, int> meetings;
    for (std::size_t at = 0; at < posed.instance.meetings.size(); ++at) {
        const auto& meeting = posed.instance.meetings[at];
        auto a = posed.participants[static_cast<std::size_t>(meeting.a)], b = posed.participants[static_cast<std::size_t>(meeting.b)];
        if (a.side != sch::Side::buyer) std::swap(a, b);
        meetings[{a.id, b.id}] = static_cast<int>(at);
    }
    std::map<sch::SlotId, int> slots;
    for (std::size_t at = 0; at < posed.slots.size(); ++at) slots[posed.slots[at]] = static_cast<int>(at);
    std::map<sch::TableId, int> places;
    for (std::size_t at = 0; at < posed.places.size(); ++at)
        for (const auto table : posed.places[at].tables) places[table] = static_cast<int>(at);
    auto programme = posed.live;
    programme.meetings.clear();
    for (const auto& placed : draft->meetings) {
        const auto meeting = meetings.find({sch::number(placed.buyer), sch::number(placed.exhibitor)});
        if (meeting == meetings.end())
            return refused(reading.ids, reading.organiser, refuse(REASON_STALE, "programme", mention(ID_KIND_PROGRAMME, sch::number(id)), "a programme of the fair as it is"));
        programme.meetings.push_back({meeting->second, slots.at(placed.slot), places.at(placed.table)});
    }
    http::Response response;
    response.body = sch::files::write_programme(programme);
    return response;
}

}  // namespace

std::vector<Resource> programme_resources() {
    return {{organiser_path + "/fairs/{fair}/programmes", programmes},
            {organiser_path + "/fairs/{fair}/instance", instance},
            {organiser_path + "/fairs/{fair}/demands/{demand}/suggestions", suggestions_of_demand},
            {organiser_path + "/programmes/{programme}", programme},
            {organiser_path + "/programmes/{programme}/export", exported},
            {organiser_path + "/programme-runs/{run}", run},
            {organiser_path + "/allocation-runs/{run}", allocation_run}};
}

}  // namespace hoicho::gateway
