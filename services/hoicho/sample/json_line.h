// One line of a JSON Lines file, its members in the order they were given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoicho::sample {

class JsonLine {
  public:
    JsonLine& text(std::string_view name, std::string_view value);
    JsonLine& texts(std::string_view name, const std::vector<std::string>& values);
    JsonLine& number(std::string_view name, std::int64_t value);
    JsonLine& numbers(std::string_view name, const std::vector<int>& values);
    /// A decimal number given in tenths: 754 is written 75.4.
    JsonLine& tenths(std::string_view name, std::int64_t value);
    JsonLine& flag(std::string_view name, bool value);
    /// The number, or null when it is 0.
    JsonLine& number_or_null(std::string_view name, std::int64_t value);
    JsonLine& object(std::string_view name, const JsonLine& value);
    JsonLine& objects(std::string_view name, const std::vector<JsonLine>& values);

    std::string str() const { return "{" + members_ + "}"; }

  private:
    void name(std::string_view name);
    void quoted(std::string_view value);

    std::string members_;
};

}  // namespace hoicho::sample
