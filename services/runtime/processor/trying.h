// Remembers across crashes which command was being decided, so that one that kills the process is passed over after
// three times.
#pragma once

#include <cstdint>

#include "kernel/state_store.h"

namespace hoicho::runtime {

/// A note in the store says that a run is open; a clean end erases it. After an unclean end the commands that may have
/// been in flight are decided one at a time, each announced in the note first: no note is written while all goes well.
/// One owner thread.
class Trying {
  public:
    enum class Advice : std::uint8_t { decide, pass_over };

    Trying(StateStore& store, std::uint32_t crashes_max, std::size_t careful_commands);

    /// Reads what the last run left and marks this one as open.
    Result<void> open();
    /// Whether commands must be decided one at a time.
    bool careful() const { return careful_left_ > 0; }
    /// Before the command at offset `input` is decided.
    Result<Advice> before(std::int64_t input);
    /// An Entry stands; the next command may be another suspect.
    Result<void> confirmed();
    /// A clean end: no suspicion.
    Result<void> close();

  private:
    struct Note {
        std::int64_t input = -1;
        std::uint32_t count = 0;  ///< runs that began to decide it
    };
    Result<void> write(const Note& note);

    StateStore& store_;
    std::uint32_t crashes_max_;
    std::size_t careful_commands_;
    std::size_t careful_left_ = 0;
    Note note_;
    std::int64_t announced_ = -1;  ///< in this run: a second try after a conflict is no crash
};

}  // namespace hoicho::runtime
