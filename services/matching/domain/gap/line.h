// One condition of a demand held against a product: both values, who says so, and what would close the gap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "matching/domain/gap/sentence.h"
#include "matching/domain/ranking/ranked.h"

namespace hoicho::matching::gap {

enum class Topic : std::uint8_t { group, standard, certificate, stars, season, price, volume, minimum_order, province, payment, pack };

/// "GROUP", "MINIMUM_ORDER", ...: as events and pages spell it.
std::string_view name_of(Topic topic);

/// Whether a buyer walks away for it, or would only rather have it.
enum class Weight : std::uint8_t { required, preferred };

/// Who stands behind the product's value. The demand's is always the buyer's own word.
enum class Source : std::uint8_t {
    exhibitor,          ///< entered, checked by nobody
    issuer_verified,    ///< the certificate was compared with its issuer
    issuer_contradicts  ///< and was not what the issuer has
};

struct Line {
    Topic topic = Topic::group;
    Weight weight = Weight::required;
    ranking::Verdict verdict = ranking::Verdict::unknown;
    Sentence asked;
    Sentence found;                      ///< empty: nothing was said
    Source source = Source::exhibitor;
    Sentence closes;                     ///< what would close the gap; empty when it is met, or when nothing would
    std::string code;                    ///< of what is missing, to be counted over many demands: "GS1_BARCODE"; else empty
    std::vector<std::uint32_t> partners;  ///< products of others that make up the volume together
};

/// A line that keeps the two apart.
inline bool blocks(const Line& line) { return line.weight == Weight::required && line.verdict == ranking::Verdict::missed; }

}  // namespace hoicho::matching::gap
