// Renames and conversions, a function per file; see row_mapping.h.
#include "hoicho/fair/row_mapping.h"

#include <cmath>
#include <stdexcept>

#include "hoicho/fair/local_time.h"

namespace hoicho::fair {
namespace {

namespace json = boost::json;
using json::object;

/// Copies members under new names; those that are absent or null are left out.
void copy(const object& from, object& to, std::initializer_list<std::pair<const char*, const char*>> names) {
    for (const auto& [theirs, ours] : names)
        if (const auto* value = from.if_contains(theirs); value && !value->is_null()) to[ours] = *value;
}
void copy_same(const object& from, object& to, std::initializer_list<const char*> names) {
    for (const auto* name : names) copy(from, to, {{name, name}});
}

std::string text(const object& row, const char* name) {
    const auto* value = row.if_contains(name);
    return value && value->is_string() ? std::string{value->get_string()} : std::string{};
}

std::int64_t scaled(const object& row, const char* name, double by) {
    const auto* value = row.if_contains(name);
    return value && value->is_number() ? std::llround(value->to_number<double>() * by) : 0;
}

std::string reference(const Around& around, const std::string& id) {
    const auto at = around.ids.find(id);
    if (at == around.ids.end()) throw std::out_of_range("refers to " + id + ", which was not taken in");
    return at->second;
}
std::string reference(const Around& around, const object& row, const char* name) { return reference(around, text(row, name)); }

std::string instant(const object& row, const char* day, const char* time, const std::string& zone) {
    const auto at = instant_of(text(row, day), text(row, time), zone);
    if (!at) throw std::out_of_range(std::string{day} + " " + time + ": no such time in " + zone);
    return *at;
}

void cut_out(std::string& from, const std::string& name) {
    static const std::string neutral = "cơ sở";
    for (auto at = from.find(name); !name.empty() && at != std::string::npos; at = from.find(name, at + neutral.size()))
        from.replace(at, name.size(), neutral);
}

Ask delegation(const object& row, const Around& around) {
    Ask ask{"/fairs/" + around.fair + "/delegations", {}};
    copy(row, ask.body, {{"delegation_id", "code"}, {"name_vi", "title_vi"}});
    copy_same(row, ask.body, {"province_code", "lead_agency", "booth_quota"});
    return ask;
}

Ask exhibitor(const object& row, const Around&) {
    Ask ask{"/exhibitors", {}};
    const bool household = text(row, "subject_type") == "HOUSEHOLD";
    copy(row, ask.body, {{"exhibitor_id", "code"}});
    if (household) {
        copy(row, ask.body, {{"name_vi", "household_name"}});
    } else {
        copy(row, ask.body, {{"name_vi", "business_name_vi"}, {"name_en", "business_name_en"}});
    }
    copy(row, ask.body, {{"tax_id", text(row, "tax_id_kind") == "PIN12" ? "personal_tax_id" : "tax_id"}});
    copy_same(row, ask.body, {"subject_type", "tax_id_kind", "founded_year", "province_code", "commune_code", "address", "phone", "email", "craft_village",
                              "website", "employees", "channels", "export_ready", "registered_on", "payment_days_accepted_max"});
    ask.body["commune_list"] = "2025-07";
    return ask;
}

Ask exhibitor_enters(const object& row, const Around& around) {
    Ask ask{"/fairs/" + around.fair + "/participations", {}};
    ask.body["exhibitor"] = reference(around, row, "exhibitor_id");
    if (!text(row, "delegation_id").empty()) ask.body["delegation"] = reference(around, row, "delegation_id");
    copy(row, ask.body, {{"funding", "funding"}, {"wants_b2b", "wants_meetings"}, {"consents", "consents"}});
    return ask;
}

Ask product(const object& row, const Around& around) {
    Ask ask{"/products", {}};
    ask.body["exhibitor"] = reference(around, row, "exhibitor_id");
    copy(row, ask.body, {{"product_id", "code"}, {"name_vi", "title_vi"}, {"name_en", "title_en"}, {"moq", "minimum_order"}});
    copy_same(row, ask.body, {"description", "ocop_group", "ocop_set", "unit", "pack", "price_retail_vnd", "price_wholesale_vnd", "supply_months",
                              "shelf_life_days", "standards", "province_code", "commune_code", "barcode", "trace_url", "export_markets"});
    ask.body["capacity_per_month_thousandths"] = scaled(row, "capacity_per_month", 1000);
    if (const auto at = around.private_names.find(text(row, "exhibitor_id")); at != around.private_names.end()) {
        auto description = text(row, "description");
        cut_out(description, at->second);
        ask.body["description"] = description;
    }
    return ask;
}

Ask certificate(const object& row, const Around& around) {
    Ask ask{"/certificates", {}};
    ask.body["product"] = reference(around, row, "product_id");
    copy(row, ask.body, {{"issuer_name", "issuer"}});
    copy_same(row, ask.body, {"kind", "rating", "product_code", "decision_no", "issuer_level", "issued_on", "expires_on", "verification"});
    ask.body["score_tenths"] = scaled(row, "score", 10);
    return ask;
}

Ask buyer(const object& row, const Around&) {
    Ask ask{"/buyers", {}};
    copy(row, ask.body, {{"buyer_id", "code"}, {"name_vi", "business_name_vi"}, {"name_en", "business_name_en"}});
    copy_same(row, ask.body, {"buyer_type", "country", "timezone", "tax_id", "province_code", "commune_code", "outlets", "meals_per_day", "payment_terms_days",
                              "phone", "email", "registered_on"});
    return ask;
}

Ask buyer_enters(const object& row, const Around& around) {
    Ask ask{"/fairs/" + around.fair + "/participations", {}};
    ask.body["buyer"] = reference(around, row, "buyer_id");
    ask.body["wants_meetings"] = true;
    return ask;
}

Ask demand(const object& row, const Around& around) {
    Ask ask{"/demands", {}};
    ask.body["buyer"] = reference(around, row, "buyer_id");
    copy(row, ask.body, {{"demand_id", "code"}, {"province_preferred", "provinces_preferred"}});
    copy_same(row, ask.body, {"title", "description", "language", "ocop_group", "ocop_set", "quantity_unit", "quantity_per", "needed_from", "needed_to",
                              "price_min_vnd", "price_max_vnd", "price_unit", "standards_required", "standards_preferred", "min_stars",
                              "valid_certificate_required", "province_strict", "delivery", "payment_terms_days", "pack"});
    ask.body["quantity_thousandths"] = scaled(row, "quantity", 1000);
    return ask;
}

Ask representative(const object& row, const Around& around) {
    Ask ask{"/representatives", {}};
    ask.body[text(row, "org_kind") == "BUYER" ? "buyer" : "exhibitor"] = reference(around, row, "org_id");
    copy(row, ask.body, {{"representative_id", "code"}, {"title", "position"}, {"max_meetings_per_half_day", "meetings_per_half_day_max"}});
    copy_same(row, ask.body, {"full_name", "given_name", "phone", "email", "languages", "timezone"});
    const auto zone = text(row, "timezone").empty() ? around.zone : text(row, "timezone");
    auto& windows = ask.body["availability"].emplace_array();
    for (const auto& value : row.at("availability").as_array()) {
        const auto& window = value.as_object();
        object out{{"starts_at", instant(window, "date", "from", zone)}, {"ends_at", instant(window, "date", "to", zone)}};
        copy_same(window, out, {"mode"});
        windows.push_back(std::move(out));
    }
    return ask;
}

Ask hall(const object& row, const Around& around) {
    Ask ask{"/fairs/" + around.fair + "/halls", {}};
    copy(row, ask.body, {{"hall_id", "code"}, {"name_vi", "title_vi"}});
    copy_same(row, ask.body, {"indoor", "width_cm", "depth_cm"});
    return ask;
}

Ask slot(const object& row, const Around& around) {
    Ask ask{"/fairs/" + around.fair + "/slots", {}};
    copy(row, ask.body, {{"slot_id", "code"}, {"session", "session"}});
    ask.body["starts_at"] = instant(row, "date", "from", around.zone);
    ask.body["ends_at"] = instant(row, "date", "to", around.zone);
    return ask;
}

Ask table(const object& row, const Around& around) {
    Ask ask{"/halls/" + reference(around, row, "hall_id") + "/tables", {}};
    copy(row, ask.body, {{"table_id", "code"}});
    copy_same(row, ask.body, {"seats", "features"});
    return ask;
}

Ask booth(const object& row, const Around& around) {
    Ask ask{"/halls/" + reference(around, row, "hall_id") + "/booths", {}};
    copy(row, ask.body, {{"booth_id", "code"}});
    copy_same(row, ask.body, {"kind", "x_cm", "y_cm", "width_cm", "depth_cm", "open_sides", "power_kw", "water", "price_vnd", "neighbours"});
    return ask;
}

Ask booth_request(const object& row, const Around& around) {
    static const std::map<std::string, int> stars{{"THREE", 3}, {"FOUR", 4}, {"POTENTIAL_FIVE", 4}, {"FIVE", 5}};
    Ask ask{"/fairs/" + around.fair + "/booth-requests", {}};
    ask.body["exhibitor"] = reference(around, row, "exhibitor_id");
    copy(row, ask.body, {{"request_id", "code"}, {"count", "booths"}});
    copy_same(row, ask.body, {"kind", "power_kw", "water", "near_delegation", "may_share", "submitted_on"});
    auto& apart = ask.body["not_next_to"].emplace_array();
    for (const auto& other : row.at("not_next_to").as_array()) apart.push_back(json::value(reference(around, std::string{other.as_string()})));
    const auto best = stars.find(text(row, "best_rating"));
    if (best != stars.end()) ask.body["best_rating"] = best->second;
    return ask;
}

Ask interest(const object& row, const Around& around) {
    Ask ask{"/fairs/" + around.fair + "/interests", {}};
    const bool from_buyer = text(row, "from_kind") == "BUYER";
    ask.body["from"] = from_buyer ? "BUYER" : "EXHIBITOR";
    ask.body["buyer"] = reference(around, row, from_buyer ? "from_id" : "to_id");
    ask.body["exhibitor"] = reference(around, row, from_buyer ? "to_id" : "from_id");
    copy(row, ask.body, {{"level", "level"}, {"reason", "cause"}});
    return ask;
}

Ask point_of_sale(const object& row, const Around&) {
    Ask ask{"/points-of-sale", {}};
    copy(row, ask.body, {{"point_id", "code"}, {"name_vi", "title_vi"}});
    copy_same(row, ask.body, {"kind", "province_code", "commune_code", "area_m2", "products_on_sale", "opened_on"});
    return ask;
}

}  // namespace

const std::vector<std::vector<Step>>& import_stages() {
    static const std::vector<std::vector<Step>> stages{
        {{"delegations", "delegation_id", delegation}, {"exhibitors", "exhibitor_id", exhibitor}, {"buyers", "buyer_id", buyer},
         {"halls", "hall_id", hall}, {"slots", "slot_id", slot}, {"points_of_sale", "point_id", point_of_sale}},
        {{"exhibitors", "", exhibitor_enters}, {"buyers", "", buyer_enters}, {"products", "product_id", product},
         {"representatives", "representative_id", representative}, {"demands", "demand_id", demand}, {"tables", "table_id", table},
         {"booths", "booth_id", booth}},
        {{"certificates", "certificate_id", certificate}, {"booth_requests", "request_id", booth_request}, {"interests", "", interest}},
    };
    return stages;
}

Ask organiser_of(const object& fair) {
    Ask ask{"", {}};
    if (const auto* organiser = fair.if_contains("organiser"); organiser && organiser->is_object())
        copy_same(organiser->get_object(), ask.body, {"name_vi", "name_en", "kind"});
    return ask;
}

Ask fair_of(const object& fair) {
    Ask ask{"/fairs", {}};
    copy(fair, ask.body, {{"fair_id", "code"}, {"start_date", "starts_on"}, {"end_date", "ends_on"}});
    copy_same(fair, ask.body, {"name_vi", "name_en", "timezone", "currency"});
    ask.body["kind"] = "TRADE_FAIR";
    if (const auto* venue = fair.if_contains("venue"); venue && venue->is_object()) {
        copy(venue->get_object(), ask.body, {{"name_vi", "venue_vi"}, {"name_en", "venue_en"}});
        copy_same(venue->get_object(), ask.body, {"province_code", "commune_code"});
    }
    const auto& rules = fair.at("rules").as_object();
    auto& out = ask.body["rules"].emplace_object();
    copy(rules, out, {{"certificate_checked_on", "certificates_checked_on"}, {"max_booths_per_exhibitor", "booths_per_exhibitor_max"},
                      {"max_meetings_per_representative_per_half_day", "meetings_per_representative_per_half_day_max"}});
    copy_same(rules, out, {"min_stars", "meeting_minutes", "gap_minutes"});
    return ask;
}

}  // namespace hoicho::fair
