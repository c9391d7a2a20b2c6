#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "hoicho/sample/generate.h"
#include "kernel/digest.h"
#include "kernel/vietnamese.h"

namespace hoicho::sample {
namespace {

TEST(Sample, IsUtf8) {
    for (const auto& [name, bytes] : sample_files(SampleSize::small, 7)) EXPECT_TRUE(is_utf8(bytes)) << name;
}

/// Changes only together with the shipped sample: a new compiler or machine must not change it.
TEST(Sample, OfOneSeedIsTheSameBytesEverywhere) {
    Digest digest;
    std::size_t bytes_total = 0;
    for (const auto& [name, bytes] : sample_files(SampleSize::small, 7)) {
        digest.add_row("sample", name, bytes);
        bytes_total += bytes.size();
    }
    EXPECT_EQ(digest.hex(), "62f0763d3ac38a22ae1e1fd61f5392ba");
    EXPECT_LE(bytes_total, 150'000u);
    EXPECT_NE(sample_files(SampleSize::small, 8), sample_files(SampleSize::small, 7));
}

TEST(Sample, IsShippedAsItIsGenerated) {
    for (const auto& [name, bytes] : sample_files(SampleSize::small, 7)) {
        std::ifstream file{std::filesystem::path{HOICHO_SHIPPED_SAMPLE} / name, std::ios::binary};
        EXPECT_EQ((std::string{std::istreambuf_iterator<char>{file}, {}}), bytes) << name;
    }
}

TEST(Sample, IsWrittenFileByFile) {
    const auto folder = std::filesystem::temp_directory_path() / "hoicho-sample-test";
    std::filesystem::remove_all(folder);
    ASSERT_FALSE(generate(SampleSize::small, 7, folder).has_error());
    for (const auto& [name, bytes] : sample_files(SampleSize::small, 7)) {
        std::ifstream file{folder / name, std::ios::binary};
        EXPECT_EQ((std::string{std::istreambuf_iterator<char>{file}, {}}), bytes) << name;
    }
    std::filesystem::remove_all(folder);
}

TEST(Sample, ThatCannotBeWrittenSaysWhere) {
    const auto wrote = generate(SampleSize::small, 7, "/dev/null/sample");
    ASSERT_TRUE(wrote.has_error());
    EXPECT_NE(wrote.error().detail.find("/dev/null/sample"), std::string::npos);
}

TEST(SampleSize, IsNamed) {
    EXPECT_EQ(size_named("hanoi"), SampleSize::hanoi);
    EXPECT_EQ(size_named("national"), std::nullopt);
}

}  // namespace
}  // namespace hoicho::sample
