// Log lines: whatever goes in, one safe line comes out, and nothing personal is in it.
#include <gmock/gmock.h>

#include <limits>

#include "runtime/telemetry/json_text.h"
#include "runtime/telemetry/log_line.h"

namespace hoicho::runtime::telemetry {
namespace {

const LogTime opening{std::chrono::milliseconds{1796008580123}};

std::string json_text(std::string_view text) {
    std::string out;
    append_json_text(out, text);
    return out;
}

TEST(JsonLine, NamesTimeLevelMessageAndFields) {
    EXPECT_EQ(
        json_line(opening, Level::info, "fair opened",
                  {{"fair", "ocop"}, {"booths", 120}, {"live", true}, {"share", 0.5}}),
        R"({"time":"2026-11-30T03:16:20.123Z","level":"info","message":"fair opened","fair":"ocop","booths":120,"live":true,"share":0.5})");
}

TEST(JsonLine, KeepsAForgedLineInsideItsString) {
    EXPECT_EQ(json_line(opening, Level::warn, "a\n{\"level\":\"error\"}", {}),
              R"({"time":"2026-11-30T03:16:20.123Z","level":"warn","message":"a\n{\"level\":\"error\"}"})");
}

TEST(JsonLine, WritesNumbersThatJsonLacksAsText) {
    EXPECT_THAT(json_line(opening, Level::info, "m", {{"score", std::numeric_limits<double>::infinity()}}),
                testing::EndsWith(R"("score":"inf"})"));
}

TEST(TextLine, QuotesWhatHasBlanksAndBreaksNoLine) {
    EXPECT_EQ(text_line(opening, Level::error, "store\nlost", {{"path", "/var/lib/a b"}, {"tries", 3}}),
              "03:16:20.123 error store\\nlost path=\"/var/lib/a b\" tries=3");
}

TEST(Field, NeverShowsAPerson) {
    const Personal<std::string> phone{"0912345678"};
    EXPECT_EQ(text_line(opening, Level::info, "visit", {{"phone", phone}}),
              "03:16:20.123 info  visit phone=‹personal›");
    EXPECT_THAT(json_line(opening, Level::info, "visit", {{"phone", phone}}),
                testing::Not(testing::HasSubstr("0912345678")));
}

TEST(JsonText, KeepsVietnameseAndEscapesControls) {
    EXPECT_EQ(json_text("Hội chợ \"OCOP\"\t\x01\x7f\\"), "\"Hội chợ \\\"OCOP\\\"\\t\\u0001\\u007f\\\\\"");
}

TEST(JsonText, ReplacesBytesThatAreNotUtf8) {
    EXPECT_EQ(json_text("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
    EXPECT_EQ(json_text("\xC0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");                  // overlong NUL
    EXPECT_EQ(json_text("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");  // surrogate
    EXPECT_EQ(json_text("cut \xE1\xBB"), "\"cut \xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(Level, IsReadByName) {
    Level level = Level::info;
    EXPECT_TRUE(parse_level("debug", level));
    EXPECT_EQ(level, Level::debug);
    EXPECT_FALSE(parse_level("loud", level));
}

}  // namespace
}  // namespace hoicho::runtime::telemetry
