#include "registration/domain/limits.h"
#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

template <class Change>
v1::Command co_operative_with(Change change) {
    return command(with(co_operative(), change));
}
template <class Change>
v1::Command household_with(Change change) {
    return command(with(household(), change));
}

TEST(RegisterExhibitor, TakesTheNextId) {
    given(organiser_opened())
        .when(command(co_operative()))
        .expects(exhibitor_registered())
        .creates(ID_KIND_EXHIBITOR, 1)
        .when(command(household()))
        .creates(ID_KIND_EXHIBITOR, 2);
}

TEST(RegisterExhibitor, IsRefusedWhenTheTaxCodeIsSomebodys) {
    const auto other = co_operative_with([](auto& it) { it.set_business_name_vi("Hợp tác xã Khác"); });
    given(organiser_opened(), exhibitor_registered())
        .when(other)
        .refuses({REASON_TAX_CODE_TAKEN, "tax_id", "9900000009", "Hợp tác xã Văn Hồ"});
    given(organiser_opened(), exhibitor_registered(1, with(co_operative(), [](auto& it) { it.set_code("E0001"); })))
        .when(other)
        .refuses({REASON_TAX_CODE_TAKEN, "tax_id", "9900000009", "E0001"});
}

TEST(RegisterExhibitor, SeesABranchUnderBothSpellings) {
    const auto branch = [](const char* number) {
        return with(co_operative(), [number](auto& it) {
            it.set_tax_id_kind(v1::TAX_ID_KIND_MST13);
            it.set_tax_id(number);
        });
    };
    given(organiser_opened(), exhibitor_registered())  // the head office is another exhibitor
        .when(command(branch("9900000009-001")))
        .expects(exhibitor_registered(2, branch("9900000009-001")))
        .when(command(branch("9900000009001")))
        .refuses(REASON_TAX_CODE_TAKEN, "tax_id");
}

TEST(RegisterExhibitor, KnowsAHouseholdByTheKeyOfItsNumber) {
    given(organiser_opened(), exhibitor_registered(1, household()))
        .when(command(household()))
        .refuses({REASON_TAX_CODE_TAKEN, "personal_tax_id", "(sealed)", "exhibitor 1"})
        .when(household_with([](auto& it) { it.set_tax_id_key(std::string(16, 'x')); }))
        .is_accepted();
}

TEST(RegisterExhibitor, RefusesAHouseholdsNameInTheClear) {
    given(organiser_opened())
        .when(household_with([](auto& it) { it.set_business_name_vi("Nguyễn Thị Ổi"); }))
        .refuses(REASON_PERSONAL_IN_CLEAR, "business_name_vi")
        .when(household_with([](auto& it) { it.set_business_name_en("Mrs Guava"); }))
        .refuses(REASON_PERSONAL_IN_CLEAR, "business_name_en")
        .when(household_with([](auto& it) { it.clear_household_name(); }))
        .refuses(REASON_MISSING, "household_name");
}

TEST(RegisterExhibitor, RefusesAPersonsNumberInTheClear) {
    given(organiser_opened())
        .when(household_with([](auto& it) { it.set_tax_id("099123456789"); }))
        .refuses(REASON_PERSONAL_IN_CLEAR, "tax_id")
        .when(co_operative_with([](auto& it) { it.set_tax_id("099123456789"); }))
        .refuses(REASON_PERSONAL_IN_CLEAR, "tax_id");
}

TEST(RegisterExhibitor, NeedsBothTheSealedNumberAndItsKey) {
    given(organiser_opened())
        .when(household_with([](auto& it) { it.clear_personal_tax_id(); }))
        .refuses(REASON_MISSING, "personal_tax_id")
        .when(household_with([](auto& it) { it.clear_tax_id_key(); }))
        .refuses(REASON_MISSING, "tax_id_key")
        .when(household_with([](auto& it) { it.set_tax_id_key("short"); }))
        .refuses(REASON_OUT_OF_RANGE, "tax_id_key");
}

TEST(RegisterExhibitor, RefusesAWrongCheckDigit) {
    given(organiser_opened())
        .when(co_operative_with([](auto& it) { it.set_tax_id("9900000003"); }))
        .refuses({REASON_TAX_CODE_WRONG, "tax_id", "9900000003", "10 digits, the last one a check digit"})
        .when(co_operative_with([](auto& it) { it.clear_tax_id(); }))
        .refuses(REASON_MISSING, "tax_id");
}

TEST(RegisterExhibitor, MayBeAGroupWithoutATaxCodeButNotAFirm) {
    const auto without_code = [](v1::SubjectType type) {
        return co_operative_with([type](auto& it) {
            it.set_subject_type(type);
            it.clear_tax_id_kind();
            it.clear_tax_id();
        });
    };
    given(organiser_opened()).when(without_code(v1::SUBJECT_TYPE_COOP_GROUP)).is_accepted();
    given(organiser_opened()).when(without_code(v1::SUBJECT_TYPE_ENTERPRISE)).refuses(REASON_MISSING, "tax_id_kind");
}

TEST(RegisterExhibitor, IsRefusedUnderACodeThatIsTaken) {
    const auto coded = [](auto& it) { it.set_code("E0001"); };
    given(organiser_opened(), exhibitor_registered(1, with(co_operative(), coded)))
        .when(household_with(coded))
        .refuses({REASON_ALREADY_DONE, "code", "E0001", ""});
}

TEST(RegisterExhibitor, RefusesWhatWasNotSealedWhole) {
    given(organiser_opened())
        .when(co_operative_with([](auto& it) { it.mutable_phone()->set_nonce("short"); }))
        .refuses(REASON_OUT_OF_RANGE, "phone");
}

TEST(RegisterExhibitor, RefusesANewerListsSubjectType) {
    given(organiser_opened())
        .when(co_operative_with([](auto& it) { it.set_subject_type(static_cast<v1::SubjectType>(9)); }))
        .refuses({REASON_OUT_OF_RANGE, "subject_type", "9", "0..4"});
}

TEST(RegisterExhibitor, IsRefusedWhenThereAreAsManyAsThereMayBe) {
    Scenario scenario{organiser_opened(), exhibitor_registered(exhibitors_max - 1)};
    scenario.when(command(household())).creates(ID_KIND_EXHIBITOR, exhibitors_max);
    scenario.when(household_with([](auto& it) { it.set_tax_id_key(std::string(16, 'x')); }))
        .refuses({REASON_FULL, "exhibitors", "100000", "100000"});
}

TEST(RegisterExhibitor, WaitsForItsMoneyAYearAtMost) {
    given(organiser_opened())
        .when(co_operative_with([](auto& it) { it.set_payment_days_accepted_max(366); }))
        .refuses({REASON_OUT_OF_RANGE, "payment_days_accepted_max", "366", "0..365"})
        .when(co_operative_with([](auto& it) { it.set_payment_days_accepted_max(365); }))
        .is_accepted();
}

}  // namespace
}  // namespace hoicho::registration
