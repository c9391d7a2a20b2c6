// exhibitors.jsonl and delegations.jsonl: who sells, and the provinces' blocks they come in.
#include <algorithm>
#include <map>

#include "hoicho/sample/numbers.h"
#include "hoicho/sample/sample.h"

namespace hoicho::sample {
namespace {

constexpr std::string_view channels[] = {"ECOMMERCE",      "FARM_GATE",   "LIVESTREAM",        "OCOP_POINT",
                                         "SAFE_FOOD_SHOP", "SUPERMARKET", "TRADITIONAL_MARKET"};
struct Subject {
    std::string_view type, vi, en;
    int up_to_percent;
};
constexpr Subject subjects[] = {{"COOPERATIVE", "Hợp tác xã", "Co-operative", 40},
                                {"HOUSEHOLD", "Cơ sở", "Household business", 72},
                                {"ENTERPRISE", "Công ty TNHH", "Company", 96},
                                {"COOP_GROUP", "Tổ hợp tác", "Co-operative group", 100}};

std::vector<const Province*> invited(const Sample& sample, Random& random) {
    std::vector<const Province*> others;
    for (const auto& province : provinces().subspan(1)) others.push_back(&province);
    random.shuffle(others);
    others.resize(sample.plan.provinces - 1);
    std::sort(others.begin(), others.end());
    return others;
}

const Commune* commune_in(std::string_view province, Random& random) {
    std::vector<const Commune*> there;
    for (const auto& commune : communes())
        if (commune.province == province) there.push_back(&commune);
    return random.pick(there);
}

/// Every invited province sends somebody; the rest is the host's and everybody's.
const Province* province_of(std::size_t at, const Sample& sample, const std::vector<const Province*>& others,
                            Random& random) {
    const auto hosts = std::max<std::size_t>(1, sample.plan.exhibitors * sample.plan.hosts_percent / 100);
    if (at < hosts || others.empty()) return &provinces()[0];
    return at - hosts < others.size() ? others[at - hosts] : random.pick(others);
}

void put_tax_code(JsonLine& line, const Subject& subject, Sample& sample, Random& random) {
    const bool personal = subject.type == "HOUSEHOLD" || subject.type == "COOP_GROUP";
    const bool branch = !personal && random.chance(6);
    line.text("tax_id", personal ? personal_number(sample, random) : tax_code(sample, random) + (branch ? "-001" : ""))
        .text("tax_id_kind", personal ? "PIN12"
                             : branch ? "MST13"
                                      : "MST10");
}

JsonLine consents_of(const SampleExhibitor& exhibitor, Random& random) {
    JsonLine consents;
    consents.flag("directory", random.chance(95)).flag("share_contact_with_buyers", random.chance(85));
    consents.flag("photos", random.chance(60))
        .text("version", "2026-01")
        .text("given_on", iso(exhibitor.registered_on));
    return consents;
}

std::vector<std::string> some_channels(Random& random) {
    std::vector<std::string> chosen;
    for (const auto channel : channels)
        if (random.chance(30)) chosen.emplace_back(channel);
    return chosen;
}

void put_trade(JsonLine& line, SampleExhibitor& exhibitor, Random& random) {
    exhibitor.state_funded = random.chance(45);
    exhibitor.wants_meetings = random.chance(88);
    exhibitor.registered_on = plus_days(day(2026, 9, 15), random.between(0, 60));
    line.flag("zalo", random.chance(80))
        .text("website", !exhibitor.household && random.chance(40)
                             ? "https://" + numbered("e", exhibitor.number, 4) + ".hoicho.example"
                             : "")
        .number("employees", exhibitor.household ? random.between(2, 12) : random.between(4, 120))
        .texts("channels", some_channels(random))
        .flag("export_ready", !exhibitor.household && random.chance(25))
        .text("funding", exhibitor.state_funded ? "STATE" : "SELF")
        .flag("wants_b2b", exhibitor.wants_meetings)
        .text("registered_on", iso(exhibitor.registered_on))
        .text("delegation_id", "D" + std::string{exhibitor.province->code})
        .object("consents", consents_of(exhibitor, random));
}

void make_exhibitor(Sample& sample, SampleExhibitor exhibitor, Random& random) {
    const int draw = random.between(1, 100);
    const auto& subject = *std::find_if(std::begin(subjects), std::end(subjects),
                                        [draw](const auto& it) { return draw <= it.up_to_percent; });
    exhibitor.id = numbered("E", exhibitor.number, 4);
    exhibitor.commune = commune_in(exhibitor.province->code, random);
    exhibitor.theme = random.pick(kinds()).theme;  // themes with more kinds are commoner
    exhibitor.household = subject.type == "HOUSEHOLD";
    exhibitor.name = std::string{subject.vi} + " " + std::string{trade(exhibitor.theme)} + " Ví dụ " +
                     std::to_string(exhibitor.number);
    const bool craft = exhibitor.theme == Theme::crafts || exhibitor.theme == Theme::textiles;
    JsonLine line;
    line.text("exhibitor_id", exhibitor.id).text("name_vi", exhibitor.name);
    line.text("name_en", "Sample " + std::string{subject.en} + " " + std::to_string(exhibitor.number))
        .text("subject_type", subject.type);
    put_tax_code(line, subject, sample, random);
    line.number("founded_year", random.between(1992, 2025))
        .text("province_code", exhibitor.province->code)
        .text("commune_code", exhibitor.commune->code)
        .text("address", "Thôn " + std::to_string(random.between(1, 15)) + ", " + std::string{exhibitor.commune->name} +
                             ", " + std::string{exhibitor.province->title})
        .text("craft_village", craft && random.chance(50) ? "Làng nghề " + std::string{exhibitor.commune->name} : "")
        .text("phone", phone(sample, random))
        .text("email", numbered("ban.hang", exhibitor.number, 4) + "@hoicho.example");
    put_trade(line, exhibitor, random);
    sample.line("exhibitors", line);
    sample.exhibitors.push_back(std::move(exhibitor));
}

void make_delegations(Sample& sample) {
    std::map<std::string_view, std::pair<const Province*, std::size_t>> delegations;
    for (const auto& exhibitor : sample.exhibitors) {
        auto& [province, count] = delegations[exhibitor.province->code];
        province = exhibitor.province;
        ++count;
    }
    for (const auto& [code, delegation] : delegations) {
        const auto& [province, count] = delegation;
        const auto share = count * sample.plan.booths / sample.plan.exhibitors;
        JsonLine line;
        line.text("delegation_id", "D" + std::string{code}).text("province_code", code);
        line.text("name_vi", "Đoàn " + std::string{province->name});
        line.text("lead_agency", "Sở Công Thương " + std::string{province->name} + " (ví dụ)");
        line.number("exhibitors", static_cast<std::int64_t>(count));
        line.number("booth_quota", static_cast<std::int64_t>(std::max<std::size_t>(1, share)));
        sample.line("delegations", line);
    }
}

}  // namespace

void make_exhibitors(Sample& sample) {
    auto random = sample.random("exhibitors");
    const auto others = invited(sample, random);
    std::vector<const Province*> homes;
    for (std::size_t at = 0; at < sample.plan.exhibitors; ++at)
        homes.push_back(province_of(at, sample, others, random));
    random.shuffle(homes);
    for (std::size_t at = 0; at < homes.size(); ++at) {
        SampleExhibitor exhibitor;
        exhibitor.number = at + 1;
        exhibitor.province = homes[at];
        make_exhibitor(sample, std::move(exhibitor), random);
    }
    make_delegations(sample);
}

}  // namespace hoicho::sample
