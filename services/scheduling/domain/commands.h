// Every command of scheduling and every event, one overload each: decide() answers, apply() changes the state. One file per command.
#pragma once

#include "hoicho/scheduling/v1/commands.pb.h"
#include "hoicho/scheduling/v1/events.pb.h"
#include "kernel/decision.h"
#include "scheduling/domain/state.h"

namespace hoicho::scheduling {

using Answer = Decision<v1::Event>;

Answer decide(const State& state, const v1::OpenHall& command, const Context& context);
Answer decide(const State& state, const v1::OpenSlot& command, const Context& context);
Answer decide(const State& state, const v1::PlaceTable& command, const Context& context);
Answer decide(const State& state, const v1::PlaceBooth& command, const Context& context);
Answer decide(const State& state, const v1::RequestBooths& command, const Context& context);
Answer decide(const State& state, const v1::AskAllocation& command, const Context& context);
Answer decide(const State& state, const v1::ProposeAllocation& command, const Context& context);
Answer decide(const State& state, const v1::AskProgramme& command, const Context& context);
Answer decide(const State& state, const v1::ProposeProgramme& command, const Context& context);
Answer decide(const State& state, const v1::PublishProgramme& command, const Context& context);
Answer decide(const State& state, const v1::BookMeeting& command, const Context& context);
Answer decide(const State& state, const v1::RequestMeeting& command, const Context& context);
Answer decide(const State& state, const v1::AcceptRequest& command, const Context& context);
Answer decide(const State& state, const v1::DeclineRequest& command, const Context& context);
Answer decide(const State& state, const v1::CancelMeeting& command, const Context& context);
Answer decide(const State& state, const v1::ExpireRequests& command, const Context& context);
Answer decide(const State& state, const v1::CommitDraw& command, const Context& context);

void apply(State& state, const v1::HallOpened& event);
void apply(State& state, const v1::SlotOpened& event);
void apply(State& state, const v1::TablePlaced& event);
void apply(State& state, const v1::BoothPlaced& event);
void apply(State& state, const v1::BoothsRequested& event);
void apply(State& state, const v1::AllocationAsked& event);
void apply(State& state, const v1::BoothsAllocated& event);
void apply(State& state, const v1::ProgrammeAsked& event);
void apply(State& state, const v1::ProgrammeDrafted& event);
void apply(State& state, const v1::ProgrammePublished& event);
void apply(State& state, const v1::MeetingScheduled& event);
void apply(State& state, const v1::MeetingRequested& event);
void apply(State& state, const v1::RequestAccepted& event);
void apply(State& state, const v1::RequestDeclined& event);
void apply(State& state, const v1::RequestExpired& event);
void apply(State& state, const v1::MeetingCancelled& event);
void apply(State& state, const v1::DrawCommitted& event);
void apply(State& state, const v1::ProgrammeRunFailed& event);

}  // namespace hoicho::scheduling
