// The life of a connection from its first request to its close.
#include "runtime/http/connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "runtime/http/live_session.h"
#include "runtime/http/wire.h"

namespace hoicho::runtime::http {
namespace {

constexpr std::size_t retry_after_seconds = 5;

std::string address_of(const Socket& socket) {
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    return error ? std::string{} : endpoint.address().to_string();
}

}  // namespace

Connection::Connection(std::shared_ptr<Worker> worker, std::shared_ptr<const Service> service, Socket socket)
    : worker_{std::move(worker)},
      service_{std::move(service)},
      socket_{std::move(socket)},
      input_{service_->options.header_bytes_max},
      answer_{std::make_shared<Answer>(worker_)},
      peer_{address_of(socket_)} {}

void Connection::spawn(std::shared_ptr<Connection> connection, Census::Ticket ticket, bool overloaded) {
    const auto executor = connection->worker_->executor();
    net::co_spawn(executor, run(std::move(connection), std::move(ticket), overloaded), net::detached);
}

Task<void> Connection::run(std::shared_ptr<Connection> self, Census::Ticket ticket, bool overloaded) {
    const Worker::Seat seat{*self->worker_, *self};
    const Census::Ticket held = std::move(ticket);
    if (overloaded)
        co_await self->refuse(too_busy);
    else
        co_await self->serve();
    self->drop();
}

Task<void> Connection::serve() {
    boost::system::error_code ignored;
    socket_.set_option(net::ip::tcp::no_delay{true}, ignored);
    do expire_after(service_->options.idle_timeout);  // also before the first request: clients open connections ahead of need
    while (!worker_->draining() && co_await serve_one());
}

Task<bool> Connection::serve_one() {
    Head head;
    switch (co_await read_request(head)) {
        case Got::nothing: co_return false;
        case Got::fault: co_await refuse(*fault_); co_return false;
        case Got::request: break;
    }
    head.request.peer = peer_;
    if (head.upgrades_to_websocket && service_->live != nullptr) co_return co_await serve_live(std::move(head.request));
    co_return co_await answer(std::move(head.request), head.keep_alive);
}

Task<bool> Connection::answer(Request request, bool keep_alive) {
    const bool with_body = request.method != "HEAD";
    answering_ = true;
    expire_after(service_->options.answer_timeout);
    ask_handler(std::move(request));
    const std::optional<Response> response = co_await answer_->wait();
    answering_ = false;
    if (!response) co_return false;
    keep_alive = keep_alive && !worker_->draining();
    const bool written = co_await write(*response, keep_alive, with_body);
    if (written && !keep_alive) co_await linger();
    co_return written&& keep_alive;
}

/// The Respond is not kept: when the handler lets go of it unanswered, that is noticed.
void Connection::ask_handler(Request request) {
    Respond respond = answer_->expect();
    try {
        service_->handler(std::move(request), std::move(respond));
    } catch (...) {
        answer_->settle(handler_failed.response());  // why is for the handler's own log
    }
}

Task<bool> Connection::serve_live(Request request) {
    Response refusal;
    if (!input_.unread().empty()) {  // nothing may follow an upgrade before its answer
        co_await refuse(malformed_request);
    } else if (!service_->live->accepts(request, refusal)) {
        co_return co_await write(refusal, true, true);
    } else {
        deadline_ = never;  // the session keeps its own time
        co_await run_live(worker_, std::move(socket_), std::move(request), *service_->live, service_->options);
    }
    co_return false;
}

Task<void> Connection::refuse(const Fault& fault) {
    Response response = fault.response();
    if (fault.status == too_busy.status)
        response.headers.push_back({"Retry-After", std::to_string(retry_after_seconds)});
    if (co_await write(response, false, true)) co_await linger();
}

Connection::Got Connection::fault(const Fault& what) {
    fault_ = &what;
    return Got::fault;
}

void Connection::sweep(Clock::time_point now) {
    if (now < deadline_) return;
    deadline_ = never;
    if (answering_)
        answer_->settle(answer_late.response());
    else
        drop();
}

void Connection::drain() {
    if (idle_) drop();
}

void Connection::drop() {
    boost::system::error_code ignored;
    socket_.close(ignored);
    answer_->settle(std::nullopt);
}

}  // namespace hoicho::runtime::http
