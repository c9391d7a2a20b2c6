// Shows how far a long step is: one moving line on a terminal, a plain line every few seconds in a file.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

namespace hoicho::fair {

class Progress {
  public:
    Progress(std::string what, std::size_t total, std::FILE* out = stderr);
    void advance(std::size_t by = 1);
    /// The step is over: its line with the count and the time it took.
    void finish();
    double seconds() const;

  private:
    void show(bool last);

    std::string what_;
    std::size_t total_, done_ = 0;
    std::FILE* out_;
    bool terminal_;
    std::chrono::steady_clock::time_point began_, shown_;
};

}  // namespace hoicho::fair
