// Accepts connections and spreads them over the workers.
#include "runtime/http/server.h"

#include <pthread.h>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/system/system_error.hpp>
#include <future>
#include <system_error>
#include <thread>

#include "runtime/http/connection.h"

namespace hoicho::runtime::http {
namespace {

using Acceptor = net::basic_socket_acceptor<net::ip::tcp, Executor>;

constexpr std::size_t refusals_max = 64;  // connections told 503 at a time; beyond that they are just closed
constexpr std::chrono::milliseconds pause_without_descriptors{100};

}  // namespace

struct Server::Inside {
    explicit Inside(Options options, Handler handler, LiveHandler* live);

    void listen();
    void accept_next();
    void accepted(const std::shared_ptr<Worker>& worker, boost::system::error_code error, Socket socket);
    void take(const std::shared_ptr<Worker>& worker, Socket socket);

    std::shared_ptr<const Service> service;
    std::shared_ptr<Census> census = std::make_shared<Census>();
    std::vector<std::shared_ptr<Worker>> workers;
    Acceptor acceptor;
    Timer pause;
    std::uint16_t port = 0;
    std::size_t turn = 0;
    std::vector<std::thread> threads;
    bool drained = false;
};

namespace {

std::vector<std::shared_ptr<Worker>> make_workers(const Options& options) {
    std::vector<std::shared_ptr<Worker>> workers;
    for (std::size_t at = 0; at < std::max<std::size_t>(1, options.io_threads); ++at)
        workers.push_back(std::make_shared<Worker>(options.sweep_every));
    return workers;
}

}  // namespace

Server::Inside::Inside(Options options, Handler handler, LiveHandler* live)
    : service{std::make_shared<const Service>(Service{std::move(options), std::move(handler), live})},
      workers{make_workers(service->options)},
      acceptor{workers.front()->executor()},
      pause{workers.front()->executor()} {
    try {
        listen();
    } catch (const boost::system::system_error& error) {
        const Options& given = service->options;
        throw std::system_error(error.code(), "listen on " + given.address + ':' + std::to_string(given.port));
    }
}

void Server::Inside::listen() {
    const net::ip::tcp::endpoint endpoint{net::ip::make_address(service->options.address), service->options.port};
    acceptor.open(endpoint.protocol());
    acceptor.set_option(net::socket_base::reuse_address{true});
    acceptor.bind(endpoint);
    acceptor.listen();
    port = acceptor.local_endpoint().port();
}

void Server::Inside::accept_next() {
    if (!acceptor.is_open()) return;
    const auto& worker = workers[turn++ % workers.size()];
    acceptor.async_accept(worker->executor(), [this, worker](boost::system::error_code error, Socket socket) {
        accepted(worker, error, std::move(socket));
    });
}

void Server::Inside::accepted(const std::shared_ptr<Worker>& worker, boost::system::error_code error, Socket socket) {
    if (!acceptor.is_open()) return;
    if (!error) {
        take(worker, std::move(socket));
        return accept_next();
    }
    pause.expires_after(pause_without_descriptors);  // out of descriptors, most likely: others must close first
    pause.async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled) accept_next();
    });
}

void Server::Inside::take(const std::shared_ptr<Worker>& worker, Socket socket) {
    const std::size_t others = census->count();
    if (others >= service->options.connections_max + refusals_max) return;  // closes it
    const bool overloaded = others >= service->options.connections_max;
    Connection::spawn(std::make_shared<Connection>(worker, service, std::move(socket)), census->enter(), overloaded);
}

Server::Server(Options options, Handler handler, LiveHandler* live)
    : inside_{std::make_unique<Inside>(std::move(options), std::move(handler), live)} {}

Server::~Server() { drain(std::chrono::milliseconds{0}); }

std::uint16_t Server::port() const { return inside_->port; }

std::size_t Server::connections() const { return inside_->census->count(); }

void Server::start() {
    inside_->accept_next();
    for (const auto& worker : inside_->workers) {
        inside_->threads.emplace_back([worker] { worker->run(); });
        pthread_setname_np(inside_->threads.back().native_handle(), "http");
    }
}

void Server::drain(std::chrono::milliseconds patience) {
    if (std::exchange(inside_->drained, true)) return;
    if (inside_->threads.empty()) return;  // never started: nothing is open
    std::promise<void> closed;
    net::post(inside_->workers.front()->executor(), [this, &closed] {
        boost::system::error_code ignored;
        inside_->acceptor.close(ignored);
        inside_->pause.cancel();
        closed.set_value();
    });
    closed.get_future().wait();
    for (const auto& worker : inside_->workers) worker->drain();
    inside_->census->wait_until_empty(patience);
    for (const auto& worker : inside_->workers) worker->finish();
    for (std::thread& thread : inside_->threads) thread.join();
}

}  // namespace hoicho::runtime::http
