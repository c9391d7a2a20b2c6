// Partition and events; registration has no work outside its decisions. See spec.h.
#include "registration/service/spec.h"

#include "hoicho/registration/v1/events.pb.h"
#include "registration/service/partition.h"
#include "runtime/program/event_json.h"

namespace hoicho::registration {

runtime::ServiceSpec spec() {
    return {SERVICE_REGISTRATION, make_registration_partition, {}, runtime::event_json(v1::Event::default_instance())};
}

}  // namespace hoicho::registration
