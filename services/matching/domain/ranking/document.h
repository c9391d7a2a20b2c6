// What the index keeps of a product besides its postings: its facts as numbers, so that a million of them are held against a demand quickly.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "matching/domain/ranking/facts.h"
#include "matching/domain/ranking/families.h"

namespace hoicho::matching::ranking {

using TermId = std::uint32_t;
inline constexpr TermId no_term = 0xFFFFFFFF;

/// Terms of a product, each once in its part, in one piece of memory: of the Vietnamese title, of the English title, and those of the description only.
class Terms {
  public:
    Terms() = default;
    Terms(const std::vector<TermId>& vietnamese, const std::vector<TermId>& english, const std::vector<TermId>& description)
        : terms_{std::make_unique<TermId[]>(vietnamese.size() + english.size() + description.size())},
          vietnamese_{static_cast<std::uint32_t>(vietnamese.size())}, english_{static_cast<std::uint32_t>(english.size())},
          description_{static_cast<std::uint32_t>(description.size())} {
        auto* at = terms_.get();
        for (const auto* part : {&vietnamese, &english, &description})
            for (const auto term : *part) *at++ = term;
    }
    std::span<const TermId> vietnamese() const { return {terms_.get(), vietnamese_}; }
    std::span<const TermId> english() const { return {terms_.get() + vietnamese_, english_}; }
    std::span<const TermId> all() const { return {terms_.get(), std::size_t{vietnamese_} + english_ + description_}; }

  private:
    std::unique_ptr<TermId[]> terms_;
    std::uint32_t vietnamese_ = 0, english_ = 0, description_ = 0;
};

/// What conditions ask for lies in its first cache line.
struct alignas(64) Document {
    static constexpr std::uint64_t more_standards = 1ULL << 63;  ///< it has standards that have no bit: see Index::has

    std::uint32_t product = 0, exhibitor = 0;
    std::uint64_t standards = 0;  ///< bits of Index::standard()
    std::int64_t price_vnd = 0, capacity_per_month_thousandths = 0;
    std::uint32_t unit = 0, province = 0;  ///< numbers of Index::unit() and Index::province()
    std::uint16_t supply_months = 0;
    FamilyId family = 0;
    std::uint8_t ocop_group = 0, ocop_set = 0;
    bool present = false;
    TermId english = no_term;  ///< its whole English title as a term
    std::vector<Certificate> certificates;
    std::string title;
    Terms terms;
};

}  // namespace hoicho::matching::ranking
