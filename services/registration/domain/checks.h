// Questions asked of the members of one command, in the order a person would ask them; the first no is the answer.
#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "hoicho/common/v1/sealed.pb.h"
#include "kernel/refusal.h"

namespace hoicho::registration {

/// `member` is the field's name as the caller wrote it. Once something was refused, later questions are not asked.
class Checks {
  public:
    using Words = google::protobuf::RepeatedPtrField<std::string>;

    /// A member that must be there.
    Checks& present(std::string_view member, bool there);
    /// UTF-8 without control characters (line breaks and tabs are fine), at most `bytes_max`; may be empty.
    Checks& text(std::string_view member, const std::string& value, std::size_t bytes_max);
    Checks& required_text(std::string_view member, const std::string& value, std::size_t bytes_max);
    /// Exactly `count` digits, or empty.
    Checks& digits(std::string_view member, const std::string& value, std::size_t count);
    /// A code in capitals such as VIETGAP or SAFE_FOOD_SHOP; may be empty.
    Checks& word(std::string_view member, const std::string& value);
    Checks& words(std::string_view member, const Words& values);
    /// One of `accepted`; an empty value is missing.
    Checks& one_of(std::string_view member, const std::string& value, std::initializer_list<std::string_view> accepted);
    /// Both ends belong to the range.
    Checks& range(std::string_view member, std::int64_t value, std::int64_t min, std::int64_t max);
    /// A day that must be there, and one that may be absent (0).
    Checks& day(std::string_view member, std::int32_t value);
    Checks& optional_day(std::string_view member, std::int32_t value);
    /// The last day is not before the first; both are days of the fair.
    Checks& ordered(std::string_view member, std::int32_t first, std::int32_t last);
    /// Whole sealed value, as the gateway seals it.
    Checks& sealed(std::string_view member, bool there, const common::v1::Sealed& value);
    /// Thing `id` of this organiser that another member names.
    Checks& known(std::string_view member, std::uint32_t id, bool found);
    /// A code that nothing else of its kind has.
    Checks& fresh(std::string_view member, const std::string& code, bool taken);
    /// Whether one more fits where `count` are.
    Checks& room(std::string_view things, std::uint64_t count, std::uint64_t count_max);
    /// Any other rule.
    Checks& rule(bool holds, Reason reason, std::string_view subject, std::string_view value = {},
                 std::string_view accepted = {});

    const std::optional<Refusal>& first() const { return first_; }

  private:
    bool open() const { return !first_; }
    Checks& no(Reason reason, std::string_view subject, std::string value = {}, std::string accepted = {});

    std::optional<Refusal> first_;
};

/// "2026-12-03" of days since 1970-01-01.
std::string day_text(std::int32_t day);

}  // namespace hoicho::registration
