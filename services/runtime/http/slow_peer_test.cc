// Peers that are slow on purpose: every wait of the server ends.
#include <gmock/gmock.h>

#include <optional>
#include <thread>

#include "runtime/http/server.h"
#include "runtime/http/test_socket.h"

namespace hoicho::runtime::http {
namespace {

using ::testing::StartsWith;
using namespace std::chrono_literals;

constexpr std::size_t large_bytes = 64 * 1024 * 1024;  // more than the buffers of two sockets

/// All timeouts are long but the one in question, so that a busy machine does not decide the test.
Options hasty(std::chrono::milliseconds Options::* timeout) {
    Options options;
    options.*timeout = 200ms;
    options.sweep_every = 20ms;
    return options;
}

class SlowPeers : public testing::Test {
  protected:
    static void answer(const Request& request, Respond respond) {
        static std::vector<Respond> kept;
        if (request.path == "/never") return kept.push_back(std::move(respond));
        respond({200, "text/plain", {}, request.path == "/large" ? std::string(large_bytes, 'x') : "ok"});
    }
    TestSocket& connect(std::chrono::milliseconds Options::* timeout, int receive_buffer_bytes = 0) {
        server_.emplace(hasty(timeout), answer, nullptr);
        server_->start();
        return socket_.emplace(server_->port(), receive_buffer_bytes);
    }

    std::optional<Server> server_;
    std::optional<TestSocket> socket_;
};

TEST_F(SlowPeers, AreClosedWhenTheySayNothing) {
    TestSocket& socket = connect(&Options::idle_timeout);
    EXPECT_TRUE(socket.closed());
}

TEST_F(SlowPeers, AreClosedWhenTheirHeadComesInDrips) {
    TestSocket& socket = connect(&Options::header_timeout);
    std::thread drip{[&socket] {
        for (int at = 0; at < 100; ++at) {
            socket.send(at == 0 ? "GET / HTTP/1.1\r\n" : "A: b\r\n");
            std::this_thread::sleep_for(10ms);
        }
    }};
    EXPECT_TRUE(socket.closed());  // although never silent for longer than the timeout
    drip.join();
}

TEST_F(SlowPeers, AreClosedWhenTheirBodyDoesNotCome) {
    TestSocket& socket = connect(&Options::body_timeout);
    socket.send("POST / HTTP/1.1\r\nHost: fair.vn\r\nContent-Length: 10\r\n\r\nhalf");
    EXPECT_TRUE(socket.closed());
}

TEST_F(SlowPeers, AreClosedWhenIdle) {
    TestSocket& socket = connect(&Options::idle_timeout);
    socket.send("GET / HTTP/1.1\r\nHost: fair.vn\r\n\r\n");
    EXPECT_THAT(socket.response(), StartsWith("HTTP/1.1 200 OK"));
    EXPECT_TRUE(socket.closed());
}

TEST_F(SlowPeers, AreClosedWhenTheyDoNotRead) {
    TestSocket& socket = connect(&Options::write_timeout, 4096);
    socket.send("GET /large HTTP/1.1\r\nHost: fair.vn\r\n\r\n");
    while (server_->connections() == 0) std::this_thread::yield();
    while (server_->connections() > 0) std::this_thread::yield();
    EXPECT_LT(socket.rest().size(), large_bytes);
}

TEST_F(SlowPeers, AreToldWhenAHandlerIsTheSlowOne) {
    TestSocket& socket = connect(&Options::answer_timeout);
    socket.send("GET /never HTTP/1.1\r\nHost: fair.vn\r\n\r\n");
    EXPECT_THAT(socket.response(), StartsWith("HTTP/1.1 504 "));
    socket.send("GET / HTTP/1.1\r\nHost: fair.vn\r\n\r\n");
    EXPECT_THAT(socket.response(), StartsWith("HTTP/1.1 200 OK"));
}

}  // namespace
}  // namespace hoicho::runtime::http
