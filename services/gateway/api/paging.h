// Lists in pages: `limit` (1 to 500, 100 by default) and `after`, the id of the last item seen; `next` says where the next page begins.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>
#include <optional>
#include <string>

#include "gateway/api/replies.h"
#include "gateway/api/resources.h"

namespace hoicho::gateway {

inline constexpr std::size_t page_items_default = 100;
inline constexpr std::size_t page_items_max = 500;

/// Collects one page of things whose ids come in rising order.
class Page {
  public:
    /// nullopt: `limit` or `after` is not what it should be; `problem` says so.
    static std::optional<Page> of(const Reading& reading, IdKind kind, runtime::http::Response& problem);

    /// Whether an item with this id belongs on the page; call add() then.
    bool wants(std::uint32_t id) {
        if (id <= after_) return false;
        if (items_.size() < limit_) return true;
        more_ = true;
        return false;
    }
    bool full() const { return more_; }
    void add(std::uint32_t id, boost::json::object item);
    runtime::http::Response response(const Reading& reading) &&;

  private:
    IdKind kind_ = IdKind::ID_KIND_UNSPECIFIED;
    std::uint32_t after_ = 0, last_ = 0;
    std::size_t limit_ = page_items_default;
    bool more_ = false;
    boost::json::array items_;
};

/// A single object with the positions it was read at.
runtime::http::Response object_response(const Reading& reading, boost::json::object object);

}  // namespace hoicho::gateway
