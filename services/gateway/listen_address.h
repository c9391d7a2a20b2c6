// "127.0.0.1:8080" as the server's options.
#pragma once

#include <charconv>
#include <string_view>

#include "runtime/http/options.h"

namespace hoicho::gateway {

/// False: not ADDRESS:PORT with a port from 0 (any free one) to 65535.
inline bool read_listen_address(std::string_view text, runtime::http::Options& options) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const auto port = text.substr(colon + 1);
    const auto [end, bad] = std::from_chars(port.data(), port.data() + port.size(), options.port);
    if (bad != std::errc{} || end != port.data() + port.size() || port.empty()) return false;
    options.address = text.substr(0, colon);
    return true;
}

}  // namespace hoicho::gateway
