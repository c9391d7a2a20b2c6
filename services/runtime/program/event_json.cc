// The outside form of messages, with the integers of the journal as ids; see event_json.h.
#include "runtime/program/event_json.h"

#include <boost/json.hpp>

#include "runtime/json/message_writer.h"

namespace hoicho::runtime {

EventJson event_json(const google::protobuf::Message& prototype) {
    const std::shared_ptr<google::protobuf::Message> event{prototype.New()};
    return [event](std::string_view bytes) -> std::optional<NamedJson> {
        if (!event->ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
        const auto& reflection = *event->GetReflection();
        const auto* kind = reflection.GetOneofFieldDescriptor(*event, event->GetDescriptor()->oneof_decl(0));
        if (!kind) return std::nullopt;
        const auto content = write_message(reflection.GetMessage(*event, kind), [](common::v1::IdKind, std::uint32_t id) { return boost::json::value(id); });
        return NamedJson{camel_case(kind->name()), boost::json::serialize(content)};
    };
}

}  // namespace hoicho::runtime
