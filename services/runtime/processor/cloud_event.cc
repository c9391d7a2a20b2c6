// Headers as the CloudEvents Kafka binding 1.0 wants them; see cloud_event.h.
#include "runtime/processor/cloud_event.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace hoicho::runtime {

Message cloud_event(const EventPlace& place, std::string_view organiser, NamedJson event) {
    const auto service = service_name(place.service);
    const auto partition = std::to_string(place.partition);
    const auto n = std::to_string(place.n);
    const auto i = std::to_string(place.i);
    Message message{std::string{organiser}, std::move(event.json), {}};
    message.headers = {{"ce_specversion", "1.0"},
                       {"ce_id", service + "/" + partition + "/" + n + "/" + i},
                       {"ce_source", "/hoicho/" + service + "/" + partition},
                       {"ce_type", "hoicho." + service + ".v1." + event.type},
                       {"ce_time", rfc3339_utc(place.at_ms)},
                       {"ce_subject", std::string{organiser}},
                       {"content-type", "application/json"},
                       {"n", n},
                       {"i", i}};
    return message;
}

std::string rfc3339_utc(std::uint64_t at_ms) {
    const auto seconds = static_cast<std::time_t>(at_ms / 1'000);
    std::tm parts{};
    if (!gmtime_r(&seconds, &parts)) return "1970-01-01T00:00:00.000Z";
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.tm_year + 1900,
                  parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                  static_cast<int>(at_ms % 1'000));
    return text.data();
}

std::string camel_case(std::string_view snake_case) {
    std::string text;
    bool begins_word = true;
    for (const char letter : snake_case) {
        if (letter == '_') {
            begins_word = true;
            continue;
        }
        text.push_back(begins_word && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter);
        begins_word = false;
    }
    return text;
}

const std::string* header_of(const Message& message, std::string_view name) {
    for (const auto& header : message.headers)
        if (header.name == name) return &header.value;
    return nullptr;
}

}  // namespace hoicho::runtime
