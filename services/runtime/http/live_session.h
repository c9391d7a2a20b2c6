// Runs one live connection (WebSocket) on a socket whose upgrade was taken.
#pragma once
#include <memory>

#include "runtime/http/live.h"
#include "runtime/http/options.h"
#include "runtime/http/worker.h"

namespace hoicho::runtime::http {

/// Returns when the connection has ended. `opened` and `closed` are called in between, unless the handshake fails.
Task<void> run_live(std::shared_ptr<Worker> worker, Socket socket, Request request, LiveHandler& handler,
                    const Options& options);

}  // namespace hoicho::runtime::http
