// Keeps postings while products come, change and go; see index.h.
#include "matching/domain/ranking/index.h"

#include <algorithm>

#include "kernel/check.h"
#include "matching/domain/ranking/fixed_log.h"

namespace hoicho::matching::ranking {
namespace {

constexpr std::int32_t weight_min_thousandths = 20;  // a word that every product says finds them all, and conditions put them in order
constexpr std::uint32_t standard_bits_max = 63;  // the last bit is Document::more_standards

/// A whole title as a term; empty when it says nothing.
std::string whole(std::string_view title) {
    std::string out;
    for (const auto& part : syllables(title)) out.append(out.empty() ? "=" : " ").append(part.folded);
    return out;
}

std::uint8_t capped(std::size_t count) { return static_cast<std::uint8_t>(std::min<std::size_t>(count, 255)); }

void insert_sorted(std::vector<std::uint32_t>& list, std::uint32_t value) { list.insert(std::lower_bound(list.begin(), list.end(), value), value); }

}  // namespace

std::uint32_t Index::Term::spelling(std::string_view exact) const {
    const auto at = std::find(spellings.begin(), spellings.end(), exact);
    return at == spellings.end() ? Posting::other_spelling : static_cast<std::uint32_t>(at - spellings.begin() + 1);
}

void Index::put(const Product& product) {
    erase(product.facts.id);
    const auto place = free_place();
    places_[product.facts.id] = place;
    auto& document = documents_[place];
    document.product = product.facts.id;
    document.title = product.title_vi.empty() ? product.title_en : product.title_vi;
    document.title.shrink_to_fit();
    document.family = family_of(product.title_vi, product.title_en);
    document.present = true;
    std::vector<Found> found;
    collect(product.title_vi, Field::title_vi, found);
    collect(product.title_en, Field::title_en, found);
    collect(product.description, Field::description, found);
    const auto name = whole(product.title_en);
    post(place, std::move(found), name.empty() ? no_term : term_of(name));
    take_place_in_lists(place);
    put_facts(product.facts);
}

void Index::put_facts(const Facts& facts) {
    const auto at = places_.find(facts.id);
    invariant(at != places_.end(), "facts of a product that is not indexed", facts.id);
    const auto place = at->second;
    leave_lists(place);
    auto& document = documents_[place];
    document.exhibitor = facts.exhibitor;
    document.ocop_group = static_cast<std::uint8_t>(std::min(facts.ocop_group, 255U));
    document.ocop_set = static_cast<std::uint8_t>(std::min(facts.ocop_set, 255U));
    ocop_sets_[place] = document.ocop_set;
    kinds_[place] = {document.product, document.family, document.ocop_set, true, document.english != no_term};
    document.price_vnd = facts.price_vnd;
    document.capacity_per_month_thousandths = facts.capacity_per_month_thousandths;
    document.supply_months = facts.supply_months;
    document.unit = unit_names_.intern(facts.unit);
    if (document.unit >= units_.size()) units_.push_back(unit_of(facts.unit));
    document.province = provinces_.intern(facts.province);
    document.standards = standard_bits(place, facts.standards);
    document.certificates = facts.certificates;
    document.certificates.shrink_to_fit();
    take_place_in_lists(place);
}

void Index::erase(std::uint32_t product) {
    const auto at = places_.find(product);
    if (at == places_.end()) return;
    const auto place = at->second;
    auto& document = documents_[place];
    leave_lists(place);
    const auto titles = [](const Terms& terms) {
        std::vector<TermId> out{terms.vietnamese().begin(), terms.vietnamese().end()};
        out.insert(out.end(), terms.english().begin(), terms.english().end());
        return out;
    }(document.terms);
    std::vector<TermId> all{document.terms.all().begin(), document.terms.all().end()};
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const auto id : all) {
        terms_[id].titles.erase(place);
        terms_[id].descriptions.erase(place);
        --terms_[id].documents;
        if (std::find(titles.begin(), titles.end(), id) != titles.end()) --terms_[id].titled;
    }
    if (document.english != no_term) {
        terms_[document.english].titles.erase(place);
        --terms_[document.english].documents;
        --with_english_;
    }
    document = {};
    title_sizes_[place] = {};
    kinds_[place] = {};
    ocop_sets_[place] = 0;
    more_standards_.erase(place);
    free_.push_back(place);
    places_.erase(at);
}

const Document* Index::find(std::uint32_t product) const {
    const auto at = places_.find(product);
    return at == places_.end() ? nullptr : &documents_[at->second];
}

const std::vector<std::uint32_t>& Index::made_by(std::uint32_t exhibitor) const {
    static const std::vector<std::uint32_t> nothing;
    const auto at = makers_.find(exhibitor);
    return at == makers_.end() ? nothing : at->second;
}

std::optional<TermId> Index::term(std::string_view text) const {
    const auto at = by_text_.find(std::string{text});
    if (at == by_text_.end() || terms_[at->second].documents == 0) return std::nullopt;
    return at->second;
}

std::int32_t Index::weight_thousandths(TermId id) const {
    return std::max(log2_thousandths(2 * size() + 2, 2 * std::uint64_t{terms_[id].documents} + 1), weight_min_thousandths);
}

bool Index::has(std::uint32_t place, const std::string& standard, std::uint32_t number) const {
    const auto bits = documents_[place].standards;
    if (number < standard_bits_max) return (bits >> number & 1) != 0;
    if ((bits & Document::more_standards) == 0) return false;
    const auto& more = more_standards_.find(place)->second;
    return std::find(more.begin(), more.end(), standard) != more.end();
}

std::vector<std::string> Index::standards_of(std::uint32_t place) const {
    std::vector<std::string> out;
    const auto bits = documents_[place].standards;
    for (std::uint32_t number = 0; number < std::min(standards_.size(), standard_bits_max); ++number)
        if ((bits >> number & 1) != 0) out.push_back(standards_[number]);
    if ((bits & Document::more_standards) != 0)
        for (const auto& code : more_standards_.find(place)->second) out.push_back(code);
    std::sort(out.begin(), out.end());
    return out;
}

std::uint64_t Index::standard_bits(std::uint32_t place, const std::vector<std::string>& codes) {
    std::uint64_t bits = 0;
    std::vector<std::string> more;
    for (const auto& code : codes) {
        const auto number = standards_.size() < standard_bits_max ? standards_.intern(code) : standards_.find(code);
        if (number < standard_bits_max)
            bits |= 1ULL << number;
        else
            more.push_back(code);
    }
    more_standards_.erase(place);
    if (more.empty()) return bits;
    more_standards_.emplace(place, std::move(more));
    return bits | Document::more_standards;
}

TermId Index::term_of(const std::string& text) {
    const auto [at, fresh] = by_text_.try_emplace(text, static_cast<TermId>(terms_.size()));
    if (fresh) terms_.push_back({text, {}, {}, {}, 0, 0});
    return at->second;
}

std::uint32_t Index::spelling_of(TermId id, const Syllable& syllable) {
    auto& term = terms_[id];
    if (term.spellings.empty() && syllable.folded.size() <= letters_max) by_letters_[syllable.folded.size()].push_back(id);
    const auto known = term.spelling(syllable.exact);
    if (known != Posting::other_spelling || term.spellings.size() >= Posting::spellings_max) return known;
    term.spellings.push_back(syllable.exact);
    return static_cast<std::uint32_t>(term.spellings.size());
}

void Index::collect(std::string_view text, Field field, std::vector<Found>& found) {
    const auto parts = syllables(text);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (parts[at].is_number()) continue;
        const auto id = term_of(parts[at].folded);
        found.push_back({id, spelling_of(id, parts[at]), field});
        if (at + 1 < parts.size() && !parts[at + 1].is_number())
            found.push_back({term_of(pair_of(parts[at].folded, parts[at + 1].folded)), Posting::other_spelling, field});
    }
}

void Index::post(std::uint32_t place, std::vector<Found> found, TermId english) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::array<std::vector<TermId>, 3> terms;
    for (std::size_t at = 0; at < found.size();) {
        auto& term = terms_[found[at].term];
        std::array<bool, 3> in{};
        const auto begin = at;
        for (; at < found.size() && found[at].term == found[begin].term; ++at) in[static_cast<std::size_t>(found[at].field)] = true;
        const bool titled = in[0] || in[1];
        for (auto one = begin; one < at; ++one) {
            const Posting posting{place, found[one].spelling, found[one].field};
            if (found[one].field != Field::description) term.titles.insert(posting);
            if (found[one].field == Field::description && !titled) term.descriptions.insert(posting);
        }
        ++term.documents;
        if (titled) ++term.titled;
        for (std::size_t field = 0; field < 3; ++field)
            if (in[field] && (field < 2 || !titled)) terms[field].push_back(found[begin].term);
    }
    title_sizes_[place] = {capped(terms[0].size()), capped(terms[1].size())};
    documents_[place].terms = Terms{terms[0], terms[1], terms[2]};
    documents_[place].english = english;
    if (english == no_term) return;
    terms_[english].titles.insert({place, Posting::other_spelling, Field::title_en});
    ++terms_[english].documents;
    ++with_english_;
}

void Index::take_place_in_lists(std::uint32_t place) {
    const auto& document = documents_[place];
    const Posting posting{place, Posting::other_spelling, Field::title_vi};
    if (document.ocop_set <= ocop_sets_max) sets_[document.ocop_set].insert(posting);
    if (document.family >= families_.size()) families_.resize(document.family + std::size_t{1});
    families_[document.family].insert(posting);
    insert_sorted(makers_[document.exhibitor], document.product);
}

void Index::leave_lists(std::uint32_t place) {
    const auto& document = documents_[place];
    if (document.ocop_set <= ocop_sets_max) sets_[document.ocop_set].erase(place);
    families_[document.family].erase(place);
    const auto made = makers_.find(document.exhibitor);
    std::erase(made->second, document.product);
    if (made->second.empty()) makers_.erase(made);
}

std::uint32_t Index::free_place() {
    if (!free_.empty()) {
        const auto place = free_.back();
        free_.pop_back();
        return place;
    }
    invariant(documents_.size() < Posting::places_max, "an index is full", documents_.size());
    documents_.emplace_back();
    title_sizes_.emplace_back();
    kinds_.emplace_back();
    ocop_sets_.emplace_back();
    return static_cast<std::uint32_t>(documents_.size() - 1);
}

}  // namespace hoicho::matching::ranking
