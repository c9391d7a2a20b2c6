// Numbers by place of a product, and which places have one: a query touches a part of the products, and only that part is looked at again.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace hoicho::matching::ranking {

/// Its memory comes zeroed from a few buffers that each thread keeps: a million zeroes a query would cost more than most queries.
class Sums {
  public:
    explicit Sums(std::size_t places) {
        if (!kept().empty()) {
            sums_ = std::move(kept().back().first);
            touched_ = std::move(kept().back().second);
            kept().pop_back();
        }
        if (sums_.size() < places) sums_.resize(places, 0);
    }
    Sums(Sums&&) = default;
    Sums(const Sums&) = delete;
    Sums& operator=(const Sums&) = delete;
    Sums& operator=(Sums&&) = delete;
    ~Sums() {
        clear();
        if (!sums_.empty() && kept().size() < kept_max) kept().emplace_back(std::move(sums_), std::move(touched_));
    }

    void add(std::uint32_t place, std::uint32_t value) {
        if (value == 0) return;
        if (sums_[place] == 0) touched_.push_back(place);
        sums_[place] += value;
    }
    void raise_to(std::uint32_t place, std::uint32_t value) {
        if (value <= sums_[place]) return;
        if (sums_[place] == 0) touched_.push_back(place);
        sums_[place] = value;
    }
    /// 0 where nothing was added.
    std::uint32_t operator[](std::size_t place) const { return sums_[place]; }
    /// Each place once, in the order in which they were first added to.
    const std::vector<std::uint32_t>& touched() const { return touched_; }
    void clear() {
        for (const auto place : touched_) sums_[place] = 0;
        touched_.clear();
    }

  private:
    static constexpr std::size_t kept_max = 10;  ///< buffers of a thread, each as large as the largest index it ranked
    using Buffers = std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>;  ///< of sums_, all zero, and of touched_, empty
    static std::vector<Buffers>& kept() {
        thread_local std::vector<Buffers> buffers;
        return buffers;
    }

    std::vector<std::uint32_t> sums_;  ///< zero wherever touched_ does not say
    std::vector<std::uint32_t> touched_;
};

}  // namespace hoicho::matching::ranking
