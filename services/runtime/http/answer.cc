// Brings an answer home: at once on the connection's own thread, by post from any other.
#include "runtime/http/answer.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>

#include "runtime/http/faults.h"

namespace hoicho::runtime::http {

/// Shared by the copies of one Respond: the first call counts, and letting go of the last copy unanswered is an answer
/// too.
class Promise {
  public:
    Promise(std::shared_ptr<Answer> answer, std::uint64_t exchange) : answer_{std::move(answer)}, exchange_{exchange} {}
    Promise(const Promise&) = delete;
    Promise& operator=(const Promise&) = delete;
    ~Promise() {
        if (!given_) answer_->give(exchange_, handler_failed.response());
    }
    void give(Response response) {
        if (!given_.exchange(true)) answer_->give(exchange_, std::move(response));
    }

  private:
    std::shared_ptr<Answer> answer_;
    std::uint64_t exchange_;
    std::atomic<bool> given_ = false;
};

Respond Answer::expect() {
    ++exchange_;
    open_ = true;
    response_.reset();
    auto promise = std::make_shared<Promise>(shared_from_this(), exchange_);
    return [promise = std::move(promise)](Response response) { promise->give(std::move(response)); };
}

void Answer::give(std::uint64_t exchange, Response response) {
    if (worker_->here() && !parked_) {  // answered inside the handler: no detour
        if (exchange == exchange_) settle(std::move(response));
        return;
    }
    // Weak: a loop that no longer runs would keep what it is given, and that would keep the loop.
    net::post(worker_->executor(), [weak = weak_from_this(), exchange, response = std::move(response)]() mutable {
        const auto self = weak.lock();
        if (self && exchange == self->exchange_) self->settle(std::move(response));
    });
}

void Answer::settle(std::optional<Response> response) {
    if (!open_) return;
    open_ = false;
    response_ = std::move(response);
    if (!parked_) return;
    Parked resume = std::move(*parked_);
    parked_.reset();
    std::move(resume)();
}

Task<std::optional<Response>> Answer::wait() {
    if (open_) {
        auto park = [this](Parked handler) { parked_.emplace(std::move(handler)); };
        auto token = use_task;
        co_await net::async_initiate<net::use_awaitable_t<Executor>, void()>(park, token);
    }
    std::optional<Response> response = std::move(response_);
    response_.reset();
    co_return response;
}

}  // namespace hoicho::runtime::http
