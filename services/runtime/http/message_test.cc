// Requests as handlers read them, and problems as clients do.
#include "runtime/http/message.h"

#include <gtest/gtest.h>

#include "runtime/http/problem.h"
#include "runtime/http/wire.h"

namespace hoicho::runtime::http {
namespace {

TEST(Request, FindsAHeaderInAnyCase) {
    Request request;
    request.headers = {{"Idempotency-Key", "a1"}, {"idempotency-key", "b2"}};
    EXPECT_EQ(request.header("IDEMPOTENCY-KEY"), "a1");
    EXPECT_EQ(request.header("Cookie"), "");
}

TEST(Request, DecodesTheValuesOfItsQuery) {
    Request request;
    request.query = "hall=A%20B&name=h%E1%BB%99i+ch%E1%BB%A3&open&bad=%zz&hall=C";
    EXPECT_EQ(request.query_value("hall"), "A B");
    EXPECT_EQ(request.query_value("name"), "hội chợ");
    EXPECT_EQ(request.query_value("open"), "");
    EXPECT_EQ(request.query_value("bad"), std::nullopt);
    EXPECT_EQ(request.query_value("booth"), std::nullopt);
}

TEST(PercentDecode, RefusesBrokenEscapesAndNul) {
    EXPECT_EQ(percent_decode("a%2Fb", false), "a/b");
    EXPECT_EQ(percent_decode("a+b", false), "a+b");
    for (const char* bad : {"%", "%4", "a%4", "%g1", "%00"}) EXPECT_EQ(percent_decode(bad, false), std::nullopt) << bad;
}

TEST(Problem, IsJsonInTwoLanguagesWithItsMembers) {
    const Response response = problem(409, "slot-taken", "Slot taken", "\"mon-9h\" is taken", "Đã kín",
                                      "Khung giờ đã kín", {{"reason", "R"}});
    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(response.content_type, "application/problem+json");
    EXPECT_EQ(response.body,
              R"({"status":409,"type":"/problems/slot-taken","title":"Slot taken","detail":"\"mon-9h\" is taken",)"
              R"("title_vi":"Đã kín","detail_vi":"Khung giờ đã kín","reason":"R"})");
}

TEST(ResponseHead, KeepsAValueFromBecomingAHeader) {
    Response response;
    response.headers = {{"Location", "/a\r\nSet-Cookie: x=1"}};
    std::string head;
    append_head(head, response, "now", true);
    EXPECT_EQ(head,
              "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 0\r\nContent-Type: application/json\r\n"
              "X-Content-Type-Options: nosniff\r\nLocation: /aSet-Cookie: x=1\r\n\r\n");
}

TEST(ResponseHead, HasNoLengthWhereThereIsNeverABody) {
    Response response;
    response.status = 204;
    std::string head;
    append_head(head, response, "now", false);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
    EXPECT_NE(head.find("Connection: close\r\n"), std::string::npos);
}

}  // namespace
}  // namespace hoicho::runtime::http
