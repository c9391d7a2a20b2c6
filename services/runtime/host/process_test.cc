// A program and its surroundings: signals, the service manager, the disk.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <future>

#include "runtime/host/disk.h"
#include "runtime/host/service_manager.h"
#include "runtime/host/stop_signals.h"

namespace hoicho::runtime::host {
namespace {

TEST(StopSignals, TellOnceThatTheProgramShouldStop) {
    std::promise<int> told;
    const StopSignals signals{[&told](int signal) { told.set_value(signal); }};
    ::kill(::getpid(), SIGTERM);
    EXPECT_EQ(told.get_future().get(), SIGTERM);
}

void hang_and_be_told_twice() {
    std::promise<void> stopping;
    const StopSignals signals{[&stopping](int) {
        stopping.set_value();
        ::pause();
    }};
    ::kill(::getpid(), SIGTERM);
    stopping.get_future().wait();
    ::kill(::getpid(), SIGINT);
    ::pause();
}

TEST(StopSignalsDeathTest, EndAHangingProgramAtTheSecondSignal) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(hang_and_be_told_twice(), testing::ExitedWithCode(128 + SIGINT), "");
}

TEST(ServiceManager, IsToldByDatagram) {
    const auto path = std::filesystem::temp_directory_path() / ("hoicho-notify-" + std::to_string(::getpid()));
    const int listener = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    ASSERT_LT(path.string().size(), sizeof address.sun_path);
    path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);

    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    EXPECT_TRUE(notify_service_manager("READY=1"));
    std::array<char, 64> bytes{};
    const auto got = ::recv(listener, bytes.data(), bytes.size(), 0);
    EXPECT_EQ(std::string_view(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0), "READY=1");

    ::close(listener);
    std::filesystem::remove(path);
    EXPECT_FALSE(notify_service_manager("STOPPING=1"));
    ::unsetenv("NOTIFY_SOCKET");
    EXPECT_FALSE(notify_service_manager("STOPPING=1"));
}

TEST(FreeDisk, IsKnownForAFolderThatExists) {
    EXPECT_GT(free_disk_bytes(std::filesystem::temp_directory_path()).value_or(0), 0U);
    EXPECT_EQ(free_disk_bytes("/nowhere/at/all"), std::nullopt);
}

}  // namespace
}  // namespace hoicho::runtime::host
