// An inverted index over the words of products: folded syllables and pairs of neighbours, each posting with its exact spelling and field.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "matching/domain/ranking/facts.h"
#include "matching/domain/ranking/families.h"
#include "matching/domain/ranking/syllable.h"
#include "matching/domain/ranking/unit.h"

namespace hoicho::matching::ranking {

/// Products of one organiser. What it answers depends on the products it holds, never on the order in which they came and went.
/// One owner thread for changes; reading is safe from several threads between changes.
class Index {
  public:
    static constexpr std::uint16_t title_weight = 1000;
    static constexpr std::uint16_t description_weight = 350;

    using TermId = std::uint32_t;
    struct Posting {
        std::uint32_t slot = 0;
        std::uint32_t exact = 0;  ///< of exact_form(); 0 for pairs
        std::uint16_t weight = 0;
    };
    struct Term {
        std::string text;
        std::vector<Posting> postings;
        std::uint32_t documents = 0;
    };
    struct Document {
        Facts facts;
        std::optional<Unit> unit;
        std::string title;
        FamilyId family = 0;
        std::array<std::vector<TermId>, 2> title_terms;  ///< of the Vietnamese and the English title, distinct
        std::vector<TermId> terms;                       ///< of every field, distinct
        bool present = false;
    };

    /// Adds a product, or replaces it.
    void put(const Product& product);
    /// Replaces everything but the words of a product that is there.
    void put_facts(const Facts& facts);
    /// Forgets a product; nothing happens when it is not there.
    void erase(std::uint32_t product);

    std::size_t size() const { return slots_.size(); }
    /// Places of documents: some may be empty.
    const std::vector<Document>& documents() const { return documents_; }
    const Document* find(std::uint32_t product) const;

    std::optional<TermId> term(std::string_view text) const;
    const Term& term(TermId id) const { return terms_[id]; }
    std::size_t terms() const { return terms_.size(); }
    /// Number of an exact spelling; 0 when no product has it.
    std::uint32_t exact(std::string_view form) const;
    bool is_marked(std::uint32_t exact) const { return marked_[exact]; }
    /// How telling a term is, log2 of products per product that has it, in thousandths.
    std::int32_t weight_thousandths(TermId id) const;

  private:
    struct Found {
        std::string text;
        std::uint32_t exact = 0;
        std::uint16_t weight = 0;
    };
    void collect(std::string_view text, std::uint16_t weight, std::vector<Found>& found);
    std::uint32_t intern(const Syllable& syllable);
    void post(std::uint32_t slot, std::vector<Found> found);
    std::vector<TermId> known_terms(std::string_view text) const;
    std::uint32_t free_slot();

    boost::unordered_flat_map<std::string, TermId> by_text_;
    std::vector<Term> terms_;
    boost::unordered_flat_map<std::string, std::uint32_t> exacts_;
    std::vector<bool> marked_{false};
    std::vector<Document> documents_;
    std::vector<std::uint32_t> free_;
    boost::unordered_flat_map<std::uint32_t, std::uint32_t> slots_;  ///< by product
};

/// How a pair of neighbours is written as a term.
inline std::string pair_of(const std::string& first, const std::string& second) { return first + ' ' + second; }

}  // namespace hoicho::matching::ranking
