// Makes the fairs that the booking race books in, through the public API, and writes their ids to a file for the load generator.
//
//   prepare URL SETS OUT      SETS: rates of a ladder and warm-ups, 20 fairs each
//
// OUT, one line each:  set fair organiser fair-id · slot ids (200) · table ids (400) · buyer ids (400) · exhibitor ids (400), all by spaces
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "hoicho/fair/api_client.h"

namespace {

using hoicho::fair::ApiClient;
using hoicho::fair::created_id;
using hoicho::fair::Post;
using hoicho::fair::problem_text;
using Ids = std::vector<std::string>;

constexpr int fairs = 20, slots = 200, places = 400, organisers = 8;

[[noreturn]] void die(const std::string& why) {
    std::fprintf(stderr, "prepare: %s\n", why.c_str());
    std::exit(1);
}

/// Posts all and returns the created ids in the order of the posts.
Ids post(ApiClient& api, const std::vector<Post>& posts) {
    Ids ids(posts.size());
    const auto done = api.post_all(posts, [&](std::size_t at, const hoicho::runtime::http::Response& response) {
        if (response.status >= 300) die(posts[at].path + ": " + problem_text(response));
        ids[at] = created_id(response);
    });
    if (!done) die(done.error().detail);
    return ids;
}

std::string at_minute(int minute) {
    char text[32];
    std::snprintf(text, sizeof text, "2030-01-%02dT%02d:%02d:00Z", 1 + minute / 1440, minute / 60 % 24, minute % 60);
    return text;
}

std::string base(int organiser) { return "/api/v1/organisers/bench-" + std::to_string(organiser); }

/// The n-th invented tax code: 99 and seven digits with the right check digit (tenth = 10 - sum mod 11; a remainder of 0 is never issued).
std::string tax_code(int n) {
    constexpr int weights[] = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    for (int candidate = n * 2;; ++candidate) {  // an even number and the next differ by 3 in the sum: never both 0
        char digits[16];
        std::snprintf(digits, sizeof digits, "99%07d", candidate);
        int sum = 0;
        for (int at = 0; at < 9; ++at) sum += weights[at] * (digits[at] - '0');
        if (sum % 11 != 0) return std::string{digits} + std::to_string(10 - sum % 11);
    }
}

struct Parties {
    Ids buyers, exhibitors;
};

Parties register_parties(ApiClient& api, int organiser) {
    const auto path = base(organiser);
    post(api, {{path, R"({"name_vi": "Bench", "name_en": "Bench", "kind": "PUBLIC_AGENCY"})", "open"}});
    std::vector<Post> buyers, exhibitors;
    for (int at = 0; at < places; ++at) {
        const auto n = std::to_string(at);
        buyers.push_back({path + "/buyers",
                          R"({"code": "B)" + n + R"(", "business_name_vi": "Bên mua )" + n + R"(", "buyer_type": "SUPERMARKET", "country": "Viet Nam", "timezone": "Asia/Ho_Chi_Minh"})",
                          "buyer " + n});
        exhibitors.push_back({path + "/exhibitors",
                              R"({"code": "E)" + n + R"(", "business_name_vi": "Hợp tác xã )" + n + R"(", "subject_type": "COOPERATIVE", "tax_id_kind": "MST10", "tax_id": ")" + tax_code(at) +
                                  R"(", "province_code": "01"})",
                              "exhibitor " + n});
    }
    return {post(api, buyers), post(api, exhibitors)};
}

void prepare_fair(ApiClient& api, int set, int fair, const Parties& parties, std::ofstream& out) {
    const int organiser = fair % organisers;
    const auto path = base(organiser), name = "f" + std::to_string(set) + "-" + std::to_string(fair);
    const auto fair_id = post(api, {{path + "/fairs",
                                     R"({"code": ")" + name + R"(", "kind": "TRADE_FAIR", "name_vi": "Hội chợ đo", "name_en": "Bench fair", "timezone": "Asia/Ho_Chi_Minh", )"
                                     R"("starts_on": "2030-01-01", "ends_on": "2030-01-07", "currency": "VND", "rules": {"min_stars": 3, "certificates_checked_on": "2030-01-01", )"
                                     R"("booths_per_exhibitor_max": 4, "meeting_minutes": 20, "gap_minutes": 5, "meetings_per_representative_per_half_day_max": 0}})",
                                     name}})[0];
    const auto fair_path = path + "/fairs/" + fair_id;
    const auto hall = post(api, {{fair_path + "/halls", R"({"code": "H1", "title_vi": "Nhà 1", "indoor": true, "width_cm": 7200, "depth_cm": 7200})", name + " hall"}})[0];
    std::vector<Post> slot_posts, table_posts, entries;
    for (int at = 0; at < slots; ++at)
        slot_posts.push_back({fair_path + "/slots",
                              R"({"code": "S)" + std::to_string(at) + R"(", "session": )" + std::to_string(at + 1) + R"(, "starts_at": ")" + at_minute(at * 25) +
                                  R"(", "ends_at": ")" + at_minute(at * 25 + 20) + "\"}",
                              name + " slot " + std::to_string(at)});
    for (int at = 0; at < places; ++at) {
        const auto n = std::to_string(at);
        table_posts.push_back({path + "/halls/" + hall + "/tables", R"({"code": "T)" + n + R"(", "seats": 4})", name + " table " + n});
        entries.push_back({fair_path + "/participations", R"({"buyer": ")" + parties.buyers[at] + R"(", "wants_meetings": true})", name + " buyer " + n});
        entries.push_back({fair_path + "/participations",
                           R"({"exhibitor": ")" + parties.exhibitors[at] + R"(", "funding": "SELF", "wants_meetings": true})", name + " exhibitor " + n});
    }
    const auto slot_ids = post(api, slot_posts), table_ids = post(api, table_posts);
    post(api, entries);
    out << set << ' ' << fair << " bench-" << organiser << ' ' << fair_id;
    for (const auto* ids : {&slot_ids, &table_ids, &parties.buyers, &parties.exhibitors})
        for (const auto& id : *ids) out << ' ' << id;
    out << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) die("usage: prepare URL SETS OUT");
    auto api = ApiClient::at(argv[1]);
    if (!api) die(api.error().detail);
    std::ofstream out{argv[3]};
    std::vector<Parties> parties;
    for (int organiser = 0; organiser < organisers; ++organiser) parties.push_back(register_parties(*api, organiser));
    for (int set = 0; set < std::atoi(argv[2]); ++set) {
        for (int fair = 0; fair < fairs; ++fair) prepare_fair(*api, set, fair, parties[static_cast<std::size_t>(fair % organisers)], out);
        std::fprintf(stderr, "prepare: set %d of %s\n", set + 1, argv[2]);
    }
    return out.flush() ? 0 : 1;
}
