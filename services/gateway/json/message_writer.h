// A protobuf message as the API shows it: the outside form of runtime/json/message_writer.h with public ids.
#pragma once

#include <boost/json.hpp>
#include <string_view>

#include "gateway/json/public_ids.h"
#include "runtime/json/message_writer.h"

namespace hoicho::gateway {

inline boost::json::object write_message(const PublicIds& ids, std::string_view organiser, const google::protobuf::Message& message) {
    return runtime::write_message(
        message, [&](common::v1::IdKind kind, std::uint32_t id) -> boost::json::value { return boost::json::value(ids.show(organiser, kind, id)); });
}

}  // namespace hoicho::gateway
