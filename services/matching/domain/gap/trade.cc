// Season, price, volume, minimum order, province, payment and packaging; see topics.h.
#include <algorithm>

#include "kernel/vietnamese.h"
#include "matching/domain/gap/join.h"
#include "matching/domain/gap/numbers.h"
#include "matching/domain/gap/topics.h"

namespace hoicho::matching::gap {
namespace {

using ranking::Verdict;

constexpr std::int64_t price_over_percent = 115;        // as ranking: from here it costs score
constexpr std::int64_t volume_share_min_percent = 20;

Line line_of(Topic topic, Weight weight, Verdict verdict, Sentence asked, Sentence found) {
    return {.topic = topic, .weight = weight, .verdict = verdict, .asked = std::move(asked), .found = std::move(found), .source = Source::exhibitor, .closes = {},
            .code = {}, .partners = {}};
}

Sentence joined_names(const Names& names, const std::vector<std::uint32_t>& exhibitors) {
    Sentence out;
    for (std::size_t at = 0; at < exhibitors.size(); ++at) {
        const bool last = at > 0 && at + 1 == exhibitors.size();
        const auto name = exhibitor_name(names, exhibitors[at]);
        out.vi.append(at == 0 ? "" : last ? " và " : ", ").append(name);
        out.en.append(at == 0 ? "" : last ? " and " : ", ").append(name);
    }
    return out;
}

Sentence joint_text(const Pair& pair, const Joint& joint) {
    if (joint.products.empty()) return {"tăng sản lượng, hoặc nhận một phần nhu cầu", "make more, or take part of the demand"};
    const auto who = joined_names(pair.names, joint.exhibitors);
    const auto total = monthly_text(joint.monthly_thousandths, pair.asked.demand.quantity_unit);
    return {"có thể liên kết với " + who.vi + ", cùng nhau " + total.vi + (joint.enough ? "" : ", vẫn chưa đủ"),
            "could join with " + who.en + ", together " + total.en + (joint.enough ? "" : ", still not enough")};
}

}  // namespace

void add_season(const Pair& pair, std::vector<Line>& lines) {
    const auto wanted = pair.wanted.months;
    if (wanted == 0) return;
    const auto supplied = pair.offer.facts.supply_months == 0 ? std::uint16_t{0xFFF} : pair.offer.facts.supply_months;
    const auto missing = static_cast<std::uint16_t>(wanted & ~supplied);
    const bool overlap = (wanted & supplied) != 0;
    auto line = line_of(Topic::season, Weight::required, overlap ? Verdict::met : Verdict::missed, months_text(wanted), months_text(supplied));
    if (missing != 0) {
        const auto months = months_text(missing);
        line.closes = {"cần nguồn hàng " + months.vi, "a supply in " + months.en + " is needed"};
        if (!overlap) line.code = "SEASON";
    }
    lines.push_back(std::move(line));
}

void add_price(const Pair& pair, std::vector<Line>& lines) {
    const auto& demand = pair.asked.demand;
    if (demand.price_max_vnd <= 0) return;
    const auto price = pair.offer.facts.price_vnd;
    const auto limit = money_text(demand.price_max_vnd, demand.price_unit);
    const auto percent = price_percent_of_limit(pair.asked, pair.wanted, pair.offer);
    const auto verdict = percent < 0 ? Verdict::unknown : percent <= 100 ? Verdict::met : Verdict::missed;
    const auto weight = percent > 100 && percent <= price_over_percent ? Weight::preferred : Weight::required;
    auto line = line_of(Topic::price, weight, verdict, {"không quá " + limit.vi, "at most " + limit.en},
                        price > 0 ? money_text(price, pair.offer.facts.unit) : Sentence{});
    if (percent > 100) {
        const auto over = std::to_string(percent - 100);
        line.closes = {"thỏa thuận giá: cao hơn giới hạn " + over + " %", "agree on the price: " + over + " % above the limit"};
        line.code = "PRICE";
    } else if (percent < 0) {
        line.closes = price > 0 ? Sentence{"báo giá theo " + demand.price_unit, "quote a price per " + demand.price_unit} : Sentence{"báo giá sỉ", "quote a wholesale price"};
    }
    lines.push_back(std::move(line));
}

void add_volume(const Pair& pair, std::span<const Offer> others, std::vector<Line>& lines) {
    const auto wanted = pair.wanted.monthly_thousandths;
    if (wanted <= 0) return;
    const auto capacity = pair.offer.facts.capacity_per_month_thousandths;
    const auto monthly = monthly_in_asked_unit(pair.wanted, pair.offer);
    const auto verdict = monthly < 0 ? Verdict::unknown : monthly >= wanted ? Verdict::met : Verdict::missed;
    const bool far_too_little = monthly >= 0 && monthly < wanted / 100 * volume_share_min_percent + wanted % 100 * volume_share_min_percent / 100;
    auto line = line_of(Topic::volume, far_too_little || verdict != Verdict::missed ? Weight::required : Weight::preferred, verdict,
                        monthly_text(wanted, pair.asked.demand.quantity_unit), capacity > 0 ? monthly_text(capacity, pair.offer.facts.unit) : Sentence{});
    if (verdict == Verdict::missed) {
        const auto joint = partners_of(pair.asked, pair.wanted, pair.offer, others, pair.day);
        line.partners = joint.products;
        line.closes = joint_text(pair, joint);
        line.code = "VOLUME";
    }
    lines.push_back(std::move(line));
}

/// The whole order is compared, not a month of it.
void add_minimum_order(const Pair& pair, std::vector<Line>& lines) {
    const auto least = pair.offer.minimum_order_thousandths;
    const auto unit = ranking::unit_of(pair.offer.facts.unit);
    const auto& asked_unit = pair.wanted.quantity_unit;
    const auto quantity = pair.asked.demand.quantity_thousandths;
    if (least <= 0 || quantity <= 0 || !unit || !asked_unit || !unit->same_kind(*asked_unit)) return;
    __extension__ using Wide = __int128;
    const bool enough = static_cast<Wide>(quantity) * asked_unit->size >= static_cast<Wide>(least) * unit->size;
    auto line = line_of(Topic::minimum_order, Weight::required, enough ? Verdict::met : Verdict::missed, amount_text(quantity, pair.asked.demand.quantity_unit),
                        amount_text(least, pair.offer.facts.unit));
    line.found = {"đặt tối thiểu " + line.found.vi, "minimum order " + line.found.en};
    if (!enough) {
        line.closes = {"giảm mức đặt tối thiểu, hoặc gom đơn", "lower the minimum, or order together with others"};
        line.code = "MINIMUM_ORDER";
    }
    lines.push_back(std::move(line));
}

void add_province(const Pair& pair, std::vector<Line>& lines) {
    const auto& wanted = pair.asked.demand.provinces_preferred;
    if (wanted.empty()) return;
    std::string listed;
    for (const auto& code : wanted) listed.append(listed.empty() ? "" : ", ").append(province_name(pair.names, code));
    const bool inside = std::find(wanted.begin(), wanted.end(), pair.offer.facts.province) != wanted.end();
    lines.push_back(line_of(Topic::province, pair.asked.demand.province_strict ? Weight::required : Weight::preferred, inside ? Verdict::met : Verdict::missed,
                            same(listed), same(province_name(pair.names, pair.offer.facts.province))));
}

void add_payment(const Pair& pair, std::vector<Line>& lines) {
    const auto days = pair.asked.payment_terms_days;
    const auto accepted = pair.offer.payment_days_accepted_max;
    if (days == 0) return;
    const auto verdict = accepted == 0 ? Verdict::unknown : days <= accepted ? Verdict::met : Verdict::missed;
    auto line = line_of(Topic::payment, Weight::preferred, verdict, {"thanh toán sau " + std::to_string(days) + " ngày", "pays after " + std::to_string(days) + " days"},
                        accepted == 0 ? Sentence{} : Sentence{"chấp nhận đến " + std::to_string(accepted) + " ngày", "accepts up to " + std::to_string(accepted) + " days"});
    if (verdict == Verdict::missed) {
        line.closes = {"thỏa thuận thời hạn thanh toán: chênh " + std::to_string(days - accepted) + " ngày", "agree on payment: " + std::to_string(days - accepted) + " days apart"};
        line.code = "PAYMENT";
    }
    lines.push_back(std::move(line));
}

void add_pack(const Pair& pair, std::vector<Line>& lines) {
    const auto& wanted = pair.asked.pack_wanted;
    if (wanted.empty()) return;
    const auto& pack = pair.offer.pack;
    const bool met = !pack.empty() && folded(pack).find(folded(wanted)) != std::string::npos;
    auto line = line_of(Topic::pack, Weight::preferred, pack.empty() ? Verdict::unknown : met ? Verdict::met : Verdict::missed, same(wanted), same(pack));
    if (line.verdict == Verdict::missed) {
        line.closes = {"đóng gói theo quy cách " + wanted, "pack as asked: " + wanted};
        line.code = "PACK";
    }
    lines.push_back(std::move(line));
}

}  // namespace hoicho::matching::gap
