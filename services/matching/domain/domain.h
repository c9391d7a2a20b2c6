// Matching as the kernel and the tests take it: one struct that names its state, its decisions and its events.
#pragma once

#include <string_view>
#include <vector>

#include "hoicho/matching/v1/commands.pb.h"
#include "hoicho/matching/v1/events.pb.h"
#include "kernel/partition.h"
#include "matching/domain/decide.h"
#include "matching/domain/evolve.h"
#include "matching/domain/state.h"

namespace hoicho::matching {

struct MatchingDomain {
    using State = matching::State;
    using Command = v1::Command;
    using Event = v1::Event;

    static constexpr Service service = SERVICE_MATCHING;
    static constexpr std::uint32_t fold_version = 3;

    static const std::vector<Service>& folds() {
        static const std::vector<Service> heard{SERVICE_REGISTRATION, SERVICE_SCHEDULING};
        return heard;
    }
    /// Scheduling is heard for the lists alone: who met, who is free. No decision looks at it.
    static bool awaits(Service journal) { return journal != SERVICE_SCHEDULING; }
    static Decision<v1::Event> decide(const State& state, const v1::Command& command, const Context& context) {
        return matching::decide(state, command, context);
    }
    static void evolve(State& state, const v1::Event& event) { matching::evolve(state, event); }
    static Folded evolve_foreign(State& state, Service journal, std::string_view bytes) {
        if (journal == SERVICE_REGISTRATION) return fold_bytes<registration::v1::Event>(state, bytes);
        if (journal == SERVICE_SCHEDULING) return fold_bytes<scheduling::v1::Event>(state, bytes);
        return Folded::newer;
    }

  private:
    template <class Heard>
    static Folded fold_bytes(State& state, std::string_view bytes) {
        Heard event;
        if (!event.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) || event.kind_case() == Heard::KIND_NOT_SET) return Folded::newer;
        fold(state, event);
        return Folded::done;
    }
};

}  // namespace hoicho::matching
