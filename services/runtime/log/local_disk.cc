// How much room the disk has left.
#include "runtime/log/local_disk.h"

#include <chrono>

namespace hoicho::runtime {
namespace {

constexpr std::int64_t look_every_ms = 1'000;

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace

Result<void> LocalDisk::check() {
    auto due_ms = next_look_ms_.load(std::memory_order_relaxed);
    const auto now_ms = steady_ms();
    if (now_ms >= due_ms && next_look_ms_.compare_exchange_strong(due_ms, now_ms + look_every_ms)) enough_ = enough();
    if (enough_) return {};
    return failure(boost::system::errc::no_space_on_device,
                   "the disk under " + options_.folder.string() + " is nearly full");
}

bool LocalDisk::enough() const {
    std::error_code error;
    const auto disk = options_.disk ? options_.disk(options_.folder) : std::filesystem::space(options_.folder, error);
    if (error) return true;  // not knowing is no reason to refuse; a failing write ends the process anyway
    return disk.available >= options_.free_bytes_min &&
           static_cast<double>(disk.available) >= options_.free_share_min * static_cast<double>(disk.capacity);
}

}  // namespace hoicho::runtime
