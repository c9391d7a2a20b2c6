// Sums what postings say; see text_score.h.
#include "matching/domain/ranking/text_score.h"

#include <algorithm>
#include <array>

namespace hoicho::matching::ranking {
namespace {

constexpr std::uint32_t same_spelling = 1000;
constexpr std::uint32_t one_without_marks = 920;
constexpr std::uint32_t other_marks = 300;         // dứa, dừa and dưa fold to one
constexpr std::uint32_t in_description = 350;      // of 1000: what a word is worth there
constexpr std::uint32_t title_share_worth = 250;   // of 1000: how much of the title is about the query
constexpr std::size_t common_min = 5'000;          // postings of a word
constexpr std::int64_t said_well = 700;             // of 1000: of a slot, for a product to be an example of it

/// part / whole with shares_bits behind the point, rounded up so that the whole of it comes out whole.
std::uint64_t fixed_share(std::uint64_t part, std::uint64_t whole) { return ((part << shares_bits) + whole - 1) / whole; }

class Scorer {
  public:
    Scorer(const Index& index, const RankingOptions& options)
        : index_{index}, options_{options}, total_{places()}, slot_{places()}, way_{places()}, asked_{places()}, counted_(index.terms(), false) {}

    TextScores run(const Query& query) {
        if (query.whole == 0) return scores(0);
        for (const bool common : {false, true})  // so that rare words have chosen the products when common ones are counted
            for (const auto& slot : query.slots)
                if (is_common(slot, query) == common) add(slot, common ? &total_ : nullptr);
        for (const auto& [term, weight] : query.joints)
            add_pair(term, static_cast<std::uint32_t>(weight), total_, is_large(term) && !total_.empty() ? &total_ : nullptr);
        return scores(fixed_share(1000, static_cast<std::uint64_t>(query.whole)));
    }

  private:
    TextScores scores(std::uint64_t share) {
        TextScores scores{index_, std::move(total_), std::move(asked_), share, options_.title_share};
        for (std::size_t set = 1; set < sets_.size() && sold_weight_ > 0; ++set) scores.sets[set] = static_cast<std::uint32_t>(sets_[set] / sold_weight_);
        return scores;
    }

    std::size_t places() const { return index_.documents().size(); }

    std::size_t size_of(const WordSlot& slot) const {
        std::size_t size = 0;
        for (const auto& way : slot.ways)
            for (const auto& wanted : way.syllables) size += index_.term(wanted.term).size();
        return size;
    }
    /// Whether so many products say it that only those which say something rarer of the query as well are worth counting it for.
    bool is_common(const WordSlot& slot, const Query& query) const {
        const auto size = size_of(slot);
        if (size <= common_min) return false;
        return std::any_of(query.slots.begin(), query.slots.end(), [&](const WordSlot& other) {
            const auto others = size_of(other);
            return others > 0 && others < size;
        });
    }

    bool is_large(TermId term) const { return index_.term(term).size() > common_min; }

    /// The best way of saying a slot counts.
    /// @param only  if given, products that have a sum there
    void add(const WordSlot& slot, const Sums* only) {
        Sold sold{.well = static_cast<std::uint32_t>(slot.weight * said_well / 1000)};
        const auto take = [&](std::uint32_t place, std::uint32_t said) {
            total_.add(place, said);
            if (said >= sold.well) sold.count(index_.ocop_set(place));
        };
        if (slot.ways.size() == 1) {
            say(slot.ways.front(), slot.weight, only, take);
        } else {
            for (const auto& way : slot.ways) say(way, slot.weight, only, [&](std::uint32_t place, std::uint32_t said) { slot_.raise_to(place, said); });
            slot_.drain(take);
        }
        if (sold.all == 0) return;
        const auto weight = static_cast<std::uint64_t>(slot.weight);
        sold_weight_ += weight;
        for (std::size_t set = 0; set < sets_.size(); ++set) sets_[set] += sold.sets[set] * 1000 * weight / sold.all;
    }

    /// Tells of every product that says a way how much of the slot that is. One syllable alone needs no sums.
    template <class Say>
    void say(const Way& way, std::int64_t weight, const Sums* only, Say tell) {
        const auto share = fixed_share(static_cast<std::uint64_t>(way.trust_thousandths) * static_cast<std::uint64_t>(weight), static_cast<std::uint64_t>(way.whole) * 1000);
        const auto of_slot = [&](std::uint32_t place, std::uint32_t said) {
            if (const auto part = static_cast<std::uint32_t>(said * share >> shares_bits); part > 0) tell(place, part);
        };
        if (way.syllables.size() == 1 && way.pairs.empty()) return add(way.syllables.front(), only, of_slot);
        add(way, only);
        way_.drain(of_slot);
    }

    /// The syllables of a way, the rarest first. Of a common one only products count that say the rarer ones before it.
    void add(const Way& way, const Sums* only) {
        std::vector<std::pair<std::size_t, const Wanted*>> order;
        for (const auto& wanted : way.syllables) order.emplace_back(index_.term(wanted.term).size(), &wanted);
        std::sort(order.begin(), order.end(), [](const auto& left, const auto& right) { return left.first != right.first ? left.first < right.first : left.second < right.second; });
        const auto chosen = [&](TermId term) { return is_large(term) && !way_.empty() ? &way_ : only; };
        for (const auto& [size, wanted] : order) add(*wanted, chosen(wanted->term), [&](std::uint32_t place, std::uint32_t said) { way_.add(place, said); });
        for (const auto& [pair, pair_weight] : way.pairs) add_pair(pair, static_cast<std::uint32_t>(pair_weight), way_, chosen(pair));
    }

    template <class Tell>
    void add(const Wanted& wanted, const Sums* only, Tell tell) {
        const auto worth = spellings_worth(wanted);
        const auto& term = index_.term(wanted.term);
        const bool fresh = !counted_[wanted.term];
        counted_[wanted.term] = true;
        add(term.titles, worth, 1000, only, fresh, tell);
        if (term.told()) add(term.descriptions, worth, in_description, only, false, tell);
    }

    using Worth = std::array<std::uint32_t, Posting::spellings_max + 1>;
    /// A product may spell a syllable in several ways: its postings stand side by side, and the best one counts.
    template <class Tell>
    void add(const Postings& postings, const Worth& worth, std::uint32_t share, const Sums* only, bool fresh, Tell tell) {
        std::uint32_t place = Posting::places_max, best = 0;
        each(postings, only, [&](Posting one) {
            if (one.place() != place) {
                if (best > 0) tell(place, best * share / 1000);
                place = one.place(), best = 0;
            }
            best = std::max(best, worth[one.spelling()]);
            if (fresh) count(one);
        });
        if (best > 0) tell(place, best * share / 1000);
    }

    void add_pair(TermId pair, std::uint32_t weight, Sums& sums, const Sums* only) {
        const auto& term = index_.term(pair);
        const bool fresh = !counted_[pair];
        counted_[pair] = true;
        std::uint32_t place = Posting::places_max;
        each(term.titles, only, [&](Posting one) {
            if (fresh) count(one);
            if (one.place() == place) return;  // in both titles
            place = one.place();
            sums.add(place, weight);
        });
        if (term.told()) each(term.descriptions, only, [&](Posting one) { sums.add(one.place(), weight * in_description / 1000); });
    }

    /// Visits the postings of products that have a sum in `only`; all of them without it. Which ones of a block these are is found without
    /// a branch: nobody could predict it.
    template <class Visit>
    static void each(const Postings& postings, const Sums* only, Visit visit) {
        if (!only) return postings.each(visit);
        std::array<Posting, Postings::block_max> chosen;
        for (const auto& block : postings.blocks()) {
            std::size_t count = 0;
            for (const auto one : block) {
                chosen[count] = one;
                count += only->has(one.place());
            }
            for (std::size_t at = 0; at < count; ++at) visit(chosen[at]);
        }
    }

    /// What a posting of each spelling in a title is worth.
    Worth spellings_worth(const Wanted& wanted) const {
        Worth worth{};
        const auto& term = index_.term(wanted.term);
        for (std::uint32_t spelling = 0; spelling <= term.spellings.size(); ++spelling) {
            const bool same = !options_.marks || (spelling == wanted.spelling && spelling != Posting::other_spelling);
            const bool differs = wanted.marked && (spelling == Posting::other_spelling || term.marked(spelling));
            worth[spelling] = static_cast<std::uint32_t>(wanted.weight) * (same ? same_spelling : differs ? other_marks : one_without_marks) / 1000;
        }
        return worth;
    }

    /// Counts the terms of titles that were asked for; spellings of one term count once each, which title_share() caps.
    void count(Posting one) { asked_.add(one.place(), one.field() == Field::title_vi ? TextScores::one_vietnamese : TextScores::one_english); }

    /// Products that say a slot well enough to be examples of it, by OCOP set.
    struct Sold {
        std::uint32_t well = 0;
        std::array<std::uint64_t, ocop_sets_max + 1> sets{};
        std::uint64_t all = 0;

        void count(std::uint8_t set) {
            if (set > ocop_sets_max) return;
            ++sets[set];
            ++all;
        }
    };

    const Index& index_;
    const RankingOptions& options_;
    Sums total_, slot_, way_, asked_;
    std::vector<bool> counted_;
    std::array<std::uint64_t, ocop_sets_max + 1> sets_{};  ///< shares of 1000 by the weight of the slots that had them
    std::uint64_t sold_weight_ = 0;
};

}  // namespace

std::uint32_t TextScores::operator[](std::uint32_t place) const {
    const auto said = at_most(place);
    return said == 0 || !title_share_ ? said : std::max(1U, said * title_share(place) / 1000);
}

/// What is left of a score when the better of the two titles is only in part about the query, of 1000.
std::uint32_t TextScores::title_share(std::uint32_t place) const {
    const auto size = index_.title_size(place);
    const auto part = [](std::uint32_t asked, std::uint32_t all) { return all == 0 ? 0U : std::min(asked * 1000 / all, 1000U); };
    const auto best = std::max(part(asked_[place] / one_vietnamese, size.vietnamese), part(asked_[place] % one_vietnamese, size.english));
    return 1000 - title_share_worth + title_share_worth * best / 1000;
}

TextScores text_scores(const Index& index, const Query& query, const RankingOptions& options) { return Scorer{index, options}.run(query); }

}  // namespace hoicho::matching::ranking
