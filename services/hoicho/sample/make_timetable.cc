// slots.jsonl and tables.jsonl: half-days of meetings, the first one after the opening ceremony.
#include "hoicho/sample/sample.h"

namespace hoicho::sample {
namespace {

struct Session {
    int day, from;
    std::size_t slots;
};
constexpr Session sessions[] = {{0, 10 * 60 + 15, 5}, {0, 13 * 60 + 30, 8}, {1, 9 * 60 + 15, 7}, {1, 13 * 60 + 30, 8}};
constexpr std::string_view features[] = {"INTERPRETER", "ONLINE_KIT", "QUIET", "SAMPLES"};

void make_slots(Sample& sample) {
    for (std::size_t session = 0; session < sample.plan.sessions; ++session) {
        for (std::size_t at = 0; at < sessions[session].slots; ++at) {
            const int from = sessions[session].from + static_cast<int>(at) * (meeting_minutes + gap_minutes);
            const SampleSlot slot{session + 1, plus_days(opening, sessions[session].day), from, from + meeting_minutes};
            JsonLine line;
            line.text("slot_id", numbered("S" + std::to_string(slot.session) + "-", at + 1, 2));
            line.number("session", static_cast<std::int64_t>(slot.session)).text("date", iso(slot.day));
            line.text("from", clock(slot.from)).text("to", clock(slot.to));
            sample.line("slots", line);
            sample.slots.push_back(slot);
        }
    }
}

void make_tables(Sample& sample) {
    auto random = sample.random("tables");
    for (std::size_t at = 0; at < sample.plan.tables; ++at) {
        std::vector<std::string> equipped;
        for (const auto feature : features)
            if (random.chance(20)) equipped.emplace_back(feature);
        JsonLine line;
        line.text("table_id", numbered("T", at + 1, 3)).text("hall_id", "H1");
        line.number("seats", random.chance(75) ? 4 : 6).texts("features", equipped);
        sample.line("tables", line);
    }
}

}  // namespace

void make_timetable(Sample& sample) {
    make_slots(sample);
    make_tables(sample);
}

}  // namespace hoicho::sample
