// What each of matching's own events does to the state, by the file of its idea; evolve.cc hands them out.
#pragma once

#include "hoicho/matching/v1/events.pb.h"
#include "matching/domain/state.h"

namespace hoicho::matching {

inline Side side_of(v1::Side from) { return from == v1::SIDE_BUYER ? Side::buyer : Side::exhibitor; }

/// The key of whatever one side said of the other.
template <class Stated>
InterestKey key_of(const Stated& stated) {
    return {stated.fair(), stated.buyer(), stated.exhibitor(), side_of(stated.from())};
}

void apply(State& state, const v1::RecordFeedback& feedback);
void apply(State& state, const v1::WithdrawFeedback& feedback);
void apply(State& state, const v1::ListSettingsSet& settings);
void apply(State& state, const v1::WordsAdded& words);
void apply(State& state, const v1::WordsRemoved& words);

/// What was said, as it would be after `feedback`.
Said said_after(const Said& before, const v1::RecordFeedback& feedback);
/// What a row of feedback adds to the counts about the other side.
market::Counts counts_of(const Said& said);
market::Counts& operator+=(market::Counts& counts, const market::Counts& more);
market::Counts& operator-=(market::Counts& counts, const market::Counts& less);

}  // namespace hoicho::matching
