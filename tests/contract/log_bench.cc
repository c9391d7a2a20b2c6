// How fast a log is on this machine: one Entry at a time, many at once, and reading back.
//   hoicho-bench-log local FOLDER [SECONDS]     (FOLDER must not exist; compares with a plain fdatasync there)
//   hoicho-bench-log kafka HOST:PORT [SECONDS]  (topics of 4 partitions)
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

#include "runtime/log/bell.h"
#include "runtime/log/kafka_log.h"
#include "runtime/log/local_log.h"

using namespace hoicho;
using namespace hoicho::runtime;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::uint32_t partitions = 4;
constexpr std::size_t entry_bytes = 250;

double us_since(Clock::time_point start) {
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

void print(const char* what, std::vector<double> us) {
    std::sort(us.begin(), us.end());
    if (us.empty()) return;
    std::printf("%-34s p50 %8.0f us  p99 %8.0f us  (%zu)\n", what, us[us.size() / 2], us[us.size() * 99 / 100],
                us.size());
}

/// Appends with `window` Entries in flight until `until`; microseconds from append to delivery of each.
std::vector<double> append(EventLog& log, std::uint32_t partition, std::size_t window, Clock::time_point until) {
    const Stream journal{SERVICE_SCHEDULING, Kind::journal, partition},
        commands{SERVICE_SCHEDULING, Kind::commands, partition};
    const auto bell = std::make_shared<Bell>();
    const bool local = dynamic_cast<LocalLog*>(&log) != nullptr;
    const auto appender = log.append_to(journal, log.bounds(journal).value().end, bell).value();
    std::vector<Clock::time_point> started;
    std::vector<double> us;
    while (Clock::now() < until || us.size() < started.size()) {
        while (Clock::now() < until && started.size() - us.size() < window) {
            std::int64_t input = -1;
            started.push_back(Clock::now());
            if (local)
                log.send(commands, {"hanoi", std::string(100, 'c'), {}},
                         [&](const auto& sent) { input = sent.value(); });
            appender->append({"hanoi", std::string(entry_bytes, 'e'), {}}, input);
        }
        for (const auto& delivery : appender->deliveries()) {
            if (delivery.offset < 0) std::printf("not delivered: %s\n", delivery.detail.c_str());
            us.push_back(us_since(started[us.size()]));
        }
        if (started.size() - us.size() == window) bell->wait(std::chrono::seconds{1});
    }
    return us;
}

void measure_appends(EventLog& log, std::size_t window, double seconds) {
    std::vector<std::thread> threads;
    std::vector<std::vector<double>> us(partitions);
    const auto until = Clock::now() + std::chrono::milliseconds{static_cast<long>(1'000 * seconds)};
    for (std::uint32_t p = 0; p < partitions; ++p)
        threads.emplace_back([&, p] { us[p] = append(log, p, window, until); });
    for (auto& thread : threads) thread.join();
    for (std::uint32_t p = 1; p < partitions; ++p) us[0].insert(us[0].end(), us[p].begin(), us[p].end());
    std::printf("%zu x %zu in flight: %.0f Entries/s\n", std::size_t{partitions}, window,
                static_cast<double>(us[0].size()) / seconds);
    print("   append to delivery", us[0]);
}

/// As a fold does: `fold_ns` of work for each record.
void measure_reading(EventLog& log, int fold_ns) {
    const Stream journal{SERVICE_SCHEDULING, Kind::journal, 0};
    const auto bounds = log.bounds(journal).value();
    const auto bell = std::make_shared<Bell>();
    const auto start = Clock::now();
    const auto reader = log.read({{journal, bounds.begin}}, bell).value();
    for (auto left = bounds.end - bounds.begin; left > 0;) {
        const auto records = reader->poll(1'000).value();
        left -= static_cast<std::int64_t>(records.size());
        const auto folded = Clock::now() + std::chrono::nanoseconds{static_cast<long>(records.size()) * fold_ns};
        while (fold_ns > 0 && Clock::now() < folded) {
        }
        if (records.empty()) bell->wait(std::chrono::seconds{1});
    }
    const auto count = static_cast<double>(bounds.end - bounds.begin);
    std::printf("reading %.0f Entries of one partition, %d ns of work each: %.0f/s\n", count, fold_ns,
                count / us_since(start) * 1e6);
}

void measure_fdatasync(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
    const std::string block(4'096, 'x');
    std::vector<double> us;
    for (int i = 0; i < 500; ++i) {
        const auto start = Clock::now();
        if (::write(file, block.data(), block.size()) < 0 || ::fdatasync(file) != 0) std::perror("fdatasync");
        us.push_back(us_since(start));
    }
    ::close(file);
    ::unlink(path.c_str());
    print("write 4 KiB + fdatasync", us);
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) return std::fprintf(stderr, "hoicho-bench-log local FOLDER | kafka HOST:PORT [SECONDS]\n"), 2;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const double seconds = count > 3 ? std::stod(words[3]) : 5;
    std::unique_ptr<EventLog> log;
    if (std::string{words[1]} == "local") {
        measure_fdatasync(std::string{words[2]} + ".fdatasync");
        LocalLogOptions options;
        options.folder = words[2];
        options.partitions = partitions;
        log = LocalLog::open(options).value();
    } else {
        KafkaLogOptions options;
        options.bootstrap = words[2];
        options.partitions = partitions;
        log = KafkaLog::open(options).value();
    }
    print("one in flight, append to delivery", append(*log, 0, 1, Clock::now() + std::chrono::seconds{3}));
    for (const std::size_t window : {1, 10, 256}) measure_appends(*log, window, seconds);
    for (const int fold_ns : {0, 1'000, 3'000}) measure_reading(*log, fold_ns);
}
