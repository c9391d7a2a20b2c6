// A protobuf message to JSON in its outside form: days and instants in ISO 8601, enums without their prefix, Sealed fields only as being there.
#pragma once

#include <google/protobuf/message.h>

#include <boost/json/object.hpp>
#include <functional>

#include "hoicho/common/v1/options.pb.h"


namespace hoicho::runtime {

/// How an id is shown: the gateway gives `prd_...`, the feed for integrators the integer that stands in the journal.
using ShowId = std::function<boost::json::value(common::v1::IdKind kind, std::uint32_t id)>;

/// Members with default values are left out, as protobuf does; Sealed fields become {"sealed": true}; bytes are not shown.
boost::json::object write_message(const google::protobuf::Message& message, const ShowId& show_id);

}  // namespace hoicho::runtime
