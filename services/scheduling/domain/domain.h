// The three doors of the domain: decide on a command, evolve by an own event, evolve by an event heard from another service.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/partition.h"
#include "scheduling/domain/commands.h"

namespace hoicho::scheduling {

Answer decide(const State& state, const v1::Command& command, const Context& context);

/// Never refuses.
void evolve(State& state, const v1::Event& event);

/// Takes in what registration and matching decided; writes only tables that nothing else writes.
/// @return  newer: an event kind that this build does not know
Folded evolve_foreign(State& state, Service journal, std::string_view event);

/// When the earliest open request ends, as the command that ends it.
std::optional<std::pair<std::uint64_t, v1::Command>> next_due(const State& state);

/// The domain as TypedPartition and tests take it.
struct SchedulingDomain {
    using State = scheduling::State;
    using Command = v1::Command;
    using Event = v1::Event;
    static constexpr Service service = SERVICE_SCHEDULING;
    static constexpr std::uint32_t fold_version = 3;

    static const std::vector<Service>& folds() {
        static const std::vector<Service> heard{SERVICE_REGISTRATION, SERVICE_MATCHING};
        return heard;
    }
    static Answer decide(const State& state, const Command& command, const Context& context) {
        return scheduling::decide(state, command, context);
    }
    static void evolve(State& state, const Event& event) { scheduling::evolve(state, event); }
    static Folded evolve_foreign(State& state, Service journal, std::string_view event) {
        return scheduling::evolve_foreign(state, journal, event);
    }
    static std::optional<std::pair<std::uint64_t, Command>> next_due(const State& state) { return scheduling::next_due(state); }
};

}  // namespace hoicho::scheduling
