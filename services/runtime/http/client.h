// A small HTTP client for our own programs: many requests over a few kept connections, on the caller's thread.
#pragma once
#include <boost/system/error_code.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "runtime/http/message.h"

namespace hoicho::runtime::http {

/// Plain HTTP to one host. Not for several threads: requests are sent and callbacks called inside run_until_idle().
class Client {
  public:
    /// Gets the response, or an error and an empty response. After an error the request may or may not have taken
    /// effect: whether to send it again is for the caller to decide. Connections are opened anew as needed.
    using Done = std::function<void(boost::system::error_code, Response)>;

    Client(std::string host, std::uint16_t port, std::size_t connections,
           std::chrono::milliseconds timeout = std::chrono::milliseconds{30'000});
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// Queues a request; `path`, `query`, `method`, `headers` and `body` are used. Also callable from a callback.
    void send(Request request, Done done);
    /// Returns when every request has had its callback.
    void run_until_idle();
    /// Requests whose callback is still to come.
    std::size_t pending() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace hoicho::runtime::http
