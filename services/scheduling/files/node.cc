/// A value inside a JSON document that knows its path, so that whatever is wrong is reported with the field to mend.
#include "scheduling/files/node.h"

#include <algorithm>
#include <boost/json/kind.hpp>
#include <cmath>

#include "scheduling/files/iso_time.h"

namespace hoicho::scheduling::files {
namespace json = boost::json;
namespace {

const json::value missing{nullptr};

std::string kind_of(const json::value& value) {
    const json::string_view name = json::to_string(value.kind());
    return {name.data(), name.size()};
}

}  // namespace

std::string Node::path() const {
    if (parent_ == nullptr) return "";
    const std::string before = parent_->path();
    if (key_.empty()) return before + "[" + std::to_string(position_) + "]";
    return before.empty() ? std::string{key_} : before + "." + std::string{key_};
}

void Node::complain(std::string reason) const {
    if (complaints_->size() < programme::complaints_max) complaints_->push_back({path(), std::move(reason)});
}

std::int64_t Node::integer(std::int64_t low, std::int64_t high) const {
    std::int64_t number = 0;
    if (const auto* whole = value_->if_int64()) {
        number = *whole;
    } else if (const auto* real = value_->if_double();
               real != nullptr && std::abs(*real) < 1e15 && std::trunc(*real) == *real) {
        number = static_cast<std::int64_t>(*real);
    } else if (value_ != &missing) {
        complain("is " + kind_of(*value_) + ", not a whole number in range");
        return 0;
    }
    if (number >= low && number <= high) return number;
    complain(std::to_string(number) + " is out of range");
    return 0;
}

double Node::real() const {
    if (const auto* number = value_->if_double()) return *number;
    if (const auto* number = value_->if_int64()) return static_cast<double>(*number);
    if (value_ != &missing) complain("is " + kind_of(*value_) + ", not a number");
    return 0;
}

bool Node::boolean() const {
    if (const auto* flag = value_->if_bool()) return *flag;
    if (value_ != &missing) complain("is " + kind_of(*value_) + ", not true or false");
    return false;
}

std::string Node::text() const {
    if (const auto* text = value_->if_string()) return {text->data(), text->size()};
    if (value_ != &missing) complain("is " + kind_of(*value_) + ", not a text");
    return {};
}

std::vector<int> Node::numbers() const {
    std::vector<int> out;
    each([&](const Node& item) { out.push_back(item.number()); });
    return out;
}

std::int64_t Node::time_s() const {
    const std::string written = text();
    const auto seconds = iso_time_s(written);
    if (!seconds && value_->is_string()) complain("'" + written + "' is no ISO 8601 time with offset");
    return seconds.value_or(0);
}

const json::array* Node::as_list() const {
    const auto* list = value_->if_array();
    if (list == nullptr && value_ != &missing) complain("is " + kind_of(*value_) + ", not a list");
    return list;
}

Node Node::at(std::string_view key) const {
    if (const auto* object = value_->if_object()) {
        if (const auto* member = object->if_contains({key.data(), key.size()})) return {*member, *this, key, 0};
        Node{missing, *this, key, 0}.complain("is missing");
    } else if (value_ != &missing) {
        complain("is " + kind_of(*value_) + ", not an object");
    }
    return {missing, *this, key, 0};
}

std::optional<Node> Node::find(std::string_view key) const {
    const auto* object = value_->if_object();
    if (object == nullptr) return std::nullopt;
    const auto* member = object->if_contains({key.data(), key.size()});
    if (member == nullptr || member->is_null()) return std::nullopt;
    return Node{*member, *this, key, 0};
}

void Node::only(std::initializer_list<std::string_view> keys) const {
    const auto* object = value_->if_object();
    if (object == nullptr) {
        if (value_ != &missing) complain("is " + kind_of(*value_) + ", not an object");
        return;
    }
    for (const auto& member : *object) {
        const std::string_view key{member.key().data(), member.key().size()};
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            Node{member.value(), *this, key, 0}.complain("is no member of this format");
    }
}

}  // namespace hoicho::scheduling::files
