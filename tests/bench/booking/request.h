// hoicho's request for a booking of the profile: put in place of Profile::request of the load generator, nothing else of it changes.
//
// Reads the ids that `prepare` wrote from the file named by HOICHO_BENCH_IDS, which is there only while hoicho is the one being measured.
// Every rate of a ladder takes the next set of fairs; how many are used up stands in that file's neighbour ".used". A warm-up filler (a fair of its own in the profile) becomes a free place of the set's last slots.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

struct HoichoFair {
    std::string organiser, id;
    std::vector<std::string> slots, tables, buyers, exhibitors;
};

inline const HoichoFair& hoicho_fair(std::uint64_t set, std::uint64_t fair) {
    static const auto fairs = [] {
        std::map<std::pair<std::uint64_t, std::uint64_t>, HoichoFair> out;
        std::ifstream in{std::getenv("HOICHO_BENCH_IDS")};
        for (std::string line; std::getline(in, line);) {
            std::istringstream words{line};
            std::uint64_t set_number = 0, fair_number = 0;
            HoichoFair row;
            words >> set_number >> fair_number >> row.organiser >> row.id;
            const auto take = [&words](std::vector<std::string>& into, int count) {
                for (std::string id; count > 0 && words >> id; --count) into.push_back(id);
            };
            take(row.slots, 200), take(row.tables, 400), take(row.buyers, 400), take(row.exhibitors, 400);
            out[{set_number, fair_number}] = row;
        }
        return out;
    }();
    const auto at = fairs.find({set, fair});
    if (at == fairs.end()) std::fprintf(stderr, "no ids for set %lu fair %lu: prepare more sets\n", set, fair), std::exit(1);
    return at->second;
}

/// Whether hoicho is the server of this run.
inline bool hoicho_is_measured() {
    static const bool measured = [] {
        const char* file = std::getenv("HOICHO_BENCH_IDS");
        return file && std::ifstream{file}.good();
    }();
    return measured;
}

/// The set of fairs that a run books in: each new run takes the next one.
inline std::uint64_t hoicho_set_of(std::uint64_t run) {
    static std::map<std::uint64_t, std::uint64_t> sets;
    if (const auto at = sets.find(run); at != sets.end()) return at->second;
    const std::string used = std::string{std::getenv("HOICHO_BENCH_IDS")} + ".used";
    std::uint64_t set = 0;
    std::ifstream{used} >> set;
    std::ofstream{used} << set + 1;
    return sets[run] = set;
}

/// The whole HTTP request of booking {fair, slot, buyer, exhibitor, table, key} in run number `run`.
inline std::string hoicho_request(std::uint64_t run, std::uint64_t fairs, std::uint64_t fair, std::uint64_t slot, std::uint64_t buyer,
                                  std::uint64_t exhibitor, std::uint64_t table, std::uint64_t key) {
    const std::uint64_t set = hoicho_set_of(run);
    if (fair >= fairs) {  // filler: places 200-399 of the same fairs, which the profile itself uses for refused bookings only
        const std::uint64_t n = fair - fairs;
        fair = n % fairs, slot = n / fairs % 200, buyer = exhibitor = table = 200 + n / fairs / 200 % 200;
    }
    exhibitor = exhibitor / 200 * 200 + (exhibitor + slot) % 200;  // the profile's places meet themselves in every slot; here two meet once
    const auto& row = hoicho_fair(set, fair);
    char body[256], out[768];
    const int size = std::snprintf(body, sizeof body, R"({"buyer":"%s","exhibitor":"%s","table":"%s","slot":"%s","second_meeting_wanted":true})",
                                   row.buyers[buyer].c_str(), row.exhibitors[exhibitor].c_str(), row.tables[table].c_str(), row.slots[slot].c_str());
    const int all = std::snprintf(out, sizeof out,
                                  "POST /api/v1/organisers/%s/fairs/%s/meetings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                  "Idempotency-Key: k%lu-%lu\r\nContent-Length: %d\r\n\r\n%s",
                                  row.organiser.c_str(), row.id.c_str(), run, key, size, body);
    return {out, static_cast<std::size_t>(all)};
}
