// What lists need of registration's messages, as plain values.
#pragma once

#include "hoicho/registration/v1/register.pb.h"
#include "matching/domain/ranking/facts.h"
#include "matching/domain/rows_heard.h"

namespace hoicho::matching {

Exhibitor exhibitor_of(const registration::v1::Exhibitor& exhibitor);
/// `province` is the exhibitor's: it counts where the product names none.
ranking::Product product_of(std::uint32_t id, const registration::v1::Product& product, const std::string& province);
ranking::Certificate certificate_of(std::uint32_t id, const registration::v1::Certificate& certificate);
ranking::Demand demand_of(const registration::v1::Demand& demand);

}  // namespace hoicho::matching
