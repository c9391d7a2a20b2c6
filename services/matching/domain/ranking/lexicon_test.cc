// An organiser's own names, the faults they can have, and the names that come with the program.
#include "matching/domain/ranking/lexicon.h"

#include "matching/domain/ranking/testing.h"

namespace hoicho::matching::ranking {
namespace {

std::string faults(const std::vector<LexiconEntry>& entries) {
    std::string out;
    for (const auto& problem : problems_of(entries)) out += std::to_string(problem.entry) + ":" + std::string{name_of(problem.fault)} + " ";
    return out;
}

std::uint32_t first_with(const Lexicon& own, const Index& index, std::string title) {
    const auto ranked = rank(index, wanted(std::move(title)), fair_day, 1, {}, {.own = &own});
    return ranked.empty() ? 0 : ranked.front().product;
}

TEST(Lexicon, TakesAnOrganisersNames) {
    const auto index = index_of({product(1, "Bánh ngải"), product(2, "Gạo nếp"), product(3, "Trà sen")});
    EXPECT_EQ(first(index, wanted("pẻng xeng")), 0u);
    EXPECT_EQ(first_with(Lexicon{{{{"bánh ngải", "pẻng xeng"}}}}, index, "pẻng xeng"), 1u);
    EXPECT_EQ(first_with(Lexicon{{{{"bánh ngải", "pẻng xeng"}}}}, index, "peng xeng"), 1u) << "without marks as well";
}

TEST(Lexicon, LeadsFromABroaderNameToItsKindsAndNotBack) {
    const auto index = index_of({product(1, "Pẻng xeng"), product(2, "Khẩu sli"), product(3, "Trà sen")});
    const Lexicon own{{{{"quà Tày", "pẻng xeng", "khẩu sli"}, true}}};
    EXPECT_EQ(first_with(own, index, "quà Tày"), 1u);
    EXPECT_EQ(rank(index, wanted("quà Tày"), fair_day, 9, {}, {.own = &own}).size(), 2u);
    EXPECT_EQ(rank(index, wanted("khẩu sli"), fair_day, 9, {}, {.own = &own}).size(), 1u);
}

TEST(Lexicon, AddsToTheBuiltInNames) {
    const auto index = index_of({product(1, "Lạc rang"), product(2, "Gạo nếp")});
    const Lexicon own{{{{"đậu phộng", "cacahuète"}}}};
    EXPECT_EQ(first_with(own, index, "đậu phộng"), 1u);
}

TEST(LexiconProblems, AreToldForEachEntry) {
    EXPECT_EQ(faults({}), "");
    EXPECT_EQ(faults({{{"dứa", "khóm"}}}), "");
    EXPECT_EQ(faults({{{"dứa"}}}), "0:ONE_NAME ");
    EXPECT_EQ(faults({{{"dứa", "..."}}}), "0:NO_WORD ");
    EXPECT_EQ(faults({{{"dứa", "a\tb"}}, {{"dứa", "\xFF"}}}), "0:NOT_TEXT 1:NOT_TEXT ");
    EXPECT_EQ(faults({{{"hòa", "hoà"}}}), "0:NAME_TWICE ") << "the same word with the tone elsewhere";
    EXPECT_EQ(faults({{{"dứa", "dừa"}}}), "") << "other marks are another word";
    EXPECT_EQ(faults({{{}}}), "0:ONE_NAME ");
}

TEST(LexiconProblems, KnowTheirBounds) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < lexicon_names_max; ++at) names.push_back("tên " + std::string(1, static_cast<char>('a' + at)));
    EXPECT_EQ(faults({{names}}), "");
    names.push_back("tên nữa");
    EXPECT_EQ(faults({{names}}), "0:TOO_MANY_NAMES ");
    EXPECT_EQ(faults({{{"dứa", std::string(lexicon_name_bytes_max, 'a')}}}), "");
    EXPECT_EQ(faults({{{"dứa", std::string(lexicon_name_bytes_max + 1, 'a')}}}), "0:TOO_LONG ");
    EXPECT_EQ(faults({{{"dứa", "a b c d e f g h"}}}), "");
    EXPECT_EQ(faults({{{"dứa", "a b c d e f g h i"}}}), "0:TOO_LONG ");
    std::vector<LexiconEntry> entries(lexicon_entries_max, LexiconEntry{{"dứa", "khóm"}});
    EXPECT_EQ(faults(entries), "");
    entries.push_back(entries.front());
    EXPECT_EQ(faults(entries), std::to_string(lexicon_entries_max) + ":TOO_MANY_ENTRIES ");
}

TEST(BuiltInLexicon, JoinsRegionalTradeAndEnglishNames) {
    const std::pair<const char*, const char*> pairs[] = {
        {"chè xanh", "trà xanh"}, {"lạc", "đậu phộng"}, {"vừng đen", "mè đen"}, {"thịt lợn", "thịt heo"}, {"ngô nếp", "bắp nếp"},
        {"dứa", "khóm"}, {"quả dứa", "trái thơm"}, {"na", "mãng cầu ta"}, {"quất", "tắc"}, {"đỗ tương", "đậu nành"}, {"mướp đắng", "khổ qua"},
        {"mộc nhĩ", "nấm mèo"}, {"nấm hương", "nấm đông cô"}, {"ruốc", "chà bông"}, {"giò lụa", "chả lụa"}, {"xà phòng", "xà bông"},
        {"sắn", "khoai mì"}, {"đậu phụ", "tàu hũ"}, {"cá quả", "cá lóc"}, {"ngao", "nghêu"}, {"rượu ngô", "rượu bắp"}, {"bát đĩa", "chén đĩa"},
        {"chăn bông", "mền bông"}, {"hoa hồng", "bông hồng"}, {"chiếu cói", "chiếu lác"}, {"hương trầm", "nhang trầm"}, {"xì dầu", "nước tương"},
        {"trà nhài", "trà lài"}, {"hồng xiêm", "sa pô chê"}, {"lươn", "eels"}, {"sầu riêng", "durian"}, {"hạt mắc ca", "macadamia"},
        {"sơn mài", "lacquerware"}, {"gốm", "pottery"}, {"mây tre đan", "bamboo and rattan"}, {"khăn lụa", "silk scarves"}, {"mật ong", "honey"},
        {"tinh dầu quế", "cinnamon oil"}, {"cà phê hòa tan", "instant coffee"}, {"bánh đậu xanh", "mung bean cakes"}};
    for (const auto& [sold, asked] : pairs) {
        const auto index = index_of({product(1, sold), product(2, "Áo mưa"), product(3, "Sổ tay")});
        EXPECT_EQ(first(index, wanted(asked)), 1u) << sold << " is " << asked;
    }
}

TEST(BuiltInLexicon, KeepsToTheBoundsThatItAsksOfOthers) {
    for (std::uint32_t entry = 0; entry < lexicon().size(); ++entry) {
        EXPECT_GE(lexicon().phrases(entry).size(), 2u) << entry;
        EXPECT_LE(lexicon().phrases(entry).size(), lexicon_names_max) << entry;
    }
    EXPECT_GE(lexicon().size(), 600u);
}

}  // namespace
}  // namespace hoicho::matching::ranking
