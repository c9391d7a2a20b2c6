// What the gateway has folded of one organiser, service by service. Hold Folds::lock() while you look.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "gateway/views/folds.h"
#include "matching/service/partition.h"
#include "registration/service/partition.h"
#include "scheduling/service/partition.h"

namespace hoicho::gateway {

struct States {
    const registration::State* registration = nullptr;  ///< nullptr: this service never heard of the organiser
    const matching::State* matching = nullptr;
    const scheduling::State* scheduling = nullptr;
    std::uint64_t registration_n = 0, matching_n = 0, scheduling_n = 0;

    bool known() const { return registration && registration->opened(); }
};

States states_of(const Folds& folds, std::string_view organiser);
/// "registration=12,matching=3,scheduling=40": what a list was made at.
std::string positions_text(const States& states);
/// The partitions of all three services, for Folds.
std::map<Service, Folds::MakePartition> all_partitions();

}  // namespace hoicho::gateway
