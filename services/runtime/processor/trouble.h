// What keeps a partition from deciding: passing trouble is tried again, an alarm stands until a person has looked.
#pragma once

#include <stdexcept>
#include <string>

#include "kernel/result.h"

namespace hoicho::runtime {

struct Trouble {
    std::string alarm;  ///< name of the alarm; empty: passing
    std::string detail;

    bool passing() const { return alarm.empty(); }
};

/// Names that stand in /readyz, metrics and the operator's handbook.
namespace alarms {
inline constexpr auto journal_regressed = "journal-regressed";  ///< acknowledged Entries are gone
inline constexpr auto journal_expired =
    "journal-expired";  ///< the journal's beginning was deleted before it was folded
inline constexpr auto journal_unreadable = "journal-unreadable";  ///< a record that is no Entry
inline constexpr auto newer_entry = "newer-entry";                ///< an event kind or format of a newer build
inline constexpr auto commands_expired = "commands-expired";      ///< commands were deleted before they were answered
inline constexpr auto commands_gap = "commands-gap";              ///< offsets are missing in the commands
inline constexpr auto partitions_changed =
    "partitions-changed";                             ///< the topic has another P than the store was folded with
inline constexpr auto store_failed = "store-failed";  ///< the store cannot be written
inline constexpr auto broken = "broken";              ///< an exception nobody expected
}  // namespace alarms

inline Trouble passing(std::string detail) { return {{}, std::move(detail)}; }
inline Trouble passing(const Failure& failure) { return passing(failure.detail + ": " + failure.code.message()); }
inline Trouble alarm(std::string name, std::string detail) { return {std::move(name), std::move(detail)}; }

[[noreturn]] inline void throw_exception_from_error(const Trouble& trouble, const boost::source_location&) {
    throw std::runtime_error("unchecked trouble " + trouble.alarm + ": " + trouble.detail);
}

template <class T>
using Attempt = boost::system::result<T, Trouble>;

}  // namespace hoicho::runtime
