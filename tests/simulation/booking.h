// Two small services to try the runtime with: a register that admits people, and a hall where an admitted person books
// a seat.
#pragma once

#include <algorithm>
#include <stdexcept>

#include "kernel/typed_partition.h"

namespace hoicho::tests {

/// Carries commands and events alike; as short as a message can be.
struct Note {
    enum Kind : std::uint8_t {
        KIND_NOT_SET = 0,
        kAdmit = 1,  ///< register: person
        kBook = 2,   ///< hall: seat, person, until due_ms if that is not 0
        kLeave = 3,  ///< hall: seat
        kWrite = 4,  ///< hall: text, of any length
        kThrow = 5,  ///< hall: decide throws
        kHalf = 6,   ///< hall: evolve writes, then throws
        kCrash = 7,  ///< hall: ends the process, as far as a test can
        kinds_end
    };
    Kind kind = KIND_NOT_SET;
    std::uint32_t person = 0;
    std::uint32_t seat = 0;
    std::uint64_t due_ms = 0;
    std::string text;

    Kind kind_case() const { return kind < kinds_end ? kind : KIND_NOT_SET; }
    std::string SerializeAsString() const {
        std::string bytes;
        codec::put(bytes, *this);
        return bytes;
    }
    bool ParseFromArray(const void* data, int size) {
        std::string_view bytes{static_cast<const char*>(data), static_cast<std::size_t>(size)};
        return codec::get(bytes, *this) && bytes.empty();
    }
};

/// What ends a process in a test: passes through everything that catches std::exception.
struct Crash {};

enum class Person : std::uint32_t {};
enum class Booking : std::uint32_t {};

struct Booked {
    std::uint32_t seat = 0;
    Person person{};
    std::uint64_t due_ms = 0;
    bool ended = false;
};

/// Service registration.
struct Register {
    using Command = Note;
    using Event = Note;
    static constexpr Service service = Service::SERVICE_REGISTRATION;
    static constexpr std::uint32_t fold_version = 1;

    struct State {
        explicit State(Tables& tables) : people{tables, "pe"} {}
        void index() {}
        Rows<Person, std::uint64_t> people;
    };

    static const std::vector<Service>& folds() {
        static const std::vector<Service> none;
        return none;
    }
    static Decision<Event> decide(const State& state, const Command& command, const Context&) {
        if (command.kind_case() != Note::kAdmit) return refuse(REASON_MALFORMED, "command");
        return fact(Event{Note::kAdmit, state.people.next_id(), 0, 0, {}}, ID_KIND_REPRESENTATIVE,
                    state.people.next_id());
    }
    static void evolve(State& state, const Event& event) { state.people.put(Person{event.person}, event.due_ms); }
    static Folded evolve_foreign(State&, Service, std::string_view) { return Folded::newer; }
};

/// Service scheduling; folds registration.
struct Hall {
    using Command = Note;
    using Event = Note;
    static constexpr Service service = Service::SERVICE_SCHEDULING;
    static constexpr std::uint32_t fold_version = 1;

    struct State {
        explicit State(Tables& tables)
            : admitted{tables, "ad"},
              bookings{tables, "bo"},
              seats{tables, "se"},
              texts{tables, "te"},
              held{tables, "he", Kept::derived} {}
        void index() {
            bookings.for_each([this](Booking id, const Booked& row) {
                if (!row.ended)
                    held.restore(row.person, std::uint32_t{1} + (held.find(row.person) ? *held.find(row.person) : 0));
                (void)id;
            });
        }
        Keyed<Person, std::uint8_t> admitted;  ///< what the register says
        Rows<Booking, Booked> bookings;
        Keyed<std::uint32_t, Booking> seats;  ///< seat -> the booking that has it
        Keyed<std::uint32_t, std::string> texts;
        Keyed<Person, std::uint32_t> held;  ///< seats a person has; not stored
    };

    static const std::vector<Service>& folds() {
        static const std::vector<Service> journals{Service::SERVICE_REGISTRATION};
        return journals;
    }

    static Decision<Event> decide(const State& state, const Command& command, const Context& context) {
        switch (command.kind_case()) {
            case Note::kBook: return book(state, command, context);
            case Note::kLeave:
                if (!state.seats.contains(command.seat))
                    return refuse(REASON_UNKNOWN, "seat", std::to_string(command.seat));
                return fact(command);
            case Note::kHalf:
            case Note::kWrite: return fact(command);
            case Note::kThrow: throw std::runtime_error("the hall is on fire");
            case Note::kCrash: throw Crash{};
            case Note::kAdmit:
            case Note::kinds_end:
            case Note::KIND_NOT_SET: break;
        }
        return refuse(REASON_MALFORMED, "command");
    }

    static Decision<Event> book(const State& state, const Command& command, const Context& context) {
        if (!state.admitted.contains(Person{command.person}))
            return refuse(REASON_UNKNOWN, "person", std::to_string(command.person));
        if (state.seats.contains(command.seat))
            return refuse(REASON_ALREADY_MEETING, "seat", std::to_string(command.seat));
        if (command.due_ms != 0 && command.due_ms <= context.now_ms) return refuse(REASON_SLOT_PASSED, "due");
        return fact(command, ID_KIND_MEETING, state.bookings.next_id());
    }

    static void evolve(State& state, const Event& event) {
        if (event.kind == Note::kBook) {
            const auto id = Booking{state.bookings.next_id()};
            const Person person{event.person};
            state.bookings.put(id, {event.seat, person, event.due_ms, false});
            state.seats.put(event.seat, id);
            state.held.put(person, 1 + (state.held.find(person) ? *state.held.find(person) : 0));
        } else if (event.kind == Note::kLeave) {
            auto& booked = state.bookings.edit(*state.seats.find(event.seat));
            booked.ended = true;
            state.seats.erase(event.seat);
            const auto left = *state.held.find(booked.person) - 1;
            left > 0 ? state.held.put(booked.person, left) : state.held.erase(booked.person);
        } else {
            state.texts.put(event.seat, event.text);
            if (event.kind == Note::kHalf) throw std::runtime_error("half done");
        }
    }

    static Folded evolve_foreign(State& state, Service, std::string_view bytes) {
        Event event;
        if (!event.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) || event.kind_case() != Note::kAdmit)
            return Folded::newer;
        state.admitted.put(Person{event.person}, 1);
        return Folded::done;
    }

    static std::optional<std::pair<std::uint64_t, Command>> next_due(const State& state) {
        std::optional<std::pair<std::uint64_t, Command>> first;
        state.bookings.for_each([&](Booking, const Booked& row) {
            if (!row.ended && row.due_ms != 0 && (!first || row.due_ms < first->first))
                first.emplace(row.due_ms, Command{Note::kLeave, 0, row.seat, 0, {}});
        });
        return first;
    }
};

inline Note admit() { return {Note::kAdmit, 0, 0, 0, {}}; }
inline Note book(std::uint32_t seat, std::uint32_t person, std::uint64_t due_ms = 0) {
    return {Note::kBook, person, seat, due_ms, {}};
}
inline Note leave(std::uint32_t seat) { return {Note::kLeave, 0, seat, 0, {}}; }
inline Note write(std::uint32_t seat, std::string text) { return {Note::kWrite, 0, seat, 0, std::move(text)}; }

inline std::unique_ptr<Partition> make_register() { return std::make_unique<TypedPartition<Register>>(); }
inline std::unique_ptr<Partition> make_hall() { return std::make_unique<TypedPartition<Hall>>(); }

}  // namespace hoicho::tests
