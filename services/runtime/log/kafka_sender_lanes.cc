// Who waits behind whom, and who is told what.
#include "runtime/log/kafka_message.h"
#include "runtime/log/kafka_sender.h"

namespace hoicho::runtime {

void KafkaSender::send(const Stream& stream, Message message, Sent sent) {
    auto pending = std::make_unique<Pending>(Pending{stream, std::move(sent), kafka::wire_bytes(message)});
    Outcomes outcomes;
    std::unique_lock lock{lanes_mutex_};
    if (is_full(*pending)) {
        lock.unlock();
        return pending->sent(kafka::failure_of(options_, RD_KAFKA_RESP_ERR__QUEUE_FULL, "sending"));
    }
    ++queued_;
    queued_bytes_ += pending->bytes;
    auto& lane = lanes_[stream];
    lane.push(std::move(message), std::move(pending));
    hand_over(stream, lane, outcomes);
    lock.unlock();
    tell(std::move(outcomes));
}

bool KafkaSender::is_full(const Pending& more) const {
    return queued_ >= static_cast<std::size_t>(options_.sends_queued_max) ||
           queued_bytes_ + more.bytes > std::size_t{1'024} * static_cast<std::size_t>(options_.sends_queued_kbytes_max);
}

void KafkaSender::hand_over(const Stream& stream, Lane& lane, Outcomes& outcomes) {
    const std::shared_lock lock{producers_mutex_};
    for (auto burst = lane.take(); !burst.empty(); burst = lane.take()) {  // once more if the producer took none of it
        auto* client = producers_->of_burst(burst.size());
        for (auto& [message, pending] : burst) {
            pending->generation = generation_;
            const auto error = kafka::produce(client, stream, message, pending.get());
            if (error == RD_KAFKA_RESP_ERR_NO_ERROR) {
                (void)pending.release();  // settle() owns it now
                continue;
            }
            lane.settled();
            const auto what = "sending to " + topic_name(stream.service, stream.kind);
            outcomes.push_back({std::move(pending), kafka::failure_of(options_, error, what)});
        }
    }
}

/// What waited behind a message that timed out waited as long for the same broker: it is not held for another time-out.
KafkaSender::Outcomes KafkaSender::settle(const rd_kafka_message_t& report) {
    PendingPtr pending{static_cast<Pending*>(report._private)};
    const auto stream = pending->stream;
    const std::lock_guard lock{lanes_mutex_};
    auto& lane = lanes_[stream];
    if (pending->generation == generation_) lane.settled();
    Outcomes outcomes;
    const auto failed = kafka::failure_of(options_, report.err, "the broker did not acknowledge");
    if (report.err == RD_KAFKA_RESP_ERR__MSG_TIMED_OUT) outcomes = fail_waiting(lane, failed);
    Result<std::int64_t> offset{failed};
    if (report.err == RD_KAFKA_RESP_ERR_NO_ERROR) offset = report.offset;
    outcomes.push_back({std::move(pending), std::move(offset)});
    hand_over(stream, lane, outcomes);
    return outcomes;
}

KafkaSender::Outcomes KafkaSender::fail_waiting(Lane& lane, const Failure& why) {
    Outcomes outcomes;
    for (auto& waiting : lane.give_up()) outcomes.push_back({std::move(waiting.tag), why});
    return outcomes;
}

/// After the producers were replaced: nothing of the lanes is in flight in the fresh ones.
void KafkaSender::restart_lanes() {
    Outcomes outcomes;
    {
        const std::lock_guard lock{lanes_mutex_};
        ++generation_;
        for (auto& [stream, lane] : lanes_) {
            lane.forget_in_flight();
            hand_over(stream, lane, outcomes);
        }
    }
    tell(std::move(outcomes));
}

void KafkaSender::tell(Outcomes outcomes) {
    {
        const std::lock_guard lock{lanes_mutex_};
        queued_ -= outcomes.size();
        for (const auto& outcome : outcomes) queued_bytes_ -= outcome.pending->bytes;
    }
    for (auto& [pending, offset] : outcomes) pending->sent(std::move(offset));
}

}  // namespace hoicho::runtime
