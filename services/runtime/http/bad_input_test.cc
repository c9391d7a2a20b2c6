// Bytes that are not a proper request: each is refused, its connection closed, and the server goes on.
#include <gmock/gmock.h>

#include <atomic>
#include <random>

#include "runtime/http/server.h"
#include "runtime/http/test_socket.h"

namespace hoicho::runtime::http {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

struct BadInput {
    const char* name;
    std::string bytes;
    int status;
};

const std::string host = "Host: fair.vn\r\n";

std::vector<BadInput> corpus() {
    const std::string hidden = "GET /hidden HTTP/1.1\r\n" + host + "\r\n";
    return {
        {"transfer encoding", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
         411},
        {"TE and CL",
         "POST / HTTP/1.1\r\n" + host + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
         411},
        {"TE misspelt", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: xchunked\r\n\r\n" + hidden, 411},
        {"TE with a blank", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding : chunked\r\n\r\n" + hidden, 400},
        {"two lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 0\r\nContent-Length: 41\r\n\r\n" + hidden, 400},
        {"two equal lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n" + hidden,
         400},
        {"list of lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 0, 0\r\n\r\n" + hidden, 400},
        {"signed length", "POST / HTTP/1.1\r\n" + host + "Content-Length: +0\r\n\r\n" + hidden, 400},
        {"endless length", "POST / HTTP/1.1\r\n" + host + "Content-Length: 18446744073709551616\r\n\r\n", 400},
        {"large length", "POST / HTTP/1.1\r\n" + host + "Content-Length: 999999999999\r\n\r\n", 413},
        {"1.0 with a body", "POST / HTTP/1.0\r\n" + host + "Content-Length: 1\r\n\r\nx", 400},
        {"bare LF", "GET / HTTP/1.1\n" + host + "\r\n", 400},
        {"bare LF in a field", "GET / HTTP/1.1\r\nHost: fair.vn\nA: b\r\n\r\n", 400},
        {"bare CR in a field", "GET / HTTP/1.1\r\n" + host + "A: b\rContent-Length: 9\r\n\r\n", 400},
        {"obs-fold", "GET / HTTP/1.1\r\n" + host + "A: b\r\n Content-Length: 9\r\n\r\n", 400},
        {"blank before colon", "GET / HTTP/1.1\r\nHost : fair.vn\r\n\r\n", 400},
        {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"two hosts", "GET / HTTP/1.1\r\n" + host + "Host: evil.vn\r\n\r\n", 400},
        {"absolute target", "GET http://evil.vn/ HTTP/1.1\r\n" + host + "\r\n", 400},
        {"a NUL", std::string{"GET /\0 HTTP/1.1\r\n", 17} + host + "\r\n", 400},
        {"leading empty line", "\r\nGET / HTTP/1.1\r\n" + host + "\r\n", 400},
        {"HTTP/0.9", "GET /\r\n\r\n", 400},
        {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"unknown version", "GET / HTTP/3.0\r\n" + host + "\r\n", 505},
        {"unknown expectation", "GET / HTTP/1.1\r\n" + host + "Expect: cake\r\n\r\n", 417},
        {"a long line", "GET /" + std::string(17 * 1024, 'a'), 431},
        {"a long field", "GET / HTTP/1.1\r\n" + host + "A: " + std::string(17 * 1024, 'a'), 431},
    };
}

class BadInputs : public testing::Test {
  protected:
    static void answer(const Request& request, const Respond& respond) {
        if (request.path != "/good") ++others;
        respond({200, "text/plain", {}, "good"});
    }
    void expect_alive() {
        TestSocket socket{server_.port()};
        socket.send("GET /good HTTP/1.1\r\n" + host + "\r\n");
        EXPECT_THAT(socket.response(), StartsWith("HTTP/1.1 200 OK"));
    }
    void SetUp() override {
        others = 0;
        server_.start();
    }

    static inline std::atomic<int> others = 0;  ///< requests that reached the handler and should not have
    Server server_{Options{}, answer, nullptr};
};

TEST_F(BadInputs, AreEachRefusedAndTheirConnectionClosed) {
    for (const BadInput& bad : corpus()) {
        TestSocket socket{server_.port()};
        socket.send(bad.bytes);
        EXPECT_THAT(socket.response(), AllOf(StartsWith("HTTP/1.1 " + std::to_string(bad.status) + ' '),
                                             HasSubstr("application/problem+json"), HasSubstr("Connection: close\r\n")))
            << bad.name;
        EXPECT_TRUE(socket.closed()) << bad.name;  // so nothing hidden behind is answered
    }
    EXPECT_EQ(others, 0);
    expect_alive();
}

TEST_F(BadInputs, DoNoHarmAfterAGoodRequest) {
    TestSocket socket{server_.port()};
    socket.send("GET /good HTTP/1.1\r\n" + host + "\r\nnonsense\n");
    EXPECT_THAT(socket.response(), StartsWith("HTTP/1.1 200 OK"));
    EXPECT_THAT(socket.response(), StartsWith("HTTP/1.1 400 "));
    EXPECT_TRUE(socket.closed());
}

TEST_F(BadInputs, DoNoHarmWhenTheyAreRandom) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    const auto all = corpus();
    for (int round = 0; round < 200; ++round) {
        std::string bytes = all[random() % all.size()].bytes.substr(0, 400);
        for (int change = 0; change < 4; ++change) bytes[random() % bytes.size()] = static_cast<char>(random());
        TestSocket socket{server_.port()};
        socket.send(bytes.substr(0, random() % bytes.size()));  // and cut off
    }
    expect_alive();
}

}  // namespace
}  // namespace hoicho::runtime::http
