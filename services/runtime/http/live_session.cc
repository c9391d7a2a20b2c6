// A live connection on Beast's WebSocket: one reader coroutine, one writer at a time, timeouts from the worker's sweep.
#include "runtime/http/live_session.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket.hpp>

#include "runtime/http/outbox.h"

namespace hoicho::runtime::http {
namespace {

namespace beast = boost::beast;
namespace websocket = beast::websocket;

constexpr std::chrono::milliseconds goodbye_timeout{5'000};
constexpr std::size_t reason_bytes_max = 123;

/// Kept alive by its coroutine, its pending operations and the application; all but publish and close on the worker's
/// thread.
class LiveSession final : public LiveSocket, public Peer, public std::enable_shared_from_this<LiveSession> {
  public:
    LiveSession(std::shared_ptr<Worker> worker, Socket socket, LiveHandler& handler, const Options& options)
        : worker_{std::move(worker)},
          handler_{handler},
          idle_timeout_{options.idle_timeout},
          write_timeout_{options.write_timeout},
          outbox_{options.outbox_messages_max, options.outbox_bytes_max},
          ws_{std::move(socket)} {
        const websocket::stream_base::timeout none{websocket::stream_base::none(), websocket::stream_base::none(),
                                                   false};
        ws_.set_option(none);  // the sweep keeps time, so that no timer outlives the loop
        ws_.read_message_max(options.websocket_message_bytes_max);
        ws_.auto_fragment(false);
        ws_.text(true);
    }

    Task<void> run(Request request) {
        const auto self = shared_from_this();
        const Worker::Seat seat{*worker_, *this};
        if (!co_await accept(request)) co_return;
        handler_.opened(self, request);
        if (worker_->draining()) drain();  // it came while the others were told
        co_await read_until_closed();
        outbox_.close();
        drop();
        handler_.closed(*this);
    }

    void publish(Message message) override {
        if (!outbox_.put(std::move(message))) return;
        // Weak, here and below: a loop that no longer runs would keep what it is given, and that would keep the loop.
        net::post(worker_->executor(), [weak = weak_from_this()] {
            if (const auto self = weak.lock()) self->write_next();
        });
    }

    void close(std::uint16_t code, std::string reason) override {
        net::post(worker_->executor(), [weak = weak_from_this(), code, reason = std::move(reason)] {
            if (const auto self = weak.lock()) self->say_goodbye(code, reason);
        });
    }

    void sweep(Clock::time_point now) override {
        if (now >= write_deadline_ || now >= goodbye_deadline_ || now >= heard_at_ + idle_timeout_) return drop();
        if (now >= heard_at_ + idle_timeout_ / 2 && !pinging_ && open_) ping();
    }

    void drain() override { say_goodbye(websocket::close_code::going_away, "the server is stopping"); }

    void drop() override {
        boost::system::error_code ignored;
        beast::get_lowest_layer(ws_).close(ignored);
    }

  private:
    Task<bool> accept(const Request& request) {
        beast::http::request<beast::http::empty_body> upgrade{beast::http::verb::get, request.path, 11};
        for (const Header& header : request.headers) upgrade.insert(header.name, header.value);
        boost::system::error_code error;
        write_deadline_ = Clock::now() + write_timeout_;
        co_await ws_.async_accept(upgrade,
                                  net::redirect_error(use_task, error));  // answers 400 itself to a bad key or version
        write_deadline_ = never;
        heard();
        open_ = !error;
        if (error) drop();
        co_return open_;
    }

    Task<void> read_until_closed() {
        const auto on_control = [this](websocket::frame_type, beast::string_view) { heard(); };
        ws_.control_callback(on_control);
        for (beast::flat_buffer buffer;; buffer.clear()) {
            boost::system::error_code error;
            co_await ws_.async_read(buffer, net::redirect_error(use_task, error));
            if (error) co_return;  // closed, reset, too large or too late: all normal ends
            heard();
            if (!saying_goodbye_) handler_.received(*this, beast::buffers_to_string(buffer.data()));
        }
    }

    void write_next() {
        if (writing_ || saying_goodbye_ || !open_) return;
        const Outbox::Next next = outbox_.take();
        if (next.drained) return handler_.drained(*this);
        if (!next.message) return;
        writing_ = next.message;
        write_deadline_ = Clock::now() + write_timeout_;
        ws_.async_write(net::buffer(*writing_), [self = shared_from_this()](boost::system::error_code error,
                                                                            std::size_t) { self->written(error); });
    }

    void written(boost::system::error_code error) {
        writing_.reset();
        write_deadline_ = never;
        if (error) return drop();
        write_next();
    }

    void ping() {
        pinging_ = true;
        ws_.async_ping({}, [self = shared_from_this()](boost::system::error_code) { self->pinging_ = false; });
    }

    void say_goodbye(std::uint16_t code, std::string_view reason) {
        if (saying_goodbye_ || !open_) return;
        saying_goodbye_ = true;
        goodbye_deadline_ = Clock::now() + goodbye_timeout;
        outbox_.close();
        const websocket::close_reason last{static_cast<websocket::close_code>(code),
                                           beast::string_view{reason.substr(0, reason_bytes_max)}};
        ws_.async_close(last, [self = shared_from_this()](boost::system::error_code) { self->drop(); });
    }

    void heard() { heard_at_ = Clock::now(); }

    std::shared_ptr<Worker> worker_;  // first: the stream below needs its loop to the end
    LiveHandler& handler_;
    std::chrono::milliseconds idle_timeout_, write_timeout_;
    Outbox outbox_;
    websocket::stream<Socket, false> ws_;  // false: no permessage-deflate
    Message writing_;
    Clock::time_point heard_at_ = Clock::now(), write_deadline_ = never, goodbye_deadline_ = never;
    bool open_ = false, pinging_ = false, saying_goodbye_ = false;
};

}  // namespace

Task<void> run_live(std::shared_ptr<Worker> worker, Socket socket, Request request, LiveHandler& handler,
                    const Options& options) {
    const auto session = std::make_shared<LiveSession>(std::move(worker), std::move(socket), handler, options);
    co_await session->run(std::move(request));
}

}  // namespace hoicho::runtime::http
