// Crash points of the journal protocol: HOICHO_FAILPOINT=<name>[:count] kills this process (SIGKILL) at the count-th
// pass. Test builds only.
#pragma once

#include <string_view>

#ifdef HOICHO_FAILPOINTS
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <string>
#endif

namespace hoicho::runtime {

#ifdef HOICHO_FAILPOINTS
/// Where this process is to die, read from the environment once.
struct Failpoint {
    std::string name;
    std::atomic<long> passes_left{1};

    Failpoint() {
        const char* set = std::getenv("HOICHO_FAILPOINT");
        if (!set) return;
        name = set;
        const auto colon = name.find(':');
        if (colon == std::string::npos) return;
        passes_left = std::strtol(name.c_str() + colon + 1, nullptr, 10);
        name.resize(colon);
    }
};

inline void failpoint(std::string_view name) {
    static Failpoint chosen;
    if (chosen.name == name && --chosen.passes_left == 0) (void)::kill(::getpid(), SIGKILL);
}
#else
inline void failpoint(std::string_view) {}
#endif

}  // namespace hoicho::runtime
