// Waits for signals with signalfd: nothing runs in a signal handler.
#include "runtime/host/stop_signals.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace hoicho::runtime::host {
namespace {

sigset_t stop_set() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

}  // namespace

StopSignals::StopSignals(std::function<void(int)> on_stop) : on_stop_{std::move(on_stop)} {
    const sigset_t set = stop_set();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);  // a peer that left is an error of its socket, not our end
    signals_ = signalfd(-1, &set, SFD_CLOEXEC);
    end_ = eventfd(0, EFD_CLOEXEC);
    if (signals_ < 0 || end_ < 0) throw std::system_error(errno, std::generic_category(), "signalfd");
    thread_ = std::thread{[this] { watch(); }};
}

StopSignals::~StopSignals() {
    eventfd_write(end_, 1);
    thread_.join();
    ::close(signals_);
    ::close(end_);
}

void StopSignals::watch() {
    bool stopping = false;
    std::thread stop;  // the orderly stop may hang, the second signal must still be heard
    for (;;) {
        std::array<pollfd, 2> wanted{pollfd{signals_, POLLIN, 0}, pollfd{end_, POLLIN, 0}};
        if (::poll(wanted.data(), wanted.size(), -1) < 0 && errno == EINTR) continue;
        if (wanted[1].revents != 0) break;
        signalfd_siginfo info{};
        if (::read(signals_, &info, sizeof info) != sizeof info) continue;
        const int signal = static_cast<int>(info.ssi_signo);
        if (stopping) ::_exit(128 + signal);
        stopping = true;
        stop = std::thread{on_stop_, signal};
    }
    if (stop.joinable()) stop.join();
}

}  // namespace hoicho::runtime::host
