// How a row or a key of a table becomes bytes: rows compact and little-endian, keys big-endian so that their order is kept.
//
//   row   integers and enums: their size, little-endian · string, vector, message: u32 length, then content
//         optional: u8 present, then content · aggregate: its fields in order (Boost.PFR), no padding
//   key   integers and enums: their size, big-endian · byte array: as it is · aggregate: its fields in order
//
// Rows carry no version: a store whose fold_version is not the build's is dropped and folded anew from the journal.
#pragma once

#include <google/protobuf/message_lite.h>

#include <array>
#include <bit>
#include <boost/pfr.hpp>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace hoicho::codec {

static_assert(std::endian::native == std::endian::little, "rows are written as they lie in memory");

template <class T>
concept Plain = std::integral<T> || std::is_enum_v<T>;
template <class T>
concept Message = std::derived_from<T, google::protobuf::MessageLite>;

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsBytes : std::false_type {};
template <std::size_t N>
struct IsBytes<std::array<std::uint8_t, N>> : std::true_type {};

inline void put_length(std::string& out, std::size_t length) {
    const auto small = static_cast<std::uint32_t>(length);
    out.append(reinterpret_cast<const char*>(&small), sizeof small);
}

/// Appends `value` to `out`.
template <class T>
void put(std::string& out, const T& value) {
    if constexpr (Plain<T>) {
        out.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else if constexpr (std::same_as<T, std::string>) {
        put_length(out, value.size());
        out.append(value);
    } else if constexpr (Message<T>) {
        put_length(out, value.ByteSizeLong());
        value.AppendToString(&out);
    } else if constexpr (IsVector<T>::value) {
        put_length(out, value.size());
        for (const auto& element : value) put(out, element);
    } else if constexpr (IsOptional<T>::value) {
        put(out, value.has_value());
        if (value) put(out, *value);
    } else if constexpr (IsBytes<T>::value) {
        out.append(reinterpret_cast<const char*>(value.data()), value.size());
    } else {
        boost::pfr::for_each_field(value, [&out](const auto& field) { put(out, field); });
    }
}

inline bool take(std::string_view& in, void* target, std::size_t size) {
    if (in.size() < size) return false;
    std::memcpy(target, in.data(), size);
    in.remove_prefix(size);
    return true;
}

/// Reads a `T` off the front of `in`; false when the bytes are not one.
template <class T>
bool get(std::string_view& in, T& value) {
    if constexpr (Plain<T>) {
        return take(in, &value, sizeof value);
    } else if constexpr (std::same_as<T, std::string> || Message<T>) {
        std::uint32_t size = 0;
        if (!take(in, &size, sizeof size) || in.size() < size) return false;
        bool whole = true;
        if constexpr (Message<T>) {
            whole = value.ParseFromArray(in.data(), static_cast<int>(size));
        } else {
            value.assign(in.substr(0, size));
        }
        in.remove_prefix(size);
        return whole;
    } else if constexpr (IsVector<T>::value) {
        std::uint32_t size = 0;
        if (!take(in, &size, sizeof size) || size > in.size()) return false;
        value.resize(size);
        for (auto& element : value)
            if (!get(in, element)) return false;
        return true;
    } else if constexpr (IsOptional<T>::value) {
        bool present = false;
        if (!get(in, present)) return false;
        if (!present) return value.reset(), true;
        return get(in, value.emplace());
    } else if constexpr (IsBytes<T>::value) {
        return take(in, value.data(), value.size());
    } else {
        bool whole = true;
        boost::pfr::for_each_field(value, [&](auto& field) { whole = whole && get(in, field); });
        return whole;
    }
}

/// Appends `key` so that the byte order of keys is the order of their values (unsigned integers).
template <class T>
void put_key(std::string& out, const T& key) {
    if constexpr (Plain<T>) {
        for (int shift = 8 * (sizeof(T) - 1); shift >= 0; shift -= 8)
            out.push_back(static_cast<char>(static_cast<std::uint64_t>(key) >> shift));
    } else if constexpr (IsBytes<T>::value) {
        out.append(reinterpret_cast<const char*>(key.data()), key.size());
    } else if constexpr (std::same_as<T, std::string>) {
        out.append(key).push_back('\0');
    } else {
        boost::pfr::for_each_field(key, [&out](const auto& field) { put_key(out, field); });
    }
}

template <class T>
bool get_key(std::string_view& in, T& key) {
    if constexpr (Plain<T>) {
        if (in.size() < sizeof(T)) return false;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < sizeof(T); ++i) value = value << 8 | static_cast<std::uint8_t>(in[i]);
        key = static_cast<T>(value);
        in.remove_prefix(sizeof(T));
        return true;
    } else if constexpr (IsBytes<T>::value) {
        return take(in, key.data(), key.size());
    } else if constexpr (std::same_as<T, std::string>) {
        const auto end = in.find('\0');
        if (end == std::string_view::npos) return false;
        key.assign(in.substr(0, end));
        in.remove_prefix(end + 1);
        return true;
    } else {
        bool whole = true;
        boost::pfr::for_each_field(key, [&](auto& field) { whole = whole && get_key(in, field); });
        return whole;
    }
}

}  // namespace hoicho::codec
