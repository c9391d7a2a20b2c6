# The topics of the journal protocol with their settings, made through Kafka's own tool. Sourced by scripts/broker.
services=(registration matching scheduling)
retention_commands_ms=$((7 * 24 * 3600 * 1000))  # a stopped service may be away so long before its commands expire
retention_events_ms=$((7 * 24 * 3600 * 1000))    # the operator's choice: integrators must have read them by then
message_bytes_max=4194304

topic_settings() {
  local kind=$1 replicas=$2
  printf '%s\n' "max.message.bytes=$message_bytes_max" unclean.leader.election.enable=false cleanup.policy=delete
  case $kind in
    commands) printf '%s\n' "retention.ms=$retention_commands_ms" ;;
    journal) printf '%s\n' retention.ms=-1 retention.bytes=-1 ;;  # the truth: kept for ever
    events) printf '%s\n' "retention.ms=$retention_events_ms" ;;
  esac
  if ((replicas == 3)); then echo min.insync.replicas=2; return; fi
  echo min.insync.replicas=1
  # One broker has only its disk. An answer stands on the journal alone, so only that is forced to it: the feed and the commands may lose their tail (the
  # relay sends it again; senders ask again, and the places of answered commands are filled).
  [[ $kind != journal ]] || echo flush.messages=1
}

topic_tool() { java_with_jars org.apache.kafka.tools.TopicCommand --bootstrap-server "$bootstrap" "$@"; }

create_topic() {
  local topic=$1 partitions=$2 replicas=$3 setting options=()
  while read -r setting; do options+=(--config "$setting"); done < <(topic_settings "${topic##*.}" "$replicas")
  topic_tool --create --topic "$topic" --partitions "$partitions" --replication-factor "$replicas" "${options[@]}" |
    grep -v '^WARNING: Due to limitations in metric names' || true
  return "${PIPESTATUS[0]}"
}

# Creates what is missing; a topic with another number of partitions is refused, for organisers would move.
create_topics() {
  local bootstrap=$1 partitions=$2 replicas=1 existing service kind topic has jobs=() job
  [[ $partitions =~ ^[1-9][0-9]*$ ]] || die "PARTITIONS must be a number, 1 or more"
  [[ $bootstrap == *,*,* ]] && replicas=3
  existing=$(topic_tool --describe --exclude-internal) || die "no broker answers at $bootstrap"
  for service in "${services[@]}"; do
    for kind in commands journal events; do
      topic=hoicho.$service.$kind
      has=$(sed -n "s/^Topic: $topic[[:space:]].*PartitionCount: \([0-9]*\).*/\1/p" <<<"$existing")
      if [[ -z $has ]]; then create_topic "$topic" "$partitions" "$replicas" >&2 & jobs+=($!)
      elif [[ $has != "$partitions" ]]; then die "$topic has $has partitions, not $partitions: their number is fixed for ever"
      fi
      while ((${#jobs[@]} >= 3)); do wait "${jobs[0]}" || die "could not create a topic"; jobs=("${jobs[@]:1}"); done
    done
  done
  for job in "${jobs[@]}"; do wait "$job" || die "could not create a topic"; done
}
