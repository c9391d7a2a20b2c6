// What registration answers to each command: a function per command, each in the file of its name.
#pragma once

#include "hoicho/registration/v1/commands.pb.h"
#include "hoicho/registration/v1/events.pb.h"
#include "kernel/decision.h"
#include "registration/domain/state.h"

namespace hoicho::registration {

using Answer = Decision<v1::Event>;

/// Any command. Refused with REASON_NO_ORGANISER until the organiser was opened.
Answer decide(const State& state, const v1::Command& command, const Context& context);

Answer decide(const State& state, const v1::OpenOrganiser& command, const Context& context);
Answer decide(const State& state, const v1::OpenFair& command);
Answer decide(const State& state, const v1::RegisterDelegation& command);
Answer decide(const State& state, const v1::RegisterExhibitor& command);
Answer decide(const State& state, const v1::AddProduct& command);
Answer decide(const State& state, const v1::RecordCertificate& command);
Answer decide(const State& state, const v1::RevokeCertificate& command);
Answer decide(const State& state, const v1::RegisterBuyer& command);
Answer decide(const State& state, const v1::PostDemand& command);
Answer decide(const State& state, const v1::WithdrawDemand& command);
Answer decide(const State& state, const v1::RegisterRepresentative& command);
Answer decide(const State& state, const v1::RegisterPointOfSale& command);
Answer decide(const State& state, const v1::EnterFair& command);
Answer decide(const State& state, const v1::ChangePrice& command);

}  // namespace hoicho::registration
