// What matching answers to each command: a function per command, each in the file of its name.
#pragma once

#include <optional>

#include "hoicho/matching/v1/commands.pb.h"
#include "hoicho/matching/v1/events.pb.h"
#include "kernel/decision.h"
#include "matching/domain/state.h"

namespace hoicho::matching {

using Answer = Decision<v1::Event>;

Answer decide(const State& state, const v1::Command& command, const Context& context);

Answer decide(const State& state, const v1::StateInterest& command);
Answer decide(const State& state, const v1::WithdrawInterest& command);
Answer decide(const State& state, const v1::Suggest& command);
Answer decide(const State& state, const v1::RecordFeedback& command);
Answer decide(const State& state, const v1::WithdrawFeedback& command);
Answer decide(const State& state, const v1::SetListSettings& command);
Answer decide(const State& state, const v1::AddWords& command);
Answer decide(const State& state, const v1::RemoveWords& command);

/// The list that Suggest would keep now: pure, and changes nothing. For readers who look before they ask.
/// @errors  the refusals of Suggest
boost::system::result<v1::Suggested, Refusal> live_suggestions(const State& state, std::uint32_t fair, std::uint32_t demand, std::uint32_t top);

/// The first reason why these two cannot be joined at this fair; nullopt: they can.
std::optional<Refusal> pair_refusal(const State& state, std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor);

}  // namespace hoicho::matching
