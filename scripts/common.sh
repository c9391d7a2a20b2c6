# Words the scripts share: where the project lies, plain speech, free ports, ending a process by its own id. Sourced, not run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
die() { say "$(basename "$0"): $*"; exit 1; }
usage() { say "usage: $*"; exit 2; }

# free_port [WANTED]: WANTED when nobody listens there, else one the kernel picks.
free_port() {
  python3 - "${1:-0}" <<'PY'
import socket, sys
for port in (int(sys.argv[1]), 0):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
        print(probe.getsockname()[1])
        break
PY
}

# runs_here PID WORD: is PID alive, and is it ours (WORD stands in its command line)? A pid file may be older than a reboot.
# For a child of this very script WORD is '': it may not have become its program yet.
runs_here() {
  [[ $1 =~ ^[0-9]+$ && -r /proc/$1/cmdline ]] || return 1
  tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | grep -qF -- "$2"
}

# end_pid PID WORD [SECONDS]: TERM, wait, and KILL only when it will not go.
end_pid() {
  local pid=$1 word=$2 tenths=$((${3:-20} * 10))
  runs_here "$pid" "$word" || return 0
  kill -TERM "$pid" 2>/dev/null || return 0
  while runs_here "$pid" "$word"; do
    if ((tenths-- == 0)); then
      say "process $pid did not end when asked; killing it"
      kill -KILL "$pid" 2>/dev/null || true
      return 0
    fi
    sleep 0.1
  done
}
