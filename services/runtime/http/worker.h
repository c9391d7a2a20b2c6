// One I/O thread of the server: its loop, the connections that live on it, and the sweep that ends slow ones.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <ctime>
#include <memory>
#include <string>
#include <unordered_set>

namespace hoicho::runtime::http {

namespace net = boost::asio;
using Clock = std::chrono::steady_clock;
using Executor = net::io_context::executor_type;  // by its own type: no virtual call for each step of a coroutine
using Socket = net::basic_stream_socket<net::ip::tcp, Executor>;
using Timer = net::basic_waitable_timer<Clock, net::wait_traits<Clock>, Executor>;
template <class T>
using Task = net::awaitable<T, Executor>;
inline constexpr net::use_awaitable_t<Executor> use_task;
inline constexpr Clock::time_point never = Clock::time_point::max();

/// Something with a socket that can be late. All calls come on its worker's thread.
class Peer {
  public:
    virtual ~Peer() = default;
    virtual void sweep(Clock::time_point now) = 0;  ///< ends itself if it is late
    virtual void drain() = 0;                       ///< ends when its present work is done
    virtual void drop() = 0;                        ///< ends at once
};

/// Shared by the server and its connections, so an answer that comes after the server has gone finds a loop still
/// there.
class Worker : public std::enable_shared_from_this<Worker> {
  public:
    explicit Worker(std::chrono::milliseconds sweep_every);

    void run();     ///< on the worker's own thread, until finish()
    void drain();   ///< any thread: every peer ends when its present work is done
    void finish();  ///< any thread: drops what is left; run() returns when the last coroutine has ended

    Executor executor() { return io_.get_executor(); }
    bool here() { return executor().running_in_this_thread(); }
    bool draining() const { return draining_; }
    const std::string& date() const { return date_; }  ///< value of the Date header, at most a sweep late

    /// Membership of a peer for as long as its coroutine runs.
    class Seat {
      public:
        Seat(Worker& worker, Peer& peer) : worker_{worker}, peer_{peer} { worker_.peers_.insert(&peer_); }
        ~Seat() { worker_.peers_.erase(&peer_); }
        Seat(const Seat&) = delete;
        Seat& operator=(const Seat&) = delete;

      private:
        Worker& worker_;
        Peer& peer_;
    };

  private:
    void sweep();
    void write_date();

    net::io_context io_{1};  // one thread runs it
    net::executor_work_guard<Executor> work_{io_.get_executor()};
    Timer timer_{io_.get_executor()};
    std::chrono::milliseconds sweep_every_;
    std::unordered_set<Peer*> peers_;
    std::string date_;
    std::time_t date_second_ = 0;
    bool draining_ = false;
    bool finished_ = false;
};

}  // namespace hoicho::runtime::http
