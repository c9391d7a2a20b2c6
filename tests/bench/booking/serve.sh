#!/usr/bin/env bash
# serve.sh start DIR [embedded|kafka]: hoicho with fresh data in DIR and fairs to book in; prints "PORT PID[,PID]". serve.sh stop DIR.
# HOICHO_BENCH_SETS: how many rates will be run in all (warm-up takes two).
set -eu
top=$(cd "$(dirname "$0")/../../.." && pwd) verb=$1 dir=$2 bin=${HOICHO_BENCH_BIN:-$top/build/bench/bin}
free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }
wait_ready() { for _ in $(seq 300); do curl -sf "http://127.0.0.1:$1/readyz" >/dev/null && return 0; sleep .1; done; echo "not ready" >&2; return 1; }
case $verb in
start)
  rm -rf "$dir"; mkdir -p "$dir"
  port=$(free_port) pids=""
  if [ "${3:-embedded}" = embedded ]; then
    "$bin/hoicho" serve --data "$dir/data" --listen "127.0.0.1:$port" >"$dir/serve.log" 2>&1 &
    pids=$!
  else
    read -r bootstrap broker < <("$top/scripts/broker" start "$dir/kafka")
    "$top/scripts/broker" topics "$bootstrap" 4 >"$dir/topics.log" 2>&1
    for service in registration matching scheduling; do
      "$bin/hoicho-$service" --bootstrap "$bootstrap" --data "$dir/$service" >"$dir/$service.log" 2>&1 &
      pids+="$!,"
    done
    "$bin/hoicho-gateway" --bootstrap "$bootstrap" --data "$dir/gateway" --listen "127.0.0.1:$port" >"$dir/gateway.log" 2>&1 &
    pids+="$!,$broker"
    touch "$dir/with-broker"
  fi
  echo "$pids" >"$dir/pids"
  wait_ready "$port"
  "$bin/hoicho_bench_prepare" "http://127.0.0.1:$port" "${HOICHO_BENCH_SETS:-6}" "$dir/ids" 2>"$dir/prepare.log"
  rm -f "$HOICHO_BENCH_IDS.used"; cp "$dir/ids" "$HOICHO_BENCH_IDS"
  echo "$port $pids" ;;
stop)
  rm -f "$HOICHO_BENCH_IDS" "$HOICHO_BENCH_IDS.used"
  IFS=, read -ra own <"$dir/pids"
  [ ! -e "$dir/with-broker" ] || unset 'own[-1]'  # the broker is ended by its own script
  kill "${own[@]}" 2>/dev/null || true
  for pid in "${own[@]}"; do for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep .1; done; done
  [ ! -e "$dir/with-broker" ] || "$top/scripts/broker" stop "$dir/kafka" >/dev/null ;;
esac
