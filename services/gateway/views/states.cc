// Finds an organiser's three states by its partition; see states.h.
#include "gateway/views/states.h"

namespace hoicho::gateway {
namespace {

template <class TypedPartition>
auto* state_in(const Folds& folds, Service service, std::uint32_t partition, std::string_view organiser, std::uint64_t& n) {
    const auto& ledger = folds.ledger(service, partition);
    n = ledger.head().n;
    return static_cast<const TypedPartition&>(ledger.partition()).state(organiser);
}

}  // namespace

States states_of(const Folds& folds, std::string_view organiser) {
    const auto partition = runtime::partition_of(organiser, folds.partitions());
    States out;
    out.registration = state_in<registration::RegistrationPartition>(folds, SERVICE_REGISTRATION, partition, organiser, out.registration_n);
    out.matching = state_in<matching::MatchingPartition>(folds, SERVICE_MATCHING, partition, organiser, out.matching_n);
    out.scheduling = state_in<scheduling::SchedulingPartition>(folds, SERVICE_SCHEDULING, partition, organiser, out.scheduling_n);
    return out;
}

std::string positions_text(const States& states) {
    return "registration=" + std::to_string(states.registration_n) + ",matching=" + std::to_string(states.matching_n) +
           ",scheduling=" + std::to_string(states.scheduling_n);
}

std::map<Service, Folds::MakePartition> all_partitions() {
    return {{SERVICE_REGISTRATION, registration::make_registration_partition},
            {SERVICE_MATCHING, matching::make_matching_partition},
            {SERVICE_SCHEDULING, scheduling::make_scheduling_partition}};
}

}  // namespace hoicho::gateway
