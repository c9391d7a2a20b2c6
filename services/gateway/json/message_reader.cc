// Reflection over the message's descriptor; see message_reader.h.
#include "gateway/json/message_reader.h"

#include <boost/json.hpp>
#include <charconv>
#include <limits>

#include "runtime/json/field_kind.h"
#include "runtime/json/times.h"

namespace hoicho::gateway {
namespace {

using runtime::read_day;
using runtime::read_instant;
using runtime::id_kind;
using runtime::format_of;
using runtime::is_sealed;
using runtime::outside_name;
using runtime::find_outside;
using runtime::enum_prefix;

namespace json = boost::json;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::string kind_name(const json::value& value) {
    switch (value.kind()) {
        case json::kind::null: return "null";
        case json::kind::bool_: return "true or false";
        case json::kind::int64:
        case json::kind::uint64: return "a whole number";
        case json::kind::double_: return "a number with a fraction";
        case json::kind::string: return "text";
        case json::kind::array: return "a list";
        case json::kind::object: return "an object";
    }
    return "something else";
}

BadInput wrong_type(const std::string& path, const json::value& value, std::string accepted) { return {path, kind_name(value), std::move(accepted)}; }

std::string member_names(const google::protobuf::Descriptor& type) {
    std::string out;
    for (int at = 0; at < type.field_count(); ++at) {
        if (type.field(at)->type() == FieldDescriptor::TYPE_BYTES) continue;
        out.append(out.empty() ? "" : ", ").append(outside_name(*type.field(at)));
    }
    return out;
}

std::string value_names(const google::protobuf::EnumDescriptor& type) {
    const auto prefix = enum_prefix(type);
    std::string out;
    for (int at = 0; at < type.value_count(); ++at) {
        if (type.value(at)->number() == 0) continue;
        out.append(out.empty() ? "" : ", ").append(type.value(at)->name().substr(prefix.size()));
    }
    return out;
}

/// Sets or adds an integer that is known to fit the field.
void store(Message& message, const FieldDescriptor& field, bool repeated, std::int64_t value) {
    const auto& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            return repeated ? reflection.AddInt32(&message, &field, static_cast<std::int32_t>(value))
                            : reflection.SetInt32(&message, &field, static_cast<std::int32_t>(value));
        case FieldDescriptor::CPPTYPE_UINT32:
            return repeated ? reflection.AddUInt32(&message, &field, static_cast<std::uint32_t>(value))
                            : reflection.SetUInt32(&message, &field, static_cast<std::uint32_t>(value));
        case FieldDescriptor::CPPTYPE_INT64:
            return repeated ? reflection.AddInt64(&message, &field, value) : reflection.SetInt64(&message, &field, value);
        case FieldDescriptor::CPPTYPE_UINT64:
            return repeated ? reflection.AddUInt64(&message, &field, static_cast<std::uint64_t>(value))
                            : reflection.SetUInt64(&message, &field, static_cast<std::uint64_t>(value));
        default: return;
    }
}

struct Range {
    std::int64_t least, most;
};
Range range_of(const FieldDescriptor& field) {
    switch (field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32: return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
        case FieldDescriptor::CPPTYPE_UINT32: return {0, std::numeric_limits<std::uint32_t>::max()};
        case FieldDescriptor::CPPTYPE_UINT64: return {0, std::numeric_limits<std::int64_t>::max()};
        default: return {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    }
}

}  // namespace

boost::system::result<void, BadInput> MessageReader::read(const json::object& object, Message& message, const std::string& path) {
    const auto& type = *message.GetDescriptor();
    for (const auto& [key, value] : object) {
        const std::string name{key.data(), key.size()};
        const auto* field = find_outside(type, name);
        const auto here = path.empty() ? name : path + "." + name;
        if (!field || field->type() == FieldDescriptor::TYPE_BYTES) return BadInput{here, "an unknown member", member_names(type)};
        if (const auto* group = field->real_containing_oneof(); group && message.GetReflection()->HasOneof(message, group))
            return BadInput{here, "a second choice of " + group->name(), "one of " + group->name()};
        if (auto bad = read_field(value, message, *field, here); !bad) return bad;
    }
    return {};
}

boost::system::result<void, BadInput> MessageReader::read_member(Message& message, std::string_view name, std::string_view text) {
    const auto* field = find_outside(*message.GetDescriptor(), std::string{name});
    if (!field) return BadInput{std::string{name}, "an unknown member", member_names(*message.GetDescriptor())};
    return read_text(text, message, *field, false, std::string{name});
}

MessageReader::Bad MessageReader::read_field(const json::value& value, Message& message, const Field& field, const std::string& path) {
    if (!field.is_repeated()) return read_one(value, message, field, false, path);
    const auto* list = value.if_array();
    if (!list) return wrong_type(path, value, "a list");
    for (std::size_t at = 0; at < list->size(); ++at)
        if (auto bad = read_one((*list)[at], message, field, true, path + "[" + std::to_string(at) + "]"); !bad) return bad;
    return {};
}

MessageReader::Bad MessageReader::read_one(const json::value& value, Message& message, const Field& field, bool repeated, const std::string& path) {
    const auto& reflection = *message.GetReflection();
    if (const auto* text = value.if_string()) return read_text({text->data(), text->size()}, message, field, repeated, path);
    switch (field.cpp_type()) {
        case Field::CPPTYPE_BOOL:
            if (!value.is_bool()) return wrong_type(path, value, "true or false");
            reflection.SetBool(&message, &field, value.get_bool());
            return {};
        case Field::CPPTYPE_MESSAGE: {
            if (is_sealed(field)) return wrong_type(path, value, "text");
            const auto* object = value.if_object();
            if (!object) return wrong_type(path, value, "an object");
            return read(*object, repeated ? *reflection.AddMessage(&message, &field) : *reflection.MutableMessage(&message, &field), path);
        }
        case Field::CPPTYPE_INT32:
        case Field::CPPTYPE_UINT32:
        case Field::CPPTYPE_INT64:
        case Field::CPPTYPE_UINT64: return read_number(value, message, field, repeated, path);
        default: return wrong_type(path, value, "text");
    }
}

MessageReader::Bad MessageReader::read_number(const json::value& value, Message& message, const Field& field, bool repeated, const std::string& path) {
    if (const auto kind = id_kind(field); kind != ID_KIND_UNSPECIFIED) return wrong_type(path, value, "the id of a " + id_kind_name(kind));
    if (const auto format = format_of(field); format != common::v1::FORMAT_UNSPECIFIED)
        return wrong_type(path, value, format == common::v1::FORMAT_DAY ? "a day as 2026-12-03" : "a time as 2026-12-03T10:15:00+07:00");
    const auto range = range_of(field);
    boost::system::error_code trouble;
    const auto number = value.is_number() && !value.is_double() ? value.to_number<std::int64_t>(trouble) : 0;
    if (!value.is_number() || value.is_double()) return wrong_type(path, value, "a whole number");
    if (trouble || number < range.least || number > range.most)
        return BadInput{path, json::serialize(value), std::to_string(range.least) + " to " + std::to_string(range.most)};
    store(message, field, repeated, number);
    return {};
}

MessageReader::Bad MessageReader::read_text(std::string_view text, Message& message, const Field& field, bool repeated, const std::string& path) {
    const auto& reflection = *message.GetReflection();
    if (is_sealed(field)) {
        auto* target = repeated ? reflection.AddMessage(&message, &field) : reflection.MutableMessage(&message, &field);
        unsealed_.push_back({&message, target, field.full_name(), std::string{text}});
        return {};
    }
    if (const auto kind = id_kind(field); kind != ID_KIND_UNSPECIFIED) {
        const auto id = ids_.read(organiser_, kind, text);
        if (!id) return BadInput{path, std::string{text}, "the id of a " + id_kind_name(kind) + " of this organiser"};
        return store(message, field, repeated, *id), Bad{};
    }
    if (format_of(field) == common::v1::FORMAT_DAY) {
        const auto day = read_day(text);
        if (!day) return BadInput{path, std::string{text}, "a day as 2026-12-03"};
        return store(message, field, repeated, *day), Bad{};
    }
    if (format_of(field) == common::v1::FORMAT_INSTANT) {
        const auto at = read_instant(text);
        if (!at) return BadInput{path, std::string{text}, "a time as 2026-12-03T10:15:00+07:00"};
        return store(message, field, repeated, static_cast<std::int64_t>(*at)), Bad{};
    }
    if (field.cpp_type() == Field::CPPTYPE_ENUM) {
        const auto* value = field.enum_type()->FindValueByName(enum_prefix(*field.enum_type()) + std::string{text});
        if (!value || value->number() == 0) return BadInput{path, std::string{text}, value_names(*field.enum_type())};
        repeated ? reflection.AddEnum(&message, &field, value) : reflection.SetEnum(&message, &field, value);
        return {};
    }
    if (field.type() != Field::TYPE_STRING) {
        const bool number = field.cpp_type() != Field::CPPTYPE_BOOL && field.cpp_type() != Field::CPPTYPE_MESSAGE;
        return BadInput{path, "text", number ? "a whole number" : field.cpp_type() == Field::CPPTYPE_BOOL ? "true or false" : "an object"};
    }
    repeated ? reflection.AddString(&message, &field, std::string{text}) : reflection.SetString(&message, &field, std::string{text});
    return {};
}

}  // namespace hoicho::gateway
