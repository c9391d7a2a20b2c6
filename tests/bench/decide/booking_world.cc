// Makes the world command by command; see booking_world.h.
#include "tests/bench/decide/booking_world.h"

#include <xxhash.h>

#include <ctime>

namespace hoicho::bench {
namespace {

/// The hour the program began in: ids are remembered for a day, so a log filled with old ones would be a log of another kind.
const std::uint64_t now_ms = static_cast<std::uint64_t>(std::time(nullptr)) / 3'600 * 3'600'000;
const std::uint64_t first_slot_ms = now_ms + 30ULL * 24 * 3'600'000;
constexpr std::uint64_t slot_every_ms = 25 * 60'000, slot_long_ms = 20 * 60'000;
constexpr WriterId writer{1};

std::unique_ptr<Ledger> new_ledger() { return std::make_unique<Ledger>(scheduling::make_scheduling_partition(), "bench"); }

}  // namespace

BookingWorld::BookingWorld(WorldSize size) : size_{size}, ledger_{new_ledger()} {
    open_fairs();
    preparing_ = false;
}

void BookingWorld::hear(const registration::v1::Event& event) {
    journal::v1::Entry entry;
    const auto& head = ledger_->position(SERVICE_REGISTRATION).head;
    entry.set_writer(std::string(16, '\1'));
    entry.set_parent(std::string(reinterpret_cast<const char*>(head.writer.data()), head.writer.size()));
    entry.set_n(head.n + 1);
    entry.set_input(head.input + 1);
    entry.set_now_ms(now_ms);
    entry.set_format(entry_format);
    entry.mutable_accepted()->add_events(event.SerializeAsString());
    const auto verdict = ledger_->fold(SERVICE_REGISTRATION, static_cast<std::int64_t>(head.n), organiser, entry);
    invariant(verdict == Verdict::folded, "a registration event was not folded");
    heard_.push_back(std::move(entry));
}

void BookingWorld::ask(const scheduling::v1::Command& command) {
    const auto entry = decide(command.SerializeAsString());
    invariant(entry.has_accepted(), entry.has_refused() ? Reason_Name(entry.refused().reason()) + " " + entry.refused().subject() : "not accepted");
}

void BookingWorld::open_fairs() {
    registration::v1::Event opened_organiser;
    opened_organiser.mutable_organiser_opened()->mutable_organiser()->set_name_vi("Bench");
    hear(opened_organiser);
    for (std::uint32_t fair = 1; fair <= size_.fairs; ++fair) {
        registration::v1::Event opened;
        opened.mutable_fair_opened()->set_fair_id(fair);
        opened.mutable_fair_opened()->mutable_fair()->set_code("F" + std::to_string(fair));
        hear(opened);
        enter_parties(fair);
        scheduling::v1::Command hall;
        hall.mutable_open_hall()->mutable_hall()->set_fair(fair);
        hall.mutable_open_hall()->mutable_hall()->set_code("H1");
        hall.mutable_open_hall()->mutable_hall()->set_title_vi("Nhà 1");
        hall.mutable_open_hall()->mutable_hall()->set_width_cm(7'200);
        hall.mutable_open_hall()->mutable_hall()->set_depth_cm(7'200);
        ask(hall);
        for (std::uint32_t at = 0; at < size_.slots; ++at) {
            scheduling::v1::Command slot;
            auto& row = *slot.mutable_open_slot()->mutable_slot();
            row.set_fair(fair);
            row.set_code("S" + std::to_string(at));
            row.set_session(at + 1);
            row.set_starts_at_ms(first_slot_ms + at * slot_every_ms);
            row.set_ends_at_ms(first_slot_ms + at * slot_every_ms + slot_long_ms);
            ask(slot);
        }
        for (std::uint32_t at = 0; at < size_.places; ++at) {
            scheduling::v1::Command table;
            table.mutable_place_table()->mutable_table()->set_hall(fair);
            table.mutable_place_table()->mutable_table()->set_code("T" + std::to_string(at));
            table.mutable_place_table()->mutable_table()->set_seats(4);
            ask(table);
        }
    }
}

void BookingWorld::enter_parties(std::uint32_t fair) {
    for (std::uint32_t id = 1; id <= size_.places; ++id)
        for (const bool buyer : {true, false}) {
            registration::v1::Event entered;
            auto& part = *entered.mutable_fair_entered()->mutable_participation();
            part.set_fair(fair);
            part.set_wants_meetings(true);
            if (buyer) {
                part.set_buyer(id);
            } else {
                part.set_exhibitor(id);
            }
            hear(entered);
        }
}

std::string BookingWorld::booking(std::uint64_t at) const {
    const auto fair = static_cast<std::uint32_t>(at % size_.fairs);
    const auto slot = static_cast<std::uint32_t>(at / size_.fairs % size_.slots);
    const auto place = static_cast<std::uint32_t>(at / size_.fairs / size_.slots % size_.places);
    scheduling::v1::Command command;
    auto& booking = *command.mutable_book_meeting();
    booking.set_fair(fair + 1);
    booking.set_slot(fair * size_.slots + slot + 1);
    booking.set_table(fair * size_.places + place + 1);
    booking.set_buyer(place + 1);
    booking.set_exhibitor((place + slot) % size_.places + 1);
    return command.SerializeAsString();
}

journal::v1::Entry BookingWorld::decide(const std::string& payload) {
    CommandId id{};
    ++command_number_;
    const XXH128_hash_t hash = XXH3_128bits(&command_number_, sizeof command_number_);
    std::memcpy(id.data(), &hash, id.size());
    const CommandIn command{.offset = offset_, .organiser = organiser, .id = id, .hash = XXH3_64bits(payload.data(), payload.size()), .actor = "bench",
                            .accepted_at_ms = now_ms, .payload = payload};
    auto entry = ledger_->decide(command, writer, offset_++);
    ledger_->confirm_first();
    if (preparing_) decided_.emplace_back(payload, entry);
    return entry;
}

std::unique_ptr<Ledger> BookingWorld::ledger_before_bookings() const {
    auto ledger = new_ledger();
    for (const auto& entry : heard_) ledger->fold(SERVICE_REGISTRATION, static_cast<std::int64_t>(entry.n()) - 1, organiser, entry);
    for (const auto& [payload, entry] : decided_) ledger->fold(SERVICE_SCHEDULING, static_cast<std::int64_t>(entry.n()) - 1, organiser, entry);
    return ledger;
}

}  // namespace hoicho::bench
