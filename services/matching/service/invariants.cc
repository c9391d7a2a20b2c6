// Nobody who must never meet is suggested, scores are the sums of their reasons, lists are bounded, sorted and found by their buyer, counts are what was said.
#include "matching/service/invariants.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "matching/domain/applies.h"
#include "matching/domain/limits.h"
#include "matching/domain/ranking/ranked.h"

namespace hoicho::matching {
namespace {

class Findings {
  public:
    void expect(bool holds, const std::string& sentence) {
        if (!holds && sentences_.size() < broken_rules_max) sentences_.push_back(sentence);
    }
    void expect(bool holds, std::string_view what, const ListKey& list, std::uint32_t product = 0) {
        if (holds) return;
        expect(false, std::string{what} + " fair " + std::to_string(list.fair) + " demand " + std::to_string(list.demand) +
                          (product == 0 ? "" : " product " + std::to_string(product)));
    }
    /// Sorted, as tables are read in no order.
    std::vector<std::string> take() {
        std::sort(sentences_.begin(), sentences_.end());
        return std::move(sentences_);
    }

  private:
    std::vector<std::string> sentences_;
};

void check_item(const State& state, const ListKey& key, std::uint32_t buyer, const v1::Suggestion& item, Findings& findings) {
    std::int64_t sum = 0;
    bool bounded = true;
    for (const auto& contribution : item.contributions()) {
        sum += contribution.score_thousandths();
        bounded = bounded && contribution.asked().size() <= ranking::text_bytes_max && contribution.found().size() <= ranking::text_bytes_max;
    }
    findings.expect(sum == item.score_thousandths(), "a score is not the sum of its contributions:", key, item.product());
    findings.expect(bounded, "a reason is too long:", key, item.product());
    findings.expect(!state.never(key.fair, buyer, item.exhibitor()), "suggested although one side said never:", key, item.product());
}

void check_list(const State& state, const ListKey& key, const List& row, Findings& findings) {
    const auto list = state.list_of(key.fair, key.demand);
    findings.expect(list.items_size() <= static_cast<int>(suggestions_max), "a list is too long:", key);
    for (int at = 0; at < list.items_size(); ++at) {
        check_item(state, key, row.buyer, list.items(at), findings);
        if (at == 0) continue;
        const auto& before = list.items(at - 1);
        const auto& item = list.items(at);
        findings.expect(before.score_thousandths() > item.score_thousandths() ||
                            (before.score_thousandths() == item.score_thousandths() && before.product() < item.product()),
                        "a list is not sorted:", key, item.product());
    }
    const auto* known = state.lists_of_buyer.find({key.fair, row.buyer});
    findings.expect(known && std::binary_search(known->demands.begin(), known->demands.end(), key.demand), "a list its buyer does not know:", key);
}

/// Counts are what was said, no more and no less: feedback that is switched off and on again is worked out from them.
void check_counts(const State& state, Findings& findings) {
    boost::unordered_flat_map<About, market::Counts, KeyHash<About>> said;
    state.feedback.for_each([&](const InterestKey& key, const Said& row) {
        said[{other(key.from), key.from == Side::buyer ? key.exhibitor : key.buyer}] += counts_of(row);
    });
    state.counts_said.for_each([&](const About& about, const market::Counts& counts) {
        if (!(counts == said[about]))
            findings.expect(false, std::string{"counts are not what was said of "} + (about.side == Side::buyer ? "buyer " : "exhibitor ") + std::to_string(about.organisation));
        said.erase(about);
    });
    findings.expect(said.empty(), "what was said is not counted");
}

}  // namespace

std::vector<std::string> broken_rules(const State& state) {
    Findings findings;
    state.lists.for_each([&](const ListKey& key, const List& row) { check_list(state, key, row, findings); });
    state.products.for_each([&](ProductId id, const ranking::Product&) {
        findings.expect(state.words.find(static_cast<std::uint32_t>(id)) != nullptr, "a product is not indexed:", {}, static_cast<std::uint32_t>(id));
    });
    check_counts(state, findings);
    return findings.take();
}

}  // namespace hoicho::matching
