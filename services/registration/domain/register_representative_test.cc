#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

template <class Change>
v1::Command representative_with(Change change) {
    return command(with(representative(), change));
}
TEST(RegisterRepresentative, ComesForAnExhibitorOrForABuyer) {
    given(organiser_opened(), exhibitor_registered())
        .when(command(representative()))
        .expects(representative_registered())
        .creates(ID_KIND_REPRESENTATIVE, 1)
        .when(representative_with([](auto& it) { it.set_buyer(4); }))
        .refuses({REASON_UNKNOWN, "buyer", "4", ""})
        .when(representative_with([](auto& it) { it.clear_organisation(); }))
        .refuses(REASON_MISSING, "organisation");
    given(organiser_opened(), buyer_registered())
        .when(representative_with([](auto& it) { it.set_buyer(1); }))
        .is_accepted();
}

TEST(RegisterRepresentative, HasASealedName) {
    given(organiser_opened(), exhibitor_registered())
        .when(representative_with([](auto& it) { it.clear_full_name(); }))
        .refuses(REASON_MISSING, "full_name")
        .when(representative_with([](auto& it) { it.mutable_full_name()->set_ciphertext("Lê Na"); }))
        .refuses(REASON_OUT_OF_RANGE, "full_name");
}

TEST(RegisterRepresentative, IsAvailableInWindowsThatEndAfterTheyStart) {
    const auto until = [](std::uint64_t end) {
        return representative_with([end](auto& it) { it.mutable_availability(0)->set_ends_at_ms(end); });
    };
    Scenario fair{organiser_opened(), exhibitor_registered()};
    fair.when(until(1'796'262'000'001)).is_accepted();
    fair.when(until(1'796'262'000'000)).refuses(REASON_OUT_OF_RANGE, "ends_at_ms");
    fair.when(representative_with([](auto& it) { it.mutable_availability(0)->set_mode("PHONE"); }))
        .refuses({REASON_OUT_OF_RANGE, "mode", "PHONE", "ONSITE, ONLINE"});
}

TEST(RegisterRepresentative, NamesABoundedNumberOfWindows) {
    const auto windows = [](int count) {
        return representative_with([count](auto& it) {
            while (it.availability_size() < count) *it.add_availability() = it.availability(0);
        });
    };
    Scenario fair{organiser_opened(), exhibitor_registered()};
    fair.when(windows(windows_max)).is_accepted();
    fair.when(windows(windows_max + 1)).refuses({REASON_OUT_OF_RANGE, "availability", "65", "0..64"});
}

TEST(RegisterRepresentative, IsRefusedUnderACodeThatIsTaken) {
    const auto coded = [](auto& it) { it.set_code("N00001"); };
    given(organiser_opened(), exhibitor_registered(), representative_registered(1, with(representative(), coded)))
        .when(representative_with(coded))
        .refuses(REASON_ALREADY_DONE, "code");
}

TEST(RegisterRepresentative, LivesInATimeZone) {
    given(organiser_opened(), exhibitor_registered())
        .when(representative_with([](auto& it) { it.set_timezone("Mars/Crater"); }))
        .refuses(REASON_UNKNOWN_ZONE, "timezone");
}

TEST(RegisterRepresentative, IsRefusedWhenThereAreAsManyAsThereMayBe) {
    Scenario fair{organiser_opened(), exhibitor_registered(), representative_registered(representatives_max - 1)};
    fair.when(command(representative())).creates(ID_KIND_REPRESENTATIVE, representatives_max);
    fair.when(command(representative())).refuses(REASON_FULL, "representatives");
}

}  // namespace
}  // namespace hoicho::registration
