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
constexpr int shares_bits = 24;                    // fixed point of a way's share

/// part / whole with shares_bits behind the point, rounded up so that the whole of it comes out whole.
std::uint64_t fixed_share(std::uint64_t part, std::uint64_t whole) { return ((part << shares_bits) + whole - 1) / whole; }

class Scorer {
  public:
    Scorer(const Index& index, const RankingOptions& options)
        : index_{index}, options_{options}, total_{places()}, slot_{places()}, way_{places()}, asked_{places()}, counted_(index.terms(), false) {}

    TextScores run(const Query& query) {
        TextScores scores{Sums{places()}, {}};
        if (query.whole == 0) return scores;
        for (const bool common : {false, true})  // so that rare words have chosen the products when common ones are counted
            for (const auto& slot : query.slots)
                if (is_common(slot, query) == common) add(slot, common ? &total_ : nullptr);
        for (const auto& [term, weight] : query.joints)
            add_pair(term, static_cast<std::uint32_t>(weight), total_, is_large(term) && !total_.touched().empty() ? &total_ : nullptr);
        const auto share = fixed_share(1000, static_cast<std::uint64_t>(query.whole));
        for (const auto place : total_.touched()) {
            const auto said = static_cast<std::uint32_t>(std::min<std::uint64_t>(total_[place] * share >> shares_bits, 1000));
            scores.words.add(place, std::max(1U, said * shared(place) / 1000));
        }
        for (std::size_t set = 1; set < sets_.size() && sold_weight_ > 0; ++set) scores.sets[set] = static_cast<std::uint32_t>(sets_[set] / sold_weight_);
        return scores;
    }

  private:
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

    /// The syllables of a way, the rarest first. Of a common one only products count that say the rarer ones before it.
    void add(const Way& way, const Sums* only) {
        std::vector<std::pair<std::size_t, const Wanted*>> order;
        for (const auto& wanted : way.syllables) order.emplace_back(index_.term(wanted.term).size(), &wanted);
        std::sort(order.begin(), order.end(), [](const auto& left, const auto& right) { return left.first != right.first ? left.first < right.first : left.second < right.second; });
        const auto chosen = [&](TermId term) { return is_large(term) && !way_.touched().empty() ? &way_ : only; };
        for (const auto& [size, wanted] : order) add(*wanted, chosen(wanted->term));
        for (const auto& [pair, weight] : way.pairs) add_pair(pair, static_cast<std::uint32_t>(weight), way_, chosen(pair));
    }

    /// The best way of saying a slot counts.
    /// @param only  if given, products that have a sum there
    void add(const WordSlot& slot, const Sums* only) {
        slot_.clear();
        for (const auto& way : slot.ways) {
            way_.clear();
            add(way, only);
            const auto share = fixed_share(static_cast<std::uint64_t>(way.trust_thousandths) * static_cast<std::uint64_t>(slot.weight), static_cast<std::uint64_t>(way.whole) * 1000);
            for (const auto place : way_.touched()) slot_.raise_to(place, static_cast<std::uint32_t>(way_[place] * share >> shares_bits));
        }
        std::array<std::uint64_t, ocop_sets_max + 1> sets{};
        std::uint64_t sold = 0;
        const auto well = static_cast<std::uint32_t>(slot.weight * said_well / 1000);
        for (const auto place : slot_.touched()) {
            const auto said = slot_[place];
            total_.add(place, said);
            if (said < well) continue;
            const auto set = index_.kind_of(place).ocop_set;
            if (set > ocop_sets_max) continue;
            ++sets[set];
            ++sold;
        }
        if (sold == 0) return;
        const auto weight = static_cast<std::uint64_t>(slot.weight);
        sold_weight_ += weight;
        for (std::size_t set = 0; set < sets.size(); ++set) sets_[set] += sets[set] * 1000 * weight / sold;
    }

    void add(const Wanted& wanted, const Sums* only) {
        const auto worth = spellings_worth(wanted);
        const auto& term = index_.term(wanted.term);
        const bool fresh = !counted_[wanted.term];
        counted_[wanted.term] = true;
        add(term.titles, worth, 1000, only, fresh);
        if (term.told()) add(term.descriptions, worth, in_description, only, false);
    }

    using Worth = std::array<std::uint32_t, Posting::spellings_max + 1>;
    /// A product may spell a syllable in several ways: its postings stand side by side, and the best one counts.
    void add(const Postings& postings, const Worth& worth, std::uint32_t share, const Sums* only, bool fresh) {
        std::uint32_t place = Posting::places_max, best = 0;
        postings.each([&](Posting one) {
            if (only && !only->has(one.place())) return;
            if (one.place() != place) {
                if (best > 0) way_.add(place, best * share / 1000);
                place = one.place(), best = 0;
            }
            best = std::max(best, worth[one.spelling()]);
            if (fresh) count(one);
        });
        if (best > 0) way_.add(place, best * share / 1000);
    }

    void add_pair(TermId pair, std::uint32_t weight, Sums& sums, const Sums* only) {
        const auto& term = index_.term(pair);
        const bool fresh = !counted_[pair];
        counted_[pair] = true;
        std::uint32_t place = Posting::places_max;
        term.titles.each([&](Posting one) {
            if (only && !only->has(one.place())) return;
            if (fresh) count(one);
            if (one.place() == place) return;  // in both titles
            place = one.place();
            sums.add(place, weight);
        });
        if (!term.told()) return;
        term.descriptions.each([&](Posting one) {
            if (!only || only->has(one.place())) sums.add(one.place(), weight * in_description / 1000);
        });
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

    static constexpr std::uint32_t one_vietnamese = 1U << 16, one_english = 1;
    /// Counts the terms of titles that were asked for; spellings of one term count once each, which part() caps.
    void count(Posting one) { asked_.add(one.place(), one.field() == Field::title_vi ? one_vietnamese : one_english); }

    /// What is left of a score when the better of the two titles is only in part about the query, of 1000.
    std::uint32_t shared(std::uint32_t place) const {
        if (!options_.title_share) return 1000;
        const auto size = index_.title_size(place);
        const auto part = [](std::uint32_t asked, std::uint32_t all) { return all == 0 ? 0U : std::min(asked * 1000 / all, 1000U); };
        const auto best = std::max(part(asked_[place] / one_vietnamese, size.vietnamese), part(asked_[place] % one_vietnamese, size.english));
        return 1000 - title_share_worth + title_share_worth * best / 1000;
    }

    const Index& index_;
    const RankingOptions& options_;
    Sums total_, slot_, way_, asked_;
    std::vector<bool> counted_;
    std::array<std::uint64_t, ocop_sets_max + 1> sets_{};  ///< shares of 1000 by the weight of the slots that had them
    std::uint64_t sold_weight_ = 0;
};

}  // namespace

TextScores text_scores(const Index& index, const Query& query, const RankingOptions& options) { return Scorer{index, options}.run(query); }

}  // namespace hoicho::matching::ranking
