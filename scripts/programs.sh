# Starting, watching and ending the programs of a demo. Sourced by scripts/demo, which sets `data`.
bin=$root/build/release/bin
ready_seconds_max=120
broker_started=false
declare -A program_pids=()

# launch NAME PROGRAM ARGUMENT...: in the background, output to DIR/logs/NAME.log; ends with this script however that ends.
launch() {
  local name=$1
  shift
  [[ -x $1 ]] || die "there is no program $1"
  setpriv --pdeathsig TERM "$@" >>"$data/logs/$name.log" 2>&1 </dev/null &
  program_pids[$name]=$!
  echo "$!" >"$data/run/$name.pid"
}

# A demo that was killed may have left programs that still hold the data.
end_leftovers() {
  local file
  for file in "$data"/run/*.pid; do
    [[ -e $file ]] || continue
    end_pid "$(cat "$file")" "$data/"
    rm -f "$file"
  done
}

show_logs() {
  local name
  for name in "${!program_pids[@]}"; do
    say "--- last lines of $data/logs/$name.log"
    tail -n 20 "$data/logs/$name.log" >&2
  done
}

check_alive() {
  local name
  for name in "${!program_pids[@]}"; do
    kill -0 "${program_pids[$name]}" 2>/dev/null && continue
    say "--- last lines of $data/logs/$name.log"
    tail -n 20 "$data/logs/$name.log" >&2
    die "program $name ended; its last lines stand above"
  done
}

answers_ready() {
  local status=''
  exec {door}<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET /readyz HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$1" >&"$door" || true
  read -r -t 5 status <&"$door" || true
  read -r -t 5 -d '' _ <&"$door" || true  # to the end, so that the server is not cut off in its answer
  exec {door}>&-
  [[ $status == *' 200 '* ]]
}

wait_until_ready() {
  local deadline=$((SECONDS + ready_seconds_max))
  sleep 0.1
  until answers_ready "$1" 2>/dev/null; do
    check_alive
    ((SECONDS < deadline)) || { show_logs; die "not ready after $ready_seconds_max s; the end of every log stands above"; }
    sleep 0.2
  done
}

# Bash answers a signal between two waits, so Ctrl-C is heard at once.
serve_until_told() {
  wait -n "${program_pids[@]}" || true
  check_alive
}

# Doors first, then the deciders, then the broker: each finds what it still needs.
finish() {
  local status=$? name
  trap '' INT TERM
  for name in gateway serve registration matching scheduling; do
    [[ -n ${program_pids[$name]:-} ]] || continue
    end_pid "${program_pids[$name]}" ''
    wait "${program_pids[$name]}" 2>/dev/null || true
    rm -f "$data/run/$name.pid"
  done
  ! $broker_started || "$root/scripts/broker" stop "$data/kafka" || true
  exit "$status"
}
