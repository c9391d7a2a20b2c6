/// A draw's record: computed as the words say, and every change to it is found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kernel/sha256.h"
#include "scheduling/domain/floor/test_floors.h"
#include "scheduling/files/draw_file.h"

namespace hoicho::scheduling::files {
namespace {

using programme::Complaints;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string seed(64, 'a');

floor::Floor named_floor(std::uint64_t random_seed) {
    floor::Floor floor = floor::random_floor(random_seed);
    for (std::size_t e = 0; e < floor.exhibitors.size(); ++e) {
        floor.exhibitors[e].name = "HTX số " + std::to_string(e);
        floor.exhibitors[e].points %= 3;  // many ties
    }
    return floor;
}

std::vector<std::string> fields(const Complaints& complaints) {
    std::vector<std::string> out;
    for (const auto& complaint : complaints) out.push_back(complaint.field);
    return out;
}

TEST(Sha256, IsWhatSha256sumPrints) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(DrawFile, MakesTicketsOfSeedPublicValueFloorAndExhibitor) {
    floor::Floor floor = floor::small_floor(1);
    floor.exhibitors[0].name = "HTX Vân Hồ";
    const DrawInput input{.floor = &floor, .floor_sha256 = "f", .seed = seed, .public_value = "12345"};
    EXPECT_EQ(tickets_of(input).front(), sha256(seed + "\n12345\nsmall floor\nHTX Vân Hồ"));
    EXPECT_EQ(commit(input).commitment, sha256_hex(seed));
}

TEST(DrawFile, RefusesWhatNobodyCouldVerify) {
    floor::Floor floor = floor::small_floor(1);
    DrawInput input{.floor = &floor, .floor_sha256 = "f", .seed = seed, .public_value = ""};
    EXPECT_THAT(complaints_of(input), IsEmpty());
    input.seed.back() = 'A';
    input.public_value = "1\n2";
    EXPECT_THAT(fields(complaints_of(input)), ElementsAre("seed", "public_value"));
    input.seed = seed.substr(1);
    input.public_value.assign(public_value_bytes_max + 1, '7');
    EXPECT_THAT(fields(complaints_of(input)), ElementsAre("seed", "public_value"));
}

TEST(DrawFile, VerifiesWhatItWrote) {
    for (std::uint64_t random_seed = 1; random_seed <= 20; ++random_seed) {
        const floor::Floor floor = named_floor(random_seed);
        const DrawInput input{.floor = &floor, .floor_sha256 = "f", .seed = seed, .public_value = "G.ĐB 48213"};
        const DrawResult result = draw(input);
        EXPECT_THAT(verify_draw(floor, "f", result.record), IsEmpty());
        EXPECT_THAT(verify_commitment(commit(input), result.record), IsEmpty());
        EXPECT_EQ(*read_commitment(write_commitment(commit(input))), commit(input));
    }
}

TEST(DrawFile, FindsEveryLineThatWasChanged) {
    const floor::Floor floor = named_floor(7);
    const std::string record = draw({.floor = &floor, .floor_sha256 = "f", .seed = seed, .public_value = "1"}).record;
    std::size_t begin = 0;
    int lines = 0;
    for (std::size_t end = record.find('\n'); end != std::string::npos; begin = end + 1, end = record.find('\n', begin)) {
        SCOPED_TRACE(record.substr(begin, end - begin));
        ++lines;
        for (std::size_t i = begin; i < end; ++i) {
            if (record[i] < '0' || record[i] > '9') continue;
            std::string changed = record;
            changed[i] = record[i] == '9' ? '8' : static_cast<char>(record[i] + 1);
            EXPECT_THAT(verify_draw(floor, "f", changed), Not(IsEmpty())) << "digit " << i - begin;
        }
        std::string shorter = record;
        EXPECT_THAT(verify_draw(floor, "f", shorter.erase(begin, end - begin)), Not(IsEmpty()));
    }
    EXPECT_GT(lines, 10);
}

TEST(DrawFile, FindsSwappedTurnsAndNamesThem) {
    floor::Floor floor = floor::small_floor(2);
    floor.exhibitors[0].name = "A";
    floor.exhibitors[1].name = "B";
    const std::string record = draw({.floor = &floor, .floor_sha256 = "f", .seed = seed, .public_value = ""}).record;
    std::string swapped = record;
    swapped[swapped.find("\"exhibitor\":0")  + 12] = '1';
    EXPECT_THAT(fields(verify_draw(floor, "f", swapped)), Not(IsEmpty()));
    std::string more = record;
    more.insert(more.find("\"wish\""), "\"paid\":true,");
    EXPECT_THAT(fields(verify_draw(floor, "f", more)), ElementsAre("turns[0].paid"));
    EXPECT_THAT(fields(verify_draw(floor, "another floor", record)), ElementsAre("floor_sha256"));
    EXPECT_THAT(fields(verify_commitment({"small floor", "f", sha256_hex("another seed")}, record)), ElementsAre("commitment"));
    EXPECT_THAT(verify_draw(floor, "f", "{}"), Not(IsEmpty()));
}

}  // namespace
}  // namespace hoicho::scheduling::files
