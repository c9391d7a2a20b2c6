// Public ids come back to the number they stand for, and nobody else's do.
#include "gateway/json/public_ids.h"

#include <gtest/gtest.h>

namespace hoicho::gateway {
namespace {

Key key_of(std::uint8_t byte) {
    Key key;
    key.fill(byte);
    return key;
}

TEST(PublicIds, ComeBackToTheirNumber) {
    const PublicIds ids{key_of(7)};
    for (const std::uint32_t id : {1U, 2U, 255U, 65'536U, 4'294'967'295U}) {
        const auto text = ids.show("hpa", ID_KIND_MEETING, id);
        EXPECT_TRUE(text.starts_with("mtg_"));
        EXPECT_EQ(text.size(), 30U);
        EXPECT_EQ(ids.read("hpa", ID_KIND_MEETING, text), id) << text;
    }
}

TEST(PublicIds, OfAnotherOrganiserKindOrKeyAreNone) {
    const PublicIds ids{key_of(7)};
    const auto text = ids.show("hpa", ID_KIND_MEETING, 12);
    EXPECT_EQ(ids.read("sct", ID_KIND_MEETING, text), std::nullopt);
    EXPECT_EQ(ids.read("hpa", ID_KIND_PRODUCT, "prd" + text.substr(3)), std::nullopt);
    EXPECT_EQ(PublicIds{key_of(8)}.read("hpa", ID_KIND_MEETING, text), std::nullopt);
}

TEST(PublicIds, ThatWereTypedWrongAreNone) {
    const PublicIds ids{key_of(7)};
    auto text = ids.show("hpa", ID_KIND_MEETING, 12);
    text[10] = text[10] == 'a' ? 'b' : 'a';
    EXPECT_EQ(ids.read("hpa", ID_KIND_MEETING, text), std::nullopt);
    for (const auto* made_up : {"", "mtg_", "mtg_12", "12", "mtg_zzzzzzzzzzzzzzzzzzzzzzzzzz", "mtg_iiiiiiiiiiiiiiiiiiiiiiiiii"})
        EXPECT_EQ(ids.read("hpa", ID_KIND_MEETING, made_up), std::nullopt) << made_up;
}

TEST(PublicIds, TakeThePlaceOfMentionsInARefusal) {
    const PublicIds ids{key_of(7)};
    EXPECT_EQ(ids.show_mentions("hpa", "held by {26:17}, {x} and {99:1}"), "held by " + ids.show("hpa", ID_KIND_MEETING, 17) + ", {x} and {99:1}");
    EXPECT_EQ(ids.show_mentions("hpa", "no mention"), "no mention");
}

}  // namespace
}  // namespace hoicho::gateway
