#include "hoicho/sample/generate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>
#include <sstream>
#include <vector>

namespace hoicho::sample {
namespace {

namespace json = boost::json;
using Rows = std::vector<json::object>;

std::string text(const json::object& row, std::string_view member) { return std::string{row.at(member).as_string()}; }

/// One sample read back, as an importer would.
class Fair {
  public:
    explicit Fair(SampleSize size, std::uint64_t seed = 7) {
        for (const auto& [name, bytes] : sample_files(size, seed)) {
            std::istringstream lines{bytes};
            for (std::string line; std::getline(lines, line);)
                files_[name.substr(0, name.find('.'))].push_back(json::parse(line).as_object());
        }
    }
    const Rows& operator[](const std::string& name) const { return files_.at(name); }
    std::set<std::string> ids(const std::string& name, std::string_view member) const {
        std::set<std::string> ids;
        for (const auto& row : files_.at(name)) ids.insert(text(row, member));
        return ids;
    }
    std::size_t count(const std::string& name, std::string_view member, std::string_view value) const {
        std::size_t count = 0;
        for (const auto& row : files_.at(name)) count += text(row, member) == value;
        return count;
    }

  private:
    std::map<std::string, Rows> files_;
};

const Fair& fair(SampleSize size) {
    static const std::map<SampleSize, Fair> fairs{{SampleSize::small, Fair{SampleSize::small}},
                                                  {SampleSize::typical, Fair{SampleSize::typical}},
                                                  {SampleSize::hanoi, Fair{SampleSize::hanoi}}};
    return fairs.at(size);
}

constexpr std::pair<const char*, const char*> keys[] = {{"exhibitors", "exhibitor_id"},
                                                        {"products", "product_id"},
                                                        {"certificates", "certificate_id"},
                                                        {"buyers", "buyer_id"},
                                                        {"demands", "demand_id"},
                                                        {"booths", "booth_id"},
                                                        {"booth_requests", "request_id"},
                                                        {"slots", "slot_id"},
                                                        {"tables", "table_id"},
                                                        {"halls", "hall_id"},
                                                        {"points_of_sale", "point_id"},
                                                        {"delegations", "delegation_id"},
                                                        {"representatives", "representative_id"}};

class EverySize : public testing::TestWithParam<SampleSize> {};
INSTANTIATE_TEST_SUITE_P(Samples, EverySize, testing::Values(SampleSize::small, SampleSize::typical, SampleSize::hanoi),
                         [](const auto& size) { return std::string{plan_of(size.param).name}; });

TEST_P(EverySize, HasAsManyOfEverythingAsPlanned) {
    const auto& it = fair(GetParam());
    const auto plan = plan_of(GetParam());
    const std::pair<const char*, std::size_t> expected[] = {{"exhibitors", plan.exhibitors},
                                                            {"products", plan.products},
                                                            {"certificates", plan.products},
                                                            {"buyers", plan.buyers},
                                                            {"demands", plan.demands},
                                                            {"booths", plan.booths},
                                                            {"booth_requests", plan.exhibitors},
                                                            {"slots", plan.slots},
                                                            {"tables", plan.tables},
                                                            {"halls", plan.halls},
                                                            {"points_of_sale", plan.points_of_sale},
                                                            {"delegations", plan.provinces},
                                                            {"representatives", plan.representatives},
                                                            {"interests", plan.interests},
                                                            {"fair", 1}};
    for (const auto& [name, count] : expected) EXPECT_EQ(it[name].size(), count) << name;
    std::int64_t wanted = 0;
    for (const auto& row : it["booth_requests"]) wanted += row.at("count").as_int64();
    EXPECT_EQ(wanted, static_cast<std::int64_t>(plan.booths_wanted));
}

TEST_P(EverySize, GivesEveryIdTaxCodePhoneAndBarcodeOnce) {
    const auto& it = fair(GetParam());
    for (const auto& [name, key] : keys) EXPECT_EQ(it.ids(name, key).size(), it[name].size()) << name;
    std::set<std::string> numbers;
    for (const auto* name : {"exhibitors", "buyers"})
        for (const auto& row : it[name]) {
            if (text(row, "tax_id").empty()) continue;
            EXPECT_TRUE(numbers.insert(text(row, "tax_id")).second) << text(row, "tax_id");
        }
    for (const auto* name : {"exhibitors", "buyers", "representatives"})
        for (const auto& row : it[name]) {
            if (text(row, "phone").empty()) continue;
            EXPECT_TRUE(numbers.insert(text(row, "phone")).second) << text(row, "phone");
        }
    for (const auto& row : it["products"]) {
        if (text(row, "barcode").empty()) continue;
        EXPECT_TRUE(numbers.insert(text(row, "barcode")).second) << text(row, "barcode");
    }
}

TEST_P(EverySize, NamesOnlyThingsThatAreThere) {
    const auto& it = fair(GetParam());
    const auto check = [&it](const char* file, const char* member, const char* other) {
        const auto key = *std::find_if(std::begin(keys), std::end(keys),
                                       [other](const auto& pair) { return pair.first == std::string{other}; });
        const auto known = it.ids(other, key.second);
        for (const auto& row : it[file])
            EXPECT_TRUE(known.count(text(row, member))) << file << " " << text(row, member);
    };
    check("exhibitors", "delegation_id", "delegations");
    check("products", "exhibitor_id", "exhibitors");
    check("products", "certificate_id", "certificates");
    check("certificates", "product_id", "products");
    check("demands", "buyer_id", "buyers");
    check("booths", "hall_id", "halls");
    check("booth_requests", "exhibitor_id", "exhibitors");
    check("tables", "hall_id", "halls");
}

TEST_P(EverySize, JoinsBuyersAndExhibitorsInInterestsAndRepresentatives) {
    const auto& it = fair(GetParam());
    const auto exhibitors = it.ids("exhibitors", "exhibitor_id"), buyers = it.ids("buyers", "buyer_id");
    std::set<std::pair<std::string, std::string>> pairs;
    for (const auto& row : it["interests"]) {
        const bool by_buyer = text(row, "from_kind") == "BUYER";
        EXPECT_TRUE((by_buyer ? buyers : exhibitors).count(text(row, "from_id")));
        EXPECT_TRUE((by_buyer ? exhibitors : buyers).count(text(row, "to_id")));
        EXPECT_EQ(text(row, "level") == "NEVER", !text(row, "reason").empty());
        EXPECT_TRUE(pairs.emplace(text(row, "from_id"), text(row, "to_id")).second);
    }
    for (const auto& row : it["representatives"])
        EXPECT_TRUE((text(row, "org_kind") == "BUYER" ? buyers : exhibitors).count(text(row, "org_id")));
}

TEST_P(EverySize, HasTaxCodesWithTheirCheckDigit) {
    constexpr int weights[] = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    for (const auto& row : fair(GetParam())["exhibitors"]) {
        const auto code = text(row, "tax_id");
        if (text(row, "tax_id_kind") == "PIN12") {
            EXPECT_EQ(code.size(), 12u);
            EXPECT_EQ(code.substr(0, 3), "099");
            continue;
        }
        int sum = 0;
        for (std::size_t at = 0; at < 9; ++at) sum += weights[at] * (code[at] - '0');
        EXPECT_NE(sum % 11, 0) << code;
        EXPECT_EQ(code[9] - '0', 10 - sum % 11) << code;
        EXPECT_EQ(code.size(), text(row, "tax_id_kind") == "MST13" ? 14u : 10u);
    }
}

TEST_P(EverySize, HasRatingsAndValidCertificatesAsPlanned) {
    const auto& it = fair(GetParam());
    const auto plan = plan_of(GetParam());
    for (const auto* file : {"products", "certificates"}) {
        EXPECT_EQ(it.count(file, "rating", "FIVE"), plan.five);
        EXPECT_EQ(it.count(file, "rating", "POTENTIAL_FIVE"), plan.potential_five);
        EXPECT_EQ(it.count(file, "rating", "FOUR"), plan.four);
        EXPECT_EQ(it.count(file, "rating", "THREE"), plan.products - plan.five - plan.potential_five - plan.four);
    }
    std::size_t valid = 0;
    for (const auto& row : it["certificates"]) {
        EXPECT_LT(text(row, "issued_on"), text(row, "expires_on"));
        valid += text(row, "issued_on") <= "2026-12-03" && "2026-12-03" < text(row, "expires_on");
    }
    EXPECT_EQ(valid, plan.valid);
}

TEST_P(EverySize, HasSlotsThatDoNotOverlap) {
    std::string end;
    for (const auto& row : fair(GetParam())["slots"]) {
        const auto from = text(row, "date") + " " + text(row, "from"), to = text(row, "date") + " " + text(row, "to");
        EXPECT_LT(from, to);
        EXPECT_LE(end, from);
        end = to;
    }
}

TEST_P(EverySize, HasNeighboursOnBothSidesOfEveryWall) {
    std::map<std::string, std::set<std::string>> beside;
    for (const auto& row : fair(GetParam())["booths"])
        for (const auto& other : row.at("neighbours").as_array())
            beside[text(row, "booth_id")].insert(std::string{other.as_string()});
    for (const auto& [booth, others] : beside)
        for (const auto& other : others) EXPECT_TRUE(beside[other].count(booth)) << booth << " " << other;
}

TEST(HanoisSample, IsTheCityAsItWasCounted) {
    const auto plan = plan_of(SampleSize::hanoi);
    EXPECT_EQ(plan.exhibitors, 700u);
    EXPECT_EQ(plan.products, 2'167u);
    EXPECT_EQ(plan.five + plan.potential_five + plan.four + 780, plan.products);
    EXPECT_EQ(plan.valid, 1'871u);
}

}  // namespace
}  // namespace hoicho::sample
