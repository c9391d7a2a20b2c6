// Reads the head of a request strictly, so that no proxy before us can see other requests in the same bytes than we do.
// Ours and not the library's, because the library folds continued lines and takes two equal lengths as one.
#pragma once
#include <cstdint>
#include <string_view>

#include "runtime/http/faults.h"
#include "runtime/http/message.h"

namespace hoicho::runtime::http {

inline constexpr std::size_t header_fields_max = 100;
inline constexpr std::size_t method_bytes_max = 16;

/// One request before its body.
struct Head {
    Request request;
    std::uint64_t content_length_bytes = 0;
    bool keep_alive = true;
    bool expects_continue = false;
    bool upgrades_to_websocket = false;
};

enum class Scan : std::uint8_t { unfinished, finished, bad_line_end };

/// Looks for the empty line that ends a head; every line must end in CR LF.
/// @param line_start in and out: where the next line begins, 0 at first; when finished, the length of the head
Scan scan_head(std::string_view bytes, std::size_t& line_start);

/// @param bytes a whole head with its last empty line, as scan_head found it
/// @return      nullptr when `head` was filled, else what to answer before closing the connection
const Fault* parse_head(std::string_view bytes, Head& head);

}  // namespace hoicho::runtime::http
