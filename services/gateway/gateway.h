// The gateway put together: folds, commands, reads, live connections and pages behind one HTTP server.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "runtime/host/health.h"
#include "runtime/http/options.h"
#include "runtime/log/event_log.h"
#include "runtime/telemetry/metrics.h"

namespace hoicho::gateway {

struct GatewayOptions {
    std::filesystem::path data;   ///< for the key file and the vault
    runtime::http::Options http;
    std::filesystem::path web_root;  ///< serves pages from here instead of those built in, while developing; empty: built in
};

class Gateway {
  public:
    /// Failure: the key file, the vault or the address. Until there are accounts only loopback addresses are taken.
    static Result<std::unique_ptr<Gateway>> open(GatewayOptions options, runtime::EventLog& log, runtime::host::Health& health,
                                                 runtime::telemetry::Metrics& metrics);
    ~Gateway();

    void start();
    std::uint16_t port() const;
    /// Answers what is under way, closes the rest.
    void stop();
    /// Reports how far the folds are; called every second or so by the program.
    void report();

  private:
    struct Inside;
    explicit Gateway(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace hoicho::gateway
