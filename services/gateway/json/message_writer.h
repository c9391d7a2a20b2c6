// A protobuf message to JSON, in the same outside form that message_reader.h takes; Sealed fields show only that they are there.
#pragma once

#include <google/protobuf/message.h>

#include <boost/json/object.hpp>
#include <string_view>

#include "gateway/json/public_ids.h"

namespace hoicho::gateway {

/// Members with default values are left out, as protobuf does; Sealed fields become {"sealed": true}.
boost::json::object write_message(const PublicIds& ids, std::string_view organiser, const google::protobuf::Message& message);

}  // namespace hoicho::gateway
