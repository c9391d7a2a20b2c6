/// Reads and writes the solver's documents; whatever is wrong with one goes to stderr as "file: field: reason".
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "scheduling/files/document.h"

namespace hoicho::cli {

/// @return  none if it cannot be read or is larger than any document may be; said on stderr
std::optional<std::string> read_file(const std::filesystem::path& path);

/// Writes beside the file and renames, so that a reader never sees half of it.
/// @return  false if it cannot be written; said on stderr
bool write_file(const std::filesystem::path& path, const std::string& text);

void complain(const std::filesystem::path& path, const scheduling::programme::Complaints& complaints);

template <class T>
std::optional<T> accept(const std::filesystem::path& path, scheduling::files::Read<T> read) {
    if (read) return std::move(*read);
    complain(path, read.error());
    return std::nullopt;
}

/// A document read from a file.
template <class T>
std::optional<T> read_document(const std::filesystem::path& path, scheduling::files::Read<T> (*reader)(std::string_view)) {
    const auto text = read_file(path);
    if (!text) return std::nullopt;
    return accept(path, reader(*text));
}

}  // namespace hoicho::cli
