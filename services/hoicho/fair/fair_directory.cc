// Reads the files whole: a national fair is 73 MB; see fair_directory.h.
#include "hoicho/fair/fair_directory.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "runtime/json/times.h"

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

constexpr int move_days = 28;  // the same week days, and the same move when the demo is run again the next day

/// Moves the day that `text` begins with ("2026-12-03", "2026-12-03T09:00/10:00"), if it begins with one.
void move_text(json::string& text, int days) {
    if (text.size() < 10) return;
    const auto day = runtime::read_day({text.data(), 10});
    if (!day || (text.size() > 10 && text[10] != 'T')) return;
    const auto moved = runtime::show_day(*day + days);
    std::copy(moved.begin(), moved.end(), text.begin());
}

void move_value(json::value& value, int days) {
    if (auto* text = value.if_string()) move_text(*text, days);
    if (auto* list = value.if_array())
        for (auto& element : *list) move_value(element, days);
    if (auto* object = value.if_object())
        for (auto& member : *object) move_value(member.value(), days);
}

}  // namespace

int move_ahead(FairDirectory& directory, int today) {
    const auto* opens = directory.fair.if_contains("start_date");
    const auto day = opens && opens->is_string() ? runtime::read_day(std::string_view{opens->get_string()}) : std::nullopt;
    if (!day || *day > today) return 0;
    const int days = (today - *day) / move_days * move_days + move_days;
    for (auto& member : directory.fair) move_value(member.value(), days);
    for (auto& [name, rows] : directory.files)
        for (auto& row : rows)
            for (auto& member : row.object) move_value(member.value(), days);
    return days;
}

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
