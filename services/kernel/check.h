// Assertions that stay on in release builds: a broken invariant ends the process with the values that broke it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace hoicho {

/// Ends the process (SIGABRT) when `holds` is false: the state is not what the code believes, so nothing after it can be trusted.
inline void invariant(bool holds, std::string_view what, long long value = 0, long long other = 0) {
    if (holds) [[likely]] return;
    std::fprintf(stderr, "invariant broken: %.*s (%lld, %lld)\n", static_cast<int>(what.size()), what.data(), value, other);
    std::abort();
}

}  // namespace hoicho
