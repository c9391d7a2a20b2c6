// What belongs to one fair: its figures, venue, meetings, requests and suggestions; see resources.h.
#include <algorithm>
#include <boost/json.hpp>

#include "gateway/api/names.h"
#include "gateway/api/paging.h"
#include "runtime/json/times.h"
#include "gateway/views/summary.h"

namespace hoicho::gateway {
namespace {

using runtime::show_day;
using runtime::show_instant;

namespace json = boost::json;
namespace http = runtime::http;
namespace sch = scheduling;

const std::string fair_path = "/api/v1/organisers/{organiser}/fairs/{fair}";

/// The fair of the path, or nothing when it is not this organiser's.
std::optional<std::uint32_t> fair_in(const Reading& reading) {
    const auto id = reading.ids.read(reading.organiser, ID_KIND_FAIR, reading.match.parameter("fair"));
    if (!id || !reading.states.registration->fairs.find(registration::FairId{*id})) return std::nullopt;
    return id;
}

std::string shown(const Reading& reading, IdKind kind, auto id) { return reading.ids.show(reading.organiser, kind, static_cast<std::uint32_t>(id)); }

json::object item_of(const Reading& reading, const sch::Hall& hall) {
    return {{"id", ""}, {"code", hall.code}, {"title_vi", hall.title_vi}, {"indoor", hall.indoor}, {"width_cm", hall.width_cm}, {"depth_cm", hall.depth_cm},
            {"fair", shown(reading, ID_KIND_FAIR, hall.fair)}};
}
json::object item_of(const Reading&, const sch::Slot& slot) {
    return {{"id", ""}, {"code", slot.code}, {"session", slot.session}, {"starts_at", show_instant(slot.starts_at_ms)}, {"ends_at", show_instant(slot.ends_at_ms)}};
}
json::object item_of(const Reading& reading, const sch::Table& table) {
    return {{"id", ""}, {"code", table.code}, {"hall", shown(reading, ID_KIND_HALL, table.hall)}, {"seats", table.seats}, {"features", json::value_from(table.features)}};
}
json::object item_of(const Reading& reading, const sch::BoothRequest& request) {
    return {{"id", ""}, {"exhibitor", shown(reading, ID_KIND_EXHIBITOR, request.exhibitor)}, {"code", request.code}, {"kind", request.kind},
            {"booths", request.booths}, {"power_kw", request.power_kw}, {"water", request.water}, {"submitted_on", show_day(request.submitted_on)}};
}
json::object item_of(const Reading& reading, const sch::Meeting& meeting) {
    const auto fair = sch::number(meeting.fair);
    json::object item{{"id", ""},
                      {"buyer", shown(reading, ID_KIND_BUYER, meeting.buyer)},
                      {"buyer_name", buyer_name(reading, sch::number(meeting.buyer))},
                      {"exhibitor", shown(reading, ID_KIND_EXHIBITOR, meeting.exhibitor)},
                      {"exhibitor_name", exhibitor_name(reading, fair, sch::number(meeting.exhibitor))},
                      {"table", shown(reading, ID_KIND_TABLE, meeting.table)},
                      {"slot", shown(reading, ID_KIND_SLOT, meeting.slot)},
                      {"status", meeting.status == sch::MeetingStatus::scheduled ? "SCHEDULED" : "CANCELLED"}};
    if (const auto* slot = reading.states.scheduling->slots.find(meeting.slot)) {
        item["slot_code"] = slot->code;
        item["starts_at"] = show_instant(slot->starts_at_ms);
    }
    if (const auto* table = reading.states.scheduling->tables.find(meeting.table)) item["table_code"] = table->code;
    return item;
}
json::object item_of(const Reading& reading, const sch::Request& request) {
    constexpr std::string_view names[] = {"", "OPEN", "ACCEPTED", "DECLINED", "EXPIRED"};
    return {{"id", ""},
            {"buyer", shown(reading, ID_KIND_BUYER, request.buyer)},
            {"exhibitor", shown(reading, ID_KIND_EXHIBITOR, request.exhibitor)},
            {"slot", shown(reading, ID_KIND_SLOT, request.slot)},
            {"from", request.from == sch::Side::buyer ? "BUYER" : "EXHIBITOR"},
            {"status", names[static_cast<std::size_t>(request.status)]},
            {"cause", request.cause},
            {"expires_at", show_instant(request.expires_at_ms)}};
}
json::object item_of(const Reading& reading, const sch::Booth& booth) {
    return {{"id", ""}, {"code", booth.code}, {"hall", shown(reading, ID_KIND_HALL, booth.hall)}, {"kind", booth.kind}, {"x_cm", booth.x_cm}, {"y_cm", booth.y_cm},
            {"width_cm", booth.width_cm}, {"depth_cm", booth.depth_cm}, {"open_sides", booth.open_sides}, {"power_kw", booth.power_kw}, {"water", booth.water},
            {"price_vnd", booth.price_vnd}};
}

/// A list of the rows of one table of scheduling that belong to the fair of the path.
template <class Id, class Row>
void add_list(std::vector<Resource>& out, const std::string& name, IdKind kind, Rows<Id, Row> sch::State::* table) {
    out.push_back({fair_path + "/" + name, [kind, table](const Reading& reading) {
                       http::Response problem;
                       const auto fair = fair_in(reading);
                       if (!fair) return not_found("fair");
                       auto page = Page::of(reading, kind, problem);
                       if (!page) return problem;
                       if (reading.states.scheduling)
                           (reading.states.scheduling->*table).for_each([&](Id id, const Row& row) {
                               if (row.fair != sch::FairId{*fair} || page->full() || !page->wants(sch::number(id))) return;
                               auto item = item_of(reading, row);
                               item["id"] = shown(reading, kind, id);
                               if constexpr (std::same_as<Row, sch::Booth>) {
                                   const auto* holder = reading.states.scheduling->booth_holders.find(id);
                                   item["exhibitor"] = holder ? json::value(shown(reading, ID_KIND_EXHIBITOR, holder->exhibitor)) : json::value(nullptr);
                               }
                               page->add(sch::number(id), std::move(item));
                           });
                       return std::move(*page).response(reading);
                   }});
}

http::Response summary(const Reading& reading) {
    const auto fair = fair_in(reading);
    if (!fair) return not_found("fair");
    return object_response(reading, summary_object(summarise(reading.states, *fair), reading.ids, reading.organiser));
}

http::Response interests(const Reading& reading) {
    constexpr std::string_view levels[] = {"NONE", "MUST", "WANT", "NEVER"};
    const auto fair = fair_in(reading);
    if (!fair) return not_found("fair");
    std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, sch::Interest>> rows;
    if (reading.states.scheduling)
        reading.states.scheduling->interests.for_each([&](const sch::Pair& pair, const sch::Interest& interest) {
            if (pair.fair == sch::FairId{*fair}) rows.push_back({{sch::number(pair.buyer), sch::number(pair.exhibitor)}, interest});
        });
    std::sort(rows.begin(), rows.end(), [](const auto& left, const auto& right) { return left.first < right.first; });
    json::array items;
    for (const auto& [pair, interest] : rows)
        items.push_back(json::object{{"buyer", shown(reading, ID_KIND_BUYER, pair.first)}, {"exhibitor", shown(reading, ID_KIND_EXHIBITOR, pair.second)},
                                     {"from_buyer", levels[static_cast<std::size_t>(interest.buyer)]},
                                     {"from_exhibitor", levels[static_cast<std::size_t>(interest.exhibitor)]}});
    return object_response(reading, {{"items", std::move(items)}});
}

}  // namespace

std::vector<Resource> fair_resources() {
    std::vector<Resource> out{{fair_path + "/summary", summary}, {fair_path + "/interests", interests}};
    add_list(out, "halls", ID_KIND_HALL, &sch::State::halls);
    add_list(out, "slots", ID_KIND_SLOT, &sch::State::slots);
    add_list(out, "tables", ID_KIND_TABLE, &sch::State::tables);
    add_list(out, "booths", ID_KIND_BOOTH, &sch::State::booths);
    add_list(out, "booth-requests", ID_KIND_BOOTH_REQUEST, &sch::State::booth_requests);
    add_list(out, "meetings", ID_KIND_MEETING, &sch::State::meetings);
    add_list(out, "meeting-requests", ID_KIND_MEETING_REQUEST, &sch::State::requests);
    return out;
}

}  // namespace hoicho::gateway
