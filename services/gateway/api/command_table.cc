// Commands from the descriptors, routes from the table below; see command_table.h.
#include "gateway/api/command_table.h"

#include "hoicho/matching/v1/commands.pb.h"
#include "hoicho/registration/v1/commands.pb.h"
#include "hoicho/scheduling/v1/commands.pb.h"
#include "runtime/log/event_log.h"

namespace hoicho::gateway {

CommandTable::CommandTable() {
    const std::pair<Service, const google::protobuf::Message*> envelopes[] = {
        {SERVICE_REGISTRATION, &registration::v1::Command::default_instance()},
        {SERVICE_MATCHING, &matching::v1::Command::default_instance()},
        {SERVICE_SCHEDULING, &scheduling::v1::Command::default_instance()}};
    for (const auto& [service, envelope] : envelopes) {
        const auto& type = *envelope->GetDescriptor();
        for (int at = 0; at < type.field_count(); ++at) {
            const auto name = runtime::service_name(service) + "." + type.field(at)->name();
            kinds_.emplace(name, CommandKind{service, envelope, type.field(at), name});
        }
    }
}

const CommandKind* CommandTable::find(std::string_view name) const {
    const auto at = kinds_.find(name);
    return at == kinds_.end() ? nullptr : &at->second;
}

const std::vector<CommandRoute>& command_routes() {
    static const std::vector<CommandRoute> routes{
        {"/api/v1/organisers/{organiser}", "registration.open_organiser", "organiser"},
        {"/api/v1/organisers/{organiser}/fairs", "registration.open_fair", "fair"},
        {"/api/v1/organisers/{organiser}/exhibitors", "registration.register_exhibitor", "exhibitor"},
        {"/api/v1/organisers/{organiser}/products", "registration.add_product", "product"},
        {"/api/v1/organisers/{organiser}/products/{product}/price", "registration.change_price", ""},
        {"/api/v1/organisers/{organiser}/certificates", "registration.record_certificate", "certificate"},
        {"/api/v1/organisers/{organiser}/certificates/{certificate}/revocation", "registration.revoke_certificate", ""},
        {"/api/v1/organisers/{organiser}/buyers", "registration.register_buyer", "buyer"},
        {"/api/v1/organisers/{organiser}/demands", "registration.post_demand", "demand"},
        {"/api/v1/organisers/{organiser}/demands/{demand}/withdrawal", "registration.withdraw_demand", ""},
        {"/api/v1/organisers/{organiser}/representatives", "registration.register_representative", "representative"},
        {"/api/v1/organisers/{organiser}/points-of-sale", "registration.register_point_of_sale", "point_of_sale"},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/delegations", "registration.register_delegation", "delegation"},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/participations", "registration.enter_fair", "participation"},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/interests", "matching.state_interest", ""},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/demands/{demand}/suggestions", "matching.suggest", ""},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/feedback", "matching.record_feedback", ""},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/list-settings", "matching.set_list_settings", ""},
        {"/api/v1/organisers/{organiser}/words", "matching.add_words", ""},
        {"/api/v1/organisers/{organiser}/words/removal", "matching.remove_words", ""},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/halls", "scheduling.open_hall", "hall"},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/slots", "scheduling.open_slot", "slot"},
        {"/api/v1/organisers/{organiser}/halls/{hall}/tables", "scheduling.place_table", "table"},
        {"/api/v1/organisers/{organiser}/halls/{hall}/booths", "scheduling.place_booth", "booth"},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/booth-requests", "scheduling.request_booths", "request"},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/draw-commitment", "scheduling.commit_draw", ""},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/allocation-runs", "scheduling.ask_allocation", ""},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/programme-runs", "scheduling.ask_programme", ""},
        {"/api/v1/organisers/{organiser}/programmes/{programme}/publication", "scheduling.publish_programme", ""},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/meetings", "scheduling.book_meeting", ""},
        {"/api/v1/organisers/{organiser}/fairs/{fair}/meeting-requests", "scheduling.request_meeting", ""},
        {"/api/v1/organisers/{organiser}/meeting-requests/{request}/acceptance", "scheduling.accept_request", ""},
        {"/api/v1/organisers/{organiser}/meeting-requests/{request}/decline", "scheduling.decline_request", ""},
        {"/api/v1/organisers/{organiser}/meetings/{meeting}/cancellation", "scheduling.cancel_meeting", ""},
    };
    return routes;
}

}  // namespace hoicho::gateway
