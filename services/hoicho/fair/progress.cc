// Lines for people; see progress.h.
#include "hoicho/fair/progress.h"

#include <unistd.h>

namespace hoicho::fair {
namespace {

constexpr auto terminal_every = std::chrono::milliseconds{100};
constexpr auto plain_every = std::chrono::seconds{5};

}  // namespace

Progress::Progress(std::string what, std::size_t total, std::FILE* out)
    : what_{std::move(what)}, total_{total}, out_{out}, terminal_{isatty(fileno(out)) == 1}, began_{std::chrono::steady_clock::now()}, shown_{began_} {}

double Progress::seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count(); }

void Progress::advance(std::size_t by) {
    done_ += by;
    const auto now = std::chrono::steady_clock::now();
    if (now - shown_ < (terminal_ ? std::chrono::steady_clock::duration{terminal_every} : std::chrono::steady_clock::duration{plain_every})) return;
    shown_ = now;
    show(false);
}

void Progress::finish() { show(true); }

void Progress::show(bool last) {
    const char* end = last ? "\n" : terminal_ ? "" : "\n";
    std::fprintf(out_, "%s  %-28s %7zu / %zu  %6.1f s%s", terminal_ ? "\r" : "", what_.c_str(), done_, total_, seconds(), end);
    std::fflush(out_);
}

}  // namespace hoicho::fair
