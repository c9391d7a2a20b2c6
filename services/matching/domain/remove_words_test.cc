#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

TEST(RemoveWords, AreForgottenByTheNextListAndTheirNumberIsNotGivenAgain) {
    Scenario fair{{demand_posted(2, 1, "khẩu nua")}};
    fair.when(add_words({"gạo nếp", "khẩu nua"})).when(suggest(2)).is_accepted();
    EXPECT_EQ(fair.state().list_of(1, 2).items_size(), 2);
    fair.when(remove_words(1)).when(suggest(2)).is_accepted();
    EXPECT_EQ(fair.state().list_of(1, 2).items_size(), 0);
    EXPECT_EQ(fair.state().own_lexicon(), nullptr);
    fair.when(add_words({"dứa", "khóm"})).is_accepted();
    EXPECT_EQ(fair.events().at(0).words_added().words(), 2u);
}

TEST(RemoveWords, AreRefusedWhenTheyAreNotThere) {
    Scenario fair;
    fair.when(remove_words(0)).refuses(REASON_MISSING, "words");
    fair.when(remove_words(1)).refuses({REASON_UNKNOWN, "words", "1", ""});
    fair.when(add_words({"dứa", "khóm"})).when(remove_words(1)).is_accepted();
    fair.when(remove_words(1)).refuses({REASON_UNKNOWN, "words", "1", ""});
}

}  // namespace
}  // namespace hoicho::matching
