// Writes the head of a response.
#pragma once
#include <string>
#include <string_view>

#include "runtime/http/message.h"

namespace hoicho::runtime::http {

/// Appends status line, headers and the empty line. Control characters in the application's values are left out, so no
/// value can start a header or a response of its own.
void append_head(std::string& out, const Response& response, std::string_view date, bool keep_alive);

/// True for an answer that never has a body (1xx, 204, 304), whatever the handler put there.
bool is_bodiless(int status);

}  // namespace hoicho::runtime::http
