/// Reads and writes the solver's documents.
#include "hoicho/solver/documents.h"

#include <array>
#include <cstdio>
#include <fstream>

namespace hoicho::cli {
namespace {

bool is_regular(const std::filesystem::path& path) {
    std::error_code trouble;
    const auto status = std::filesystem::symlink_status(path, trouble);
    return !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    std::string text;
    std::array<char, 65'536> piece{};
    while (in && text.size() <= scheduling::files::document_bytes_max) {
        in.read(piece.data(), piece.size());
        text.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.eof()) return text;
    if (text.size() > scheduling::files::document_bytes_max)
        std::fprintf(stderr, "%s: more than %zu bytes\n", path.c_str(), scheduling::files::document_bytes_max);
    else
        std::fprintf(stderr, "%s: cannot be read\n", path.c_str());
    return std::nullopt;
}

bool write_file(const std::filesystem::path& path, const std::string& text) {
    const bool aside = is_regular(path);  // a pipe or /dev/stdout is written to as it is
    const std::filesystem::path target = aside ? std::filesystem::path{path.string() + ".partial"} : path;
    std::ofstream out{target, std::ios::binary};
    out << text;
    out.close();
    std::error_code trouble;
    if (out && aside) std::filesystem::rename(target, path, trouble);
    if (out && !trouble) return true;
    std::fprintf(stderr, "%s: cannot be written\n", path.c_str());
    return false;
}

void complain(const std::filesystem::path& path, const scheduling::programme::Complaints& complaints) {
    for (const auto& [field, reason] : complaints)
        std::fprintf(stderr, "%s: %s%s%s\n", path.c_str(), field.c_str(), field.empty() ? "" : ": ", reason.c_str());
}

}  // namespace hoicho::cli
