// What a buyer and an exhibitor read about their match.
#include "matching/domain/gap/explain.h"

#include "matching/domain/gap/testing.h"

namespace hoicho::matching::gap {
namespace {

using ranking::Verdict;

TEST(Explanation, SaysNothingThatNobodyAsked) {
    const auto explanation = explain(rice_wanted(), rice(1), fair_day, {});
    EXPECT_TRUE(explanation.lines.empty());
    EXPECT_TRUE(explanation.fits());
}

TEST(Standard, MissingIsNamedWithWhatThereIsInstead) {
    auto asked = rice_wanted();
    asked.demand.standards_required = {"VIETGAP"};
    auto offer = rice(1);
    offer.facts.certificates[0].stars = 3;
    auto line = line_of(asked, offer, Topic::standard);
    EXPECT_TRUE(blocks(line));
    EXPECT_EQ(line.asked, same("VietGAP"));
    EXPECT_EQ(line.found, (Sentence{"chỉ có OCOP 3 sao", "OCOP 3 stars only"}));
    EXPECT_EQ(line.closes, (Sentence{"bổ sung VietGAP", "add: VietGAP"}));
    offer.facts.standards = {"QR_TRACE"};
    EXPECT_EQ(line_of(asked, offer, Topic::standard).found, (Sentence{"tem truy xuất nguồn gốc", "trace stamp"}));
    offer.facts.standards = {"VIETGAP"};
    EXPECT_EQ(line_of(asked, offer, Topic::standard).verdict, Verdict::met);
}

TEST(Standard, NamedInTheTextCountsWhenTheFormHasNone) {
    auto asked = rice_wanted();
    asked.demand.description = "cần có mã vạch";
    const auto line = line_of(asked, rice(1), Topic::standard);
    EXPECT_EQ(line.code, "GS1_BARCODE");
    EXPECT_TRUE(blocks(line));
    asked.demand.description = "";
    asked.demand.standards_preferred = {"GS1_BARCODE"};
    EXPECT_FALSE(blocks(line_of(asked, rice(1), Topic::standard))) << "only preferred";
}

TEST(Certificate, ThatEndsBeforeTheFairIsToldAlsoWhenNobodyAsked) {
    auto offer = rice(1);
    offer.facts.certificates[0].expires_on = fair_day;
    auto asked = rice_wanted();
    auto line = line_of(asked, offer, Topic::certificate);
    EXPECT_FALSE(blocks(line));
    EXPECT_EQ(line.found.vi, "hết hiệu lực từ ngày 03/12/2026, trước ngày kiểm tra của hội chợ");
    EXPECT_EQ(line.closes.en, "have it rated again before 2026-12-03");
    asked.demand.valid_certificate_required = true;
    EXPECT_TRUE(blocks(line_of(asked, offer, Topic::certificate)));
    offer.facts.certificates[0].expires_on = fair_day + 1;
    EXPECT_EQ(line_of(asked, offer, Topic::certificate).verdict, Verdict::met) << "the end is exclusive";
    EXPECT_TRUE(explain(rice_wanted(), offer, fair_day, {}).lines.empty());
    offer.facts.certificates[0].revoked_on = fair_day;
    EXPECT_EQ(line_of(asked, offer, Topic::certificate).found.en, "revoked on 2026-12-03");
    offer.facts.certificates.clear();
    EXPECT_EQ(line_of(asked, offer, Topic::certificate).found.en, "no certificate");
}

TEST(Certificate, SaysWhoStandsBehindIt) {
    auto asked = rice_wanted();
    asked.demand.valid_certificate_required = true;
    auto offer = rice(1);
    auto& verification = offer.facts.certificates[0].verification;
    EXPECT_EQ(line_of(asked, offer, Topic::certificate).source, Source::issuer_verified);
    verification = ranking::Verification::pending;
    EXPECT_EQ(line_of(asked, offer, Topic::certificate).source, Source::exhibitor);
    verification = ranking::Verification::mismatch;
    EXPECT_EQ(line_of(asked, offer, Topic::certificate).source, Source::issuer_contradicts);
    EXPECT_EQ(line_of(asked, offer, Topic::certificate).verdict, Verdict::unknown);
}

TEST(Stars, AreCompared) {
    auto asked = rice_wanted();
    asked.demand.min_stars = 4;
    EXPECT_EQ(line_of(asked, rice(1), Topic::stars).verdict, Verdict::met);
    asked.demand.min_stars = 5;
    EXPECT_EQ(line_of(asked, rice(1), Topic::stars).closes, (Sentence{"nâng hạng lên 5 sao", "be rated 5 stars"}));
}

TEST(Season, NamesTheMonthsThatLack) {
    auto asked = rice_wanted();
    asked.demand.needed_from = fair_day;  // December, January
    asked.demand.needed_to = fair_day + 40;
    auto offer = rice(1);
    EXPECT_EQ(line_of(asked, offer, Topic::season).found.en, "all year");
    offer.facts.supply_months = 1 << 11;
    EXPECT_EQ(line_of(asked, offer, Topic::season).verdict, Verdict::met);
    EXPECT_EQ(line_of(asked, offer, Topic::season).closes, (Sentence{"cần nguồn hàng tháng 1", "a supply in January is needed"}));
    offer.facts.supply_months = 1 << 5;
    const auto line = line_of(asked, offer, Topic::season);
    EXPECT_TRUE(blocks(line));
    EXPECT_EQ(line.closes.en, "a supply in January, December is needed");
}

TEST(Price, AboveTheLimitIsSaidInPercent) {
    auto asked = rice_wanted();
    asked.demand.price_max_vnd = 16'000'000;
    asked.demand.price_unit = "tấn";
    const auto at = [&](std::int64_t vnd) {
        auto offer = rice(1);
        offer.facts.price_vnd = vnd;
        return line_of(asked, offer, Topic::price);
    };
    EXPECT_EQ(at(16'000).verdict, Verdict::met);
    EXPECT_FALSE(blocks(at(18'400))) << "115 %: ranking still takes it";
    EXPECT_EQ(at(18'400).closes.en, "agree on the price: 15 % above the limit");
    EXPECT_TRUE(blocks(at(18'401)));
    EXPECT_EQ(at(18'400).asked.vi, "không quá 16.000.000 đồng/tấn");
    EXPECT_EQ(at(18'400).found.en, "18,400 VND/kg");
    EXPECT_EQ(at(0).verdict, Verdict::unknown);
    EXPECT_EQ(at(0).closes.vi, "báo giá sỉ");
    auto boxes = rice(1);
    boxes.facts.unit = "hộp";
    EXPECT_EQ(line_of(asked, boxes, Topic::price).closes.en, "quote a price per tấn");
}

TEST(Volume, ThatIsShortNamesPartners) {
    const std::vector<Offer> others{rice(2, 700), rice(3, 900), rice(4, 100)};
    const Names names{{}, [](std::uint32_t id) { return "HTX Số " + std::to_string(id - 100); }};
    const auto line = line_of(explain(rice_wanted_monthly(2), rice(1), fair_day, others, names), Topic::volume);
    EXPECT_EQ(line.asked.vi, "2 tấn/tháng");
    EXPECT_EQ(line.found.en, "500 kg/month");
    EXPECT_EQ(line.partners, (std::vector<std::uint32_t>{3, 2}));
    EXPECT_EQ(line.closes.vi, "có thể liên kết với HTX Số 3 và HTX Số 2, cùng nhau 2,1 tấn/tháng");
    EXPECT_EQ(line.closes.en, "could join with HTX Số 3 and HTX Số 2, together 2.1 tấn/month");
    EXPECT_FALSE(blocks(line)) << "a quarter is worth a meeting";
    EXPECT_TRUE(blocks(line_of(rice_wanted_monthly(3), rice(1), Topic::volume))) << "less than a fifth";
    EXPECT_EQ(line_of(rice_wanted_monthly(3), rice(1), Topic::volume).closes.en, "make more, or take part of the demand");
}

TEST(MinimumOrder, IsHeldAgainstTheWholeOrder) {
    auto offer = rice(1);
    offer.minimum_order_thousandths = 2'000'000;
    EXPECT_EQ(line_of(rice_wanted_monthly(2), offer, Topic::minimum_order).verdict, Verdict::met);
    EXPECT_TRUE(blocks(line_of(rice_wanted_monthly(1), offer, Topic::minimum_order)));
}

TEST(Terms, OfPaymentAndPackagingAreNamed) {
    auto asked = rice_wanted();
    asked.payment_terms_days = 45;
    asked.pack_wanted = "50 g";
    auto offer = rice(1);
    EXPECT_EQ(line_of(asked, offer, Topic::payment).verdict, Verdict::unknown);
    EXPECT_EQ(line_of(asked, offer, Topic::payment).asked, (Sentence{"thanh toán sau 45 ngày", "pays after 45 days"}));
    EXPECT_EQ(line_of(asked, offer, Topic::pack).verdict, Verdict::unknown);
    offer.payment_days_accepted_max = 30;
    offer.pack = "Hộp 50 g";
    EXPECT_EQ(line_of(asked, offer, Topic::payment).closes.en, "agree on payment: 15 days apart");
    EXPECT_EQ(line_of(asked, offer, Topic::pack).verdict, Verdict::met);
    offer.pack = "gói 500 g";
    EXPECT_EQ(line_of(asked, offer, Topic::pack).closes.vi, "đóng gói theo quy cách 50 g");
}

TEST(Province, IsCalledByItsName) {
    auto asked = rice_wanted();
    asked.demand.provinces_preferred = {"40", "38"};
    const Names names{[](const std::string& code) { return code == "01" ? std::string{"Hà Nội"} : "tỉnh " + code; }, {}};
    const auto line = line_of(explain(asked, rice(1), fair_day, {}, names), Topic::province);
    EXPECT_EQ(line.asked.vi, "tỉnh 40, tỉnh 38");
    EXPECT_EQ(line.found.vi, "Hà Nội");
    EXPECT_FALSE(blocks(line));
    asked.demand.province_strict = true;
    EXPECT_TRUE(blocks(line_of(asked, rice(1), Topic::province)));
}

TEST(Explanation, PutsWhatKeepsApartFirst) {
    auto asked = rice_wanted_monthly(1);
    asked.demand.standards_required = {"HACCP", "ATTP"};
    asked.demand.ocop_group = 1;
    asked.payment_terms_days = 30;
    auto offer = rice(1);
    offer.facts.standards = {"ATTP"};
    const auto explanation = explain(asked, offer, fair_day, {});
    EXPECT_EQ(explanation.gaps(), 1U);
    EXPECT_EQ(explanation.lines.front().code, "HACCP");
    EXPECT_EQ(explanation.lines[1].topic, Topic::volume);
    EXPECT_EQ(explanation.lines[2].topic, Topic::payment);
    EXPECT_EQ(explanation.lines.back().verdict, Verdict::met);
}

TEST(Explanation, HasABoundWhateverIsAsked) {
    auto asked = rice_wanted_monthly(1);
    for (int at = 0; at < 100; ++at) {
        asked.demand.standards_required.push_back("S" + std::to_string(at));
        asked.demand.standards_preferred.push_back("T" + std::to_string(at));
    }
    asked.demand.price_max_vnd = 1;
    asked.demand.min_stars = 5;
    asked.demand.ocop_group = 2;
    asked.demand.valid_certificate_required = true;
    asked.demand.provinces_preferred = {"40"};
    asked.payment_terms_days = 1;
    asked.pack_wanted = "x";
    EXPECT_LE(explain(asked, rice(1), fair_day, {}).lines.size(), lines_max);
}

}  // namespace
}  // namespace hoicho::matching::gap
