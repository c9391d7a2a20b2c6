// Fields of one JSON object, read with their type or refused by name.
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hoicho::match {

/// What is wrong with a line; caught where the file and the line are known.
struct WrongField : std::runtime_error {
    WrongField(std::string_view field, std::string_view why) : std::runtime_error(std::string{field} + ": " + std::string{why}) {}
};

/// Absent and null are the same: empty, 0, false.
class JsonLine {
  public:
    explicit JsonLine(const boost::json::object& object) : object_{&object} {}

    std::string required_text(std::string_view field) const;
    std::string text(std::string_view field) const;
    std::int64_t integer(std::string_view field) const;
    std::int64_t thousandths(std::string_view field) const;
    bool flag(std::string_view field) const;
    std::vector<std::string> texts(std::string_view field) const;
    std::vector<std::int64_t> integers(std::string_view field) const;
    /// "2026-12-03" as days since 1970-01-01.
    std::int32_t day(std::string_view field) const;
    JsonLine object(std::string_view field) const;

  private:
    const boost::json::value* find(std::string_view field) const;
    const boost::json::object* object_;
};

}  // namespace hoicho::match
