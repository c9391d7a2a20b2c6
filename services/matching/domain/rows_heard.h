// Rows that the events of registration and scheduling write, each table by one of the two.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "matching/domain/ids.h"
#include "matching/domain/ranking/facts.h"
#include "matching/domain/rows_own.h"

namespace hoicho::matching {

struct Fair {
    std::int32_t certificates_checked_on = 0;
};

struct Exhibitor {
    std::string province;
    std::string kind;  ///< HOUSEHOLD, COOPERATIVE, ...
    std::uint32_t payment_days_accepted_max = 0;  ///< 0: not said
};

struct Buyer {
    std::string province;
    std::string kind;  ///< SUPERMARKET, EXPORTER, ...
};

/// What is said of a product beside what ranking weighs.
struct Terms {
    std::string pack;
    std::uint32_t minimum_order = 0;
};

struct CertificateOf {
    std::uint32_t product = 0;
};

struct Demand {
    std::uint32_t buyer = 0;
    bool withdrawn = false;
    ranking::Demand wanted;
    std::string pack;
    std::uint32_t payment_terms_days = 0;
};

struct Participant {
    std::uint32_t fair = 0;
    std::uint32_t organisation = 0;
    Side side{};

    friend bool operator==(const Participant&, const Participant&) = default;
};

/// [starts_at_ms, ends_at_ms)
struct Span {
    std::uint64_t starts_at_ms = 0;
    std::uint64_t ends_at_ms = 0;
};

/// A person who comes to meetings, and when.
struct Delegate {
    std::vector<Span> windows;  ///< none: always
};

struct Delegates {
    std::vector<Delegate> people;
};

struct Slots {
    std::vector<Span> opened;
};

/// A buyer and an exhibitor at one fair.
struct FairPair {
    std::uint32_t fair = 0;
    std::uint32_t buyer = 0;
    std::uint32_t exhibitor = 0;

    friend bool operator==(const FairPair&, const FairPair&) = default;
};

struct Request {
    FairPair pair;
    Side from{};
};

struct TableSlot {
    std::uint32_t table = 0;
    std::uint32_t slot = 0;

    friend bool operator==(const TableSlot&, const TableSlot&) = default;
};

/// A table's slots lie beside each other (kernel/table.h).
inline std::pair<std::uint64_t, std::uint32_t> near_key(const TableSlot& at) { return {at.table, at.slot}; }

struct Meeting {
    FairPair pair;
    TableSlot at;
    bool live = true;
};

struct ProgrammeKey {
    std::uint32_t programme = 0;

    friend bool operator==(const ProgrammeKey&, const ProgrammeKey&) = default;
};

struct MovedMeeting {
    std::uint32_t meeting = 0;
    TableSlot to;
};

/// What publishing a draft changes.
struct Draft {
    std::vector<Meeting> meetings;  ///< not live when it was made, in its order: they get consecutive ids
    std::vector<MovedMeeting> moved;
    std::vector<std::uint32_t> cancelled;  ///< meetings
};

}  // namespace hoicho::matching
