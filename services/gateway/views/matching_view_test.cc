// The second fold of matching: it begins when it may, answers those who wait once it has folded what they have seen, and everybody when it ends.
#include "gateway/views/matching_view.h"

#include <atomic>
#include <future>

#include "matching/domain/testing.h"
#include "runtime/processor/instant_log.h"

namespace hoicho::gateway {
namespace {

using namespace std::chrono_literals;

const std::string agency = "hanoi";

/// One partition whose journals a test writes.
struct Journals {
    runtime::InstantLog log;
    std::map<Service, std::uint64_t> written;

    template <class Event>
    journal::v1::Entry write(Service service, const Event& event) {
        const auto n = ++written[service];
        journal::v1::Entry entry;
        entry.set_writer(std::string(16, 'w'));
        entry.set_n(n);
        entry.set_parent(std::string(16, n == 1 ? '\0' : 'w'));
        entry.set_input(static_cast<std::int64_t>(n) - 1);
        entry.set_format(entry_format);
        entry.mutable_accepted()->add_events(event.SerializeAsString());
        log.append_to({service, runtime::Kind::journal, 0}, 0, nullptr).value()->append({agency, entry.SerializeAsString(), {}}, 0);
        return entry;
    }
    void write_small_fair() {
        for (const auto& event : matching::a_small_fair()) (void)write(SERVICE_REGISTRATION, event);
    }
};

/// What a job was shown; nullopt: it was told to try again.
using Shown = std::optional<States>;

std::future<Shown> ask(MatchingView& view, std::uint64_t registration_n, std::uint64_t scheduling_n = 0) {
    const auto shown = std::make_shared<std::promise<Shown>>();
    States positions;
    positions.registration_n = registration_n;
    positions.scheduling_n = scheduling_n;
    EXPECT_TRUE(view.ask(agency, positions, [shown](const MatchingView::Seen* seen) { shown->set_value(seen ? Shown{seen->states} : std::nullopt); }));
    return shown->get_future();
}

TEST(MatchingView, AnswersOnceItHasFoldedWhatTheAskerHasSeen) {
    Journals journals;
    journals.write_small_fair();
    std::atomic<bool> may_begin = false;
    MatchingView view{journals.log, [&] { return may_begin.load(); }};
    view.start();
    auto first = ask(view, journals.written[SERVICE_REGISTRATION]);
    EXPECT_EQ(first.wait_for(20ms), std::future_status::timeout) << "it may not begin yet";
    may_begin = true;
    const auto shown = first.get();
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->registration_n, journals.written[SERVICE_REGISTRATION]);
    EXPECT_TRUE(shown->matching->takes_part(1, matching::Side::buyer, 1));

    auto second = ask(view, 0, 1);
    EXPECT_EQ(second.wait_for(20ms), std::future_status::timeout) << "scheduling has said nothing";
    (void)journals.write(SERVICE_SCHEDULING, matching::slot_opened(1));
    EXPECT_EQ(second.get()->matching->slots.find({1})->opened.size(), 1u);
}

TEST(MatchingView, TellsTheDigestsThatFoldingTheSameGives) {
    Journals journals;
    Ledger other{matching::make_matching_partition()};
    std::int64_t offset = 0;
    for (const auto& event : matching::a_small_fair()) (void)other.fold(SERVICE_REGISTRATION, offset++, agency, journals.write(SERVICE_REGISTRATION, event));
    (void)other.fold(SERVICE_SCHEDULING, 0, agency, journals.write(SERVICE_SCHEDULING, matching::slot_opened(1)));
    MatchingView view{journals.log, [] { return true; }};
    view.start();
    std::promise<std::optional<std::vector<MatchingView::Digested>>> told;
    ASSERT_TRUE(view.ask_digests({{0, journals.written[SERVICE_REGISTRATION], 0, 1}}, [&](auto digests) { told.set_value(std::move(digests)); }));
    const auto digests = told.get_future().get();
    ASSERT_TRUE(digests);
    ASSERT_EQ(digests->size(), 1u);
    EXPECT_EQ(digests->front().n, 0u);
    EXPECT_EQ(digests->front().digest, other.digest());
}

TEST(MatchingView, TellsThoseWhoWaitWhenItEnds) {
    Journals journals;
    MatchingView view{journals.log, [] { return true; }};
    view.start();
    auto waiting = ask(view, 1);
    view.stop();
    EXPECT_FALSE(waiting.get());
    EXPECT_FALSE(view.ask(agency, {}, [](const MatchingView::Seen*) {}));
}

}  // namespace
}  // namespace hoicho::gateway
