// Reads the files whole: a national fair is 73 MB; see fair_directory.h.
#include "hoicho/fair/fair_directory.h"

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

namespace hoicho::fair {
namespace {

namespace json = boost::json;

constexpr const char* taken_files[] = {"delegations", "exhibitors", "products", "certificates",  "buyers", "demands",        "representatives",
                                       "halls",       "booths",     "slots",    "booth_requests", "tables", "interests", "points_of_sale"};

Failure bad(const std::string& place, const std::string& what) { return failure(boost::system::errc::invalid_argument, place + ": " + what); }

Result<json::object> parse_object(std::string_view text, const std::string& place) {
    json::error_code trouble;
    auto value = json::parse(text, trouble);
    if (trouble) return bad(place, "no JSON (" + trouble.message() + ")");
    if (!value.is_object()) return bad(place, "not a JSON object");
    return std::move(value.get_object());
}

Result<std::vector<Row>> read_lines(const std::filesystem::path& file) {
    std::vector<Row> rows;
    std::ifstream in{file};
    std::string text;
    for (std::size_t line = 1; std::getline(in, text); ++line) {
        if (text.empty()) continue;
        auto object = parse_object(text, file.filename().string() + ":" + std::to_string(line));
        if (!object) return object.error();
        rows.push_back({line, std::move(*object)});
    }
    if (in.bad()) return bad(file.filename().string(), "cannot be read");
    return rows;
}

}  // namespace

const std::vector<Row>& FairDirectory::rows(const std::string& file) const {
    static const std::vector<Row> none;
    const auto at = files.find(file);
    return at == files.end() ? none : at->second;
}

Result<FairDirectory> read_fair_directory(const std::filesystem::path& folder) {
    FairDirectory out{folder, {}, {}};
    std::ifstream in{folder / "fair.json"};
    if (!in) return bad((folder / "fair.json").string(), "is not there");
    std::ostringstream text;
    text << in.rdbuf();
    auto fair = parse_object(text.str(), "fair.json");
    if (!fair) return fair.error();
    out.fair = std::move(*fair);
    for (const std::string file : taken_files) {
        if (!std::filesystem::exists(folder / (file + ".jsonl"))) continue;
        auto rows = read_lines(folder / (file + ".jsonl"));
        if (!rows) return rows.error();
        out.files.emplace(file, std::move(*rows));
    }
    return out;
}

}  // namespace hoicho::fair
