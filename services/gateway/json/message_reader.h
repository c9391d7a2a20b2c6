// A JSON object to a protobuf message, by reflection and strictly: what is not understood is refused by name, never skipped.
//
//   ids       "prd_..." (field option `id`)          enums   "HOUSEHOLD" for SUBJECT_TYPE_HOUSEHOLD
//   days      "2026-12-03"                            Sealed  a string, taken out to be sealed
//   instants  "2026-12-03T10:15:00+07:00"             bytes   not writable from outside
#pragma once

#include <google/protobuf/message.h>

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/json/public_ids.h"

namespace hoicho::gateway {

/// What is wrong with a body, and where.
struct BadInput {
    std::string member;    ///< path, e.g. "product.supply_months[2]"
    std::string found;     ///< e.g. "text", "unknown member"
    std::string accepted;  ///< e.g. "a whole number", or the members there are
};

[[noreturn]] inline void throw_exception_from_error(const BadInput& bad, const boost::source_location&) {
    throw std::runtime_error("unchecked bad input: " + bad.member);
}

/// A personal text that stood in the body and must be sealed before the message may leave.
struct Unsealed {
    google::protobuf::Message* parent;  ///< the message the field belongs to
    google::protobuf::Message* target;  ///< the Sealed to fill
    std::string field;                  ///< full name of the field, authenticated with the text
    std::string text;
};

class MessageReader {
  public:
    MessageReader(const PublicIds& ids, std::string_view organiser) : ids_{ids}, organiser_{organiser} {}

    /// Fills `message` from `object`. Errors: the first member that is unknown, of the wrong type, out of range, or no id of this organiser.
    boost::system::result<void, BadInput> read(const boost::json::object& object, google::protobuf::Message& message,
                                               const std::string& path = {});
    /// Sets a member given in the path of the request instead of the body.
    boost::system::result<void, BadInput> read_member(google::protobuf::Message& message, std::string_view name, std::string_view text);

    std::vector<Unsealed>& unsealed() { return unsealed_; }

  private:
    using Field = google::protobuf::FieldDescriptor;
    using Message = google::protobuf::Message;
    using Bad = boost::system::result<void, BadInput>;

    Bad read_field(const boost::json::value& value, Message& message, const Field& field, const std::string& path);
    Bad read_one(const boost::json::value& value, Message& message, const Field& field, bool repeated, const std::string& path);
    Bad read_text(std::string_view text, Message& message, const Field& field, bool repeated, const std::string& path);
    Bad read_number(const boost::json::value& value, Message& message, const Field& field, bool repeated, const std::string& path);

    const PublicIds& ids_;
    std::string organiser_;
    std::vector<Unsealed> unsealed_;
};

}  // namespace hoicho::gateway
