// A blocking socket for tests: sends any bytes, however wrong, and reads what comes back.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <string>
#include <string_view>
#include <system_error>

namespace hoicho::runtime::http {

class TestSocket {
  public:
    explicit TestSocket(std::uint16_t port, int receive_buffer_bytes = 0)
        : fd_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
        if (receive_buffer_bytes > 0)
            ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
        const timeval patience{20, 0};
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::system_error(errno, std::generic_category(), "connect");
    }
    ~TestSocket() { ::close(fd_); }
    TestSocket(const TestSocket&) = delete;
    TestSocket& operator=(const TestSocket&) = delete;

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;  // the server had enough: the test looks at its answer
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    void shut() { ::shutdown(fd_, SHUT_WR); }

    /// One response with its body, by Content-Length; what there is when the server closes first.
    std::string response(bool with_body = true) {
        while (left_.find("\r\n\r\n") == std::string::npos)
            if (!more()) return take(left_.size());
        std::size_t size = left_.find("\r\n\r\n") + 4;
        const std::size_t field = left_.find("Content-Length: ");
        if (with_body && field < size) size += std::stoul(left_.substr(field + 16));
        while (left_.size() < size && more()) {
        }
        return take(std::min(size, left_.size()));
    }
    /// Everything until the server closes.
    std::string rest() {
        while (more()) {
        }
        return take(left_.size());
    }
    /// True when the server has closed and nothing is left to read.
    bool closed() { return left_.empty() && !more() && !timed_out_; }

  private:
    bool more() {
        std::array<char, 65536> bytes{};
        const auto got = ::recv(fd_, bytes.data(), bytes.size(), 0);
        timed_out_ = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
        if (got <= 0) return false;
        left_.append(bytes.data(), static_cast<std::size_t>(got));
        return true;
    }
    std::string take(std::size_t bytes) {
        std::string taken = left_.substr(0, bytes);
        left_.erase(0, bytes);
        return taken;
    }

    int fd_;
    std::string left_;
    bool timed_out_ = false;
};

}  // namespace hoicho::runtime::http
