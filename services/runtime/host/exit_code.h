// What a program of ours says to the shell when it ends.
#pragma once

namespace hoicho::runtime::host {

enum ExitCode : int {
    exit_done = 0,
    exit_failed = 1,
    exit_usage = 2,
    exit_data_has_errors = 3,
    exit_refused = 4,  ///< by a rule of the fair
    exit_stale = 5,    ///< what was read was too old to act on
    exit_unreachable = 69,
    exit_internal = 70,
};

}  // namespace hoicho::runtime::host
