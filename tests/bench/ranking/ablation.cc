// What each part of ranking is worth: nDCG@10 of fairs with their truth, all parts on, then each one off, as a Markdown table.
//   hoicho_bench_ranking_ablation [--rename SEED] FAIR...      with --rename also on each fair with all its words exchanged
#include <ctime>
#include <iostream>
#include <iomanip>
#include <string_view>
#include <vector>

#include "matching/domain/ranking/rank.h"
#include "tests/bench/ranking/judge.h"

namespace {

using namespace hoicho;
using namespace hoicho::matching::ranking;
using bench::JudgedFair;

struct Switch {
    std::string_view name;
    bool RankingOptions::* part;
};
constexpr Switch switches[] = {
    {"names of one thing (lexicon)", &RankingOptions::lexicon}, {"families", &RankingOptions::families},
    {"words that name an OCOP set", &RankingOptions::sets}, {"trade phrases taken out", &RankingOptions::trade_phrases},
    {"Telex, slips, near spellings", &RankingOptions::repairs}, {"marks", &RankingOptions::marks}, {"pairs of syllables", &RankingOptions::pairs},
    {"rarity", &RankingOptions::rarity}, {"share of the title", &RankingOptions::title_share}, {"likeness of titles", &RankingOptions::likeness},
    {"same English name", &RankingOptions::same_name}, {"what makers make besides", &RankingOptions::makers},
    {"OCOP group and set as facts", &RankingOptions::group}, {"conditions", &RankingOptions::conditions}};

Index index_of(const JudgedFair& fair) {
    Index index;
    for (const auto& product : fair.files.products) index.put(product);
    return index;
}

/// Mean over the demands for which something worth a meeting exists.
double mean_ndcg(const JudgedFair& fair, const Index& index, const RankingOptions& options) {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t at = 0; at < fair.files.demands.size(); ++at) {
        if (fair.grades[at].empty()) continue;
        std::vector<std::string> codes;
        for (const auto& one : rank(index, fair.files.demands[at], fair.files.certificates_checked_on, 10, {}, options))
            codes.push_back(fair.files.product_codes[one.product - 1]);
        sum += bench::ndcg_at_10(fair.grades[at], codes);
        ++count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

std::vector<JudgedFair> read_fairs(int count, char** arguments) {
    std::vector<JudgedFair> fairs;
    unsigned seed = 0;
    for (int at = 1; at < count; ++at) {
        if (std::string_view{arguments[at]} == "--rename" && at + 1 < count) {
            seed = static_cast<unsigned>(std::stoul(arguments[++at]));
            continue;
        }
        auto fair = bench::read_judged_fair(arguments[at]);
        if (!fair) {
            std::cerr << fair.error().detail << '\n';
            return {};
        }
        fairs.push_back(*fair);
        if (seed == 0) continue;
        bench::rename_words(fair->files, seed);
        fair->name += ", other words";
        fairs.push_back(std::move(*fair));
    }
    return fairs;
}

}  // namespace

int main(int count, char** arguments) {
    const auto fairs = read_fairs(count, arguments);
    if (fairs.empty()) {
        std::cerr << "usage: " << arguments[0] << " [--rename SEED] FAIR...\n";
        return 1;
    }
    std::vector<Index> indexes;
    for (const auto& fair : fairs) indexes.push_back(index_of(fair));
    const auto row = [&](std::string_view name, const auto& value) {
        std::cout << "| " << name << " |";
        for (std::size_t at = 0; at < fairs.size(); ++at) std::cout << ' ' << value(at) << " |";
        std::cout << std::endl;
    };
    std::cout << std::fixed << std::setprecision(4);
    row("nDCG@10", [&](std::size_t at) { return fairs[at].name; });
    row("--", [](std::size_t) { return "--"; });
    std::vector<double> all;
    for (std::size_t at = 0; at < fairs.size(); ++at) all.push_back(mean_ndcg(fairs[at], indexes[at], {}));
    row("all parts", [&](std::size_t at) { return all[at]; });
    row("demands typed without marks", [&](std::size_t at) {
        auto plain = fairs[at];
        bench::drop_marks(plain.files);
        return mean_ndcg(plain, indexes[at], {}) - all[at];
    });
    for (const auto& one : switches)
        row(std::string{"without "}.append(one.name), [&](std::size_t at) {
            RankingOptions options;
            options.*one.part = false;
            return mean_ndcg(fairs[at], indexes[at], options) - all[at];
        });
    row("without lexicon and families", [&](std::size_t at) {
        RankingOptions options;
        options.lexicon = options.families = false;
        return mean_ndcg(fairs[at], indexes[at], options) - all[at];
    });
    return 0;
}
