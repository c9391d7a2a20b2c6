// Reads the wire form of an Entry in place; whatever does not look as our own writers leave it goes through protobuf.
#include "kernel/entry_view.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

namespace hoicho {
namespace {

using google::protobuf::io::CodedInputStream;
using google::protobuf::internal::WireFormatLite;
using journal::v1::Accepted;
using journal::v1::Entry;

constexpr std::uint32_t tag_of(int field, WireFormatLite::WireType type) { return WireFormatLite::MakeTag(field, type); }
constexpr std::uint32_t number(int field) { return tag_of(field, WireFormatLite::WIRETYPE_VARINT); }
constexpr std::uint32_t content(int field) { return tag_of(field, WireFormatLite::WIRETYPE_LENGTH_DELIMITED); }

/// Calls on_number(tag, value) and on_content(tag, bytes) for each field; false when one of them does, or when a field is of another kind.
template <class OnNumber, class OnContent>
bool walk(std::string_view bytes, OnNumber on_number, OnContent on_content) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
    CodedInputStream in{begin, static_cast<int>(bytes.size())};
    while (const std::uint32_t tag = in.ReadTagNoLastTag()) {
        const auto type = WireFormatLite::GetTagWireType(tag);
        if (type == WireFormatLite::WIRETYPE_VARINT) {
            std::uint64_t value = 0;
            if (!in.ReadVarint64(&value) || !on_number(tag, value)) return false;
        } else if (type == WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
            std::uint32_t size = 0;
            if (!in.ReadVarint32(&size)) return false;
            const auto at = static_cast<std::size_t>(in.CurrentPosition());
            if (size > bytes.size() - at || !on_content(tag, bytes.substr(at, size)) || !in.Skip(static_cast<int>(size))) return false;
        } else {
            return false;
        }
    }
    return static_cast<std::size_t>(in.CurrentPosition()) == bytes.size();
}

}  // namespace

bool EntryView::read(std::string_view bytes) {
    if (read_plain(bytes) && fields_.outcome != EntryOutcome::unknown) return true;  // without one, look whether it is an Entry at all
    if (!whole_) whole_ = std::make_unique<Entry>();
    if (!whole_->ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return false;
    look_at(*whole_);
    return true;
}

bool EntryView::read_plain(std::string_view bytes) {
    fields_ = {};
    events_.clear();
    seen_.clear();
    return walk(
        bytes, [this](std::uint32_t tag, std::uint64_t value) { return read_number(tag, value); },
        [this](std::uint32_t tag, std::string_view value) { return read_field(tag, value); });
}

bool EntryView::read_number(std::uint32_t tag, std::uint64_t value) {
    switch (tag) {
        case number(Entry::kNFieldNumber): fields_.n = value; return true;
        case number(Entry::kInputFieldNumber): fields_.input = static_cast<std::int64_t>(value); return true;
        case number(Entry::kNowMsFieldNumber): fields_.now_ms = value; return true;
        case number(Entry::kFormatFieldNumber): fields_.format = static_cast<std::uint32_t>(value); return true;
        default: return false;
    }
}

bool EntryView::read_field(std::uint32_t tag, std::string_view value) {
    switch (tag) {
        case content(Entry::kWriterFieldNumber): fields_.writer = value; return true;
        case content(Entry::kParentFieldNumber): fields_.parent = value; return true;
        case content(Entry::kCommandIdFieldNumber): fields_.command_id = value; return true;
        case content(Entry::kCommandHashFieldNumber): fields_.command_hash = value; return true;
        case content(Entry::kBuildFieldNumber):
        case content(Entry::kActorFieldNumber): return true;
        case content(Entry::kSeenFieldNumber): {
            Seen seen;
            const auto take = [&seen](std::uint32_t inner, std::uint64_t got) {
                if (inner == number(journal::v1::Seen::kServiceFieldNumber)) return seen.service = static_cast<journal::v1::Service>(got), true;
                if (inner == number(journal::v1::Seen::kNFieldNumber)) return seen.n = got, true;
                return false;
            };
            if (!walk(value, take, [](std::uint32_t, std::string_view) { return false; })) return false;
            seen_.push_back(seen);
            return true;
        }
        case content(Entry::kAcceptedFieldNumber):
            return read_outcome(EntryOutcome::accepted) &&
                   walk(
                       value, [](std::uint32_t, std::uint64_t) { return false; },
                       [this](std::uint32_t inner, std::string_view got) {
                           if (inner == content(Accepted::kEventsFieldNumber)) events_.push_back(got);
                           return inner == content(Accepted::kEventsFieldNumber) || inner == content(Accepted::kReplyFieldNumber);
                       });
        case content(Entry::kRepeatedFieldNumber): return read_outcome(EntryOutcome::repeated);
        case content(Entry::kQuarantinedFieldNumber): return read_outcome(EntryOutcome::quarantined);
        default: return false;  // refusals are rare, and their reason lies deeper
    }
}

/// One outcome in one piece: what was merged of several is left to protobuf.
bool EntryView::read_outcome(EntryOutcome outcome) {
    const bool first = fields_.outcome == EntryOutcome::unknown;
    fields_.outcome = outcome;
    return first;
}

void EntryView::look_at(const Entry& entry) {
    fields_ = {.writer = entry.writer(),
               .parent = entry.parent(),
               .command_id = entry.command_id(),
               .command_hash = entry.command_hash(),
               .n = entry.n(),
               .now_ms = entry.now_ms(),
               .input = entry.input(),
               .format = entry.format(),
               .outcome = outcome_of(entry),
               .reason = entry.refused().reason()};
    events_.assign(entry.accepted().events().begin(), entry.accepted().events().end());
    seen_.clear();
    for (const auto& seen : entry.seen()) seen_.push_back({seen.service(), seen.n()});
}

}  // namespace hoicho
