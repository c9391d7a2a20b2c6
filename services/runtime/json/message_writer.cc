// Reflection over the fields that are set; see message_writer.h.
#include "runtime/json/message_writer.h"

#include <boost/json.hpp>

#include "runtime/json/field_kind.h"
#include "runtime/json/times.h"

namespace hoicho::runtime {
namespace {

namespace json = boost::json;
using google::protobuf::FieldDescriptor;
using Proto = google::protobuf::Message;

struct Writer {
    const ShowId& show_id;

    json::object object(const Proto& message) const {
        json::object out;
        std::vector<const FieldDescriptor*> fields;
        message.GetReflection()->ListFields(message, &fields);
        for (const auto* field : fields) {
            if (field->type() == FieldDescriptor::TYPE_BYTES) continue;  // keyed hashes and the like are nobody's business outside
            if (!field->is_repeated()) {
                out[outside_name(*field)] = value(message, *field, -1);
                continue;
            }
            auto& list = out[outside_name(*field)].emplace_array();
            for (int at = 0; at < message.GetReflection()->FieldSize(message, field); ++at) list.push_back(value(message, *field, at));
        }
        return out;
    }

    json::value integer(const FieldDescriptor& field, std::int64_t number) const {
        if (const auto kind = id_kind(field); kind != common::v1::ID_KIND_UNSPECIFIED) return show_id(kind, static_cast<std::uint32_t>(number));
        if (format_of(field) == common::v1::FORMAT_DAY) return json::value(show_day(static_cast<std::int32_t>(number)));
        if (format_of(field) == common::v1::FORMAT_INSTANT) return json::value(show_instant(static_cast<std::uint64_t>(number)));
        return json::value(number);
    }

    /// The field's value, or its element `at`.
    json::value value(const Proto& message, const FieldDescriptor& field, int at) const {
        const auto& r = *message.GetReflection();
        const auto get = [&](auto single, auto repeated) { return at < 0 ? (r.*single)(message, &field) : (r.*repeated)(message, &field, at); };
        using R = google::protobuf::Reflection;
        switch (field.cpp_type()) {
            case FieldDescriptor::CPPTYPE_INT32: return integer(field, get(&R::GetInt32, &R::GetRepeatedInt32));
            case FieldDescriptor::CPPTYPE_UINT32: return integer(field, get(&R::GetUInt32, &R::GetRepeatedUInt32));
            case FieldDescriptor::CPPTYPE_INT64: return integer(field, get(&R::GetInt64, &R::GetRepeatedInt64));
            case FieldDescriptor::CPPTYPE_UINT64: return integer(field, static_cast<std::int64_t>(get(&R::GetUInt64, &R::GetRepeatedUInt64)));
            case FieldDescriptor::CPPTYPE_BOOL: return json::value(get(&R::GetBool, &R::GetRepeatedBool));
            case FieldDescriptor::CPPTYPE_STRING: return json::value(get(&R::GetString, &R::GetRepeatedString));
            case FieldDescriptor::CPPTYPE_ENUM: {
                const auto* chosen = get(&R::GetEnum, &R::GetRepeatedEnum);
                const auto prefix = enum_prefix(*chosen->type());
                return json::value(chosen->name().starts_with(prefix) ? chosen->name().substr(prefix.size()) : chosen->name());
            }
            case FieldDescriptor::CPPTYPE_MESSAGE: {
                if (is_sealed(field)) return json::value{{"sealed", true}};
                return object(at < 0 ? r.GetMessage(message, &field) : r.GetRepeatedMessage(message, &field, at));
            }
            default: return {};
        }
    }
};

}  // namespace

json::object write_message(const Proto& message, const ShowId& show_id) { return Writer{show_id}.object(message); }

}  // namespace hoicho::runtime
