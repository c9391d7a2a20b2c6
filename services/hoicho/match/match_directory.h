// `hoicho match`: ranks the products of a fair's files for every demand in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "kernel/result.h"

namespace hoicho::match {

struct MatchFigures {
    std::size_t products = 0;
    std::size_t demands = 0;
    std::size_t lines = 0;        ///< written
    std::int64_t read_ms = 0;     ///< files to index
    std::int64_t ranking_ms = 0;  ///< all demands
};

/// Reads fair.json, exhibitors.jsonl, products.jsonl, certificates.jsonl and demands.jsonl of `fair` and writes `demand<TAB>product<TAB>score` to
/// `out`, the `top` best of each demand, best first.
/// @errors  a missing file, or a line that is not what it should be, with file and line number; `out` is then not touched
Result<MatchFigures> match_directory(const std::filesystem::path& fair, const std::filesystem::path& out, std::size_t top);

}  // namespace hoicho::match
