// What is there after a log was closed and opened again, and what of a writer that is gone.
#include "tests/contract/log_contract.h"

namespace hoicho::runtime::contract {

TEST_P(LogContract, KeepsConfirmedEntriesAndTheirCommands) {
    const auto first = end(journal), first_command = end(commands);
    for (int i = 0; i < 30; ++i)
        ASSERT_EQ(send(commands, message("command " + std::to_string(i))).value(), first_command + i);
    append("answer", 30, first_command);
    harness_->reopen();
    EXPECT_EQ(end(journal), first + 30);
    EXPECT_EQ(end(commands), first_command + 30);
    const auto entries = reader(journal, first);
    const auto answered = reader(commands, first_command);
    EXPECT_EQ(records(*entries, 30).back()->message.value, "answer 29");
    EXPECT_EQ(records(*answered, 30).back()->message.value, "command 29");
}

TEST_P(LogContract, MayForgetACommandWithoutAnEntryButNeverOneWithIt) {
    const auto first = end(commands);
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(send(commands, message("command " + std::to_string(i))));
    append("answers the third", 1, first + 2);  // and takes along those before it
    harness_->reopen();
    EXPECT_EQ(end(commands), harness_->keeps_unanswered_commands() ? first + 10 : first + 3);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(log().at(commands, first + i).value()->message.value, "command " + std::to_string(i));
    EXPECT_EQ(send(commands, message("new")).value(), end(commands) - 1);
}

TEST_P(LogContract, KeepsEventsInOrder) {
    const auto first = end(events);
    for (int i = 0; i < 20; ++i) ASSERT_EQ(send(events, message("event " + std::to_string(i))).value(), first + i);
    harness_->reopen();
    const auto from = reader(events, first);
    const auto all = records(*from, 20);
    for (std::size_t i = 0; i < 20; ++i) EXPECT_EQ(all[i]->message.value, "event " + std::to_string(i));
}

TEST_P(LogContract, LetsANewWriterGoOnAfterAnOldOneIsGone) {
    {
        const auto old = writer(end(journal));
        for (int i = 0; i < 20; ++i) old->append(message("old"), -1);
    }  // what was under way lands or not
    for (int attempt = 0; attempt < 50; ++attempt) {
        const auto expected = end(journal);
        const auto fresh = writer(expected);
        fresh->append(message("new"), -1);
        const auto delivery = deliveries(*fresh, 1).front();
        if (delivery.failed || delivery.offset != expected) continue;  // the old one's landed meanwhile: fold again
        EXPECT_EQ(log().at(journal, expected).value()->message.value, "new");
        return;
    }
    FAIL() << "the new writer never got through";
}

}  // namespace hoicho::runtime::contract
