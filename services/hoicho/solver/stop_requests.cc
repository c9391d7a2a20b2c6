/// Ctrl-C and SIGTERM as something to wait for.
#include "hoicho/solver/stop_requests.h"

#include <pthread.h>

#include <cmath>
#include <ctime>

namespace hoicho::cli {

StopRequests::StopRequests() {
    sigemptyset(&awaited_);
    sigaddset(&awaited_, SIGINT);
    sigaddset(&awaited_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &awaited_, &before_);
}

StopRequests::~StopRequests() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

std::optional<int> StopRequests::wait(double seconds) {
    timespec limit{};
    limit.tv_sec = static_cast<time_t>(std::floor(seconds));
    limit.tv_nsec = static_cast<long>((seconds - std::floor(seconds)) * 1e9);
    const int got = sigtimedwait(&awaited_, nullptr, &limit);
    if (got <= 0) return std::nullopt;
    pthread_sigmask(SIG_UNBLOCK, &awaited_, nullptr);
    return got;
}

}  // namespace hoicho::cli
