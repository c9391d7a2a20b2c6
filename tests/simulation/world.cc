// What happens in the small world; see world.h.
#include "tests/simulation/world.h"

namespace hoicho::tests {
namespace {

constexpr std::uint32_t seats = 12;
constexpr int peace_steps_max = 60'000;
constexpr std::uint64_t quiet_ms = 10'000;  // J8: within this after the last fault, every command has an Entry

/// Faults of a million appends, of a strength that differs from seed to seed.
runtime::SimulatedFaults faults_of(std::uint64_t seed) {
    const auto strength = static_cast<std::uint32_t>(seed % 4);
    return {10'000 * strength, 15'000 * strength, 10'000 * strength,
            8'000 * strength,  40'000 * strength, 10'000 * strength};
}

}  // namespace

World::World(std::uint64_t seed) : random_{seed}, log_{1, seed * 7 + 1, faults_of(seed)} {
    limits_.poll_records_max = 8;
    limits_.window_entries_max = 6;
    limits_.window_bytes_max = 4'000;
    limits_.fold_records_max = 10;
    limits_.commit_entries_max = 7;
    limits_.careful_commands = 14;
    for (const auto& make : {make_register, make_hall, make_hall}) {
        nodes_.push_back(std::make_unique<Node>());
        nodes_.back()->make_partition = make;
        nodes_.back()->disk.at_write = [this] { maybe_crash(50); };
        start(*nodes_.back());
    }
}

runtime::ProcessorSetup World::setup(Node& node) {
    runtime::ProcessorSetup setup;
    setup.build = "simulation";
    setup.make_partition = node.make_partition;
    setup.open_store = node.disk.opener();
    setup.effects = {std::make_shared<Ear>(answers_, [this] { maybe_crash(10); })};
    setup.random = [this] { return random_(); };
    setup.limits = limits_;
    return setup;
}

void World::start(Node& node) { node.process = std::make_unique<runtime::Processor>(setup(node), log_, nullptr); }

void World::run(int steps) {
    for (int step_number = 0; step_number < steps && wrong_.empty(); ++step_number) trouble();
    make_peace();
}

void World::trouble() {
    switch (dice(20)) {
        case 0: return ask();
        case 1: return dice(2) == 0 ? ask_register() : ask();
        case 2: now_ms_ += dice(80); return;
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
        case 8:
        case 9: (void)log_.deliver_next(); return;
        default: break;
    }
    auto& node = *nodes_[dice(nodes_.size())];
    if (node.paused_steps > 0) {
        --node.paused_steps;
        return;
    }
    if (!node.process) {
        if (dice(10) == 0) start(node);
    } else if (dice(400) == 0) {
        crash(node);
    } else if (dice(400) == 0) {
        stop(node);
    } else if (dice(300) == 0) {
        node.paused_steps = static_cast<int>(dice(300));
    } else {
        step(node);
    }
}

void World::stop(Node& node) {
    try {
        node.process->close();
        node.process.reset();
    } catch (const Crash&) {
        crash(node);
    }
}

void World::step(Node& node) {
    try {
        node.process->step(now_ms_);
    } catch (const Crash&) {
        return crash(node);
    }
    const auto& process = *node.process;
    if (process.window_entries() > limits_.window_entries_max ||
        process.window_bytes() > limits_.window_bytes_max + 2'000)
        wrong_ = "J9: the window is over its bounds";
    if (process.status().phase() == runtime::Phase::halted) {
        const auto trouble = process.status().trouble();
        wrong_ = "halted: " + trouble.alarm + " " + trouble.detail;
    }
}

/// The process ends; what it had not written to disk is gone, and sometimes what it had.
void World::crash(Node& node) {
    ++crashes_;
    node.process.reset();
    if (dice(3) == 0) node.disk.go_back(1 + dice(3));
    if (dice(40) == 0) node.disk.unreadable = true;
}

void World::maybe_crash(std::uint32_t of_ten_thousand) {
    if (at_war_ && dice(10'000) < of_ten_thousand) throw Crash{};
}

void World::ask() {
    const auto nothing = [](const auto&) {};
    const auto kind = dice(100);
    if (kind < 2) return log_.send(hall_commands, {"hanoi", "written by hand", {}}, nothing);
    Note note = kind < 60   ? book(static_cast<std::uint32_t>(dice(seats)), static_cast<std::uint32_t>(1 + dice(6)))
                : kind < 85 ? leave(static_cast<std::uint32_t>(dice(seats)))
                : kind < 95 ? write(static_cast<std::uint32_t>(dice(4)), std::string(dice(1'200), 'w'))
                : kind < 97 ? Note{Note::kThrow, 0, 0, 0, {}}
                : kind < 99 ? Note{Note::kHalf, 0, 99, 0, "half"}
                            : Note{at_war_ && dice(4) == 0 ? Note::kCrash : Note::kWrite, 0, 1, 0, {}};
    // A client that heard nothing asks again under the same id; a careless one with another command.
    const auto id = dice(4) == 0 && next_id_ > 1 ? 1 + dice(next_id_ - 1) : next_id_++;
    if (dice(8) > 0) note.seat = static_cast<std::uint32_t>(id % seats);
    std::vector<std::pair<Service, std::uint64_t>> after;
    if (dice(10) == 0) after.emplace_back(Service::SERVICE_REGISTRATION, 1 + dice(8));
    const auto* organiser = dice(5) == 0 ? "hue" : "hanoi";
    log_.send(hall_commands,
              command_message(Service::SERVICE_SCHEDULING, note, id, opening_ms + now_ms_, std::move(after), organiser),
              nothing);
}

void World::ask_register() {
    log_.send(register_commands,
              command_message(Service::SERVICE_REGISTRATION, admit(), 1'000'000 + next_id_++, opening_ms + now_ms_),
              [](const auto&) {});
}

/// The log heals, every process runs, nobody asks any more.
void World::make_peace() {
    at_war_ = false;
    log_.set_faults({});
    std::uint64_t ended_ms = now_ms_;
    for (int steps = 0; steps < peace_steps_max && wrong_.empty(); ++steps) {
        for (auto& node : nodes_) {
            if (!node->process) start(*node);
            step(*node);
        }
        const bool moved = log_.deliver_next();
        if (!moved) now_ms_ += 10;
        if (!moved && all_answered()) return;
        // A command that crashes its process may still lie ahead: each crash is a fault.
        for (auto& node : nodes_)
            if (!node->process) ended_ms = now_ms_;
        if (now_ms_ - ended_ms > quiet_ms) break;
    }
    if (wrong_.empty()) wrong_ = "J8: commands are not answered though everything works";
}

bool World::all_answered() {
    for (auto& node : nodes_) {
        if (!node->process || node->process->status().phase() != runtime::Phase::running) return false;
        const auto* ledger = node->process->ledger();
        const auto service = ledger->partition().service();
        if (ledger->head().input + 1 != log_.bounds({service, runtime::Kind::commands, 0}).value().end) return false;
        if (ledger->unconfirmed() > 0 || node->process->window_entries() > 0) return false;
        for (const auto& [journal, position] : ledger->positions())
            if (journal != service &&
                position.next_offset != log_.bounds({journal, runtime::Kind::journal, 0}).value().end)
                return false;
    }
    return true;
}

}  // namespace hoicho::tests
