/// Explanations as sentences, in both languages.
#include "scheduling/domain/programme/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scheduling/domain/programme/small_fair.h"

namespace hoicho::scheduling::programme {
namespace {

using ::testing::HasSubstr;

constexpr Language vi = Language::vietnamese;
constexpr Language en = Language::english;

/// Two days; the first slot begins at 10:20 in Viet Nam.
Instance named_fair() {
    Instance fair = small_fair();
    for (std::size_t t = 0; t < fair.slots.size(); ++t) {
        fair.slots[t].day = t < 2 ? 7 : 8;
        fair.slots[t].start_s =
            1'800'000'000 / 86'400 * 86'400 + 3 * 3600 + 20 * 60 + static_cast<std::int64_t>(t) * 45 * 60;
    }
    return fair;
}

std::string say(const Instance& fair, std::vector<Entry> entries, int meeting, Language language) {
    Explainer explainer{fair, {.instance = "", .meetings = std::move(entries)}};
    return sentence(fair, explainer.explain(meeting), language);
}

TEST(Wording, CountsDaysFromTheFirstAndTellsTheTimeOfVietNam) {
    const Instance fair = named_fair();
    EXPECT_EQ(time_text(fair, 0, en), "day 1 10:20");
    EXPECT_EQ(time_text(fair, 1, vi), "11:05 ngày 1");
    EXPECT_EQ(time_text(fair, 2, en), "day 2 11:50");
}

TEST(Wording, SaysWhereAMeetingIsHeldOrCouldBe) {
    const Instance fair = named_fair();
    const int wish = meeting_of(van_ho, aeon);
    EXPECT_EQ(say(fair, {held(van_ho, aeon, 0)}, wish, en), "HTX Van Ho – AEON is held on day 1 10:20 at booth.");
    EXPECT_EQ(say(fair, {}, wish, vi),
              "Có thể xếp thêm HTX Van Ho – AEON lúc 10:20 ngày 1 tại booth mà không phải đổi cuộc gặp nào khác.");
}

TEST(Wording, NamesWhatIsInTheWay) {
    Instance fair = named_fair();
    wish(fair, van_ho, aeon).slots = {0};
    EXPECT_EQ(
        say(fair, {held(van_ho, big_c, 0), held(moc_chau, aeon, 0)}, meeting_of(van_ho, aeon), en),
        "HTX Van Ho – AEON is not held: something is in the way of every slot that both share. day 1 10:20: HTX Van "
        "Ho is busy (HTX Van Ho – Big C, value 10); AEON is busy (HTX Moc Chau – AEON, value 10); no place is free "
        "(HTX Van Ho – Big C, value 10).");
    EXPECT_THAT(
        say(fair, {held(van_ho, big_c, 0)}, meeting_of(van_ho, aeon), vi),
        HasSubstr("Chưa xếp được HTX Van Ho – AEON: khung giờ chung nào cũng vướng. 10:20 ngày 1: HTX Van Ho bận "
                  "(HTX Van Ho – Big C, giá trị 10); không còn chỗ gặp trống"));
}

TEST(Wording, CountsWhatItDoesNotName) {
    Instance fair = named_fair();
    person(fair, van_ho).delegates.resize(4);
    fair.places.front().capacity = 4;
    for (const char* name : {"Lotte", "Winmart"}) {
        fair.participants.push_back({.name = name});
        fair.meetings.push_back({.a = van_ho, .b = static_cast<int>(fair.participants.size()) - 1, .value = 3});
    }
    person(fair, van_ho).max_meetings = 4;
    const std::vector<Entry> entries{held(van_ho, big_c, 0), held(van_ho, coop, 0), {9, 0, van_ho}, {10, 0, van_ho}};
    EXPECT_THAT(
        say(fair, entries, meeting_of(van_ho, aeon), en),
        HasSubstr("HTX Van Ho already has all 4 meetings it wished for (HTX Van Ho – Big C, value 10; HTX Van Ho – "
                  "Co.op, value 10; HTX Van Ho – Lotte, value 3 and 1 more meeting)."));
}

TEST(Wording, SaysWhyNothingCouldHelp) {
    Instance fair = named_fair();
    wish(fair, van_ho, aeon).withdrawn = true;
    EXPECT_EQ(say(fair, {}, meeting_of(van_ho, aeon), vi),
              "Không thể xếp HTX Van Ho – AEON: nguyện vọng đã được rút lại.");
    person(fair, big_c).max_meetings = 0;
    EXPECT_EQ(say(fair, {}, meeting_of(van_ho, big_c), en),
              "HTX Van Ho – Big C cannot be held: Big C wishes for no meetings.");
}

TEST(Wording, TellsWhatAnExchangeTakes) {
    const Instance fair = named_fair();
    const Price price{.found = true,
                      .changes = {{meeting_of(van_ho, aeon), -1, -1, 0, 0},
                                  {meeting_of(van_ho, big_c), 0, 0, 1, 0},
                                  {meeting_of(moc_chau, coop), 0, 2, -1, -1}},
                      .score_change = -14};
    EXPECT_EQ(
        sentence(fair, price, en),
        "HTX Van Ho – AEON can be held on day 1 10:20 at booth if HTX Van Ho – Big C moves from day 1 10:20 to day 1 "
        "11:05 and HTX Moc Chau – Co.op is dropped; the score falls by 14.");
    EXPECT_EQ(
        sentence(fair, price, vi),
        "Xếp được HTX Van Ho – AEON lúc 10:20 ngày 1 tại booth nếu HTX Van Ho – Big C chuyển từ 10:20 ngày 1 sang "
        "11:05 ngày 1 và HTX Moc Chau – Co.op bị bỏ khỏi lịch; tổng điểm giảm 14.");
    EXPECT_EQ(sentence(fair, Price{}, en), "No exchange was found that lets this meeting in.");
}

TEST(Wording, TellsWhichMustsCompete) {
    Instance fair = named_fair();
    fair.slots.resize(2);
    for (const int buyer : {aeon, big_c, coop}) wish(fair, van_ho, buyer).must = true;
    const MustsFinding finding = examine_musts(fair);
    EXPECT_EQ(sentence(fair, finding, en),
              "HTX Van Ho's 3 musts compete for 2 slots: HTX Van Ho – AEON; HTX Van Ho – Big C; HTX Van Ho – Co.op.");
    EXPECT_THAT(sentence(fair, finding, vi), HasSubstr("3 cuộc gặp bắt buộc của HTX Van Ho tranh nhau 2 khung giờ: "));
    EXPECT_EQ(sentence(fair, MustsFinding{.answer = MustsAnswer::clashing, .hall_set = {}, .clashing = {0}}, en),
              "HTX Van Ho – AEON must be held and cannot be.");
    EXPECT_THAT(sentence(fair, MustsFinding{}, vi), HasSubstr("Mọi cuộc gặp bắt buộc đều có thể cùng được xếp"));
}

}  // namespace
}  // namespace hoicho::scheduling::programme
