// An event in words for integrators, by reflection over the service's Event.
#pragma once

#include <google/protobuf/message.h>

#include "runtime/processor/cloud_event.h"

namespace hoicho::runtime {

/// `prototype`: default instance of an Event whose one `oneof` names its kinds. Members as runtime/json/message_writer.h writes them; ids are the
/// integers of the journal. Not thread-safe: one function per thread.
EventJson event_json(const google::protobuf::Message& prototype);

}  // namespace hoicho::runtime
