// Keeps postings while products come, change and go; see index.h.
#include "matching/domain/ranking/index.h"

#include <algorithm>
#include <tuple>

#include "kernel/check.h"
#include "matching/domain/ranking/fixed_log.h"

namespace hoicho::matching::ranking {

void Index::put(const Product& product) {
    erase(product.facts.id);
    const auto slot = free_slot();
    slots_[product.facts.id] = slot;
    documents_[slot].title = product.title_vi.empty() ? product.title_en : product.title_vi;
    std::vector<Found> found;
    collect(product.title_vi, title_weight, found);
    collect(product.title_en, title_weight, found);
    collect(product.description, description_weight, found);
    post(slot, std::move(found));
    documents_[slot].title_terms = {known_terms(product.title_vi), known_terms(product.title_en)};
    documents_[slot].family = family_of(product.title_vi, product.title_en);
    documents_[slot].present = true;
    put_facts(product.facts);
}

void Index::put_facts(const Facts& facts) {
    const auto at = slots_.find(facts.id);
    invariant(at != slots_.end(), "facts of a product that is not indexed", facts.id);
    auto& document = documents_[at->second];
    document.facts = facts;
    document.unit = unit_of(facts.unit);
}

void Index::erase(std::uint32_t product) {
    const auto at = slots_.find(product);
    if (at == slots_.end()) return;
    const auto slot = at->second;
    for (const auto id : documents_[slot].terms) {
        std::erase_if(terms_[id].postings, [slot](const Posting& posting) { return posting.slot == slot; });
        --terms_[id].documents;
    }
    documents_[slot] = {};
    free_.push_back(slot);
    slots_.erase(at);
}

const Index::Document* Index::find(std::uint32_t product) const {
    const auto at = slots_.find(product);
    return at == slots_.end() ? nullptr : &documents_[at->second];
}

std::optional<Index::TermId> Index::term(std::string_view text) const {
    const auto at = by_text_.find(std::string{text});
    if (at == by_text_.end() || terms_[at->second].documents == 0) return std::nullopt;
    return at->second;
}

std::uint32_t Index::exact(std::string_view form) const {
    const auto at = exacts_.find(std::string{form});
    return at == exacts_.end() ? 0 : at->second;
}

std::int32_t Index::weight_thousandths(TermId id) const {
    return log2_thousandths(2 * size() + 2, 2 * std::uint64_t{terms_[id].documents} + 1);
}

void Index::collect(std::string_view text, std::uint16_t weight, std::vector<Found>& found) {
    const auto parts = syllables(text);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (parts[at].is_number()) continue;
        found.push_back({parts[at].folded, intern(parts[at]), weight});
        if (at + 1 < parts.size() && !parts[at + 1].is_number())
            found.push_back({pair_of(parts[at].folded, parts[at + 1].folded), 0, weight});
    }
}

std::uint32_t Index::intern(const Syllable& syllable) {
    const auto [at, fresh] = exacts_.try_emplace(syllable.exact, static_cast<std::uint32_t>(marked_.size()));
    if (fresh) marked_.push_back(syllable.marked());
    return at->second;
}

/// One posting for each spelling of a term, with the weight of the best field it stands in.
void Index::post(std::uint32_t slot, std::vector<Found> found) {
    std::sort(found.begin(), found.end(), [](const Found& left, const Found& right) {
        return std::tie(left.text, left.exact, right.weight) < std::tie(right.text, right.exact, left.weight);
    });
    auto& document = documents_[slot];
    for (std::size_t at = 0; at < found.size(); ++at) {
        const auto& one = found[at];
        const bool same_text = at > 0 && found[at - 1].text == one.text;
        if (same_text && found[at - 1].exact == one.exact) continue;
        const auto [entry, fresh] = by_text_.try_emplace(one.text, static_cast<TermId>(terms_.size()));
        if (fresh) terms_.push_back({one.text, {}, 0});
        auto& term = terms_[entry->second];
        term.postings.push_back({slot, one.exact, one.weight});
        if (!same_text) {
            ++term.documents;
            document.terms.push_back(entry->second);
        }
    }
}

/// Syllables and pairs of a text that was posted, each once.
std::vector<Index::TermId> Index::known_terms(std::string_view text) const {
    std::vector<TermId> out;
    const auto parts = syllables(text);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (const auto one = by_text_.find(parts[at].folded); one != by_text_.end()) out.push_back(one->second);
        if (at + 1 == parts.size()) break;
        const auto pair = by_text_.find(pair_of(parts[at].folded, parts[at + 1].folded));
        if (pair != by_text_.end()) out.push_back(pair->second);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::uint32_t Index::free_slot() {
    if (!free_.empty()) {
        const auto slot = free_.back();
        free_.pop_back();
        return slot;
    }
    documents_.emplace_back();
    return static_cast<std::uint32_t>(documents_.size() - 1);
}

}  // namespace hoicho::matching::ranking
