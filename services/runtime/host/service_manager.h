// Tells systemd, if it started us, how far we are.
#pragma once
#include <string_view>

namespace hoicho::runtime::host {

/// Sends e.g. "READY=1" or "STOPPING=1" to the socket named by NOTIFY_SOCKET.
/// @return false when there is none or it cannot be reached: never a reason to stop
bool notify_service_manager(std::string_view state);

}  // namespace hoicho::runtime::host
