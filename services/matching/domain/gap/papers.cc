// Group, standards, certificate and stars; see topics.h.
#include "matching/domain/gap/join.h"
#include "matching/domain/gap/numbers.h"
#include "matching/domain/gap/standard_names.h"
#include "matching/domain/gap/topics.h"

namespace hoicho::matching::gap {
namespace {

using ranking::Verdict;

Source source_of(const ranking::Certificate* certificate) {
    if (!certificate || certificate->verification == ranking::Verification::pending) return Source::exhibitor;
    return certificate->verification == ranking::Verification::verified ? Source::issuer_verified : Source::issuer_contradicts;
}

Sentence stars_text(std::uint32_t stars) { return {std::to_string(stars) + " sao", std::to_string(stars) + (stars == 1 ? " star" : " stars")}; }

/// What there is instead of a standard: the others, or the stars alone.
Sentence instead(const Pair& pair) {
    if (!pair.offer.facts.standards.empty()) return names_of_standards(pair.offer.facts.standards);
    const auto* certificate = certificate_of(pair.offer.facts, pair.day);
    if (!certificate || certificate->stars == 0) return {"chưa khai tiêu chuẩn nào", "no standard entered"};
    const auto stars = stars_text(certificate->stars);
    return {"chỉ có OCOP " + stars.vi, "OCOP " + stars.en + " only"};
}

void add_standard(const Pair& pair, const std::string& code, Weight weight, std::vector<Line>& lines) {
    const auto name = name_of_standard(code);
    const bool met = has_standard(pair.offer.facts, code);
    Line line{.topic = Topic::standard, .weight = weight, .verdict = met ? Verdict::met : Verdict::missed, .asked = name, .found = met ? name : instead(pair),
              .source = Source::exhibitor, .closes = {}, .code = {}, .partners = {}};
    if (!met) {
        line.closes = {"bổ sung " + name.vi, "add: " + name.en};
        line.code = code;
    }
    lines.push_back(std::move(line));
}

Sentence group_text(std::uint32_t group, std::uint32_t set) {
    Sentence out;
    if (group != 0) out = {"nhóm OCOP " + std::to_string(group), "OCOP group " + std::to_string(group)};
    if (set != 0) {
        out.vi.append(out.vi.empty() ? "" : ", ").append("bộ " + std::to_string(set));
        out.en.append(out.en.empty() ? "" : ", ").append("set " + std::to_string(set));
    }
    return out;
}

Sentence validity_text(const ranking::Certificate& certificate, ranking::Day day) {
    if (certificate.revoked_on != 0 && certificate.revoked_on <= day) {
        const auto on = day_text(certificate.revoked_on);
        return {"bị thu hồi ngày " + on.vi, "revoked on " + on.en};
    }
    if (certificate.expires_on == 0) return {"không ghi ngày hết hạn", "no end was entered"};
    const auto on = day_text(certificate.expires_on);
    return certificate.valid_on(day) ? Sentence{"còn hiệu lực đến trước ngày " + on.vi, "valid until before " + on.en}
                                     : Sentence{"hết hiệu lực từ ngày " + on.vi + ", trước ngày kiểm tra của hội chợ", "ended on " + on.en + ", before the fair's check"};
}

}  // namespace

void add_group(const Pair& pair, std::vector<Line>& lines) {
    const auto& demand = pair.asked.demand;
    const auto& facts = pair.offer.facts;
    if (demand.ocop_group == 0 && demand.ocop_set == 0) return;
    const bool same = (demand.ocop_group == 0 || demand.ocop_group == facts.ocop_group) && (demand.ocop_set == 0 || demand.ocop_set == facts.ocop_set);
    lines.push_back({.topic = Topic::group, .weight = Weight::required, .verdict = same ? Verdict::met : Verdict::missed,
                     .asked = group_text(demand.ocop_group, demand.ocop_set), .found = group_text(facts.ocop_group, facts.ocop_set), .source = Source::exhibitor,
                     .closes = {}, .code = {}, .partners = {}});
}

void add_standards(const Pair& pair, std::vector<Line>& lines) {
    for (const auto& code : pair.wanted.required) add_standard(pair, code, Weight::required, lines);
    for (const auto& code : pair.wanted.preferred) add_standard(pair, code, Weight::preferred, lines);
}

/// Also when the demand does not ask: a certificate that has lapsed is told to both.
void add_certificate(const Pair& pair, std::vector<Line>& lines) {
    const bool asked = pair.asked.demand.valid_certificate_required;
    const auto* certificate = certificate_of(pair.offer.facts, pair.day);
    const bool valid = certificate && certificate->valid_on(pair.day);
    if (!asked && (valid || !certificate)) return;
    const auto day = day_text(pair.day);
    Line line{.topic = Topic::certificate, .weight = asked ? Weight::required : Weight::preferred, .verdict = valid ? Verdict::met : Verdict::missed,
              .asked = {"giấy chứng nhận còn hiệu lực ngày " + day.vi, "certificate valid on " + day.en},
              .found = certificate ? validity_text(*certificate, pair.day) : Sentence{"không có giấy chứng nhận", "no certificate"}, .source = source_of(certificate),
              .closes = {}, .code = {}, .partners = {}};
    if (valid && certificate->verification == ranking::Verification::mismatch) line.verdict = Verdict::unknown;
    if (!valid) {
        line.closes = {"đánh giá, phân hạng lại trước ngày " + day.vi, "have it rated again before " + day.en};
        line.code = "CERTIFICATE";
    }
    lines.push_back(std::move(line));
}

void add_stars(const Pair& pair, std::vector<Line>& lines) {
    const auto wanted = pair.asked.demand.min_stars;
    if (wanted == 0) return;
    const auto* certificate = certificate_of(pair.offer.facts, pair.day);
    const std::uint32_t stars = certificate ? certificate->stars : 0;
    const auto least = stars_text(wanted);
    Line line{.topic = Topic::stars, .weight = Weight::required, .verdict = stars >= wanted ? Verdict::met : Verdict::missed,
              .asked = {"từ " + least.vi, "at least " + least.en}, .found = stars == 0 ? Sentence{"chưa xếp hạng", "not rated"} : stars_text(stars),
              .source = source_of(certificate), .closes = {}, .code = {}, .partners = {}};
    if (stars < wanted) {
        line.closes = {"nâng hạng lên " + least.vi, "be rated " + least.en};
        line.code = "STARS";
    }
    lines.push_back(std::move(line));
}

}  // namespace hoicho::matching::gap
