/// A value inside a JSON document that knows its path, so that whatever is wrong is reported with the field to mend.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scheduling/domain/programme/complaint.h"

namespace hoicho::scheduling::files {

using programme::Complaint;
using programme::Complaints;

/// Reading goes on after a complaint, with zeroes, so that one round shows all that is wrong. Lives no longer than its
/// parent and document.
class Node {
  public:
    Node(const boost::json::value& root, Complaints& complaints) : value_{&root}, complaints_{&complaints} {}

    std::int64_t integer(std::int64_t low, std::int64_t high) const;
    int number() const {
        return static_cast<int>(integer(std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    }
    std::int64_t whole() const {
        return integer(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
    }
    double real() const;
    bool boolean() const;
    std::string text() const;
    std::vector<int> numbers() const;
    std::int64_t time_s() const;  ///< ISO 8601 with offset, as seconds since 1970 in UTC.

    Node at(std::string_view key) const;                   ///< A member that has to be there.
    std::optional<Node> find(std::string_view key) const;  ///< A member that may be absent or null.
    void only(std::initializer_list<std::string_view> keys)
        const;  ///< Complains of any other member: a misspelt rule would be lost.
    void complain(std::string reason) const;

    /// Calls item(node) for each entry of a list.
    template <class Item>
    void each(Item item) const {
        const boost::json::array* list = as_list();
        if (list == nullptr) return;
        for (std::size_t i = 0; i < list->size(); ++i) item(Node{(*list)[i], *this, {}, i});
    }

  private:
    Node(const boost::json::value& value, const Node& parent, std::string_view key, std::size_t position)
        : value_{&value}, complaints_{parent.complaints_}, parent_{&parent}, key_{key}, position_{position} {}

    const boost::json::array* as_list() const;
    std::string path() const;

    const boost::json::value* value_;
    Complaints* complaints_;
    const Node* parent_ = nullptr;
    std::string_view key_;
    std::size_t position_ = 0;
};

}  // namespace hoicho::scheduling::files
