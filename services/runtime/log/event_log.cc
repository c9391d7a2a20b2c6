// Names and places that every log and every reader of it must agree on.
#include "runtime/log/event_log.h"

#include <xxhash.h>

#include "kernel/check.h"

namespace hoicho::runtime {
namespace {

std::string_view kind_name(Kind kind) {
    switch (kind) {
        case Kind::commands: return "commands";
        case Kind::journal: return "journal";
        case Kind::events: return "events";
    }
    return "unknown";
}

}  // namespace

std::string service_name(Service service) {
    switch (service) {
        case SERVICE_REGISTRATION: return "registration";
        case SERVICE_MATCHING: return "matching";
        case SERVICE_SCHEDULING: return "scheduling";
        default: return "unspecified";
    }
}

std::string topic_name(Service service, Kind kind) {
    return "hoicho." + service_name(service) + "." + std::string{kind_name(kind)};
}

std::uint32_t partition_of(std::string_view organiser, std::uint32_t partitions) {
    invariant(partitions > 0, "a log has at least one partition");
    return static_cast<std::uint32_t>(XXH3_64bits(organiser.data(), organiser.size()) % partitions);
}

}  // namespace hoicho::runtime
