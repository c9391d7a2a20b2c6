// Bytes read and not yet used; its memory is kept from request to request.
#pragma once
#include <algorithm>
#include <string_view>
#include <vector>

namespace hoicho::runtime::http {

class ReadBuffer {
  public:
    /// @param bytes_max never holds more than this
    explicit ReadBuffer(std::size_t bytes_max) : bytes_max_{bytes_max} {}

    std::string_view unread() const { return {memory_.data() + begin_, end_ - begin_}; }
    bool full() const { return end_ - begin_ >= bytes_max_; }

    /// Room for at least one more byte, unless full().
    std::pair<char*, std::size_t> room() {
        if (begin_ > 0) {
            std::copy(memory_.begin() + static_cast<std::ptrdiff_t>(begin_),
                      memory_.begin() + static_cast<std::ptrdiff_t>(end_), memory_.begin());
            end_ -= begin_;
            begin_ = 0;
        }
        if (end_ == memory_.size()) memory_.resize(std::min(bytes_max_, std::max(first_bytes, 2 * memory_.size())));
        return {memory_.data() + end_, memory_.size() - end_};
    }
    void filled(std::size_t bytes) { end_ += bytes; }
    void used(std::size_t bytes) {
        begin_ += bytes;
        if (begin_ == end_) begin_ = end_ = 0;
    }

  private:
    static constexpr std::size_t first_bytes = 2048;  // most requests fit
    std::size_t bytes_max_;
    std::vector<char> memory_;
    std::size_t begin_ = 0, end_ = 0;
};

}  // namespace hoicho::runtime::http
