// The wait of a connection's coroutine for an answer that may come from any thread.
#pragma once
#include <atomic>
#include <memory>
#include <optional>

#include "runtime/http/message.h"
#include "runtime/http/worker.h"

namespace hoicho::runtime::http {

/// One per connection, used for one request after the other. Everything but the Respond it hands out stays on the
/// worker's thread.
class Answer : public std::enable_shared_from_this<Answer> {
  public:
    explicit Answer(std::shared_ptr<Worker> worker) : worker_{std::move(worker)} {}

    /// Opens the wait for one request. The Respond may outlive the connection and the server.
    Respond expect();
    /// The answer, as soon as it is there. Ends with nothing when the wait was abandoned.
    Task<std::optional<Response>> wait();
    /// Ends the present wait with that answer, or with none; what comes later is ignored.
    void settle(std::optional<Response> response);

  private:
    friend class Promise;
    using Parked = net::async_result<net::use_awaitable_t<Executor>, void()>::handler_type;

    void give(std::uint64_t exchange, Response response);  // any thread

    std::shared_ptr<Worker> worker_;
    std::uint64_t exchange_ = 0;  ///< which request is waited for; answers to earlier ones are late
    bool open_ = false;
    std::optional<Response> response_;
    std::optional<Parked> parked_;
};

}  // namespace hoicho::runtime::http
