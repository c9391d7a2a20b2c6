// The wording of every ordinary no: what was found and what would be accepted.
#include "registration/domain/checks.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "kernel/vietnamese.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_control(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
}
bool is_word_letter(char c) { return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_'; }

std::string span(std::int64_t min, std::int64_t max) { return std::to_string(min) + ".." + std::to_string(max); }
std::string bytes(std::size_t count) { return std::to_string(count) + " bytes"; }

}  // namespace

Checks& Checks::no(Reason reason, std::string_view subject, std::string value, std::string accepted) {
    first_ = refuse(reason, std::string{subject}, std::move(value), std::move(accepted));
    return *this;
}

Checks& Checks::present(std::string_view member, bool there) {
    return open() && !there ? no(REASON_MISSING, member) : *this;
}

Checks& Checks::text(std::string_view member, const std::string& value, std::size_t bytes_max) {
    if (!open()) return *this;
    if (value.size() > bytes_max)
        return no(REASON_OUT_OF_RANGE, member, bytes(value.size()), "up to " + bytes(bytes_max));
    if (!is_utf8(value)) return no(REASON_NOT_UTF8, member);
    if (std::any_of(value.begin(), value.end(), is_control))
        return no(REASON_OUT_OF_RANGE, member, "text with control characters", "text without control characters");
    return *this;
}

Checks& Checks::required_text(std::string_view member, const std::string& value, std::size_t bytes_max) {
    return present(member, value.find_first_not_of(" \t\r\n") != std::string::npos).text(member, value, bytes_max);
}

Checks& Checks::digits(std::string_view member, const std::string& value, std::size_t count) {
    if (!open() || value.empty()) return *this;
    if (value.size() == count && std::all_of(value.begin(), value.end(), is_digit)) return *this;
    return text(member, value, code_bytes_max)
        .rule(false, REASON_OUT_OF_RANGE, member, value, std::to_string(count) + " digits");
}

Checks& Checks::word(std::string_view member, const std::string& value) {
    if (!open() || value.empty()) return *this;
    if (std::all_of(value.begin(), value.end(), is_word_letter)) return text(member, value, word_bytes_max);
    return text(member, value, word_bytes_max).rule(false, REASON_OUT_OF_RANGE, member, value, "A-Z 0-9 _");
}

Checks& Checks::words(std::string_view member, const Words& values) {
    if (open() && values.size() > list_max)
        return no(REASON_OUT_OF_RANGE, member, std::to_string(values.size()), "up to " + std::to_string(list_max));
    for (const auto& value : values) present(member, !value.empty()).word(member, value);
    return *this;
}

Checks& Checks::one_of(std::string_view member, const std::string& value,
                       std::initializer_list<std::string_view> accepted) {
    if (!present(member, !value.empty()).open() || std::find(accepted.begin(), accepted.end(), value) != accepted.end())
        return *this;
    std::string names;
    for (const auto name : accepted) names.append(names.empty() ? "" : ", ").append(name);
    return text(member, value, name_bytes_max).rule(false, REASON_OUT_OF_RANGE, member, value, names);
}

Checks& Checks::range(std::string_view member, std::int64_t value, std::int64_t min, std::int64_t max) {
    if (!open() || (value >= min && value <= max)) return *this;
    return no(REASON_OUT_OF_RANGE, member, std::to_string(value), span(min, max));
}

Checks& Checks::day(std::string_view member, std::int32_t value) {
    return present(member, value != 0).optional_day(member, value);
}

Checks& Checks::optional_day(std::string_view member, std::int32_t value) {
    if (!open() || value == 0 || (value >= day_min && value <= day_max)) return *this;
    return no(REASON_OUT_OF_RANGE, member, std::to_string(value), day_text(day_min) + ".." + day_text(day_max));
}

Checks& Checks::ordered(std::string_view member, std::int32_t first, std::int32_t last) {
    if (!open() || first == 0 || last == 0 || first <= last) return *this;
    return no(REASON_DAYS_REVERSED, member, day_text(last), day_text(first));
}

Checks& Checks::sealed(std::string_view member, bool there, const common::v1::Sealed& value) {
    if (!open() || !there) return *this;
    const bool whole = value.subject().size() == sealed_subject_bytes && value.nonce().size() == sealed_nonce_bytes &&
                       value.ciphertext().size() >= sealed_ciphertext_bytes_min &&
                       value.ciphertext().size() <= sealed_ciphertext_bytes_max;
    return whole
               ? *this
               : no(REASON_OUT_OF_RANGE, member, "not a sealed value", "subject, nonce and ciphertext of full length");
}

Checks& Checks::known(std::string_view member, std::uint32_t id, bool found) {
    return present(member, id != 0).rule(found, REASON_UNKNOWN, member, std::to_string(id));
}

Checks& Checks::fresh(std::string_view member, const std::string& code, bool taken) {
    return rule(!taken, REASON_ALREADY_DONE, member, code);
}

Checks& Checks::room(std::string_view things, std::uint64_t count, std::uint64_t count_max) {
    return open() && count >= count_max ? no(REASON_FULL, things, std::to_string(count), std::to_string(count_max))
                                        : *this;
}

Checks& Checks::rule(bool holds, Reason reason, std::string_view subject, std::string_view value,
                     std::string_view accepted) {
    return open() && !holds ? no(reason, subject, std::string{value}, std::string{accepted}) : *this;
}

std::string day_text(std::int32_t day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

}  // namespace hoicho::registration
