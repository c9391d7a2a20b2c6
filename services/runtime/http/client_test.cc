// The client against our own server.
#include "runtime/http/client.h"

#include <gtest/gtest.h>

#include "runtime/http/server.h"

namespace hoicho::runtime::http {
namespace {

Request request(std::string method, std::string path, std::string body = {}) {
    Request made;
    made.method = std::move(method);
    made.path = std::move(path);
    made.body = std::move(body);
    return made;
}

class ClientAndServer : public testing::Test {
  protected:
    static void answer(const Request& request, const Respond& respond) {
        respond({request.path == "/new" ? 201 : 200,
                 "text/plain",
                 {{"X-Method", request.method}},
                 request.path + '?' + request.query + request.body});
    }
    void SetUp() override { server_.start(); }

    Server server_{Options{}, answer, nullptr};
};

TEST_F(ClientAndServer, ExchangeManyRequestsOverFewConnections) {
    Client client{"127.0.0.1", server_.port(), 4};
    int answered = 0;
    for (int at = 0; at < 500; ++at)
        client.send(request("POST", "/new", std::to_string(at)),
                    [&answered, at](boost::system::error_code error, const Response& response) {
                        EXPECT_FALSE(error);
                        EXPECT_EQ(response.status, 201);
                        EXPECT_EQ(response.body, "/new?" + std::to_string(at));
                        ++answered;
                    });
    EXPECT_EQ(client.pending(), 500U);
    client.run_until_idle();
    EXPECT_EQ(answered, 500);
    EXPECT_EQ(client.pending(), 0U);
    EXPECT_LE(server_.connections(), 4U);
}

TEST_F(ClientAndServer, SendFromACallback) {
    Client client{"localhost", server_.port(), 1};
    std::string last;
    client.send(request("HEAD", "/a"), [&](boost::system::error_code, const Response& first) {
        EXPECT_EQ(first.header("x-method"), "HEAD");
        Request next = request("GET", "/b");
        next.query = "page=2";
        client.send(std::move(next),
                    [&last](boost::system::error_code, const Response& second) { last = second.body; });
    });
    client.run_until_idle();
    EXPECT_EQ(last, "/b?page=2");
}

TEST_F(ClientAndServer, LearnThatTheOtherSideHasGone) {
    Client client{"127.0.0.1", server_.port(), 1};
    int errors = 0;
    const auto count = [&errors](boost::system::error_code error, const Response&) { errors += error ? 1 : 0; };
    client.send(request("GET", "/a"), count);
    client.run_until_idle();
    EXPECT_EQ(errors, 0);
    server_.drain(std::chrono::milliseconds{0});
    client.send(request("GET", "/a"), count);
    client.send(request("GET", "/a"), count);
    client.run_until_idle();
    EXPECT_EQ(errors, 2);
}

}  // namespace
}  // namespace hoicho::runtime::http
