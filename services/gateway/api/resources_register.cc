// The register by reflection: each table of registration as a list and as single things; see resources.h.
#include <boost/json.hpp>

#include "gateway/api/paging.h"
#include "gateway/json/message_writer.h"

namespace hoicho::gateway {
namespace {

namespace json = boost::json;
namespace http = runtime::http;
namespace reg = registration;

const std::string organiser_path = "/api/v1/organisers/{organiser}";

template <class Row>
const google::protobuf::Message& message_of(const Row& row) {
    return row;
}
const google::protobuf::Message& message_of(const reg::RecordedCertificate& row) { return row.certificate; }
const google::protobuf::Message& message_of(const reg::PostedDemand& row) { return row.demand; }

/// What a row knows beside its message.
template <class Row>
void add_state(json::object&, const Row&) {}
void add_state(json::object& item, const reg::RecordedCertificate& row) {
    item["revoked"] = row.revoked_on != 0;
}
void add_state(json::object& item, const reg::PostedDemand& row) { item["withdrawn"] = row.withdrawn; }

template <class Row>
json::object item_of(const Reading& reading, IdKind kind, std::uint32_t id, const Row& row) {
    json::object item{{"id", reading.ids.show(reading.organiser, kind, id)}};
    for (auto& [name, value] : write_message(reading.ids, reading.organiser, message_of(row))) item[name] = std::move(value);
    add_state(item, row);
    return item;
}

/// Two resources of one table: the list, and the thing named by {parameter}.
template <class Id, class Row>
void add_table(std::vector<Resource>& out, const std::string& name, const std::string& parameter, IdKind kind, Rows<Id, Row> reg::State::* table) {
    out.push_back({organiser_path + "/" + name, [kind, table](const Reading& reading) {
                       http::Response problem;
                       auto page = Page::of(reading, kind, problem);
                       if (!page) return problem;
                       (reading.states.registration->*table).for_each([&](Id id, const Row& row) {
                           const auto number = static_cast<std::uint32_t>(id);
                           if (!page->full() && page->wants(number)) page->add(number, item_of(reading, kind, number, row));
                       });
                       return std::move(*page).response(reading);
                   }});
    out.push_back({organiser_path + "/" + name + "/{" + parameter + "}", [kind, table, parameter](const Reading& reading) {
                       const auto id = reading.ids.read(reading.organiser, kind, reading.match.parameter(parameter));
                       const auto* row = id ? (reading.states.registration->*table).find(Id{*id}) : nullptr;
                       if (!row) return not_found(id_kind_name(kind));
                       return object_response(reading, item_of(reading, kind, *id, *row));
                   }});
}

}  // namespace

std::vector<Resource> register_resources() {
    std::vector<Resource> out;
    add_table(out, "fairs", "fair", ID_KIND_FAIR, &reg::State::fairs);
    add_table(out, "delegations", "delegation", ID_KIND_DELEGATION, &reg::State::delegations);
    add_table(out, "exhibitors", "exhibitor", ID_KIND_EXHIBITOR, &reg::State::exhibitors);
    add_table(out, "products", "product", ID_KIND_PRODUCT, &reg::State::products);
    add_table(out, "certificates", "certificate", ID_KIND_CERTIFICATE, &reg::State::certificates);
    add_table(out, "buyers", "buyer", ID_KIND_BUYER, &reg::State::buyers);
    add_table(out, "demands", "demand", ID_KIND_DEMAND, &reg::State::demands);
    add_table(out, "representatives", "representative", ID_KIND_REPRESENTATIVE, &reg::State::representatives);
    add_table(out, "points-of-sale", "point_of_sale", ID_KIND_POINT_OF_SALE, &reg::State::points_of_sale);
    return out;
}

std::vector<Resource> resources() {
    auto out = register_resources();
    for (auto& resource : fair_resources()) out.push_back(std::move(resource));
    for (auto& resource : matching_resources()) out.push_back(std::move(resource));
    for (auto& resource : list_resources()) out.push_back(std::move(resource));
    for (auto& resource : exposure_resources()) out.push_back(std::move(resource));
    for (auto& resource : programme_resources()) out.push_back(std::move(resource));
    for (auto& resource : reason_resources()) out.push_back(std::move(resource));
    for (auto& resource : draw_resources()) out.push_back(std::move(resource));
    return out;
}

}  // namespace hoicho::gateway
