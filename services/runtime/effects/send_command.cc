// Builds the command's record; see send_command.h.
#include "runtime/effects/send_command.h"

#include <xxhash.h>

#include <cstring>

#include "runtime/log/command_record.h"

namespace hoicho::runtime {

CommandId effect_command_id(std::string_view organiser, std::string_view name) {
    std::string both{organiser};
    both.push_back('\0');  // no organiser's name has a zero byte
    both.append(name);
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(both.data(), both.size()));
    CommandId id{};
    static_assert(sizeof canonical.digest == sizeof id);
    std::memcpy(id.data(), canonical.digest, id.size());
    return id;
}

SendCommand send_command(EventLog& log, Service service, std::function<std::uint64_t()> wall_ms,
                         std::function<void(const Failure&)> failed) {
    return [&log, service, wall_ms = std::move(wall_ms), failed = std::move(failed)](
               std::string organiser, std::string name, std::string payload) {
        const Stream stream{service, Kind::commands, partition_of(organiser, log.partitions())};
        Command command;
        command.organiser = std::move(organiser);
        command.id = effect_command_id(command.organiser, name);
        command.hash = payload_hash(payload);
        command.actor = effect_actor;
        command.accepted_at_ms = wall_ms();
        command.payload = std::move(payload);
        auto sent = [failed](const Result<std::int64_t>& offset) {
            if (!offset && failed) failed(offset.error());
        };
        log.send(stream, to_message(service, std::move(command)), std::move(sent));
    };
}

}  // namespace hoicho::runtime
