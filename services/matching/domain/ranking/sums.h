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
            buffers_ = std::move(kept().back());
            kept().pop_back();
        }
        if (buffers_.sums.size() >= places) return;
        buffers_.sums.resize(places, 0);
        buffers_.is_touched.resize(places / 64 + 1, 0);
    }
    Sums(Sums&&) = default;
    Sums(const Sums&) = delete;
    Sums& operator=(const Sums&) = delete;
    Sums& operator=(Sums&&) = delete;
    ~Sums() {
        drain([](std::uint32_t, std::uint32_t) {});
        if (!buffers_.sums.empty() && kept().size() < kept_max) kept().push_back(std::move(buffers_));
    }

    void add(std::uint32_t place, std::uint32_t value) {
        if (value == 0) return;
        auto& sum = at(place);
        if (sum == 0) touch(place);
        sum += value;
    }
    void raise_to(std::uint32_t place, std::uint32_t value) {
        auto& sum = at(place);
        if (value <= sum) return;
        if (sum == 0) touch(place);
        sum = value;
    }
    /// 0 where nothing was added.
    std::uint32_t operator[](std::size_t place) const { return buffers_.sums.data()[place]; }
    /// Whether anything was added there: asked of many places, so it reads a bit and not the sum.
    bool has(std::uint32_t place) const { return (buffers_.is_touched.data()[place / 64] >> (place % 64) & 1) != 0; }
    /// Each place once, in the order in which they were first added to.
    const std::vector<std::uint32_t>& touched() const { return buffers_.touched; }
    bool empty() const { return buffers_.touched.empty(); }
    /// Visits every place that has a sum, with it; they are nothing again afterwards.
    template <class Visit>
    void drain(Visit visit) {
        for (const auto place : buffers_.touched) {
            visit(place, std::exchange(at(place), 0));
            buffers_.is_touched.data()[place / 64] = 0;
        }
        buffers_.touched.clear();
    }

  private:
    /// Unchecked: places come from the index, and this is where a query spends its time.
    std::uint32_t& at(std::size_t place) { return buffers_.sums.data()[place]; }
    void touch(std::uint32_t place) {
        buffers_.touched.push_back(place);
        buffers_.is_touched.data()[place / 64] |= std::uint64_t{1} << (place % 64);
    }

    static constexpr std::size_t kept_max = 8;  ///< buffers of a thread, each as large as the largest index it ranked
    struct Buffers {
        std::vector<std::uint32_t> sums;  ///< zero wherever `touched` does not say
        std::vector<std::uint32_t> touched;
        std::vector<std::uint64_t> is_touched;  ///< a bit for each place
    };
    static std::vector<Buffers>& kept() {
        thread_local std::vector<Buffers> buffers;
        return buffers;
    }

    Buffers buffers_;
};

}  // namespace hoicho::matching::ranking
