// Rows come back as they went, keys lie in the order of their values, and bytes that are cut short are told.
#include "kernel/codec.h"

#include <gtest/gtest.h>

#include "hoicho/common/v1/refusal.pb.h"

namespace hoicho::codec {
namespace {

enum class Hall : std::uint8_t { north = 3 };
struct Booth {
    std::uint32_t number = 0;
    Hall hall{};
    std::string name;
    std::vector<std::int64_t> near;
    std::optional<std::array<std::uint8_t, 2>> seal;
    std::optional<std::string> remark;
    bool operator==(const Booth&) const = default;
};
struct Place {
    std::uint16_t hall = 0;
    std::uint32_t booth = 0;
};

template <class T>
std::string row_of(const T& value) {
    std::string bytes;
    put(bytes, value);
    return bytes;
}
template <class T>
std::string key_of(const T& value) {
    std::string bytes;
    put_key(bytes, value);
    return bytes;
}

const Booth booth{7, Hall::north, "Đậu phụ Mơ", {-1, 2}, std::array<std::uint8_t, 2>{1, 255}, std::nullopt};

TEST(Codec, ARowComesBackAsItWent) {
    const auto bytes = row_of(booth);
    std::string_view left = bytes;
    Booth read;
    ASSERT_TRUE(get(left, read));
    EXPECT_TRUE(left.empty());
    EXPECT_EQ(read, booth);
}

TEST(Codec, ARowCutAnywhereIsNoRow) {
    const auto bytes = row_of(booth);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        std::string_view left = std::string_view{bytes}.substr(0, size);
        Booth read;
        EXPECT_FALSE(get(left, read)) << size;
    }
}

TEST(Codec, ALengthLongerThanTheRowIsNoReasonToTakeMemory) {
    const std::string bytes = "\xff\xff\xff\xff";
    std::string_view as_list = bytes, as_text = bytes;
    std::vector<std::uint64_t> list;
    std::string text;
    EXPECT_FALSE(get(as_list, list));
    EXPECT_FALSE(get(as_text, text));
}

TEST(Codec, AMessageComesBackAsItWent) {
    common::v1::Refusal refusal;
    refusal.set_subject("slot");
    const auto bytes = row_of(refusal);
    std::string_view left = bytes;
    common::v1::Refusal read;
    ASSERT_TRUE(get(left, read));
    EXPECT_EQ(read.subject(), "slot");
    std::string_view cut = std::string_view{bytes}.substr(0, bytes.size() - 1);
    EXPECT_FALSE(get(cut, read));
}

TEST(Codec, KeysLieInTheOrderOfTheirValues) {
    const std::vector<std::uint32_t> numbers{0, 1, 255, 256, 65'535, 65'536, 0xFFFFFFFF};
    for (std::size_t at = 1; at < numbers.size(); ++at) EXPECT_LT(key_of(numbers[at - 1]), key_of(numbers[at]));
    EXPECT_LT(key_of(Place{1, 900}), key_of(Place{2, 1}));
    EXPECT_LT(key_of(Place{2, 1}), key_of(Place{2, 256}));
    EXPECT_LT(key_of(std::string{"ab"}), key_of(std::string{"abc"}));
}

TEST(Codec, AKeyComesBackAsItWent) {
    struct Name {
        std::string text;
        std::uint64_t number = 0;
        std::array<std::uint8_t, 3> bytes{};
    };
    const auto key = key_of(Name{"Bát Tràng", 1ULL << 40, {9, 0, 8}});
    std::string_view left = key;
    Name read;
    ASSERT_TRUE(get_key(left, read));
    EXPECT_TRUE(left.empty());
    EXPECT_EQ(read.text, "Bát Tràng");
    EXPECT_EQ(read.number, 1ULL << 40);
    EXPECT_EQ(read.bytes[2], 8);
    std::string_view cut = std::string_view{key}.substr(0, key.size() - 1);
    EXPECT_FALSE(get_key(cut, read));
}

}  // namespace
}  // namespace hoicho::codec
