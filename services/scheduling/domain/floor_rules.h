// The rules of giving booths: which fit a request, which are joined, which are free.
#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <vector>

#include "scheduling/domain/rules.h"

namespace hoicho::scheduling {

/// Booths given so far in a proposal, on top of those given already.
using GivenBooths = boost::unordered_flat_set<BoothId, KeyHash<BoothId>>;

bool is_free(const State& state, const GivenBooths& given, BoothId id);

/// Whether the booth alone has what was asked: kind, power, water.
bool fits(const Booth& booth, const BoothRequest& request);

/// Whether the booths form one stand: each reached from the first through shared walls.
bool joined(const State& state, const std::vector<BoothId>& booths);

/// Why an exhibitor cannot be given these booths.
Refused gift_refused(const State& state, const GivenBooths& given, FairId fair, ExhibitorId exhibitor, const std::vector<BoothId>& booths);

/// Why a request got nothing: the first reason found.
Refusal unplaced_reason(const State& state, const GivenBooths& given, const BoothRequest& request);

/// Whether the exhibitor holds a booth of the fair already.
bool holds_booths(const State& state, FairId fair, ExhibitorId exhibitor);

}  // namespace hoicho::scheduling
