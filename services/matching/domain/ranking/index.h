// An inverted index over the words of products: folded syllables, pairs of neighbours and whole English titles, with spelling and field.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matching/domain/ranking/document.h"
#include "matching/domain/ranking/names.h"
#include "matching/domain/ranking/postings.h"
#include "matching/domain/ranking/syllable.h"
#include "matching/domain/ranking/unit.h"

namespace hoicho::matching::ranking {

inline constexpr std::size_t ocop_sets_max = 26;

/// Products of one organiser, at most Posting::places_max. What it answers depends on the products it holds, never on the order in which
/// they came and went. One owner thread for changes; reading is safe from several threads between changes.
class Index {
  public:
    static constexpr std::uint32_t titled_enough = 2'000;

    struct Term {
        std::string text;
        Postings titles;        ///< where titles say it
        Postings descriptions;  ///< where only the rest says it
        std::vector<std::string> spellings;  ///< exact forms; spelling number n is spellings[n - 1]
        std::uint32_t documents = 0;
        std::uint32_t titled = 0;               ///< documents that say it in a title

        /// Whether descriptions are looked at as well: what many titles say is what they sell, and not what others mention.
        bool told() const { return titled <= titled_enough; }
        std::size_t size() const { return titles.size() + (told() ? descriptions.size() : 0); }
        bool marked(std::uint32_t spelling) const { return spelling != Posting::other_spelling && spellings[spelling - 1] != text; }
        /// Posting::other_spelling when no product spells it so.
        std::uint32_t spelling(std::string_view exact) const;
    };
    struct Kind {
        std::uint32_t product = 0;
        FamilyId family = 0;
        std::uint8_t ocop_set = 0;
        bool present : 1 = false;
        bool named_in_english : 1 = false;
    };
    /// Distinct terms of a product's titles.
    struct TitleSize {
        std::uint8_t vietnamese = 0, english = 0;
    };

    /// Adds a product, or replaces it.
    void put(const Product& product);
    /// Replaces everything but the words of a product that is there.
    void put_facts(const Facts& facts);
    /// Forgets a product; nothing happens when it is not there.
    void erase(std::uint32_t product);

    std::size_t size() const { return places_.size(); }
    const Document* find(std::uint32_t product) const;

    /// Documents by place: some places may be empty.
    const std::vector<Document>& documents() const { return documents_; }
    /// What documents()[place] is, side by side with its neighbours where many are asked for.
    Kind kind_of(std::uint32_t place) const { return kinds_[place]; }
    /// The same as in kind_of(place), in so little memory that it stays near where very many are asked for.
    std::uint8_t ocop_set(std::uint32_t place) const { return ocop_sets_[place]; }
    TitleSize title_size(std::uint32_t place) const { return title_sizes_[place]; }
    const Postings& in_set(std::uint32_t ocop_set) const { return sets_[ocop_set]; }
    /// Empty for a family that no product belongs to.
    const Postings& in_family(FamilyId family) const { return family < families_.size() ? families_[family] : none_; }
    std::uint32_t place_of(std::uint32_t product) const { return places_.find(product)->second; }
    /// An exhibitor's products, rising.
    const std::vector<std::uint32_t>& made_by(std::uint32_t exhibitor) const;

    std::optional<TermId> term(std::string_view text) const;
    const Term& term(TermId id) const { return terms_[id]; }
    std::size_t terms() const { return terms_.size(); }
    /// Folded syllables of `letters` letters that titles have or had.
    const std::vector<TermId>& syllables_of(std::size_t letters) const { return letters <= letters_max ? by_letters_[letters] : by_letters_[0]; }
    /// How telling a term is, log2 of products per product that has it, in thousandths; never nothing.
    std::int32_t weight_thousandths(TermId id) const;
    /// Products with an English title.
    std::uint32_t with_english() const { return with_english_; }

    const std::optional<Unit>& unit(std::uint32_t number) const { return units_[number]; }
    const Names& unit_names() const { return unit_names_; }
    const Names& provinces() const { return provinces_; }
    const Names& standards() const { return standards_; }
    /// @param number  of standards(); Names::unknown when no product has it
    bool has(std::uint32_t place, const std::string& standard, std::uint32_t number) const;
    /// Codes in alphabetical order.
    std::vector<std::string> standards_of(std::uint32_t place) const;

    static constexpr std::size_t letters_max = 24;  ///< of a syllable that can be repaired to

  private:
    struct Found {
        TermId term = 0;
        std::uint32_t spelling = 0;
        Field field = Field::title_vi;
        friend auto operator<=>(const Found&, const Found&) = default;
    };
    TermId term_of(const std::string& text);
    std::uint32_t spelling_of(TermId id, const Syllable& syllable);
    void collect(std::string_view text, Field field, std::vector<Found>& found);
    void post(std::uint32_t place, std::vector<Found> found, TermId english);
    void take_place_in_lists(std::uint32_t place);
    void leave_lists(std::uint32_t place);
    std::uint32_t free_place();
    std::uint64_t standard_bits(std::uint32_t place, const std::vector<std::string>& codes);

    boost::unordered_flat_map<std::string, TermId> by_text_;
    std::vector<Term> terms_;
    std::array<std::vector<TermId>, letters_max + 1> by_letters_;
    std::vector<Document> documents_;
    std::vector<Kind> kinds_;
    std::vector<std::uint8_t> ocop_sets_;
    std::vector<TitleSize> title_sizes_;
    std::vector<std::uint32_t> free_;
    boost::unordered_flat_map<std::uint32_t, std::uint32_t> places_;  ///< by product
    std::array<Postings, ocop_sets_max + 1> sets_;
    std::vector<Postings> families_;
    boost::unordered_flat_map<std::uint32_t, std::vector<std::uint32_t>> makers_;
    Names unit_names_, provinces_, standards_;
    std::vector<std::optional<Unit>> units_;  ///< by number of unit_names_
    boost::unordered_flat_map<std::uint32_t, std::vector<std::string>> more_standards_;  ///< by place
    std::uint32_t with_english_ = 0;
    Postings none_;
};

/// How a pair of neighbours is written as a term.
inline std::string pair_of(const std::string& first, const std::string& second) { return first + ' ' + second; }

}  // namespace hoicho::matching::ranking
