// The best of many candidates: a heap of fixed size with the worst of them in front.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace hoicho::matching::ranking {

struct Candidate {
    std::uint32_t place = 0;
    std::uint32_t product = 0;
    std::int32_t score = 0;

    bool better_than(const Candidate& other) const { return score != other.score ? score > other.score : product < other.product; }
};

class Best {
  public:
    explicit Best(std::size_t most) : most_{most} { heap_.reserve(most); }

    bool full() const { return heap_.size() == most_; }
    /// The least score that can still get in.
    std::int32_t least(std::int32_t when_not_full) const { return full() ? heap_.front().score : when_not_full; }
    /// Whether one with this score, at best, could still get in. Equal scores may: the lower product id wins.
    bool could_take(std::int32_t score) const { return !full() || score >= heap_.front().score; }
    bool would_take(const Candidate& candidate) const { return most_ > 0 && (!full() || candidate.better_than(heap_.front())); }
    /// The same for all that is known of a candidate before its score is.
    bool could_take(const Candidate& at_best) const { return !full() || at_best.better_than(heap_.front()); }
    /// `candidate` must be one that it would take.
    void take(const Candidate& candidate) {
        if (full()) {
            std::pop_heap(heap_.begin(), heap_.end(), better);
            heap_.pop_back();
        }
        heap_.push_back(candidate);
        std::push_heap(heap_.begin(), heap_.end(), better);
    }
    /// Best first; it is empty afterwards.
    std::vector<Candidate> sorted() {
        std::sort(heap_.begin(), heap_.end(), better);
        return std::move(heap_);
    }

  private:
    static bool better(const Candidate& left, const Candidate& right) { return left.better_than(right); }

    std::size_t most_;
    std::vector<Candidate> heap_;
};

}  // namespace hoicho::matching::ranking
