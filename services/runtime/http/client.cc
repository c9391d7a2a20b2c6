// Lanes, one per connection, take requests from one queue; each has one request under way.
#include "runtime/http/client.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <deque>
#include <optional>

#include "runtime/http/worker.h"

namespace hoicho::runtime::http {
namespace {

namespace beast = boost::beast;
namespace wire = beast::http;
using Stream = beast::basic_stream<net::ip::tcp, Executor>;

constexpr std::uint64_t response_bytes_max = 64 * 1024 * 1024;
constexpr unsigned http_1_1 = 11;

struct Job {
    Request request;
    Client::Done done;
};

struct Lane {
    explicit Lane(Executor executor) : stream{executor} {}
    Stream stream;
    beast::flat_buffer buffer;
    bool connected = false, busy = false;
};

wire::request<wire::string_body> to_wire(Request& request, const std::string& host) {
    const std::string target = request.query.empty() ? request.path : request.path + '?' + request.query;
    wire::request<wire::string_body> message;
    message.version(http_1_1);
    message.method_string(request.method);
    message.target(target);
    message.set(wire::field::host, host);
    for (const Header& header : request.headers) message.insert(header.name, header.value);
    message.body() = std::move(request.body);
    message.prepare_payload();
    return message;
}

Response from_wire(wire::response<wire::string_body>&& message) {
    Response response;
    response.status = static_cast<int>(message.result_int());
    response.content_type = std::string{message[wire::field::content_type]};
    for (const auto& field : message)
        response.headers.push_back({std::string{field.name_string()}, std::string{field.value()}});
    response.body = std::move(message.body());
    return response;
}

}  // namespace

struct Client::Inside {
    std::string host;
    std::uint16_t port;
    std::chrono::milliseconds timeout;
    std::size_t pending = 0;
    std::deque<Job> queue;
    net::io_context io{1};
    std::vector<std::unique_ptr<Lane>> lanes;

    void wake();
    Task<void> work(Lane& lane);
    Task<boost::system::error_code> connect(Lane& lane);
    Task<boost::system::error_code> exchange(Lane& lane, Request request, Response& response);
};

void Client::Inside::wake() {
    for (const auto& lane : lanes) {
        if (lane->busy) continue;
        lane->busy = true;
        return net::co_spawn(io, work(*lane), net::detached);
    }
}

Task<void> Client::Inside::work(Lane& lane) {
    while (!queue.empty()) {
        Job job = std::move(queue.front());
        queue.pop_front();
        Response response;
        boost::system::error_code error;
        if (!lane.connected) error = co_await connect(lane);
        if (!error) error = co_await exchange(lane, std::move(job.request), response);
        if (error) {
            lane.stream.close();
            lane.connected = false;
            response = {};
        }
        --pending;
        job.done(error, std::move(response));
    }
    lane.busy = false;
}

Task<boost::system::error_code> Client::Inside::connect(Lane& lane) {
    boost::system::error_code error;
    net::ip::basic_resolver<net::ip::tcp, Executor> resolver{io.get_executor()};
    const auto endpoints =
        co_await resolver.async_resolve(host, std::to_string(port), net::redirect_error(use_task, error));
    if (error) co_return error;
    lane.stream.expires_after(timeout);
    co_await lane.stream.async_connect(endpoints, net::redirect_error(use_task, error));
    if (error) co_return error;
    lane.stream.socket().set_option(net::ip::tcp::no_delay{true}, error);
    lane.buffer.clear();
    lane.connected = !error;
    co_return error;
}

Task<boost::system::error_code> Client::Inside::exchange(Lane& lane, Request request, Response& response) {
    const auto message = to_wire(request, host);
    boost::system::error_code error;
    lane.stream.expires_after(timeout);
    co_await wire::async_write(lane.stream, message, net::redirect_error(use_task, error));
    if (error) co_return error;
    wire::response_parser<wire::string_body> parser;
    parser.body_limit(response_bytes_max);
    parser.skip(request.method == "HEAD");
    co_await wire::async_read(lane.stream, lane.buffer, parser, net::redirect_error(use_task, error));
    if (error) co_return error;
    lane.stream.expires_never();
    const bool keep = parser.get().keep_alive();
    response = from_wire(parser.release());
    if (!keep) lane.stream.close();
    lane.connected = keep;
    co_return error;
}

Client::Client(std::string host, std::uint16_t port, std::size_t connections, std::chrono::milliseconds timeout)
    : inside_{std::make_unique<Inside>()} {
    inside_->host = std::move(host);
    inside_->port = port;
    inside_->timeout = timeout;
    for (std::size_t at = 0; at < std::max<std::size_t>(1, connections); ++at)
        inside_->lanes.push_back(std::make_unique<Lane>(inside_->io.get_executor()));
}

Client::~Client() = default;

void Client::send(Request request, Done done) {
    ++inside_->pending;
    inside_->queue.push_back({std::move(request), std::move(done)});
    inside_->wake();
}

void Client::run_until_idle() {
    inside_->io.restart();
    inside_->io.run();
}

std::size_t Client::pending() const { return inside_->pending; }

}  // namespace hoicho::runtime::http
