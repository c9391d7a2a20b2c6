// A ranked product and why it stands where it stands: its score is exactly the sum of its contributions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoicho::matching::ranking {

enum class Part : std::uint8_t { text, group, standard, certificate, stars, season, price, volume, province };
enum class Verdict : std::uint8_t { met, missed, unknown };

/// "TEXT", "GROUP", ...: as events and pages spell a part.
std::string_view name_of(Part part);

struct Contribution {
    Part part = Part::text;
    std::int32_t score_thousandths = 0;
    Verdict verdict = Verdict::unknown;
    std::string asked;  ///< the demand's side, at most text_bytes_max bytes
    std::string found;  ///< the product's side, at most text_bytes_max bytes
};
inline constexpr std::size_t text_bytes_max = 80;

/// `text` cut to text_bytes_max bytes without splitting a letter.
std::string shortened(std::string_view text);

struct Ranked {
    std::uint32_t product = 0;
    std::uint32_t exhibitor = 0;
    std::int32_t score_thousandths = 0;
    std::vector<Contribution> contributions;
};

}  // namespace hoicho::matching::ranking
