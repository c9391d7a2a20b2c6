#include "matching/domain/ranking/lexicon.h"

#include <algorithm>

#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

std::vector<std::uint32_t> found(Scenario& fair, std::uint32_t demand = 2) {
    fair.when(suggest(demand)).is_accepted();
    return products(fair.state().list_of(1, demand));
}

TEST(AddWords, AreKnownToTheNextList) {
    Scenario fair{{demand_posted(2, 1, "khẩu nua")}};
    EXPECT_EQ(found(fair), std::vector<std::uint32_t>{});
    fair.when(add_words({"gạo nếp", "khẩu nua"})).is_accepted();
    EXPECT_EQ(found(fair), (std::vector<std::uint32_t>{1, 2}));
}

TEST(AddWords, LeadFromTheBroaderNameToItsKindsOnly) {
    Scenario fair{{demand_posted(2, 1, "khẩu tú"), demand_posted(3, 1, "bánh gai"), product_added(4, 1, "Khẩu tú"), product_added(5, 2, "Bánh gai")}};
    fair.when(add_words({"khẩu tú", "bánh gai"}, v1::WORDS_RELATION_KINDS)).is_accepted();
    auto kinds = found(fair);
    std::sort(kinds.begin(), kinds.end());
    EXPECT_EQ(kinds, (std::vector<std::uint32_t>{4, 5})) << "the thing itself as well";
    EXPECT_EQ(found(fair, 3), std::vector<std::uint32_t>{5});
}

TEST(AddWords, AreRefusedWithTheFaultNamed) {
    Scenario fair;
    fair.when(add_words({})).refuses(REASON_MISSING, "names");
    fair.when(add_words({"dứa"})).refuses({REASON_OUT_OF_RANGE, "names", "ONE_NAME", "2-12 names"});
    fair.when(add_words({"hòa", "hoà"})).refuses({REASON_OUT_OF_RANGE, "names", "hoà", "each name once"});
    fair.when(add_words({"dứa", "..."})).refuses({REASON_OUT_OF_RANGE, "names", "...", "a name with a letter or a digit"});
    fair.when(add_words({"dứa", "khóm"}, v1::WORDS_RELATION_UNSPECIFIED)).refuses({REASON_OUT_OF_RANGE, "relation", "0", "SAME, KINDS"});
}

TEST(AddWords, AreFullAtTheirBound) {
    Scenario fair;
    for (std::size_t at = 0; at < ranking::lexicon_entries_max - 1; ++at) {
        v1::Event event;
        event.mutable_words_added()->set_words(static_cast<std::uint32_t>(at + 1));
        event.mutable_words_added()->add_names("dứa");
        event.mutable_words_added()->add_names("tên " + std::to_string(at));
        fair.given(event);
    }
    fair.when(add_words({"dứa", "khóm"})).is_accepted();
    fair.when(add_words({"dứa", "thơm"})).refuses({REASON_FULL, "words", "5000", "5000"});
    fair.when(remove_words(1)).when(add_words({"dứa", "thơm"})).is_accepted();
}

}  // namespace
}  // namespace hoicho::matching
