// The door that closes before the disk is full: RocksDB must never meet ENOSPC, for then nobody knows what it wrote.
#pragma once

#include <atomic>

#include "kernel/result.h"
#include "runtime/log/local_options.h"

namespace hoicho::runtime {

/// Thread-safe. Asks the file system at most once a second.
class LocalDisk {
  public:
    explicit LocalDisk(const LocalLogOptions& options) : options_{options} {}
    /// Failure no_space_on_device: too little is left to take anything in.
    Result<void> check();

  private:
    bool enough() const;

    const LocalLogOptions& options_;
    std::atomic<std::int64_t> next_look_ms_{0};
    std::atomic<bool> enough_{true};
};

}  // namespace hoicho::runtime
