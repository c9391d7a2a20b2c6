// Every bound of the server by name.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace hoicho::runtime::http {

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free port, see Server::port
    std::size_t io_threads = 1;
    std::size_t connections_max = 10'000;  ///< further ones are answered 503 and closed

    std::size_t header_bytes_max = 16 * 1024;
    std::size_t body_bytes_max = 256 * 1024;

    std::chrono::milliseconds header_timeout{10'000};  ///< from the first byte to the end of the head
    std::chrono::milliseconds body_timeout{30'000};    ///< from the head to the last byte of the body
    std::chrono::milliseconds idle_timeout{75'000};    ///< before and between requests, or without a sign of life of a live socket
    std::chrono::milliseconds write_timeout{15'000};   ///< without a byte taken by the peer
    std::chrono::milliseconds answer_timeout{30'000};  ///< for the handler; then 504
    std::chrono::milliseconds sweep_every{100};        ///< how late a timeout may be noticed

    std::size_t websocket_message_bytes_max = 16 * 1024;  ///< inwards
    std::size_t outbox_messages_max = 256;                ///< outwards, waiting behind the one being written
    std::size_t outbox_bytes_max = 1024 * 1024;           ///< a single larger message passes when nothing else waits
};

}  // namespace hoicho::runtime::http
