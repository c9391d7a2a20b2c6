// Runs the loop and sweeps it: one timer for all connections costs nothing per request.
#include "runtime/http/worker.h"

#include <array>
#include <boost/asio/post.hpp>
#include <vector>

namespace hoicho::runtime::http {

Worker::Worker(std::chrono::milliseconds sweep_every) : sweep_every_{sweep_every} { write_date(); }

void Worker::run() {
    sweep();
    io_.run();
}

void Worker::sweep() {
    if (finished_) return;
    write_date();
    const auto now = Clock::now();
    for (Peer* peer : std::vector<Peer*>{peers_.begin(), peers_.end()})  // a copy: an end may take a seat away
        if (peers_.contains(peer)) peer->sweep(now);
    timer_.expires_after(sweep_every_);
    timer_.async_wait([this](boost::system::error_code error) {
        if (!error) sweep();
    });
}

void Worker::drain() {
    net::post(io_, [self = shared_from_this()] {
        self->draining_ = true;
        for (Peer* peer : std::vector<Peer*>{self->peers_.begin(), self->peers_.end()})
            if (self->peers_.contains(peer)) peer->drain();
    });
}

void Worker::finish() {
    net::post(io_, [self = shared_from_this()] {
        self->draining_ = self->finished_ = true;
        self->timer_.cancel();
        for (Peer* peer : std::vector<Peer*>{self->peers_.begin(), self->peers_.end()})
            if (self->peers_.contains(peer)) peer->drop();
        self->work_.reset();
    });
}

void Worker::write_date() {
    const std::time_t now = std::time(nullptr);
    if (now == date_second_) return;
    date_second_ = now;
    std::tm parts{};
    std::array<char, 40> text{};
    const std::size_t size =
        std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", gmtime_r(&now, &parts));
    date_.assign(text.data(), size);
}

}  // namespace hoicho::runtime::http
