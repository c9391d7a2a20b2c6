// What scheduling knows of one organiser.
#pragma once

#include "hoicho/common/v1/sealed.pb.h"
#include "kernel/table.h"
#include "scheduling/domain/due_times.h"
#include "scheduling/domain/ids.h"
#include "scheduling/domain/rows_known.h"
#include "scheduling/domain/rows_meetings.h"
#include "scheduling/domain/rows_programme.h"
#include "scheduling/domain/rows_venue.h"

namespace hoicho::scheduling {

/// Three kinds of tables: its own (written by its own events), what it heard (written by the events of registration and matching, and by
/// nothing else, so that journals may be folded in any interleaving), and derived ones (functions of the own ones).
struct State {
    explicit State(Tables& tables);
    ~State();  // like the constructor in state.cc alone: the code of all tables is made there and nowhere else
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    /// Derives what is not stored. Called once, after loading.
    void index();

    // own
    Rows<HallId, Hall> halls;
    Rows<SlotId, Slot> slots;
    Rows<TableId, Table> tables;
    Rows<BoothId, Booth> booths;
    Rows<BoothRequestId, BoothRequest> booth_requests;
    Keyed<BoothId, BoothHolder> booth_holders;
    Rows<RequestId, Request> requests;
    Keyed<RequestId, common::v1::Sealed> messages;  ///< of requests; nothing is decided by them
    Rows<MeetingId, Meeting> meetings;
    Keyed<MeetingId, std::string> cancel_causes;
    Rows<ProgrammeId, Programme> programmes;
    Keyed<ProgrammeId, Draft> drafts;
    Rows<ProgrammeRunId, ProgrammeRun> programme_runs;
    Rows<AllocationRunId, AllocationRun> allocation_runs;
    Keyed<FairId, DrawCommitment> draw_commitments;  ///< the last one of each fair

    // heard
    Keyed<FairId, Fair> fairs;
    Keyed<ExhibitorId, Exhibitor> exhibitors;
    Keyed<PartInFair, Participation> participations;
    Keyed<Party, Delegates> delegates;
    Keyed<Pair, Interest> interests;

    // derived
    Keyed<Seat, Held> seats;                 ///< the rule that nobody is in two places
    Keyed<TableSlot, MeetingId> occupied;    ///< the rule that a table holds one meeting
    Keyed<Pair, Held> pairs;                 ///< the rule that two meet once
    Keyed<Asked, RequestId> asked;           ///< open requests
    DueTimes due;
    Keyed<FairId, Venue> venues;
    Keyed<BoothRequestKey, BoothRequestId> booths_asked;
};

/// Enters a live meeting into the derived tables, or takes it out.
void seat_meeting(State& state, MeetingId id, const Meeting& meeting);
void unseat_meeting(State& state, MeetingId id, const Meeting& meeting);
/// Enters an open request into the derived tables, or takes it out.
void open_request(State& state, RequestId id, const Request& request);
void close_request(State& state, RequestId id, const Request& request);

/// The venue of a fair, empty when nothing was opened there.
const Venue& venue_of(const State& state, FairId fair);
/// The same, to add to it.
Venue& edit_venue(State& state, FairId fair);
void add_slot(State& state, SlotId id, const Slot& slot);

}  // namespace hoicho::scheduling
