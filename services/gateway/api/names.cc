// Consent decides what may be shown; see names.h.
#include "gateway/api/names.h"

namespace hoicho::gateway {
namespace {

namespace reg = registration;
constexpr std::string_view household_field = "hoicho.registration.v1.Exhibitor.household_name";

bool is_listed(const Reading& reading, std::uint32_t fair, std::uint32_t exhibitor) {
    const auto* part = reading.states.registration->participations.find({reg::FairId{fair}, reg::Side::exhibitor, exhibitor});
    return part && part->consents().directory();
}

}  // namespace

std::string buyer_name(const Reading& reading, std::uint32_t buyer) {
    const auto* row = reading.states.registration->buyers.find(reg::BuyerId{buyer});
    return row ? row->business_name_vi() : std::string{};
}

std::string exhibitor_name(const Reading& reading, std::uint32_t fair, std::uint32_t exhibitor) {
    const auto* row = reading.states.registration->exhibitors.find(reg::ExhibitorId{exhibitor});
    if (!row) return {};
    if (!row->business_name_vi().empty()) return row->business_name_vi();
    if (row->has_household_name() && is_listed(reading, fair, exhibitor))
        if (auto name = reading.vault.open_sealed(reading.organiser, household_field, row->household_name())) return *name;
    return "Hộ kinh doanh (" + row->province_code() + ")";
}

}  // namespace hoicho::gateway
