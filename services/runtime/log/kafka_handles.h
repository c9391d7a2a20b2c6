// librdkafka's objects as handles that free themselves.
#pragma once

#include <librdkafka/rdkafka.h>

#include <memory>

namespace hoicho::runtime::kafka {

template <auto Destroy>
struct Destroyer {
    template <class T>
    void operator()(T* object) const noexcept {
        Destroy(object);
    }
};
template <class T, auto Destroy>
using Handle = std::unique_ptr<T, Destroyer<Destroy>>;

inline void destroy_metadata(const rd_kafka_metadata_t* metadata) noexcept { rd_kafka_metadata_destroy(metadata); }

using Conf = Handle<rd_kafka_conf_t, rd_kafka_conf_destroy>;
using Client = Handle<rd_kafka_t, rd_kafka_destroy>;
using Topic = Handle<rd_kafka_topic_t, rd_kafka_topic_destroy>;
using Queue = Handle<rd_kafka_queue_t, rd_kafka_queue_destroy>;
using Event = Handle<rd_kafka_event_t, rd_kafka_event_destroy>;
using KafkaMessage = Handle<rd_kafka_message_t, rd_kafka_message_destroy>;
using Headers = Handle<rd_kafka_headers_t, rd_kafka_headers_destroy>;
using Error = Handle<rd_kafka_error_t, rd_kafka_error_destroy>;
using Partitions = Handle<rd_kafka_topic_partition_list_t, rd_kafka_topic_partition_list_destroy>;
using Metadata = Handle<const rd_kafka_metadata_t, destroy_metadata>;

}  // namespace hoicho::runtime::kafka
