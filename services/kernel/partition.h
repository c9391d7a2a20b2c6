// One partition of one service as the runtime sees it: bytes in, an outcome out, and rows to keep. The runtime knows no fair.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kernel/decision.h"
#include "kernel/digest.h"
#include "kernel/tracking.h"

namespace hoicho {

/// A decision as the journal keeps it.
struct Yes {
    std::vector<std::string> events;  ///< serialized events of this service
    std::vector<Created> created;
};
using Outcome = std::variant<Yes, Refusal>;

/// What became of an event that was folded.
enum class Folded : std::uint8_t {
    done,
    newer  ///< its kind is unknown to this build: stop the partition, never skip
};

class Partition {
  public:
    virtual ~Partition() = default;

    virtual Service service() const = 0;
    /// Raised whenever evolve or a row changes its meaning: stores of another version are dropped and folded anew.
    virtual std::uint32_t fold_version() const = 0;
    /// The other services' journals whose events this state takes in.
    virtual const std::vector<Service>& folds() const = 0;
    /// Whether decisions stand on that journal, so that a command waits until what its sender saw of it is folded. The others of folds() are
    /// taken in when they come: if two services waited for each other while both catch up, they would pass commands over.
    virtual bool awaits(Service journal) const = 0;

    /// Decides and, when the answer is yes, evolves the state at once. The caller opens an entry in tracking() before.
    virtual Outcome decide(std::string_view command, const Context& context) = 0;
    /// Evolves the state by one event of its own journal or of one of folds().
    virtual Folded evolve(Service journal, std::string_view organiser, std::string_view event) = 0;
    /// The earliest time at which something in the state falls due (a lease ends), as a command to itself; nullopt: nothing waits.
    struct Due {
        std::uint64_t at_ms = 0;
        std::string organiser;
        std::string command;  ///< serialized Command that says so
    };
    virtual std::optional<Due> next_due() const { return std::nullopt; }

    virtual Tracking& tracking() = 0;
    /// Rows changed by final writes since the last call. Keys: two letters of the table, organiser, zero byte, key.
    virtual void drain_changes(const RowSink& sink) = 0;
    /// A row that drain_changes gave out earlier. False: not a row of this build.
    virtual bool load(std::string_view key, std::string_view row) = 0;
    /// All rows are there: derive what is not stored.
    virtual void loaded() = 0;
    virtual Digest digest() const = 0;
};

}  // namespace hoicho
