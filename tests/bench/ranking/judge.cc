// Reads the truth and counts; see judge.h.
#include "tests/bench/ranking/judge.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "kernel/vietnamese.h"
#include "matching/domain/ranking/phrases.h"
#include "matching/domain/ranking/syllable.h"

namespace hoicho::bench {
namespace {

using namespace matching::ranking;

constexpr std::size_t depth = 10;
constexpr int worth_a_meeting = 2;

std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
    return value ^ (value >> 31);
}

std::uint64_t hashed(std::string_view text, std::uint64_t seed) {
    for (const char letter : text) seed = mixed(seed ^ static_cast<unsigned char>(letter));
    return seed;
}

/// A word that no list knows: its letters follow from the fold, its mark from the spelling, so that what folded to one still does.
std::string other_word(const Syllable& word, unsigned seed) {
    static constexpr const char* onsets[] = {"bl", "dz", "fr", "gl", "kr", "pl", "sk", "vl", "zn", "jw", "tl", "mr"};
    static constexpr const char* vowels[] = {"a", "e", "i", "o", "u", "y"};
    static constexpr const char* marked[][5] = {{"á", "à", "ã", "ạ", "ả"}, {"é", "è", "ẽ", "ẹ", "ẻ"}, {"í", "ì", "ĩ", "ị", "ỉ"},
                                                {"ó", "ò", "õ", "ọ", "ỏ"}, {"ú", "ù", "ũ", "ụ", "ủ"}, {"ý", "ỳ", "ỹ", "ỵ", "ỷ"}};
    static constexpr const char* codas[] = {"b", "d", "k", "lf", "m", "ng", "p", "rt", "s", "x"};
    const auto fold = hashed(word.folded, seed);
    const auto vowel = fold / 12 % 6;
    const auto mark = hashed(word.exact, seed) % 5;
    return std::string{onsets[fold % 12]} + (word.marked() ? marked[vowel][mark] : vowels[vowel]) + codas[fold / 72 % 10] +
           onsets[fold / 720 % 12] + vowels[fold / 8640 % 6];
}

std::string renamed(const std::string& text, unsigned seed) {
    const auto words = syllables(text);
    std::string out;
    const auto keep = [&](std::size_t at, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) out.append(words[at + i].folded).push_back(' ');
    };
    for (std::size_t at = 0; at < words.size();) {
        const auto phrase = trade_phrases().longest(words, at);
        const auto standard = standard_names().longest(words, at);
        const auto length = std::max(phrase ? phrase->length : 0, standard ? standard->length : 0);
        if (length > 0) keep(at, length);
        if (length == 0 && words[at].is_number()) keep(at, std::min<std::size_t>(2, words.size() - at));
        if (length == 0 && !words[at].is_number()) out.append(other_word(words[at], seed)).push_back(' ');
        at += length > 0 ? length : words[at].is_number() ? 2 : 1;
    }
    return out;
}

}  // namespace

Result<JudgedFair> read_judged_fair(const std::filesystem::path& fair) {
    auto files = match::read_fair_files(fair);
    if (!files) return files.error();
    JudgedFair judged{(fair.has_filename() ? fair : fair.parent_path()).filename().string(), std::move(*files), {}};
    judged.grades.resize(judged.files.demands.size());
    std::unordered_map<std::string, std::size_t> demands;
    for (std::size_t at = 0; at < judged.files.demand_codes.size(); ++at) demands[judged.files.demand_codes[at]] = at;
    std::ifstream in{fair / "truth" / "qrels.tsv"};
    if (!in) return failure(boost::system::errc::no_such_file_or_directory, (fair / "truth" / "qrels.tsv").string());
    std::string demand, zero, product;
    for (int grade = 0; in >> demand >> zero >> product >> grade;)
        if (const auto at = demands.find(demand); at != demands.end()) judged.grades[at->second][product] = grade;
    for (auto& grades : judged.grades)
        if (std::none_of(grades.begin(), grades.end(), [](const auto& one) { return one.second >= worth_a_meeting; })) grades.clear();
    return judged;
}

double ndcg_at_10(const std::unordered_map<std::string, int>& grades, const std::vector<std::string>& ranked) {
    const auto gain = [](int grade, std::size_t at) { return (std::pow(2, grade) - 1) / std::log2(static_cast<double>(at) + 2); };
    double found = 0, ideal = 0;
    for (std::size_t at = 0; at < std::min(depth, ranked.size()); ++at)
        if (const auto grade = grades.find(ranked[at]); grade != grades.end()) found += gain(grade->second, at);
    std::vector<int> best;
    for (const auto& [product, grade] : grades) best.push_back(grade);
    std::sort(best.rbegin(), best.rend());
    for (std::size_t at = 0; at < std::min(depth, best.size()); ++at) ideal += gain(best[at], at);
    return found / ideal;
}

void rename_words(match::FairFiles& files, unsigned seed) {
    for (auto& product : files.products)
        for (auto* text : {&product.title_vi, &product.title_en, &product.description}) *text = renamed(*text, seed);
    for (auto& demand : files.demands)
        for (auto* text : {&demand.title, &demand.description}) *text = renamed(*text, seed);
}

void drop_marks(match::FairFiles& files) {
    for (auto& demand : files.demands)
        for (auto* text : {&demand.title, &demand.description}) *text = folded(*text);
}

}  // namespace hoicho::bench
