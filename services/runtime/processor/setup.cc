// The operating system's randomness; see setup.h.
#include "runtime/processor/setup.h"

#include <random>

namespace hoicho::runtime {

std::uint64_t system_random() {
    thread_local std::random_device device;
    return static_cast<std::uint64_t>(device()) << 32 | device();
}

}  // namespace hoicho::runtime
