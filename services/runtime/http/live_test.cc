// Live connections with Beast as the browser: echo, refusals, overflow, both ways to end.
#include "runtime/http/live.h"

#include <gmock/gmock.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "runtime/http/server.h"
#include "runtime/http/test_socket.h"

namespace hoicho::runtime::http {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using namespace std::chrono_literals;

std::shared_ptr<const std::string> text(std::string value) {
    return std::make_shared<const std::string>(std::move(value));
}

/// A browser that waits for whatever it asked for.
class Browser {
  public:
    explicit Browser(std::uint16_t port, const std::string& path = "/live") {
        ws_.next_layer().connect({net::ip::address_v4::loopback(), port});
        ws_.handshake("fair.vn", path, error);
    }
    std::string read() {
        beast::flat_buffer buffer;
        ws_.read(buffer, error);
        return beast::buffers_to_string(buffer.data());
    }
    void write(const std::string& message) { ws_.write(net::buffer(message), error); }
    void close() { ws_.close(websocket::close_code::normal, error); }
    std::uint16_t close_code() const { return ws_.reason().code; }

    boost::system::error_code error;

  private:
    net::io_context io_;
    websocket::stream<net::ip::tcp::socket> ws_{io_};
};

/// Echoes, and remembers what happened to it.
class Hall : public LiveHandler {
  public:
    bool accepts(const Request& request, Response& refusal) override {
        if (request.path == "/live") return true;
        refusal = {404, "text/plain", {}, "no such hall"};
        return false;
    }
    void opened(std::shared_ptr<LiveSocket> socket, const Request&) override {
        socket->publish(text("snapshot"));
        note([&] { socket_ = std::move(socket); });
    }
    void received(LiveSocket& socket, std::string message) override { socket.publish(text(std::move(message))); }
    void drained(LiveSocket& socket) override {
        note([&] { ++drains_; });
        socket.publish(text("fresh snapshot"));
    }
    void closed(LiveSocket&) override {
        note([&] { ++closes_; });
    }

    std::shared_ptr<LiveSocket> socket() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return socket_ != nullptr; });
        return socket_;
    }
    void wait_for_close() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return closes_ > 0; });
    }
    int drains() {
        const std::lock_guard lock{mutex_};
        return drains_;
    }
    int closes() {
        const std::lock_guard lock{mutex_};
        return closes_;
    }

  private:
    template <class Change>
    void note(Change change) {
        const std::lock_guard lock{mutex_};
        change();
        changed_.notify_all();
    }
    std::mutex mutex_;
    std::condition_variable changed_;
    std::shared_ptr<LiveSocket> socket_;
    int drains_ = 0, closes_ = 0;
};

class Live : public testing::Test {
  protected:
    static void answer(const Request&, const Respond& respond) { respond({200, "text/plain", {}, "plain"}); }
    void start(Options options = {}) {
        server_ = std::make_unique<Server>(std::move(options), answer, &hall_);
        server_->start();
    }
    Hall hall_;
    std::unique_ptr<Server> server_;
};

TEST_F(Live, SendsASnapshotAndThenEachMessage) {
    start();
    Browser browser{server_->port()};
    EXPECT_EQ(browser.read(), "snapshot");
    for (const char* message : {"xin chào", "tạm biệt"}) {
        browser.write(message);
        EXPECT_EQ(browser.read(), message);
    }
    browser.close();
    hall_.wait_for_close();
    EXPECT_EQ(hall_.closes(), 1);
}

TEST_F(Live, RefusesAPathAndStaysUsableForRequests) {
    start();
    EXPECT_EQ(Browser(server_->port(), "/nowhere").error, websocket::error::upgrade_declined);
    TestSocket socket{server_->port()};
    socket.send(
        "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    EXPECT_THAT(socket.response(), testing::StartsWith("HTTP/1.1 404 "));
    socket.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(socket.response(), testing::EndsWith("plain"));
}

TEST_F(Live, Answers400ToABrokenHandshake) {
    start();
    TestSocket socket{server_->port()};
    socket.send(
        "GET /live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
        "13\r\n\r\n");
    EXPECT_THAT(socket.response(), testing::StartsWith("HTTP/1.1 400 "));
    EXPECT_TRUE(socket.closed());
}

TEST_F(Live, TakesAMessageAtItsBoundAndEndsOneBeyond) {
    start();
    Browser browser{server_->port()};
    browser.read();
    const std::string largest(Options{}.websocket_message_bytes_max, 'x');
    browser.write(largest);
    EXPECT_EQ(browser.read(), largest);
    browser.write(largest + 'x');
    browser.read();
    EXPECT_EQ(browser.close_code(), websocket::close_code::too_big);
}

TEST_F(Live, StaysBoundedForAReaderThatDoesNotRead) {
    Options options;
    options.outbox_messages_max = 8;
    options.write_timeout = 20s;
    start(options);
    Browser browser{server_->port()};
    EXPECT_EQ(browser.read(), "snapshot");
    const auto socket = hall_.socket();
    const auto large = text(std::string(1024 * 1024, 'x'));
    std::thread busy{[&] {
        for (int at = 0; at < 1000; ++at) socket->publish(large);  // a GiB, if it were queued
    }};
    busy.join();
    EXPECT_LE(large.use_count(), 1 + 8 + 1);  // ours, the outbox, the one being written
    std::string message;
    int read = 0;
    for (; message != "fresh snapshot" && !browser.error; ++read) message = browser.read();
    EXPECT_EQ(message, "fresh snapshot");
    EXPECT_LT(read, 1000);
    EXPECT_GE(hall_.drains(), 1);
}

TEST_F(Live, EndsAReaderThatDoesNotReadForTooLong) {
    Options options;
    options.write_timeout = 400ms;
    options.sweep_every = 10ms;
    start(options);
    Browser browser{server_->port()};
    hall_.socket()->publish(text(std::string(64 * 1024 * 1024, 'x')));
    hall_.wait_for_close();
}

TEST_F(Live, EndsASilentPeer) {
    Options options;
    options.idle_timeout = 400ms;
    options.sweep_every = 10ms;
    start(options);
    Browser browser{server_->port()};  // reads nothing, so it answers no ping either
    hall_.wait_for_close();
}

TEST_F(Live, IsClosedByTheApplicationWithItsReason) {
    start();
    Browser browser{server_->port()};
    browser.read();
    hall_.socket()->close(4001, std::string(500, 'r'));
    browser.read();
    EXPECT_EQ(browser.close_code(), 4001);
    hall_.wait_for_close();
    hall_.socket()->publish(text("too late, and harmless"));
}

TEST_F(Live, IsToldWhenTheServerStops) {
    start();
    Browser browser{server_->port()};
    browser.read();
    std::thread drain{[this] { server_->drain(20s); }};
    browser.read();
    EXPECT_EQ(browser.close_code(), websocket::close_code::going_away);
    drain.join();
    EXPECT_EQ(hall_.closes(), 1);
    server_.reset();
    hall_.socket()->publish(text("after the server"));
    hall_.socket()->close(4000, "after the server");
}

}  // namespace
}  // namespace hoicho::runtime::http
