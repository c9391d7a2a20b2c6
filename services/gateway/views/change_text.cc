// Events by reflection, so that a new event needs no code here; see change_text.h.
#include "gateway/views/change_text.h"

#include <boost/json.hpp>

#include "gateway/json/message_writer.h"
#include "runtime/json/times.h"
#include "hoicho/matching/v1/events.pb.h"
#include "hoicho/registration/v1/events.pb.h"
#include "hoicho/scheduling/v1/events.pb.h"
#include "runtime/log/event_log.h"

namespace hoicho::gateway {
namespace {

using runtime::show_instant;

namespace json = boost::json;
constexpr std::size_t list_items_max = 50;  ///< of a draft's meetings and the like: who wants all of them reads the resource

std::unique_ptr<google::protobuf::Message> new_event(Service service) {
    switch (service) {
        case SERVICE_REGISTRATION: return std::make_unique<registration::v1::Event>();
        case SERVICE_MATCHING: return std::make_unique<matching::v1::Event>();
        default: return std::make_unique<scheduling::v1::Event>();
    }
}

/// Long lists are cut, and the message says how long they were.
void shorten(json::object& event) {
    json::object counts;
    for (auto& [name, value] : event)
        if (auto* list = value.if_array(); list && list->size() > list_items_max) {
            counts[name] = list->size();
            list->resize(list_items_max);
        }
    if (!counts.empty()) event["counts"] = std::move(counts);
}

}  // namespace

std::string change_text(const PublicIds& ids, Service service, std::string_view organiser, const journal::v1::Entry& entry) {
    json::array events;
    const auto message = new_event(service);
    for (const auto& bytes : entry.accepted().events()) {
        if (!message->ParseFromString(bytes)) continue;
        auto written = write_message(ids, organiser, *message);  // {"meeting_scheduled": {...}}
        if (written.empty()) continue;
        json::object event{{"kind", written.begin()->key()}};
        for (auto& [name, value] : written.begin()->value().as_object()) event[name] = std::move(value);
        shorten(event);
        events.push_back(std::move(event));
    }
    json::object out{{"type", "change"}, {"service", runtime::service_name(service)}, {"position", std::to_string(entry.n())},
                     {"at", show_instant(entry.now_ms())}, {"events", std::move(events)}};
    return json::serialize(out);
}

}  // namespace hoicho::gateway
