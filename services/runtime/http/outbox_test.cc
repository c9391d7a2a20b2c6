// The outbox of a live connection: bounded, and one fresh snapshot instead of a backlog.
#include "runtime/http/outbox.h"

#include <gtest/gtest.h>

namespace hoicho::runtime::http {
namespace {

Message text(std::string value) { return std::make_shared<const std::string>(std::move(value)); }

TEST(Outbox, WakesItsTakerOnceForABurst) {
    Outbox outbox{4, 100};
    EXPECT_TRUE(outbox.put(text("a")));
    EXPECT_FALSE(outbox.put(text("b")));
    EXPECT_EQ(*outbox.take().message, "a");
    EXPECT_EQ(*outbox.take().message, "b");
    EXPECT_EQ(outbox.take().message, nullptr);
    EXPECT_TRUE(outbox.put(text("c")));
}

TEST(Outbox, DropsTheBacklogBeyondItsMessagesAndAsksOnce) {
    Outbox outbox{2, 100};
    outbox.put(text("a"));
    outbox.put(text("b"));
    EXPECT_EQ(outbox.bytes(), 2U);
    outbox.put(text("one too many"));
    outbox.put(text("ignored until drained"));
    EXPECT_EQ(outbox.bytes(), 0U);
    const auto next = outbox.take();
    EXPECT_EQ(next.message, nullptr);
    EXPECT_TRUE(next.drained);
    EXPECT_FALSE(outbox.take().drained);
    outbox.put(text("snapshot"));
    EXPECT_EQ(*outbox.take().message, "snapshot");
}

TEST(Outbox, KeepsItsBytesBoundButLetsOneLargeMessagePass) {
    Outbox outbox{10, 8};
    outbox.put(text("larger than eight"));
    EXPECT_EQ(*outbox.take().message, "larger than eight");
    outbox.put(text("1234"));
    outbox.put(text("5678"));
    EXPECT_EQ(outbox.bytes(), 8U);
    outbox.put(text("9"));
    EXPECT_TRUE(outbox.take().drained);
}

TEST(Outbox, TakesNothingOnceClosed) {
    Outbox outbox{10, 8};
    outbox.put(text("a"));
    outbox.close();
    EXPECT_FALSE(outbox.put(text("b")));
    EXPECT_EQ(outbox.take().message, nullptr);
}

}  // namespace
}  // namespace hoicho::runtime::http
