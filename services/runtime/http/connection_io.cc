// How a connection reads and writes: each wait has its deadline, each buffer its bound.
#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>

#include "runtime/http/connection.h"
#include "runtime/http/wire.h"

namespace hoicho::runtime::http {
namespace {

constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::chrono::milliseconds linger_timeout{1'000};
constexpr std::size_t linger_bytes_max = 1024 * 1024;

}  // namespace

Task<Connection::Got> Connection::read_request(Head& head) {
    const Got got = co_await read_head(head);
    if (got != Got::request || head.content_length_bytes == 0) co_return got;
    if (head.content_length_bytes > service_->options.body_bytes_max) co_return fault(body_too_large);
    if (head.expects_continue && input_.unread().empty()) {
        if (!co_await write_all(continue_line, {})) co_return Got::nothing;
    }
    co_return co_await read_body(head);
}

Task<Connection::Got> Connection::read_head(Head& head) {
    std::size_t line_start = 0;
    bool started = false;
    for (;;) {
        switch (scan_head(input_.unread(), line_start)) {
            case Scan::bad_line_end: co_return fault(malformed_request);
            case Scan::finished: {
                const Fault* wrong = parse_head(input_.unread().substr(0, line_start), head);
                if (wrong != nullptr) co_return fault(*wrong);
                input_.used(line_start);
                co_return Got::request;
            }
            case Scan::unfinished: break;
        }
        if (input_.full()) co_return fault(header_too_large);
        if (!started && !input_.unread().empty()) {
            started = true;
            expire_after(service_->options.header_timeout);  // for the whole head: a drip of bytes does not prolong it
        }
        idle_ = !started;
        const bool more = co_await read_some();
        idle_ = false;
        if (!more) co_return Got::nothing;
    }
}

Task<Connection::Got> Connection::read_body(Head& head) {
    std::string& body = head.request.body;
    body.reserve(head.content_length_bytes);
    expire_after(service_->options.body_timeout);
    for (;;) {
        const std::string_view next = input_.unread().substr(0, head.content_length_bytes - body.size());
        body += next;
        input_.used(next.size());
        if (body.size() == head.content_length_bytes) co_return Got::request;
        if (!co_await read_some()) co_return Got::nothing;
    }
}

Task<bool> Connection::read_some() {
    const auto [place, size] = input_.room();
    boost::system::error_code error;
    const std::size_t bytes =
        co_await socket_.async_read_some(net::buffer(place, size), net::redirect_error(use_task, error));
    input_.filled(bytes);
    co_return !error;
}

Task<bool> Connection::write(const Response& response, bool keep_alive, bool with_body) {
    output_.clear();
    append_head(output_, response, worker_->date(), keep_alive);
    const bool bodiless = !with_body || is_bodiless(response.status);
    co_return co_await write_all(output_, bodiless ? std::string_view{} : std::string_view{response.body});
}

/// Both parts in one call to the system, and more calls only if the peer is slow.
Task<bool> Connection::write_all(std::string_view head, std::string_view body) {
    while (!head.empty() || !body.empty()) {
        expire_after(service_->options.write_timeout);
        const std::array<net::const_buffer, 2> parts{net::buffer(head), net::buffer(body)};
        boost::system::error_code error;
        const std::size_t bytes = co_await socket_.async_write_some(parts, net::redirect_error(use_task, error));
        if (error) co_return false;
        const std::size_t of_head = std::min(bytes, head.size());
        head.remove_prefix(of_head);
        body.remove_prefix(bytes - of_head);
    }
    co_return true;
}

/// Lets the peer read our last answer: closing with its bytes unread would reset the connection under it.
Task<void> Connection::linger() {
    boost::system::error_code error;
    socket_.shutdown(net::ip::tcp::socket::shutdown_send, error);
    input_.used(input_.unread().size());
    expire_after(linger_timeout);
    for (std::size_t bytes = 0; !error && bytes < linger_bytes_max;) {
        if (!co_await read_some()) co_return;
        bytes += input_.unread().size();
        input_.used(input_.unread().size());
    }
}

}  // namespace hoicho::runtime::http
