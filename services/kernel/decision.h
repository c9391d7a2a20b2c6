// What a decider is given beside its state, and what it answers.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "hoicho/journal/v1/journal.pb.h"
#include "kernel/refusal.h"

namespace hoicho {

using common::v1::IdKind;
using enum common::v1::IdKind;
using journal::v1::Service;
using enum journal::v1::Service;

/// Time and caller come with the command: a decision asks no clock and draws no random number.
struct Context {
    std::uint64_t now_ms = 0;     ///< never goes back within a partition
    std::string_view organiser;   ///< the agency whose order of commands this is
    std::string_view actor;       ///< who asked
};

/// A thing that a command brought into being: told to the caller in the reply.
struct Created {
    IdKind kind = IdKind::ID_KIND_UNSPECIFIED;
    std::uint32_t id = 0;
};

/// The yes of a decision: what happened, in order.
template <class Event>
struct Facts {
    std::vector<Event> events;
    std::vector<Created> created;
};

template <class Event>
using Decision = boost::system::result<Facts<Event>, Refusal>;

/// One event that brings nothing new into being.
template <class Event>
Facts<Event> fact(Event event) {
    Facts<Event> facts;
    facts.events.push_back(std::move(event));
    return facts;
}

/// One event that brings thing `id` of `kind` into being.
template <class Event>
Facts<Event> fact(Event event, IdKind kind, std::uint32_t id) {
    Facts<Event> facts = fact(std::move(event));
    facts.created.push_back({kind, id});
    return facts;
}

}  // namespace hoicho
