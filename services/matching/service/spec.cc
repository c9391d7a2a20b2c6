// Partition and events; matching has no work outside its decisions. See spec.h.
#include "matching/service/spec.h"

#include "hoicho/matching/v1/events.pb.h"
#include "matching/service/partition.h"
#include "runtime/program/event_json.h"

namespace hoicho::matching {

runtime::ServiceSpec spec() {
    return {SERVICE_MATCHING, make_matching_partition, {}, runtime::event_json(v1::Event::default_instance())};
}

}  // namespace hoicho::matching
