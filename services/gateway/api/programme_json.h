// Programmes in the API's words: figures with their bounds, what a repair changes, and proofs that musts clash.
#pragma once

#include <boost/json/object.hpp>

#include "gateway/api/resources.h"

namespace hoicho::gateway {

/// Status and figures; counts of meetings.
boost::json::object programme_object(const Reading& reading, scheduling::ProgrammeId id, const scheduling::Programme& programme);

/// {"score", "score_bound", "gap_percent", ...} of a programme; bounds are left out where none is known.
boost::json::object figures_object(const scheduling::Programme& programme);

/// Sentences in two languages, and the meetings, party, seats and slots of the proof.
boost::json::object clash_object(const Reading& reading, scheduling::FairId fair, const scheduling::Clash& clash);

}  // namespace hoicho::gateway
