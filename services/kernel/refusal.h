// A Refusal: the domain says no. Expected, sent to the caller, never logged as an error.
#pragma once

#include <boost/system/result.hpp>
#include <stdexcept>
#include <string>

#include "hoicho/common/v1/refusal.pb.h"

namespace hoicho {

using common::v1::Reason;
using enum common::v1::Reason;  // REASON_... read as plain words in every room

struct Refusal {
    Reason reason = Reason::REASON_UNSPECIFIED;
    std::string subject;   ///< member or thing the caller has to change
    std::string value;     ///< what was found there
    std::string accepted;  ///< what would be accepted

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

[[noreturn]] inline void throw_exception_from_error(const Refusal& refusal, const boost::source_location&) {
    throw std::runtime_error("unchecked refusal " + Reason_Name(refusal.reason) + " " + refusal.subject);
}

/// `subject`, `value` and `accepted` fill the sentence of the reason (proto/hoicho/common/v1/refusal.proto).
inline Refusal refuse(Reason reason, std::string subject = {}, std::string value = {}, std::string accepted = {}) {
    return {reason, std::move(subject), std::move(value), std::move(accepted)};
}

/// A thing by its kind and dense id, inside a subject, value or accepted text: "{26:17}". The gateway shows it as `mtg_...`; a bare number
/// would tell people how many things there are.
inline std::string mention(common::v1::IdKind kind, std::uint32_t id) {
    return "{" + std::to_string(static_cast<int>(kind)) + ":" + std::to_string(id) + "}";
}

inline common::v1::Refusal to_proto(const Refusal& refusal) {
    common::v1::Refusal out;
    out.set_reason(refusal.reason);
    out.set_subject(refusal.subject);
    out.set_value(refusal.value);
    out.set_accepted(refusal.accepted);
    return out;
}

inline Refusal from_proto(const common::v1::Refusal& refusal) {
    return {refusal.reason(), refusal.subject(), refusal.value(), refusal.accepted()};
}

}  // namespace hoicho
