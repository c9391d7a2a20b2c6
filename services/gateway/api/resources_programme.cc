// Programmes, runs, suggestions, and the files that the outside referee reads; see resources.h.
#include <boost/json.hpp>

#include "gateway/api/names.h"
#include "gateway/api/paging.h"
#include "gateway/api/programme_json.h"
#include "gateway/json/message_writer.h"
#include "scheduling/domain/programme/validate.h"
#include "scheduling/domain/proposal/pose_programme.h"
#include "scheduling/domain/proposal/settle_musts.h"
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

http::Response programmes(const Reading& reading) {
    http::Response problem;
    const auto fair = reading.ids.read(reading.organiser, ID_KIND_FAIR, reading.match.parameter("fair"));
    if (!fair || !reading.states.registration->fairs.find(registration::FairId{*fair})) return not_found("fair");
    auto page = Page::of(reading, ID_KIND_PROGRAMME, problem);
    if (!page) return problem;
    if (reading.states.scheduling)
        reading.states.scheduling->programmes.for_each([&](sch::ProgrammeId id, const sch::Programme& row) {
            if (row.fair == sch::FairId{*fair} && !page->full() && page->wants(sch::number(id))) page->add(sch::number(id), programme_object(reading, id, row));
        });
    return std::move(*page).response(reading);
}

json::object placed_item(const Reading& reading, const sch::Placed& placed) {
    json::object item{{"buyer", shown(reading, ID_KIND_BUYER, placed.buyer)},
                      {"exhibitor", shown(reading, ID_KIND_EXHIBITOR, placed.exhibitor)},
                      {"slot", shown(reading, ID_KIND_SLOT, placed.slot)},
                      {"table", shown(reading, ID_KIND_TABLE, placed.table)}};
    if (placed.moved == sch::MeetingId{}) return item;
    item["moved"] = shown(reading, ID_KIND_MEETING, placed.moved);
    item["from_slot"] = shown(reading, ID_KIND_SLOT, placed.from_slot);
    item["from_table"] = shown(reading, ID_KIND_TABLE, placed.from_table);
    return item;
}

json::object cancelled_item(const Reading& reading, std::uint32_t fair, sch::MeetingId id) {
    json::object item{{"meeting", shown(reading, ID_KIND_MEETING, id)}};
    if (const auto* meeting = reading.states.scheduling->meetings.find(id)) {
        item["buyer"] = shown(reading, ID_KIND_BUYER, meeting->buyer);
        item["buyer_name"] = buyer_name(reading, sch::number(meeting->buyer));
        item["exhibitor"] = shown(reading, ID_KIND_EXHIBITOR, meeting->exhibitor);
        item["exhibitor_name"] = exhibitor_name(reading, fair, sch::number(meeting->exhibitor));
        item["slot"] = shown(reading, ID_KIND_SLOT, meeting->slot);
    }
    return item;
}

/// A programme with its meetings, what it moves and cancels, musts that clash and, for every wish it does not hold, the reason.
http::Response programme(const Reading& reading) {
    sch::ProgrammeId id{};
    const auto* row = reading.states.scheduling ? row_in(reading, ID_KIND_PROGRAMME, "programme", reading.states.scheduling->programmes, id) : nullptr;
    const auto* draft = row ? reading.states.scheduling->drafts.find(id) : nullptr;
    if (!draft) return not_found("programme");
    const auto fair = sch::number(row->fair);
    auto item = programme_object(reading, id, *row);
    item["count_meetings"] = draft->meetings.size();
    auto& meetings = item["meetings"].emplace_array();
    for (const auto& placed : draft->meetings) meetings.push_back(placed_item(reading, placed));
    auto& cancelled = item["cancelled"].emplace_array();
    for (const auto meeting : draft->cancelled) cancelled.push_back(cancelled_item(reading, fair, meeting));
    auto& clashes = item["clashes"].emplace_array();
    for (const auto& clash : draft->clashes) clashes.push_back(clash_object(reading, row->fair, clash));
    auto& not_held = item["not_held"].emplace_array();  // `not_held_more` others: GET /fairs/{fair}/wishes/{buyer}/{exhibitor} tells each
    for (const auto& missed : draft->not_held) {
        auto why = refusal_object(reading.ids, reading.organiser, {static_cast<Reason>(missed.reason), missed.subject, missed.value, missed.accepted});
        why["buyer"] = shown(reading, ID_KIND_BUYER, missed.buyer);
        why["buyer_name"] = buyer_name(reading, sch::number(missed.buyer));
        why["exhibitor"] = shown(reading, ID_KIND_EXHIBITOR, missed.exhibitor);
        why["exhibitor_name"] = exhibitor_name(reading, fair, sch::number(missed.exhibitor));
        not_held.push_back(std::move(why));
    }
    item["not_held_more"] = draft->not_held_more;
    return object_response(reading, std::move(item));
}

http::Response run(const Reading& reading) {
    sch::ProgrammeRunId id{};
    const auto* row = reading.states.scheduling ? row_in(reading, ID_KIND_PROGRAMME_RUN, "run", reading.states.scheduling->programme_runs, id) : nullptr;
    if (!row) return not_found("programme run");
    json::object item{{"id", shown(reading, ID_KIND_PROGRAMME_RUN, id)}, {"done", row->done()}, {"seed", row->seed}, {"steps", row->steps}};
    if (row->disturbed_max) item["disturbed_max"] = *row->disturbed_max;
    if (row->front) item["front"] = true;
    if (const auto& no = row->failed) item["failed"] = refusal_object(reading.ids, reading.organiser, {static_cast<Reason>(no->reason), no->subject, no->value, no->accepted});
    if (sch::number(row->programme) == 0) return object_response(reading, std::move(item));
    item["programme"] = shown(reading, ID_KIND_PROGRAMME, row->programme);
    auto answers = row->others;
    answers.insert(answers.begin(), row->programme);
    auto& programmes = item["programmes"].emplace_array();
    for (const auto answer : answers)
        if (const auto* drafted = reading.states.scheduling->programmes.find(answer)) programmes.push_back(programme_object(reading, answer, *drafted));
    return object_response(reading, std::move(item));
}

http::Response allocation_run(const Reading& reading) {
    sch::AllocationRunId id{};
    const auto* row = reading.states.scheduling ? row_in(reading, ID_KIND_ALLOCATION_RUN, "run", reading.states.scheduling->allocation_runs, id) : nullptr;
    if (!row) return not_found("allocation run");
    json::object item{{"id", shown(reading, ID_KIND_ALLOCATION_RUN, id)}, {"done", row->done}, {"mode", row->draw ? "POINTS_AND_DRAW" : "OPTIMISE"}, {"score", row->score}};
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

/// The fair as it stands, for any solver or referee: hoicho-instance/1. Musts that cannot all be held are not said to be musts there.
std::variant<http::Response, Later> instance(const Reading& reading) {
    const auto fair = reading.ids.read(reading.organiser, ID_KIND_FAIR, reading.match.parameter("fair"));
    if (!fair || !reading.states.scheduling || !reading.states.registration->fairs.find(registration::FairId{*fair})) return not_found("fair");
    auto posed = std::make_shared<sch::PosedProgramme>(sch::pose_programme(*reading.states.scheduling, sch::FairId{*fair}, 0));
    return Later{[posed] {
        if (sch::programme::validate(posed->instance).empty()) sch::settle_musts(posed->instance, posed->live);
        http::Response response;
        response.body = sch::files::write_instance(posed->instance);
        return response;
    }};
}

/// A programme as hoicho-programme/1, in the numbers of the instance that instance() gives at the same position. Meetings booked or cancelled
/// since are not in a draft: 409 says so rather than give a file that does not fit.
http::Response exported(const Reading& reading) {
    sch::ProgrammeId id{};
    const auto* row = reading.states.scheduling ? row_in(reading, ID_KIND_PROGRAMME, "programme", reading.states.scheduling->programmes, id) : nullptr;
    const auto* draft = row ? reading.states.scheduling->drafts.find(id) : nullptr;
    if (!draft) return not_found("programme");
    const auto programme = sch::programme_in(sch::pose_programme(*reading.states.scheduling, row->fair, 0), draft->meetings);
    if (!programme)
        return refused(reading.ids, reading.organiser, refuse(REASON_STALE, "programme", mention(ID_KIND_PROGRAMME, sch::number(id)), "a programme of the fair as it is"));
    http::Response response;
    response.body = sch::files::write_programme(*programme);
    return response;
}

}  // namespace

std::vector<Resource> programme_resources() {
    return {{organiser_path + "/fairs/{fair}/programmes", programmes},
            {organiser_path + "/fairs/{fair}/instance", {}, instance},
            {organiser_path + "/fairs/{fair}/demands/{demand}/suggestions", suggestions_of_demand},
            {organiser_path + "/programmes/{programme}", programme},
            {organiser_path + "/programmes/{programme}/export", exported},
            {organiser_path + "/programme-runs/{run}", run},
            {organiser_path + "/allocation-runs/{run}", allocation_run}};
}

}  // namespace hoicho::gateway
