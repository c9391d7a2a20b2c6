#include "hoicho/match/match_directory.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace hoicho::match {
namespace {

/// A fair of two products and one demand in a folder of its own.
class MatchDirectory : public testing::Test {
  protected:
    MatchDirectory() : folder_{std::filesystem::temp_directory_path() / ("hoicho-match-" + std::to_string(getpid()))} {
        std::filesystem::create_directories(folder_);
        write("fair.json", R"({"rules":{"certificate_checked_on":"2026-12-03"}})");
        write("exhibitors.jsonl", R"({"exhibitor_id":"E1"})");
        write("products.jsonl", R"({"product_id":"P1","exhibitor_id":"E1","name_vi":"Chè xanh","ocop_group":1,"supply_months":[1,2]}
{"product_id":"P2","exhibitor_id":"E1","name_vi":"Gạo nếp","ocop_group":1,"capacity_per_month":3400.5})");
        write("certificates.jsonl", R"({"product_id":"P1","rating":"POTENTIAL_FIVE","expires_on":"2027-01-01"})");
        write("demands.jsonl", R"({"demand_id":"R1","title":"Thu mua trà xanh","quantity":1.5,"quantity_unit":"tấn","quantity_per":"WEEK"})");
    }
    ~MatchDirectory() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) { std::ofstream{folder_ / name} << text << "\n"; }
    Result<MatchFigures> match() { return match_directory(folder_, folder_ / "run.tsv", 20); }
    std::string why_not() {
        const auto figures = match();
        EXPECT_FALSE(std::filesystem::exists(folder_ / "run.tsv")) << "nothing is written of a fair that cannot be read";
        return figures ? "it was read" : figures.error().detail.substr(folder_.string().size() + 1);
    }

    std::filesystem::path folder_;
};

TEST_F(MatchDirectory, WritesDemandProductAndScore) {
    const auto figures = match();
    ASSERT_TRUE(figures) << figures.error().detail;
    EXPECT_EQ(figures->products, 2u);
    EXPECT_EQ(figures->demands, 1u);
    std::ifstream in{folder_ / "run.tsv"};
    std::string demand, product;
    double score = 0;
    ASSERT_TRUE(in >> demand >> product >> score);
    EXPECT_EQ(demand + product, "R1P1");
    EXPECT_GT(score, 0);
}

TEST_F(MatchDirectory, NamesFileAndLineOfWhatItCannotRead) {
    write("products.jsonl", "{\"product_id\":\"P1\",\"exhibitor_id\":\"E1\"}\n{\"product_id\":\"P2\"");
    EXPECT_EQ(why_not().substr(0, 17), "products.jsonl:2:");
    write("products.jsonl", R"({"product_id":"P1","exhibitor_id":"E9"})");
    EXPECT_EQ(why_not(), "products.jsonl:1: exhibitor_id: no such exhibitor");
}

TEST_F(MatchDirectory, RefusesValuesThatAreNone) {
    write("certificates.jsonl", R"({"product_id":"P1","rating":"FIVE","expires_on":"2027-02-30"})");
    EXPECT_EQ(why_not(), "certificates.jsonl:1: expires_on: a date like 2026-12-03 is wanted, not 2027-02-30");
    write("certificates.jsonl", R"({"product_id":"P1","rating":"SIX"})");
    EXPECT_EQ(why_not(), "certificates.jsonl:1: rating: FIVE, POTENTIAL_FIVE, FOUR or THREE is wanted, not SIX");
    write("certificates.jsonl", R"([1])");
    EXPECT_EQ(why_not(), "certificates.jsonl:1: not a JSON object");
}

TEST_F(MatchDirectory, SaysWhichFileIsMissing) {
    std::filesystem::remove(folder_ / "demands.jsonl");
    EXPECT_EQ(why_not(), "demands.jsonl");
}

}  // namespace
}  // namespace hoicho::match
