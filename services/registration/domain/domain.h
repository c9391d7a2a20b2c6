// Registration as the kernel and the tests take it: one struct that names its state, its decisions and its events.
#pragma once

#include <string_view>
#include <vector>

#include "hoicho/registration/v1/commands.pb.h"
#include "hoicho/registration/v1/events.pb.h"
#include "kernel/partition.h"
#include "registration/domain/decide.h"
#include "registration/domain/evolve.h"
#include "registration/domain/state.h"

namespace hoicho::registration {

struct RegistrationDomain {
    using State = registration::State;
    using Command = v1::Command;
    using Event = v1::Event;

    static constexpr Service service = SERVICE_REGISTRATION;
    static constexpr std::uint32_t fold_version = 1;

    /// Registration stands first: it reads nobody else's journal.
    static const std::vector<Service>& folds() {
        static const std::vector<Service> none;
        return none;
    }
    static Decision<v1::Event> decide(const State& state, const v1::Command& command, const Context& context) {
        return registration::decide(state, command, context);
    }
    static void evolve(State& state, const v1::Event& event) { registration::evolve(state, event); }
    static Folded evolve_foreign(State&, Service, std::string_view) { return Folded::newer; }
};

}  // namespace hoicho::registration
