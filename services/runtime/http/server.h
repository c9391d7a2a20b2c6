// An HTTP/1.1 and WebSocket server: plain structs in and out, bounded in every direction.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>

#include "runtime/http/live.h"
#include "runtime/http/message.h"
#include "runtime/http/options.h"

namespace hoicho::runtime::http {

/// Owned by main. Binds in the constructor, serves on its own threads from start() until drain() or destruction.
/// Requests of one connection are handled one after the other, so answers keep their order.
class Server {
  public:
    /// @param live may be nullptr (upgrades then reach `handler`); must outlive the server
    /// @errors     std::system_error when the address cannot be bound
    Server(Options options, Handler handler, LiveHandler* live);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// The port bound, also before start().
    std::uint16_t port() const;
    void start();
    /// Stops accepting, closes idle connections, lets requests in flight finish, closes live sockets with 1001;
    /// whatever is left after `patience` is cut. Returns when the threads have ended. Not to be called from a handler.
    void drain(std::chrono::milliseconds patience);
    /// Connections open now.
    std::size_t connections() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace hoicho::runtime::http
