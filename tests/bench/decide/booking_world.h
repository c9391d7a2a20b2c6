// A scheduling ledger with fairs to book in, made through its own commands and registration's events, and the commands that fill it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "hoicho/registration/v1/events.pb.h"
#include "hoicho/scheduling/v1/commands.pb.h"
#include "kernel/ledger.h"
#include "scheduling/service/partition.h"

namespace hoicho::bench {

struct WorldSize {
    std::uint32_t fairs = 20, slots = 200, places = 250;  ///< places: buyers, exhibitors and tables of a fair
    std::uint64_t bookings() const { return std::uint64_t{fairs} * slots * places; }
};

/// Decides, confirms, and keeps what a journal would hold. Offsets count from 0.
class BookingWorld {
  public:
    static constexpr std::string_view organiser = "bench";

    explicit BookingWorld(WorldSize size);

    /// The serialized command of booking number `at`: every one fits, and no two meet twice.
    std::string booking(std::uint64_t at) const;
    /// Decides it, as a processor would, and confirms it at once.
    journal::v1::Entry decide(const std::string& payload);
    /// A fresh ledger that has folded what happened before the first booking.
    std::unique_ptr<Ledger> ledger_before_bookings() const;

    /// What happened before the first booking: registration's Entries, and the commands and Entries of scheduling.
    const std::vector<journal::v1::Entry>& heard() const { return heard_; }
    const std::vector<std::pair<std::string, journal::v1::Entry>>& prepared() const { return decided_; }

    Ledger& ledger() { return *ledger_; }
    const WorldSize& size() const { return size_; }

  private:
    void hear(const registration::v1::Event& event);
    void ask(const scheduling::v1::Command& command);
    void open_fairs();
    void enter_parties(std::uint32_t fair);

    WorldSize size_;
    std::unique_ptr<Ledger> ledger_;
    std::vector<journal::v1::Entry> heard_;
    std::vector<std::pair<std::string, journal::v1::Entry>> decided_;
    bool preparing_ = true;
    std::int64_t offset_ = 0;
    std::uint64_t command_number_ = 0;
};

}  // namespace hoicho::bench
