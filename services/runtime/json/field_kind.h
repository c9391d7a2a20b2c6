// What the options of a protobuf field say of its outside form.
#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

#include "hoicho/common/v1/options.pb.h"
#include "hoicho/common/v1/sealed.pb.h"

namespace hoicho::runtime {

inline common::v1::IdKind id_kind(const google::protobuf::FieldDescriptor& field) { return field.options().GetExtension(common::v1::id); }
inline common::v1::Format format_of(const google::protobuf::FieldDescriptor& field) { return field.options().GetExtension(common::v1::format); }
inline bool is_sealed(const google::protobuf::FieldDescriptor& field) {
    return field.cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE &&
           field.message_type() == common::v1::Sealed::descriptor();
}

/// The member's name outside: an instant is a text there, so its "_ms" falls away.
inline std::string outside_name(const google::protobuf::FieldDescriptor& field) {
    auto name = field.name();
    if (format_of(field) == common::v1::FORMAT_INSTANT && name.ends_with("_ms")) name.resize(name.size() - 3);
    return name;
}
inline const google::protobuf::FieldDescriptor* find_outside(const google::protobuf::Descriptor& type, const std::string& name) {
    const auto* field = type.FindFieldByName(name);
    if (!field) field = type.FindFieldByName(name + "_ms");
    return field && outside_name(*field) == name ? field : nullptr;
}

/// "SUBJECT_TYPE_" for enum SubjectType: what its values begin with and people need not write.
inline std::string enum_prefix(const google::protobuf::EnumDescriptor& type) {
    std::string out;
    for (const char c : type.name()) {
        if (c >= 'A' && c <= 'Z' && !out.empty()) out.push_back('_');
        out.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
    }
    return out + "_";
}

}  // namespace hoicho::runtime
