// From lines to products and demands; see fair_files.h.
#include "hoicho/match/fair_files.h"

#include <fstream>
#include <functional>
#include <sstream>
#include <unordered_map>

#include "hoicho/match/json_line.h"

namespace hoicho::match {
namespace {

using namespace matching::ranking;
using Row = std::function<void(const JsonLine&)>;

Failure trouble(const std::filesystem::path& file, std::size_t line, std::string_view why) {
    return failure(boost::system::errc::invalid_argument, file.string() + ":" + std::to_string(line) + ": " + std::string{why});
}

/// Parses `text` as an object and hands it to `row`.
Result<void> read_object(const std::filesystem::path& file, std::size_t line, const std::string& text, const Row& row) {
    boost::system::error_code error;
    const auto value = boost::json::parse(text, error);
    if (error) return trouble(file, line, error.message());
    if (!value.is_object()) return trouble(file, line, "not a JSON object");
    try {
        row(JsonLine{value.get_object()});
    } catch (const WrongField& wrong) {
        return trouble(file, line, wrong.what());
    }
    return {};
}

Result<void> read_lines(const std::filesystem::path& file, const Row& row) {
    std::ifstream in{file, std::ios::binary};
    if (!in) return failure(boost::system::errc::no_such_file_or_directory, file.string());
    std::string text;
    for (std::size_t line = 1; std::getline(in, text); ++line) {
        if (line > lines_max) return trouble(file, line, "more lines than " + std::to_string(lines_max));
        if (text.size() > line_bytes_max) return trouble(file, line, "longer than " + std::to_string(line_bytes_max) + " bytes");
        if (text.empty() || text == "\r") continue;
        if (auto read = read_object(file, line, text, row); !read) return read.error();
    }
    if (in.bad()) return failure(boost::system::errc::io_error, file.string());
    return {};
}

std::uint32_t in_range(const JsonLine& line, std::string_view field, std::int64_t most) {
    const auto value = line.integer(field);
    if (value < 0 || value > most) throw WrongField{field, "0 to " + std::to_string(most) + " is wanted, not " + std::to_string(value)};
    return static_cast<std::uint32_t>(value);
}

std::uint8_t stars_of(const std::string& rating) {
    if (rating == "FIVE") return 5;
    if (rating == "FOUR" || rating == "POTENTIAL_FIVE") return 4;
    if (rating == "THREE") return 3;
    throw WrongField{"rating", "FIVE, POTENTIAL_FIVE, FOUR or THREE is wanted, not " + rating};
}

Per per_of(const std::string& per) {
    if (per == "MONTH" || per.empty()) return Per::month;
    if (per == "WEEK") return Per::week;
    if (per == "SEASON") return Per::season;
    if (per == "ONCE") return Per::once;
    throw WrongField{"quantity_per", "MONTH, WEEK, SEASON or ONCE is wanted, not " + per};
}

Verification verification_of(const std::string& verification) {
    if (verification == "VERIFIED") return Verification::verified;
    if (verification == "MISMATCH") return Verification::mismatch;
    return Verification::pending;
}

class Reader {
  public:
    explicit Reader(std::filesystem::path directory) : directory_{std::move(directory)} {}

    Result<FairFiles> read() {
        if (auto done = read_fair(); !done) return done.error();
        if (auto done = read_lines(directory_ / "exhibitors.jsonl", [this](const JsonLine& line) { add_exhibitor(line); }); !done) return done.error();
        if (auto done = read_lines(directory_ / "products.jsonl", [this](const JsonLine& line) { add_product(line); }); !done) return done.error();
        if (auto done = read_lines(directory_ / "certificates.jsonl", [this](const JsonLine& line) { add_certificate(line); }); !done)
            return done.error();
        if (auto done = read_lines(directory_ / "demands.jsonl", [this](const JsonLine& line) { add_demand(line); }); !done) return done.error();
        return std::move(files_);
    }

  private:
    Result<void> read_fair() {
        const auto file = directory_ / "fair.json";
        std::ifstream in{file, std::ios::binary};
        if (!in) return failure(boost::system::errc::no_such_file_or_directory, file.string());
        std::ostringstream text;
        text << in.rdbuf();
        return read_object(file, 1, text.str(), [this](const JsonLine& line) {
            files_.certificates_checked_on = line.object("rules").day("certificate_checked_on");
            if (files_.certificates_checked_on == 0) throw WrongField{"certificate_checked_on", "is missing"};
        });
    }

    void add_exhibitor(const JsonLine& line) {
        exhibitors_.emplace(line.required_text("exhibitor_id"), static_cast<std::uint32_t>(exhibitors_.size() + 1));
    }

    void add_product(const JsonLine& line) {
        const auto exhibitor = exhibitors_.find(line.required_text("exhibitor_id"));
        if (exhibitor == exhibitors_.end()) throw WrongField{"exhibitor_id", "no such exhibitor"};
        const auto id = static_cast<std::uint32_t>(files_.products.size() + 1);
        const auto code = line.required_text("product_id");
        if (!products_.emplace(code, id).second) throw WrongField{"product_id", code + " occurs twice"};
        Product product{{}, line.text("name_vi"), line.text("name_en"), line.text("description")};
        product.facts = {.id = id, .exhibitor = exhibitor->second, .ocop_group = in_range(line, "ocop_group", 6),
            .ocop_set = in_range(line, "ocop_set", 26), .unit = line.text("unit"), .price_vnd = line.integer("price_wholesale_vnd"),
            .capacity_per_month_thousandths = line.thousandths("capacity_per_month"), .supply_months = 0, .standards = line.texts("standards"),
            .province = line.text("province_code"), .certificates = {}};
        for (const auto month : line.integers("supply_months")) {
            if (month < 1 || month > 12) throw WrongField{"supply_months", "1 to 12 is wanted"};
            product.facts.supply_months = static_cast<std::uint16_t>(product.facts.supply_months | 1U << (month - 1));
        }
        files_.product_codes.push_back(code);
        files_.products.push_back(std::move(product));
    }

    void add_certificate(const JsonLine& line) {
        const auto product = products_.find(line.required_text("product_id"));
        if (product == products_.end()) throw WrongField{"product_id", "no such product"};
        auto& certificates = files_.products[product->second - 1].facts.certificates;
        certificates.push_back({.id = ++certificates_, .stars = stars_of(line.required_text("rating")), .issued_on = line.day("issued_on"),
            .expires_on = line.day("expires_on"), .revoked_on = 0, .verification = verification_of(line.text("verification"))});
    }

    void add_demand(const JsonLine& line) {
        files_.demand_codes.push_back(line.required_text("demand_id"));
        files_.demands.push_back({.title = line.text("title"), .description = line.text("description"),
            .ocop_group = in_range(line, "ocop_group", 6), .ocop_set = in_range(line, "ocop_set", 26),
            .quantity_thousandths = line.thousandths("quantity"), .quantity_unit = line.text("quantity_unit"),
            .quantity_per = per_of(line.text("quantity_per")), .needed_from = line.day("needed_from"), .needed_to = line.day("needed_to"),
            .price_max_vnd = line.integer("price_max_vnd"), .price_unit = line.text("price_unit"),
            .standards_required = line.texts("standards_required"), .standards_preferred = line.texts("standards_preferred"),
            .min_stars = in_range(line, "min_stars", 5),
            .valid_certificate_required = line.flag("valid_certificate_required"), .provinces_preferred = line.texts("province_preferred"),
            .province_strict = line.flag("province_strict")});
    }

    std::filesystem::path directory_;
    FairFiles files_;
    std::unordered_map<std::string, std::uint32_t> exhibitors_;
    std::unordered_map<std::string, std::uint32_t> products_;
    std::uint32_t certificates_ = 0;
};

}  // namespace

Result<FairFiles> read_fair_files(const std::filesystem::path& directory) { return Reader{directory}.read(); }

}  // namespace hoicho::match
