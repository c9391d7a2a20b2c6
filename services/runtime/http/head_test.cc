// The strict reading of request heads, rule by rule.
#include "runtime/http/head.h"

#include <gtest/gtest.h>

namespace hoicho::runtime::http {
namespace {

/// Status the head is refused with, 0 if it is taken.
int refused(const std::string& bytes, Head& head) {
    const Fault* fault = parse_head(bytes, head);
    return fault == nullptr ? 0 : fault->status;
}
int refused(const std::string& bytes) {
    Head head;
    return refused(bytes, head);
}
std::string get_with(const std::string& fields) { return "GET /a HTTP/1.1\r\nHost: fair.vn\r\n" + fields + "\r\n"; }

TEST(Head, IsReadIntoARequest) {
    Head head;
    ASSERT_EQ(
        refused(
            "POST /api/v1/fairs?page=2&x HTTP/1.1\r\nHost: fair.vn:8080\r\ncontent-length:  12 \r\nX-Empty:\r\n\r\n",
            head),
        0);
    EXPECT_EQ(head.request.method, "POST");
    EXPECT_EQ(head.request.path, "/api/v1/fairs");
    EXPECT_EQ(head.request.query, "page=2&x");
    EXPECT_EQ(head.content_length_bytes, 12U);
    EXPECT_EQ(head.request.header("x-empty"), "");
    EXPECT_TRUE(head.keep_alive);
    EXPECT_FALSE(head.upgrades_to_websocket);
}

TEST(Head, MayEndTheConnection) {
    Head head;
    ASSERT_EQ(refused(get_with("Connection: foo, Close\r\n"), head), 0);
    EXPECT_FALSE(head.keep_alive);
    Head old;
    ASSERT_EQ(refused("GET / HTTP/1.0\r\n\r\n", old), 0);
    EXPECT_FALSE(old.keep_alive);
}

TEST(Head, AsksForAWebSocketByTwoHeaders) {
    Head head;
    ASSERT_EQ(refused(get_with("Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"), head), 0);
    EXPECT_TRUE(head.upgrades_to_websocket);
    Head half;
    ASSERT_EQ(refused(get_with("Upgrade: websocket\r\n"), half), 0);
    EXPECT_FALSE(half.upgrades_to_websocket);
}

TEST(Head, IsRefusedWhenALineIsMalformed) {
    for (const char* line : {"GET  / HTTP/1.1", "GET /", "GET", "", " GET / HTTP/1.1", "GET / HTTP/1.1 ",
                             "G@T / HTTP/1.1", "GET a HTTP/1.1", "GET http://fair.vn/ HTTP/1.1", "GET * HTTP/1.1",
                             "GET /a b HTTP/1.1", "GET /\xC3\xA9 HTTP/1.1", "GET /#a HTTP/1.1", "GET / http/1.1",
                             "GET / HTTP/1.11", "SEVENTEENLETTERSX / HTTP/1.1"})
        EXPECT_EQ(refused(std::string{line} + "\r\nHost: fair.vn\r\n\r\n"), 400) << line;
    EXPECT_EQ(refused("GET / HTTP/2.0\r\nHost: fair.vn\r\n\r\n"), 505);
}

TEST(Head, IsRefusedWhenAFieldIsMalformed) {
    for (const char* field :
         {"No-Colon\r\n", ": empty\r\n", "Space : x\r\n", "A: b\r\n folded\r\n", "A: b\r\n\tfolded\r\n", "A: b\rc\r\n",
          "(A): b\r\n", "A: \x01\r\n", "Content-Length: -1\r\n", "Content-Length: +1\r\n", "Content-Length: 1,1\r\n",
          "Content-Length:\r\n", "Content-Length: 0x1\r\n", "Content-Length: 1234567890123456789\r\n"})
        EXPECT_EQ(refused(get_with(field)), 400) << field;
    EXPECT_EQ(refused(get_with(std::string{"A: \0b\r\n", 7})), 400);
}

TEST(Head, IsRefusedWhenItsEndOrHostCouldBeReadInTwoWays) {
    EXPECT_EQ(refused(get_with("Content-Length: 3\r\nContent-Length: 3\r\n")), 400);
    EXPECT_EQ(refused(get_with("Content-Length: 3\r\ncontent-length: 4\r\n")), 400);
    EXPECT_EQ(refused(get_with("Transfer-Encoding: chunked\r\n")), 411);
    EXPECT_EQ(refused(get_with("transfer-encoding: identity\r\nContent-Length: 3\r\n")), 411);
    EXPECT_EQ(refused("POST / HTTP/1.0\r\nContent-Length: 3\r\n\r\n"), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\r\n\r\n"), 400);
    EXPECT_EQ(refused(get_with("Host: other.vn\r\n")), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost:\r\n\r\n"), 400);
    EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400);
    EXPECT_EQ(refused(get_with("Connection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 1\r\n")), 400);
    EXPECT_EQ(refused(get_with("Expect: 200-ok\r\n")), 417);
}

TEST(Head, TakesAHundredFieldsAndNoMore) {
    std::string fields;
    for (std::size_t at = 1; at < header_fields_max; ++at) fields += "A: b\r\n";
    EXPECT_EQ(refused(get_with(fields)), 0);  // with Host: exactly the bound
    EXPECT_EQ(refused(get_with(fields + "A: b\r\n")), 431);
}

TEST(ScanHead, FindsTheEndHoweverTheBytesArrive) {
    const std::string bytes = get_with("A: b\r\n");
    std::size_t line_start = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size)
        ASSERT_EQ(scan_head(bytes.substr(0, size), line_start), Scan::unfinished);
    EXPECT_EQ(scan_head(bytes + "next", line_start), Scan::finished);
    EXPECT_EQ(line_start, bytes.size());
}

TEST(ScanHead, RefusesBareLineFeeds) {
    for (const char* bytes : {"\n", "GET / HTTP/1.1\n", "GET / HTTP/1.1\r\nHost: a\n\r\n", "GET / HTTP/1.1\r\n\n"}) {
        std::size_t line_start = 0;
        EXPECT_EQ(scan_head(bytes, line_start), Scan::bad_line_end) << bytes;
    }
}

}  // namespace
}  // namespace hoicho::runtime::http
