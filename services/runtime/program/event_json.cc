// protobuf's own JSON mapping, with sealed fields taken out before; see event_json.h.
#include "runtime/program/event_json.h"

#include <google/protobuf/util/json_util.h>

#include "hoicho/common/v1/sealed.pb.h"

namespace hoicho::runtime {
namespace {

using google::protobuf::FieldDescriptor;
using Proto = google::protobuf::Message;

constexpr std::string_view sealed_text = "‹sealed›";
constexpr std::string_view sealed_as_bytes = R"({"subject":"4oC5c2VhbGVk4oC6"})";  // a Sealed whose subject is that text, in base64

void hide_sealed(Proto& message) {
    if (message.GetDescriptor() == common::v1::Sealed::descriptor()) {
        message.Clear();
        static_cast<common::v1::Sealed&>(message).set_subject(std::string{sealed_text});
        return;
    }
    const auto& reflection = *message.GetReflection();
    std::vector<const FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const auto* field : fields) {
        if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
        if (!field->is_repeated()) {
            hide_sealed(*reflection.MutableMessage(&message, field));
            continue;
        }
        for (int at = 0; at < reflection.FieldSize(message, field); ++at) hide_sealed(*reflection.MutableRepeatedMessage(&message, field, at));
    }
}

void show_sealed(std::string& json) {
    const auto text = "\"" + std::string{sealed_text} + "\"";
    for (auto at = json.find(sealed_as_bytes); at != std::string::npos; at = json.find(sealed_as_bytes, at)) json.replace(at, sealed_as_bytes.size(), text);
}

}  // namespace

EventJson event_json(const google::protobuf::Message& prototype) {
    const std::shared_ptr<Proto> event{prototype.New()};
    return [event](std::string_view bytes) -> std::optional<NamedJson> {
        if (!event->ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
        const auto& reflection = *event->GetReflection();
        const auto* kind = reflection.GetOneofFieldDescriptor(*event, event->GetDescriptor()->oneof_decl(0));
        if (!kind) return std::nullopt;
        auto* content = reflection.MutableMessage(event.get(), kind);
        hide_sealed(*content);
        google::protobuf::util::JsonPrintOptions options;
        options.preserve_proto_field_names = true;
        std::string json;
        if (!google::protobuf::util::MessageToJsonString(*content, &json, options).ok()) return std::nullopt;
        show_sealed(json);
        return NamedJson{camel_case(kind->name()), std::move(json)};
    };
}

}  // namespace hoicho::runtime
