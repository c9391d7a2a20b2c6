// The two kinds of "it did not work" that are values: a Failure of the environment and, in refusal.h, a Refusal by a rule.
#pragma once

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <stdexcept>
#include <string>

namespace hoicho {

/// The environment broke: broker away, disk full, time out. Retried within bounds, then 503 at the door.
struct Failure {
    boost::system::error_code code;
    std::string detail;
};

/// Thrown by value() on an error that nobody checked: a bug of the caller.
[[noreturn]] inline void throw_exception_from_error(const Failure& failure, const boost::source_location&) {
    throw std::runtime_error(failure.detail + ": " + failure.code.message());
}

template <class T, class E = Failure>
using Result = boost::system::result<T, E>;

/// A Failure with a generic error condition and the sentence that says what was tried.
inline Failure failure(boost::system::errc::errc_t condition, std::string detail) {
    return {boost::system::errc::make_error_code(condition), std::move(detail)};
}

}  // namespace hoicho
