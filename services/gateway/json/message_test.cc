// Bodies become commands strictly, and messages come out in the form they went in.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "gateway/json/message_reader.h"
#include "gateway/json/message_writer.h"
#include "hoicho/registration/v1/commands.pb.h"
#include "hoicho/scheduling/v1/commands.pb.h"

namespace hoicho::gateway {
namespace {

namespace json = boost::json;

class MessageTest : public ::testing::Test {
  protected:
    template <class Message>
    BadInput refusal_of(std::string_view body) {
        Message message;
        MessageReader reader{ids_, "hpa"};
        const auto read = reader.read(json::parse(body).as_object(), message);
        return read ? BadInput{} : read.error();
    }
    Key key_{};
    PublicIds ids_{key_};
};

TEST_F(MessageTest, ReadsIdsDaysEnumsAndLists) {
    registration::v1::AddProduct command;
    MessageReader reader{ids_, "hpa"};
    const auto exhibitor = ids_.show("hpa", ID_KIND_EXHIBITOR, 5);
    const auto body = json::parse(R"({"product": {"exhibitor": ")" + exhibitor + R"(", "title_vi": "Đậu phụ Mơ", "supply_months": [1, 12]}})");
    ASSERT_TRUE(reader.read(body.as_object(), command));
    EXPECT_EQ(command.product().exhibitor(), 5U);
    EXPECT_EQ(command.product().title_vi(), "Đậu phụ Mơ");
    EXPECT_EQ(command.product().supply_months_size(), 2);
    EXPECT_EQ(json::value(write_message(ids_, "hpa", command)), body);
}

TEST_F(MessageTest, ReadsInstantsAndEnumNamesWithoutPrefix) {
    scheduling::v1::RequestMeeting command;
    MessageReader reader{ids_, "hpa"};
    ASSERT_TRUE(reader.read(json::parse(R"({"from": "BUYER", "expires_at": "2026-12-03T10:15:00+07:00"})").as_object(), command));
    EXPECT_EQ(command.from(), scheduling::v1::SIDE_BUYER);
    EXPECT_EQ(command.expires_at_ms(), 1'796'267'700'000U);
}

TEST_F(MessageTest, NamesAnUnknownMemberAndTheKnownOnes) {
    const auto bad = refusal_of<scheduling::v1::BookMeeting>(R"({"tabel": "x"})");
    EXPECT_EQ(bad.member, "tabel");
    EXPECT_NE(bad.accepted.find("table"), std::string::npos);
}

TEST_F(MessageTest, RefusesWrongTypesWithTheirPath) {
    EXPECT_EQ(refusal_of<registration::v1::AddProduct>(R"({"product": {"supply_months": [1, "two"]}})").member, "product.supply_months[1]");
    EXPECT_EQ(refusal_of<registration::v1::AddProduct>(R"({"product": []})").found, "a list");
    EXPECT_EQ(refusal_of<registration::v1::AddProduct>(R"({"product": {"title_vi": 7}})").accepted, "text");
    EXPECT_EQ(refusal_of<registration::v1::AddProduct>(R"({"product": {"minimum_order": 1.5}})").accepted, "a whole number");
    EXPECT_EQ(refusal_of<registration::v1::AddProduct>(R"({"product": {"minimum_order": -1}})").accepted, "0 to 4294967295");
    EXPECT_EQ(refusal_of<scheduling::v1::BookMeeting>(R"({"table": 4})").accepted, "the id of a table");
    EXPECT_EQ(refusal_of<scheduling::v1::BookMeeting>(R"({"table": "tbl_4"})").member, "table");
    EXPECT_EQ(refusal_of<scheduling::v1::RequestMeeting>(R"({"from": "SELLER"})").accepted, "BUYER, EXHIBITOR");
}

TEST_F(MessageTest, RefusesTwoChoicesOfOne) {
    const auto one = ids_.show("hpa", ID_KIND_EXHIBITOR, 1), other = ids_.show("hpa", ID_KIND_BUYER, 1);
    EXPECT_EQ(refusal_of<registration::v1::Representative>(R"({"exhibitor": ")" + one + R"(", "buyer": ")" + other + "\"}").member, "buyer");
}

TEST_F(MessageTest, TakesPersonalTextsOutToBeSealedAndShowsThemSealed) {
    registration::v1::Representative person;
    MessageReader reader{ids_, "hpa"};
    ASSERT_TRUE(reader.read(json::parse(R"({"full_name": "Nguyễn Thị Ổi"})").as_object(), person));
    ASSERT_EQ(reader.unsealed().size(), 1U);
    EXPECT_EQ(reader.unsealed()[0].text, "Nguyễn Thị Ổi");
    EXPECT_EQ(reader.unsealed()[0].field, "hoicho.registration.v1.Representative.full_name");
    EXPECT_TRUE(person.full_name().ciphertext().empty());
    EXPECT_EQ(json::serialize(write_message(ids_, "hpa", person)), R"({"full_name":{"sealed":true}})");
}

TEST_F(MessageTest, LetsNobodyWriteRawBytes) {
    EXPECT_EQ(refusal_of<registration::v1::Exhibitor>(R"({"tax_id_key": "AAAA"})").member, "tax_id_key");
}

}  // namespace
}  // namespace hoicho::gateway
