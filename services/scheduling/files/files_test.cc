/// The exchange formats: what is written reads back equal, every mistake is reported with its field, and our referee
/// agrees with the independent one of the published suite where that lies beside the source tree.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "scheduling/domain/floor/check.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/small_fair.h"
#include "scheduling/files/floor_file.h"
#include "scheduling/files/instance_file.h"
#include "scheduling/files/iso_time.h"
#include "scheduling/files/programme_file.h"

namespace hoicho::scheduling::files {
namespace {

using programme::Complaint;
using programme::Complaints;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path suite = std::filesystem::path{HOICHO_SOURCE_DIR}.parent_path() / "shared" / "instances";

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> fields(const Complaints& complaints) {
    std::vector<std::string> out;
    for (const Complaint& complaint : complaints) out.push_back(complaint.field);
    return out;
}

/// What the suite's own referee prints; empty if it cannot be run here.
std::string other_referee(const std::string& arguments) {
    const std::string command = "cd '" + suite.string() + "' && python3 " + arguments + " --json 2>/dev/null";
    FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    std::string out;
    std::array<char, 4096> buffer{};
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), size);
    pclose(pipe);
    return out;
}

std::string member(const char* name, std::int64_t number) {
    return std::string{"\""} + name + "\": " + std::to_string(number) + ",";
}

programme::Instance fair_with_everything() {
    programme::Instance fair = programme::small_fair();
    fair.limits.max_gap_spread = 2;
    fair.freeze_before_slot = 1;
    fair.participants[3] = {.name = "Siêu thị \"Hà Nội\"",
                            .side = programme::Side::buyer,
                            .delegates = {{{0, 1}}, {}},
                            .max_meetings = 3,
                            .count_gaps = false,
                            .step_free = true,
                            .pace = 1.6,
                            .no_rush = true};
    fair.meetings[1] = {.a = 0,
                        .b = 4,
                        .rank_a = 1,
                        .rank_b = 2,
                        .value = 25,
                        .must = true,
                        .slots = {{1, 2}},
                        .after = {0},
                        .withdrawn = true};
    fair.places[0].closed = {3};
    fair.places[0].step_free = false;
    return fair;
}

TEST(InstanceFile, ReadsBackWhatWasWritten) {
    const std::string written = write_instance(fair_with_everything());
    const auto read = read_instance(written);
    ASSERT_TRUE(read) << read.error().front().field << ": " << read.error().front().reason;
    EXPECT_EQ(write_instance(*read), written);
    EXPECT_EQ(read->participants[3].name, "Siêu thị \"Hà Nội\"");
    EXPECT_EQ(read->participants[3].max_meetings, 3);
    EXPECT_DOUBLE_EQ(read->participants[3].pace, 1.6);
    EXPECT_EQ(read->meetings[1].slots, std::vector<int>({1, 2}));
    EXPECT_EQ(read->slots[3].start_s, 3 * 1'380);
    EXPECT_EQ(read->limits.max_gap_spread, 2);
    EXPECT_EQ(read->objective.cancelled, 100);
}

TEST(InstanceFile, NamesTheFieldOfEveryMistake) {
    std::string text = write_instance(programme::small_fair());
    const auto replace = [&](const std::string& old, const std::string& now) {
        text.replace(text.find(old), old.size(), now);
    };
    replace("\"zone\":0", "\"zone\":\"hall\"");
    replace("\"capacity\":1", "\"capacity\":1.5");
    replace("\"duration_s\":1200", "\"duration\":1200");
    replace("\"start\":\"1970-01-01T00:23:00+00:00\"", "\"start\":\"1970-01-01T00:23:00\"");
    replace("\"name\":\"AEON\"", "\"name\":\"AEON\",\"no_rsh\":true");
    const auto read = read_instance(text);
    ASSERT_FALSE(read);
    EXPECT_THAT(fields(read.error()), ElementsAre("slots[0].duration", "slots[0].duration_s", "slots[1].start",
                                                  "places[0].zone", "places[0].capacity", "participants[3].no_rsh"));
}

TEST(InstanceFile, RefusesOtherFormatsAndWhatIsNoJson) {
    EXPECT_THAT(read_instance("{").error().front().reason, HasSubstr("is no JSON"));
    EXPECT_THAT(fields(read_instance("[]").error()), ElementsAre("format"));
    EXPECT_THAT(fields(read_instance(R"({"format": "hoicho-programme/1"})").error()), ElementsAre("format"));
    EXPECT_FALSE(read_instance(R"({"format": "hoicho-instance/1"})"));
    EXPECT_FALSE(read_instance(std::string(100, '[') + std::string(100, ']')));  // deeper than any of our formats
}

TEST(InstanceFile, LetsTheValidationHaveTheLastWord) {
    programme::Instance fair = programme::small_fair();
    fair.meetings[4].b = 77;
    EXPECT_THAT(fields(read_instance(write_instance(fair)).error()), ElementsAre("meetings[4].b"));
}

TEST(ProgrammeFile, ReadsBackWhatWasWrittenAndIgnoresTheRest) {
    const programme::Programme programme{.instance = "small fair", .meetings = {{0, 1, 2}, {3, 4, 5}}};
    EXPECT_EQ(*read_programme(write_programme(programme)), programme);
    EXPECT_EQ(
        read_programme(
            R"({"format": "hoicho-programme/1", "solver": {"x": 1}, "meetings": [{"meeting": 1, "slot": 2, "place": 0, "by": 7}]})")
            ->meetings.front(),
        (programme::Entry{1, 2, 0}));
    EXPECT_THAT(fields(read_programme(
                           R"({"format": "hoicho-programme/1", "meetings": [{"meeting": true, "slot": 99999999999}]})")
                           .error()),
                ElementsAre("meetings[0].meeting", "meetings[0].slot", "meetings[0].place"));
}

TEST(IsoTime, NeedsAnOffsetAndAProperDate) {
    EXPECT_EQ(iso_time_s("1970-01-01T07:00:00+07:00"), 0);
    EXPECT_EQ(iso_time_s("2026-10-08T09:00:00+07:00"), 1'791'424'800);
    EXPECT_EQ(iso_time_s("2026-10-08T02:00Z"), 1'791'424'800);
    EXPECT_EQ(iso_time_s("2026-10-07T21:30:00-04:30"), 1'791'424'800);
    EXPECT_EQ(iso_time(1'791'424'800), "2026-10-08T02:00:00+00:00");
    for (const char* wrong : {"2026-10-08T09:00:00", "2026-02-30T09:00:00Z", "2026-10-08", "", "2026-10-08T24:00:00Z",
                              "2026-10-08T09:00:00+07:00 "})
        EXPECT_FALSE(iso_time_s(wrong)) << wrong;
}

TEST(FloorFile, ReadsBackWhatWasWritten) {
    floor::Floor floor{.name = "hall",
                       .booths = std::vector<floor::Booth>(2),
                       .beside = {{0, 1}},
                       .facing = {},
                       .exhibitors = {},
                       .objective = {}};
    floor.exhibitors.push_back(
        {.name = "HTX", .units = 2, .zones = {{0}}, .wishes = {1}, .corner = true, .friends = {}, .competitors = {}});
    floor.objective.friend_ = 20;
    const std::string written = write_floor(floor);
    const auto read = read_floor(written);
    ASSERT_TRUE(read);
    EXPECT_EQ(write_floor(*read), written);
    const floor::Allocation allocation{.floor = "hall", .allocations = {{0, {0, 1}}}};
    EXPECT_EQ(*read_allocation(write_allocation(allocation)), allocation);
    EXPECT_FALSE(read_floor(
        R"({"format": "hoicho-floor/1", "name": "x", "booths": [], "beside": [[0]], "facing": [], "exhibitors": [], "objective": {}})"));
}

TEST(Referee, AgreesWithTheIndependentOneOnStoredProgrammes) {
    if (!std::filesystem::exists(suite))
        GTEST_SKIP() << "no shared/instances beside the source tree: agreement with its referee is not tested";
    for (const std::string name : {"fair-booth-12x18x10-s1", "fair-tables-40x60x16-s1", "fair-mixed-100x200x20-s1"}) {
        SCOPED_TRACE(name);
        const std::string said =
            other_referee("check_programme.py synthetic/" + name + ".json programmes/" + name + ".json");
        if (said.empty()) GTEST_SKIP() << "python3 is not here: agreement with the independent referee is not tested";
        const auto fair = read_instance(content_of(suite / "synthetic" / (name + ".json")));
        const auto programme = read_programme(content_of(suite / "programmes" / (name + ".json")));
        ASSERT_TRUE(fair && programme);
        const auto judgement = programme::check(*fair, *programme);
        const auto& f = judgement.figures;
        EXPECT_THAT(said + ",",
                    AllOf(HasSubstr(member("score", f.score)), HasSubstr(member("gaps", f.gaps)),
                          HasSubstr(member("idle_slots", f.idle_slots)), HasSubstr(member("rushed", f.rushed)),
                          HasSubstr(member("left_out", f.left_out)), HasSubstr(member("value_held", f.value_held)),
                          HasSubstr(member("meetings_asked", f.meetings_asked)),
                          HasSubstr(judgement.broken.empty() ? "\"valid\": true" : "\"valid\": false")));
    }
}

TEST(Referee, AgreesOnWhatARepairWouldBreak) {
    if (!std::filesystem::exists(suite))
        GTEST_SKIP() << "no shared/instances beside the source tree: agreement with its referee is not tested";
    const std::string name =
        "fair-tables-40x60x16-s1";  // the old programme, unchanged, after people fell ill and tables closed
    const std::string said = other_referee("check_programme.py repair/" + name + "-repair1.json programmes/" + name +
                                           ".json --previous programmes/" + name + ".json");
    if (said.empty()) GTEST_SKIP() << "python3 is not here: agreement with the independent referee is not tested";
    const auto fair = read_instance(content_of(suite / "repair" / (name + "-repair1.json")));
    const auto programme = read_programme(content_of(suite / "programmes" / (name + ".json")));
    ASSERT_TRUE(fair && programme);
    const auto judgement = programme::check(*fair, *programme, &*programme);
    std::map<std::string, int> broken;
    for (const auto& one : judgement.broken) ++broken[programme::name_of(one.rule)];
    for (const auto& [rule, count] : broken)
        EXPECT_THAT(said, HasSubstr("\"" + rule + "\": " + std::to_string(count))) << said;
    EXPECT_THAT(said, HasSubstr(member("score", judgement.figures.score)));
    EXPECT_FALSE(broken.empty());
}

}  // namespace
}  // namespace hoicho::scheduling::files
