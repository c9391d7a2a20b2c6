// Reads the JSON Lines of a fair's directory into what ranking knows of products and demands.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kernel/result.h"
#include "matching/domain/ranking/facts.h"

namespace hoicho::match {

struct FairFiles {
    matching::ranking::Day certificates_checked_on = 0;
    std::vector<std::string> product_codes;  ///< of product n + 1
    std::vector<matching::ranking::Product> products;
    std::vector<std::string> demand_codes;
    std::vector<matching::ranking::Demand> demands;
};

inline constexpr std::size_t line_bytes_max = 1 << 20;
inline constexpr std::size_t lines_max = 1'000'000;

/// @errors  the file, the line and what is wrong with it
Result<FairFiles> read_fair_files(const std::filesystem::path& directory);

}  // namespace hoicho::match
