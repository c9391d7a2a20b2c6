// The server over real sockets: keep-alive, order, bodies, answers from other threads, drain.
#include "runtime/http/server.h"

#include <gmock/gmock.h>

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "runtime/http/test_socket.h"

namespace hoicho::runtime::http {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using namespace std::chrono_literals;

Response text(std::string body, int status = 200) { return {status, "text/plain", {}, std::move(body)}; }

void echo(Request request, const Respond& respond) {
    respond(text(request.method + ' ' + request.path + ' ' + request.body));
}

std::string get(std::string_view path) { return "GET " + std::string{path} + " HTTP/1.1\r\nHost: fair.vn\r\n\r\n"; }
std::string post(std::size_t bytes) {
    return "POST /p HTTP/1.1\r\nHost: fair.vn\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n" +
           std::string(bytes, 'x');
}

struct Running {
    Server server;
    explicit Running(Handler handler = echo, Options options = {})
        : server{std::move(options), std::move(handler), nullptr} {
        server.start();
    }
};

TEST(Server, AnswersManyRequestsOnOneConnection) {
    Running running;
    TestSocket socket{running.server.port()};
    for (int at = 0; at < 3; ++at) {
        socket.send(get("/a" + std::to_string(at)));
        EXPECT_THAT(socket.response(), EndsWith("\r\n\r\nGET /a" + std::to_string(at) + " "));
    }
}

TEST(Server, AnswersHeadWithTheLengthOnly) {
    Running running;
    TestSocket socket{running.server.port()};
    socket.send("HEAD /a HTTP/1.1\r\nHost: fair.vn\r\n\r\n" + get("/b"));
    const std::string head = socket.response(false);
    EXPECT_THAT(head, HasSubstr("Content-Length: 8\r\n"));
    EXPECT_THAT(head, HasSubstr("GMT\r\n"));
    EXPECT_THAT(socket.response(), StartsWith("HTTP/1.1 200 OK\r\n"));
}

TEST(Server, ClosesWhenAskedTo) {
    Running running;
    TestSocket socket{running.server.port()};
    socket.send("GET /a HTTP/1.1\r\nHost: fair.vn\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(socket.response(), HasSubstr("Connection: close\r\n"));
    EXPECT_TRUE(socket.closed());
}

TEST(Server, TakesABodyAtItsBoundAndRefusesOneByteMore) {
    Running running;
    const std::size_t bound = Options{}.body_bytes_max;
    TestSocket socket{running.server.port()};
    socket.send(post(bound));
    EXPECT_THAT(socket.response(), EndsWith("POST /p " + std::string(bound, 'x')));
    socket.send(post(bound + 1));
    EXPECT_THAT(socket.response(), AllOf(StartsWith("HTTP/1.1 413 "), HasSubstr("application/problem+json"),
                                         HasSubstr("Connection: close")));
    EXPECT_TRUE(socket.closed());
    TestSocket next{running.server.port()};
    next.send(get("/still/here"));
    EXPECT_THAT(next.response(), StartsWith("HTTP/1.1 200 OK"));
}

TEST(Server, InvitesABodyThatIsHeldBack) {
    Running running;
    TestSocket socket{running.server.port()};
    socket.send("POST /p HTTP/1.1\r\nHost: fair.vn\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(socket.response(), "HTTP/1.1 100 Continue\r\n\r\n");
    socket.send("ok");
    EXPECT_THAT(socket.response(), EndsWith("POST /p ok"));
}

/// Answers what it is given from its own thread, the newest first.
class Backwards {
  public:
    ~Backwards() { thread_.join(); }
    void add(std::string path, Respond respond) {
        const std::lock_guard lock{mutex_};
        waiting_.emplace_front(std::move(path), std::move(respond));
        added_.notify_one();
    }

  private:
    void answer(int requests) {
        for (; requests > 0; --requests) {
            std::unique_lock lock{mutex_};
            added_.wait(lock, [this] { return !waiting_.empty(); });
            auto [path, respond] = std::move(waiting_.front());
            waiting_.pop_front();
            lock.unlock();
            respond(text(path));
        }
    }
    std::mutex mutex_;
    std::condition_variable added_;
    std::deque<std::pair<std::string, Respond>> waiting_;
    std::thread thread_{[this] { answer(200); }};
};

TEST(Server, KeepsTheOrderOfPipelinedRequests) {
    Backwards backwards;
    Running running{
        [&backwards](Request request, Respond respond) { backwards.add(request.path, std::move(respond)); }};
    TestSocket first{running.server.port()}, second{running.server.port()};
    std::string requests;
    for (int at = 0; at < 100; ++at) requests += get("/" + std::to_string(at));
    first.send(requests);
    second.send(requests);
    for (int at = 0; at < 100; ++at) {
        EXPECT_THAT(first.response(), EndsWith("\r\n\r\n/" + std::to_string(at)));
        EXPECT_THAT(second.response(), EndsWith("\r\n\r\n/" + std::to_string(at)));
    }
}

TEST(Server, TakesTheFirstAnswerOnly) {
    Running running{[](const Request&, const Respond& respond) {
        respond(text("first"));
        respond(text("second"));
    }};
    TestSocket socket{running.server.port()};
    socket.send(get("/") + get("/"));
    EXPECT_THAT(socket.response(), EndsWith("first"));
    EXPECT_THAT(socket.response(), EndsWith("first"));
}

TEST(Server, Answers500ForAHandlerThatThrowsOrForgets) {
    Running running{[](const Request& request, const Respond&) {
        if (request.path == "/throw") throw std::runtime_error("secret detail");
    }};
    TestSocket socket{running.server.port()};
    socket.send(get("/throw"));
    EXPECT_THAT(socket.response(), AllOf(StartsWith("HTTP/1.1 500 "), Not(HasSubstr("secret"))));
    socket.send(get("/forget"));
    EXPECT_THAT(socket.response(), StartsWith("HTTP/1.1 500 "));
}

TEST(Server, SurvivesAPeerThatLeavesBeforeItsAnswerAndAnAnswerAfterTheServer) {
    std::promise<Respond> promised;
    auto late = promised.get_future();
    Respond kept;
    {
        Running running{[&promised](const Request&, Respond respond) { promised.set_value(std::move(respond)); }};
        {
            TestSocket socket{running.server.port()};
            socket.send(get("/"));
            kept = late.get();
        }
        running.server.drain(0ms);
    }
    kept(text("nobody is there"));
}

TEST(Server, SpreadsConnectionsOverItsThreads) {
    Options options;
    options.io_threads = 2;
    Running running{echo, options};
    for (int at = 0; at < 6; ++at) {
        TestSocket socket{running.server.port()};
        socket.send(get("/a"));
        EXPECT_THAT(socket.response(), EndsWith("GET /a "));
    }
}

TEST(Server, Answers503BeyondItsConnections) {
    Options options;
    options.connections_max = 1;
    Running running{echo, options};
    TestSocket first{running.server.port()};
    first.send(get("/a"));
    EXPECT_THAT(first.response(), StartsWith("HTTP/1.1 200 OK"));
    TestSocket second{running.server.port()};
    EXPECT_THAT(second.rest(),
                AllOf(StartsWith("HTTP/1.1 503 "), HasSubstr("Retry-After: "), HasSubstr("problem+json")));
    first.send(get("/b"));
    EXPECT_THAT(first.response(), StartsWith("HTTP/1.1 200 OK"));
}

TEST(Server, FinishesARequestInFlightBeforeItStops) {
    std::promise<Respond> promised;
    Running running{[&promised](const Request&, Respond respond) { promised.set_value(std::move(respond)); }};
    TestSocket idle{running.server.port()}, busy{running.server.port()};
    busy.send(get("/"));
    Respond respond = promised.get_future().get();
    std::thread drain{[&running] { running.server.drain(20s); }};
    EXPECT_TRUE(idle.closed());
    respond(text("done"));
    respond = nullptr;
    EXPECT_THAT(busy.response(), AllOf(HasSubstr("Connection: close"), EndsWith("done")));
    EXPECT_TRUE(busy.closed());
    drain.join();
    EXPECT_EQ(running.server.connections(), 0U);
    EXPECT_THROW(TestSocket{running.server.port()}, std::system_error);
}

TEST(Server, SaysAtOnceWhenItsPortIsTaken) {
    Running running;
    Options options;
    options.port = running.server.port();
    EXPECT_THROW(Server(options, echo, nullptr), std::system_error);
}

}  // namespace
}  // namespace hoicho::runtime::http
