// An Entry's events as a live message.
#pragma once

#include <string>
#include <string_view>

#include "gateway/json/public_ids.h"
#include "hoicho/journal/v1/journal.pb.h"

namespace hoicho::gateway {

/// {"type":"change","service":S,"position":N,"at":T,"events":[{"kind":"meeting_scheduled", ...members}]}
std::string change_text(const PublicIds& ids, Service service, std::string_view organiser, const journal::v1::Entry& entry);

}  // namespace hoicho::gateway
