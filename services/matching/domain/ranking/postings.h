// Where a term stands: places of products in rising order, four bytes each, in blocks so that putting and erasing touch a few of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace hoicho::matching::ranking {

enum class Field : std::uint8_t { title_vi, title_en, description };

/// One posting: place, spelling of the term there, field. Sorted by place first.
class Posting {
  public:
    static constexpr std::uint32_t spelling_bits = 7, field_bits = 2, places_max = 1U << (32 - spelling_bits - field_bits);
    static constexpr std::uint32_t other_spelling = 0, spellings_max = (1U << spelling_bits) - 1;

    Posting() = default;
    constexpr Posting(std::uint32_t place, std::uint32_t spelling, Field field)
        : bits_{place << (spelling_bits + field_bits) | spelling << field_bits | static_cast<std::uint32_t>(field)} {}
    constexpr std::uint32_t place() const { return bits_ >> (spelling_bits + field_bits); }
    constexpr std::uint32_t spelling() const { return bits_ >> field_bits & spellings_max; }
    constexpr Field field() const { return static_cast<Field>(bits_ & ((1U << field_bits) - 1)); }
    friend constexpr auto operator<=>(const Posting&, const Posting&) = default;

  private:
    std::uint32_t bits_;
};
static_assert(sizeof(Posting) == 4);

class Postings {
  public:
    static constexpr std::size_t block_max = 512;

    void insert(Posting posting) {
        if (blocks_.empty()) blocks_.emplace_back();
        auto block = block_of(posting);
        if (block->size() >= block_max) block = split(block, posting);
        block->insert(std::lower_bound(block->begin(), block->end(), posting), posting);
    }
    /// Takes out everything at `place`.
    void erase(std::uint32_t place) {
        if (blocks_.empty()) return;
        auto block = block_of(Posting{place, 0, Field::title_vi});
        while (block != blocks_.end() && (block->empty() || block->front().place() <= place)) {
            std::erase_if(*block, [place](Posting one) { return one.place() == place; });
            block = block->empty() ? blocks_.erase(block) : block + 1;
        }
    }
    template <class Visit>
    void each(Visit visit) const {
        for (const auto& block : blocks_)
            for (const auto posting : block) visit(posting);
    }
    std::size_t size() const {
        std::size_t sum = 0;
        for (const auto& block : blocks_) sum += block.size();
        return sum;
    }
    const std::vector<std::vector<Posting>>& blocks() const { return blocks_; }

  private:
    using Block = std::vector<std::vector<Posting>>::iterator;
    /// The last block that begins at or before `posting`, else the first.
    Block block_of(Posting posting) {
        const auto after = std::partition_point(blocks_.begin(), blocks_.end(), [&](const auto& block) { return !block.empty() && block.front() <= posting; });
        return after == blocks_.begin() ? after : after - 1;
    }
    /// Makes room: a full block that is added to at its end stays full, any other is halved.
    Block split(Block block, Posting posting) {
        std::vector<Posting> upper;
        if (posting < block->back()) {
            const auto middle = block->begin() + static_cast<std::ptrdiff_t>(block->size() / 2);
            upper.assign(middle, block->end());
            block->erase(middle, block->end());
        }
        const bool goes_up = upper.empty() || posting >= upper.front();
        const auto made = blocks_.insert(block + 1, std::move(upper));
        return goes_up ? made : made - 1;
    }

    std::vector<std::vector<Posting>> blocks_;
};

}  // namespace hoicho::matching::ranking
