// Live connections (WebSocket) as the application sees them.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "runtime/http/message.h"

namespace hoicho::runtime::http {

/// One open live connection. Shared with the application, which may hold it after the connection has ended.
class LiveSocket {
  public:
    virtual ~LiveSocket() = default;
    /// Queues a text message; any thread. When the outbox is full the backlog is dropped, this and all later messages
    /// with it, until LiveHandler::drained asks for one fresh snapshot. After the end it does nothing.
    virtual void publish(std::shared_ptr<const std::string> message) = 0;
    /// Says goodbye and ends; any thread. `reason` is cut to 123 bytes.
    virtual void close(std::uint16_t code, std::string reason) = 0;
};

/// What the application does with live connections. Called on I/O threads; must neither block nor throw. One socket's
/// calls never overlap.
class LiveHandler {
  public:
    virtual ~LiveHandler() = default;
    /// True to take the upgrade; false after filling `refusal`, which is answered instead.
    virtual bool accepts(const Request& request, Response& refusal) = 0;
    virtual void opened(std::shared_ptr<LiveSocket> socket, const Request& request) = 0;
    virtual void received(LiveSocket& socket, std::string message) = 0;
    /// The outbox is empty again after an overflow: publish one fresh snapshot.
    virtual void drained(LiveSocket& socket) = 0;
    /// Last call for this socket, once for every opened().
    virtual void closed(LiveSocket& socket) = 0;
};

}  // namespace hoicho::runtime::http
