// One TCP connection: reads a request, waits for its answer, writes it, and again until either side has enough.
#pragma once
#include <boost/system/error_code.hpp>
#include <memory>

#include "runtime/http/answer.h"
#include "runtime/http/census.h"
#include "runtime/http/head.h"
#include "runtime/http/live.h"
#include "runtime/http/options.h"
#include "runtime/http/read_buffer.h"
#include "runtime/http/worker.h"

namespace hoicho::runtime::http {

/// What all connections of a server share. Outlived by none of them: each holds it.
struct Service {
    Options options;
    Handler handler;
    LiveHandler* live;
};

/// Lives on its worker's thread, kept alive by its coroutine.
class Connection final : public Peer, public std::enable_shared_from_this<Connection> {
  public:
    Connection(std::shared_ptr<Worker> worker, std::shared_ptr<const Service> service, Socket socket);

    /// Starts the coroutine on the worker's thread. An `overloaded` server answers 503 and closes.
    static void spawn(std::shared_ptr<Connection> connection, Census::Ticket ticket, bool overloaded);

    void sweep(Clock::time_point now) override;
    void drain() override;
    void drop() override;

  private:
    enum class Got : std::uint8_t { request, fault, nothing };

    static Task<void> run(std::shared_ptr<Connection> self, Census::Ticket ticket, bool overloaded);
    Task<void> serve();
    Task<bool> serve_one();
    Task<Got> read_request(Head& head);
    Task<Got> read_head(Head& head);
    Task<Got> read_body(Head& head);
    Task<bool> read_some();
    Task<bool> serve_live(Request request);
    Task<bool> answer(Request request, bool keep_alive);
    void ask_handler(Request request);
    Task<bool> write(const Response& response, bool keep_alive, bool with_body);
    Task<bool> write_all(std::string_view head, std::string_view body);
    Task<void> refuse(const Fault& fault);
    Task<void> linger();

    Got fault(const Fault& what);
    void expire_after(std::chrono::milliseconds patience) { deadline_ = Clock::now() + patience; }

    std::shared_ptr<Worker> worker_;
    std::shared_ptr<const Service> service_;
    Socket socket_;
    ReadBuffer input_;
    std::shared_ptr<Answer> answer_;
    std::string peer_;
    std::string output_;  ///< head being written
    const Fault* fault_ = nullptr;
    Clock::time_point deadline_ = never;
    bool idle_ = false;       ///< between two requests: may be closed without harm
    bool answering_ = false;  ///< the handler has the request
};

}  // namespace hoicho::runtime::http
