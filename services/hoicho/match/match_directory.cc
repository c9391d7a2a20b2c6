// Ranks and writes; see match_directory.h.
#include "hoicho/match/match_directory.h"

#include <chrono>
#include <fstream>
#include <string>

#include "hoicho/match/fair_files.h"
#include "matching/domain/ranking/rank.h"

namespace hoicho::match {
namespace {

using Clock = std::chrono::steady_clock;

std::int64_t ms_since(Clock::time_point begin) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count();
}

/// A score as a decimal: 2317 thousandths are "2.317".
std::string decimal(std::int32_t thousandths) {
    const auto size = std::to_string(std::abs(thousandths) % 1000 + 1000).substr(1);
    return (thousandths < 0 ? "-" : "") + std::to_string(std::abs(thousandths) / 1000) + "." + size;
}

Result<void> write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    out << text;
    out.close();
    if (!out) return failure(boost::system::errc::io_error, "cannot write " + file.string());
    return {};
}

}  // namespace

Result<MatchFigures> match_directory(const std::filesystem::path& fair, const std::filesystem::path& out, std::size_t top) {
    const auto begin = Clock::now();
    const auto files = read_fair_files(fair);
    if (!files) return files.error();
    matching::ranking::Index index;
    for (const auto& product : files->products) index.put(product);
    MatchFigures figures{.products = files->products.size(), .demands = files->demands.size(), .lines = 0, .read_ms = ms_since(begin), .ranking_ms = 0};

    const auto ranking_begin = Clock::now();
    std::string text;
    for (std::size_t at = 0; at < files->demands.size(); ++at)
        for (const auto& ranked : rank(index, files->demands[at], files->certificates_checked_on, top)) {
            text += files->demand_codes[at] + '\t' + files->product_codes[ranked.product - 1] + '\t' + decimal(ranked.score_thousandths) + '\n';
            ++figures.lines;
        }
    figures.ranking_ms = ms_since(ranking_begin);
    if (auto written = write(out, text); !written) return written.error();
    return figures;
}

}  // namespace hoicho::match
