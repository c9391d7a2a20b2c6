// Appending to the embedded log.
#include "runtime/log/local_appender.h"

namespace hoicho::runtime {

void LocalAppender::append(Message entry, std::int64_t input) {
    constexpr std::int64_t nowhere =
        -1;  // after a conflict nothing of this writer lands: its window was decided on another past
    const bool fits = committer_.append(journal_, expected_, std::move(entry), input, deliveries_);
    expected_ = fits ? expected_ + 1 : nowhere;
}

}  // namespace hoicho::runtime
