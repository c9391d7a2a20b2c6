// Settings: which source wins, and what a person is told about a mistake.
#include "runtime/host/configuration.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace hoicho::runtime::host {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::vector<Setting>& settings() {
    static const std::vector<Setting> table{
        {"http.port", "", "", "8080", "Port to listen on.", whole_number(0, 65535)},
        {"http.io_threads", "", "", "1", "Threads.", whole_number(1, 64)},
        {"log.level", "", "log", "info", "Least level written.", one_of({"debug", "info", "warn", "error"})},
        {"log.json", "", "", "no", "JSON lines.", yes_or_no()},
        {"secrets.file", "", "", "none", "Where secrets are.", not_empty(), true},
        {"kafka.brokers", "", "", "", "Brokers.", {}},
    };
    return table;
}

class Configured : public testing::Test {
  protected:
    Configured() { std::filesystem::create_directories(folder_); }
    ~Configured() override { std::filesystem::remove_all(folder_); }

    std::string file(const std::string& text) const {
        const auto path = folder_ / "hoicho.toml";
        std::ofstream{path} << text;
        return path.string();
    }
    static Loaded loaded(const Sources& sources, const std::string& default_file = "") {
        return load(settings(), sources, default_file);
    }

  private:
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("hoicho-configuration-" + std::to_string(::getpid()));
};

TEST_F(Configured, TakesFlagsOverEnvironmentOverFileOverDefaults) {
    const std::string path = file("[http]\nport = 1\nio_threads = 2\n[log]\nlevel = \"warn\"\n");
    const auto all =
        loaded({{"--http-port=3", "serve"}, {{"HOICHO_HTTP_PORT", "2"}, {"HOICHO_LOG_LEVEL", "debug"}}}, path);
    ASSERT_TRUE(all.configuration) << all.errors.front();
    EXPECT_EQ(all.configuration->number("http.port"), 3);
    EXPECT_EQ(all.configuration->origin("http.port"), "flag --http-port");
    EXPECT_EQ(all.configuration->text("log.level"), "debug");
    EXPECT_EQ(all.configuration->origin("log.level"), "environment HOICHO_LOG_LEVEL");
    EXPECT_EQ(all.configuration->number("http.io_threads"), 2);
    EXPECT_EQ(all.configuration->origin("http.io_threads"), "file " + path);
    EXPECT_FALSE(all.configuration->yes("log.json"));
    EXPECT_EQ(all.configuration->origin("log.json"), "default");
    EXPECT_THAT(all.arguments, ElementsAre("serve"));
}

TEST_F(Configured, ShowsWhereEveryValueCameFromButNoSecret) {
    const auto all = loaded({{"--secrets-file", "/run/key", "--log", "warn"}, {}});
    ASSERT_TRUE(all.configuration);
    const std::string dump = all.configuration->dump(true);
    EXPECT_THAT(dump, HasSubstr("log.level = \"warn\"  # flag --log\n"));
    EXPECT_THAT(dump, HasSubstr("http.port = \"8080\"  # default\n"));
    EXPECT_THAT(dump, HasSubstr("secrets.file = \"(hidden)\""));
    EXPECT_THAT(all.configuration->dump(false), HasSubstr("http.port = \"8080\"\n"));
}

TEST_F(Configured, NamesTheSettingThatWasMeant) {
    const std::string path = file("[http]\nprot = 1\n");
    EXPECT_THAT(loaded({}, path).errors, ElementsAre(path + ": unknown setting http.prot, did you mean http.port?"));
    EXPECT_THAT(loaded({{"--http-prot", "1"}, {}}).errors,
                ElementsAre("unknown flag --http-prot, did you mean http-port?"));
    EXPECT_THAT(loaded({{"--marzipan=1"}, {}}).errors, ElementsAre("unknown flag --marzipan"));
    EXPECT_THAT(loaded({{}, {{"HOICHO_HTTP_PROT", "1"}}}).warnings,
                ElementsAre("unknown variable HOICHO_HTTP_PROT, did you mean HOICHO_HTTP_PORT?"));
}

TEST_F(Configured, TellsEveryBadValueWithItsOrigin) {
    const auto bad = loaded({{"--http-port=65536", "--log-json", "maybe"},
                             {{"HOICHO_HTTP_IO_THREADS", "2x"}, {"HOICHO_SECRETS_FILE", ""}}});
    EXPECT_FALSE(bad.configuration);
    EXPECT_THAT(
        bad.errors,
        ElementsAre(
            "http.port must be a whole number from 0 to 65535, not \"65536\" (flag --http-port)",
            "http.io_threads must be a whole number from 1 to 64, not \"2x\" (environment HOICHO_HTTP_IO_THREADS)",
            "log.json must be one of true false yes no on off 1 0, not \"maybe\" (flag --log-json)",
            "secrets.file must not be empty (environment HOICHO_SECRETS_FILE)"));
    EXPECT_TRUE(loaded({{"--http-port=65535"}, {}}).configuration);
}

TEST_F(Configured, ReadsListsAndReportsBrokenFilesByLine) {
    EXPECT_EQ(loaded({}, file("kafka.brokers = [\"a:9092\", \"b:9092\"]\n")).configuration->text("kafka.brokers"),
              "a:9092,b:9092");
    const std::string path = file("[http]\nport = \n");
    EXPECT_THAT(loaded({}, path).errors.at(0), testing::StartsWith(path + ":2: "));
    EXPECT_THAT(loaded({}, file("log.level = 2026-11-29\n")).errors,
                ElementsAre(HasSubstr("log.level: must be a text")));
}

TEST_F(Configured, NeedsAFileThatWasAskedForButNotTheDefaultOne) {
    EXPECT_TRUE(loaded({}, "/nowhere/hoicho.toml").configuration);
    EXPECT_FALSE(loaded({{"--config", "/nowhere/hoicho.toml"}, {}}).configuration);
    const std::string path = file("[http]\nport = 9\n");
    EXPECT_EQ(loaded({{}, {{"HOICHO_CONFIG", path}}}).configuration->number("http.port"), 9);
    EXPECT_EQ(loaded({{"--config=" + path}, {}}).configuration->number("http.port"), 9);
}

TEST_F(Configured, LeavesWhatIsNoFlagToTheProgram) {
    const auto all = loaded({{"config", "show", "--log=warn", "--", "--http-port"}, {}});
    EXPECT_THAT(all.arguments, ElementsAre("config", "show", "--http-port"));
    EXPECT_THAT(loaded({{"--log"}, {}}).errors, ElementsAre("flag --log needs a value"));
    EXPECT_TRUE(loaded({{"--help"}, {}}).help_wanted);
    EXPECT_THAT(
        help_text(settings()),
        HasSubstr(
            "--http-port VALUE\n      Port to listen on. [8080]\n      HOICHO_HTTP_PORT, http.port in the file\n"));
}

TEST_F(Configured, StopsAProgramThatAsksForASettingItDoesNotDeclare) {
    EXPECT_THROW(loaded({}).configuration->text("http.prot"), std::out_of_range);
}

}  // namespace
}  // namespace hoicho::runtime::host
