// Which row of the table a request means.
#include "runtime/http/router.h"

#include <gtest/gtest.h>

namespace hoicho::runtime::http {
namespace {

const Router& router() {
    static const Router table{{{"GET", "/", "home"},
                               {"POST", "/api/v1/organisers/{organiser}/fairs/{fair}/meetings", "request_meeting"},
                               {"GET", "/api/v1/organisers/{organiser}/fairs/{fair}/meetings", "list_meetings"},
                               {"GET", "/fairs/{fair}", "fair"},
                               {"DELETE", "/fairs/{fair}", "close_fair"},
                               {"GET", "/fairs/today", "today"}}};
    return table;
}

std::string found(std::string_view method, std::string_view path) {
    const Match match = router().match(method, path);
    return match.route == nullptr ? "" : match.route->name;
}

TEST(Router, FindsARowAndItsDecodedParameters) {
    const Match match = router().match("POST", "/api/v1/organisers/so-cong-thuong/fairs/ocop%202026/meetings");
    ASSERT_EQ(match.kind, Match::Kind::found);
    EXPECT_EQ(match.route->name, "request_meeting");
    EXPECT_EQ(match.parameter("organiser"), "so-cong-thuong");
    EXPECT_EQ(match.parameter("fair"), "ocop 2026");
    EXPECT_EQ(match.parameter("slot"), "");
}

TEST(Router, PrefersAFixedSegment) {
    EXPECT_EQ(found("GET", "/fairs/today"), "today");
    EXPECT_EQ(found("GET", "/fairs/tet"), "fair");
    EXPECT_EQ(found("DELETE", "/fairs/today"), "close_fair");
    EXPECT_EQ(found("GET", "/"), "home");
}

TEST(Router, TakesHeadWhereItTakesGet) { EXPECT_EQ(found("HEAD", "/fairs/tet"), "fair"); }

TEST(Router, KnowsNoPathByHalf) {
    for (const char* path :
         {"/fairs", "/fairs/", "/fairs/a/", "/fairs/a/b", "/Fairs/a", "//fairs/a", "/fairs/%zz", "/fairs/%00", ""})
        EXPECT_EQ(router().match("GET", path).kind, Match::Kind::unknown_path) << path;
}

TEST(Router, SaysWhichMethodsAPathTakes) {
    const Match match = router().match("PUT", "/fairs/tet");
    EXPECT_EQ(match.kind, Match::Kind::unknown_method);
    const Response response = unmatched(match);
    EXPECT_EQ(response.status, 405);
    ASSERT_EQ(response.headers.size(), 1U);
    EXPECT_EQ(response.headers[0].value, "GET, HEAD, DELETE");
    EXPECT_EQ(unmatched(router().match("PUT", "/nowhere")).status, 404);
}

}  // namespace
}  // namespace hoicho::runtime::http
