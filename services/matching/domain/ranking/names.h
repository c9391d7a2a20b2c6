// Texts that occur again and again, each kept once under a small number.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoicho::matching::ranking {

class Names {
  public:
    static constexpr std::uint32_t unknown = 0xFFFFFFFF;

    std::uint32_t intern(const std::string& name) {
        const auto [at, fresh] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
        if (fresh) names_.push_back(name);
        return at->second;
    }
    std::uint32_t find(const std::string& name) const {
        const auto at = numbers_.find(name);
        return at == numbers_.end() ? unknown : at->second;
    }
    const std::string& operator[](std::uint32_t number) const { return names_[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

  private:
    boost::unordered_flat_map<std::string, std::uint32_t> numbers_;
    std::vector<std::string> names_;
};

}  // namespace hoicho::matching::ranking
