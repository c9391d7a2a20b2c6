// A sample while it is being made: what later files need to know of earlier ones, and the files themselves.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "hoicho/sample/calendar.h"
#include "hoicho/sample/json_line.h"
#include "hoicho/sample/plan.h"
#include "hoicho/sample/random.h"
#include "hoicho/sample/words.h"

namespace hoicho::sample {

struct SampleExhibitor {
    std::string id, name;
    std::size_t number = 0;
    const Province* province = nullptr;
    const Commune* commune = nullptr;
    Theme theme{};
    bool household = false;
    bool state_funded = false;
    bool wants_meetings = false;
    Day registered_on;
    std::string_view best_rating = "THREE";
};

struct SampleProduct {
    std::string id;
    std::size_t exhibitor = 0;  ///< index
    const Kind* kind = nullptr;
    std::string_view rating;
    int price_wholesale_vnd = 0;
};

struct SampleBuyer {
    std::string id;
    std::size_t number = 0;
    std::string_view type;
    const Country* country = nullptr;  ///< nullptr: from Viet Nam
    int payment_terms_days = 0;
};

struct SampleSlot {
    std::size_t session = 0;
    Day day;
    int from = 0, to = 0;  ///< minutes since midnight
};

struct Sample {
    Sample(SampleSize size, std::uint64_t seed_value) : plan{plan_of(size)}, seed{seed_value} {}

    Plan plan;
    std::uint64_t seed;
    std::vector<SampleExhibitor> exhibitors;
    std::vector<SampleProduct> products;
    std::vector<SampleBuyer> buyers;
    std::vector<std::pair<std::size_t, std::size_t>> wanted;  ///< (buyer, product) behind each demand
    std::vector<SampleSlot> slots;
    std::set<std::string> numbers_used;        ///< tax codes and phones, each given once
    std::map<std::string, std::string> files;  ///< name -> bytes

    void line(const std::string& file, const JsonLine& line) { files[file + ".jsonl"] += line.str() + "\n"; }
    Random random(std::string_view stream) const { return Random{seed, stream}; }
};

// One function per file or pair of files, in this order: later ones read what earlier ones left.
void make_exhibitors(Sample& sample);
void make_products(Sample& sample);
void make_certificates(Sample& sample);
void make_buyers(Sample& sample);
void make_demands(Sample& sample);
void make_timetable(Sample& sample);
void make_representatives(Sample& sample);
void make_floor(Sample& sample);
void make_booth_requests(Sample& sample);
void make_interests(Sample& sample);
void make_points_of_sale(Sample& sample);
void make_fair(Sample& sample);

/// "E0007": a letter and a number of so many digits.
inline std::string numbered(std::string_view letter, std::size_t number, std::size_t digits) {
    return std::string{letter} + padded(static_cast<int>(number), digits);
}

}  // namespace hoicho::sample
