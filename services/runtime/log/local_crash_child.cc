// The appending child, and how it is started and ended.
#include "runtime/log/local_crash_child.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "runtime/log/local_log.h"

namespace hoicho::runtime::crash {
namespace {

constexpr const char* folder_variable = "HOICHO_LOG_CHILD";
constexpr const char* file_bytes_variable = "HOICHO_LOG_CHILD_FILE_BYTES";  ///< a disk that is full after so many bytes
constexpr const char* window_variable = "HOICHO_LOG_CHILD_WINDOW";          ///< Entries in flight a partition

long number_from(const char* variable, long otherwise) {
    const char* set = std::getenv(variable);
    return set ? std::strtol(set, nullptr, 10) : otherwise;
}

/// Decides everything it is sent: one partition's processor, as short as can be.
struct Partition {
    std::uint32_t number;
    std::int64_t next_offset;
    std::unique_ptr<Appender> appender;
    std::map<std::int64_t, std::int64_t> in_flight;  ///< journal offset -> command

    void append(EventLog& log) {
        std::int64_t input = -1;
        const Stream commands{SERVICE_SCHEDULING, Kind::commands, number};
        const auto expected_input = log.bounds(commands).value().end;
        log.send(commands, {"hanoi", command_text(expected_input), {}},
                 [&](const auto& sent) { input = sent.value(); });
        appender->append({"hanoi", entry_text(input), {}}, input);
        in_flight[next_offset++] = input;
    }
    void tell() {
        for (const auto& delivery : appender->deliveries()) {
            std::printf("ack %u %lld %lld\n", number, static_cast<long long>(delivery.offset),
                        static_cast<long long>(in_flight.at(delivery.offset)));
            in_flight.erase(delivery.offset);
        }
    }
};

}  // namespace

std::string command_text(std::int64_t input) { return "command " + std::to_string(input) + std::string(200, '.'); }
std::string entry_text(std::int64_t input) { return "answer to " + std::to_string(input) + std::string(200, '.'); }

TEST(LocalLogChild, DISABLED_AppendsUntilItIsKilled) {
    LocalLogOptions options;
    options.folder = std::getenv(folder_variable);
    options.partitions = partitions;
    const auto log = LocalLog::open(options).value();
    if (const auto bytes = number_from(file_bytes_variable, 0); bytes > 0) {
        const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
        ::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    std::vector<Partition> all;
    for (std::uint32_t p = 0; p < partitions; ++p) {
        const Stream journal{SERVICE_SCHEDULING, Kind::journal, p};
        const auto end = log->bounds(journal).value().end;
        all.push_back({p, end, log->append_to(journal, end, nullptr).value(), {}});
    }
    const auto window = static_cast<std::size_t>(number_from(window_variable, 64));
    for (;;) {
        for (auto& partition : all) {
            while (partition.in_flight.size() < window) partition.append(*log);
            partition.tell();
        }
        std::fflush(stdout);
        std::this_thread::yield();
    }
}

End run_child(const std::filesystem::path& folder, int kill_after, std::vector<std::string> environment) {
    environment.push_back(std::string{folder_variable} + "=" + folder.string());
    std::vector<char*> variables;
    for (auto& variable : environment) variables.push_back(variable.data());
    for (char** variable = environ; *variable; ++variable) variables.push_back(*variable);
    variables.push_back(nullptr);
    std::vector<std::string> words{"child", "--gtest_also_run_disabled_tests",
                                   "--gtest_filter=LocalLogChild.DISABLED_AppendsUntilItIsKilled"};
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t child = -1;
    EXPECT_EQ(::posix_spawn(&child, "/proc/self/exe", &actions, nullptr, arguments.data(), variables.data()), 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);

    End end;
    int count = 0;
    char line[128];
    std::FILE* told = ::fdopen(ends[0], "r");
    while (std::fgets(line, sizeof line, told)) {  // to the end: what it said before it was killed counts
        unsigned partition = 0;
        long long offset = 0, input = 0;
        if (std::sscanf(line, "ack %u %lld %lld\n", &partition, &offset, &input) != 3 ||
            line[std::string_view{line}.size() - 1] != '\n')
            continue;
        end.acknowledged[partition][offset] = input;
        if (++count == kill_after) ::kill(child, SIGKILL);
    }
    std::fclose(told);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        end.signal = WTERMSIG(status);
    else
        end.code = WEXITSTATUS(status);
    return end;
}

}  // namespace hoicho::runtime::crash
