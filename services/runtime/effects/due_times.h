// Which command falls due next in each partition, and when to ask for it: the timer without its clock and thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kernel/partition.h"

namespace hoicho::runtime {

/// One due command per partition at a time; the next one shows itself when this one was decided.
class DueTimes {
  public:
    /// A command that did not help (its sending failed, it waits, it was refused) is asked for again, ever more seldom.
    /// The id stays the same.
    static constexpr std::uint64_t again_ms_first = 2'000;
    static constexpr std::uint64_t again_ms_max = 300'000;

    struct Place {
        Service service = Service::SERVICE_UNSPECIFIED;
        std::uint32_t partition = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    struct Ask {
        Place place;
        std::string organiser;
        std::string name;     ///< makes the command id
        std::string command;  ///< serialized Command
    };

    /// What falls due next in that partition now; nullopt: nothing.
    void set(const Place& place, std::optional<Partition::Due> due);
    /// What is to be asked for at `now_ms`.
    std::vector<Ask> take(std::uint64_t now_ms);
    /// When take() has something next; nullopt: nothing waits.
    std::optional<std::uint64_t> next_ms() const;

  private:
    struct Waiting {
        Partition::Due due;
        std::uint64_t at_ms = 0;  ///< when to ask
        std::uint64_t again_ms = again_ms_first;
    };
    std::map<Place, Waiting> waiting_;
};

}  // namespace hoicho::runtime
