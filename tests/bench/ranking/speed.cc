// How fast ranking is, in processor time of one thread, with SQLite FTS5 beside it on the same words.
//   hoicho_bench_ranking_speed FAIR [--products N] [--demands N] [--race N]      N products are made of the fair's by giving copies other places and makers
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <string_view>
#include <vector>

#include "hoicho/match/fair_files.h"
#include "kernel/vietnamese.h"
#include "matching/domain/ranking/rank.h"

namespace {

using namespace hoicho;
using namespace hoicho::matching::ranking;

constexpr std::size_t top = 20;

double thread_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double resident_mib() {
    std::ifstream in{"/proc/self/statm"};
    double pages = 0, resident = 0;
    in >> pages >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1024 / 1024;
}

/// Times of many like steps.
class Times {
  public:
    void measure(const std::function<void()>& step) {
        const auto begin = thread_ms();
        step();
        ms_.push_back(thread_ms() - begin);
    }
    void print(std::string_view what) {
        std::sort(ms_.begin(), ms_.end());
        double sum = 0;
        for (const auto one : ms_) sum += one;
        const auto at = [this](double share) { return ms_[std::min(ms_.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms_.size())))]; };
        std::cout << what << ": " << ms_.size() << " times, together " << sum << " ms, median " << at(0.5) << ", p99 " << at(0.99) << ", most " << ms_.back() << " ms"
                  << std::endl;
    }

  private:
    std::vector<double> ms_;
};

/// Product number `at`: of the fair, or a copy of one with another place in its title and another maker.
Product product_at(const match::FairFiles& files, std::size_t at) {
    auto product = files.products[at % files.products.size()];
    const auto copy = at / files.products.size();
    product.facts.id = static_cast<std::uint32_t>(at + 1);
    if (copy == 0) return product;
    static constexpr const char* syllables[] = {"An", "Bình", "Châu", "Đông", "Hà", "Hưng", "Khê", "Lâm", "Long", "Minh", "Phú", "Quang", "Sơn", "Tân", "Thịnh", "Vân"};
    const auto pick = at * 2654435761U >> 7;
    product.title_vi += std::string{" "} + syllables[pick % 16] + " " + syllables[pick / 16 % 16];
    product.facts.exhibitor += static_cast<std::uint32_t>(copy * 100'000);
    product.facts.price_vnd += product.facts.price_vnd * static_cast<std::int64_t>(pick % 40) / 100;
    return product;
}

class Fts5 {
  public:
    Fts5() {
        sqlite3_open(":memory:", &database_);
        run("CREATE VIRTUAL TABLE words USING fts5(vi, en, description, content='', tokenize='unicode61 remove_diacritics 2')");
        run("BEGIN");
        sqlite3_prepare_v2(database_, "INSERT INTO words(rowid, vi, en, description) VALUES (?, ?, ?, ?)", -1, &insert_, nullptr);
        sqlite3_prepare_v2(database_, "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20", -1, &select_, nullptr);
    }
    Fts5(const Fts5&) = delete;
    Fts5& operator=(const Fts5&) = delete;
    ~Fts5() {
        sqlite3_finalize(insert_);
        sqlite3_finalize(select_);
        sqlite3_close(database_);
    }
    void put(const Product& product) {
        sqlite3_bind_int64(insert_, 1, product.facts.id);
        bind(insert_, 2, product.title_vi);
        bind(insert_, 3, product.title_en);
        bind(insert_, 4, product.description);
        sqlite3_step(insert_);
        sqlite3_reset(insert_);
    }
    void done() { run("COMMIT"); }
    std::size_t search(const std::string& title) {
        std::string query;
        const auto text = folded(title);
        for (const auto word : words(text)) query.append(query.empty() ? "\"" : " OR \"").append(word).push_back('"');
        bind(select_, 1, query);
        std::size_t rows = 0;
        while (sqlite3_step(select_) == SQLITE_ROW) ++rows;
        sqlite3_reset(select_);
        return rows;
    }

  private:
    void run(const char* statement) { sqlite3_exec(database_, statement, nullptr, nullptr, nullptr); }
    static void bind(sqlite3_stmt* statement, int at, const std::string& text) {
        sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }
    sqlite3* database_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    sqlite3_stmt* select_ = nullptr;
};

/// @param race  demands that FTS5 answers as well: over a million products it takes seconds for some
void measure(const match::FairFiles& files, std::size_t products, std::size_t demands, std::size_t race) {
    const auto asked = [&](std::size_t at) -> const Demand& { return files.demands[at * files.demands.size() / demands]; };
    const auto before = resident_mib();
    Index index;
    Times puts;
    for (std::size_t at = 0; at < products; ++at) puts.measure([&, product = product_at(files, at)] { index.put(product); });
    puts.print("put a product");
    std::cout << "resident " << resident_mib() << " MiB, of it the index " << resident_mib() - before << " MiB" << std::endl;
    Times changes;
    for (std::size_t at = 0; at < 1000; ++at) changes.measure([&, product = product_at(files, at * (products / 1000))] { index.put(product); });
    changes.print("replace a product");
    Times ranks;
    std::size_t found = 0;
    for (std::size_t at = 0; at < demands; ++at)
        ranks.measure([&] { found += rank(index, asked(at), files.certificates_checked_on, top).size(); });
    ranks.print("rank the top 20 with reasons");
    if (race == 0) return;
    Fts5 fts5;
    Times fts5_puts, fts5_ranks;
    for (std::size_t at = 0; at < products; ++at) fts5_puts.measure([&, product = product_at(files, at)] { fts5.put(product); });
    fts5.done();
    fts5_puts.print("FTS5: insert a product");
    for (std::size_t at = 0; at < race; ++at) fts5_ranks.measure([&] { found += fts5.search(asked(at * demands / race).title); });
    fts5_ranks.print("FTS5: words of the title by bm25, top 20");
    std::cout << found << " rows in all" << std::endl;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::cerr << "usage: " << arguments[0] << " FAIR [--products N] [--demands N] [--race N]\n";
        return 1;
    }
    const auto files = match::read_fair_files(arguments[1]);
    if (!files) {
        std::cerr << files.error().detail << '\n';
        return 1;
    }
    std::size_t products = files->products.size(), demands = files->demands.size(), race = demands;
    for (int at = 2; at + 1 < count; at += 2) {
        if (std::string_view{arguments[at]} == "--products") products = std::stoul(arguments[at + 1]);
        if (std::string_view{arguments[at]} == "--demands") demands = std::min(demands, std::stoul(arguments[at + 1]));
        if (std::string_view{arguments[at]} == "--race") race = std::stoul(arguments[at + 1]);
    }
    measure(*files, products, demands, std::min(race, demands));
    return 0;
}
