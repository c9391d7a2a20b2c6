// representatives.jsonl: one person for every exhibitor and buyer, a second one for some, and when they can come.
#include <algorithm>

#include "hoicho/sample/numbers.h"
#include "hoicho/sample/sample.h"

namespace hoicho::sample {
namespace {

struct Organisation {
    const SampleExhibitor* exhibitor = nullptr;
    const SampleBuyer* buyer = nullptr;

    bool foreign() const { return buyer && buyer->country; }
};

constexpr std::string_view firm_titles[] = {"Giám đốc", "Phó giám đốc", "Phụ trách bán hàng"};
constexpr std::string_view buyer_titles[] = {"Trưởng bộ phận thu mua", "Nhân viên mua hàng", "Bếp trưởng",
                                             "Phụ trách ngành hàng"};

/// Where a session starts and ends, taken from its slots.
JsonLine window(const Sample& sample, std::size_t session, bool online, Random& random) {
    const auto in_session = [session](const SampleSlot& slot) { return slot.session == session; };
    const auto first = std::find_if(sample.slots.begin(), sample.slots.end(), in_session);
    const auto last = std::find_if(sample.slots.rbegin(), sample.slots.rend(), in_session);
    const int late = random.chance(15) ? 60 : 0;
    const int early = random.chance(15) ? 45 : 0;
    JsonLine line;
    line.text("date", iso(first->day)).text("from", clock(first->from + late)).text("to", clock(last->to - early));
    line.text("mode", online ? "ONLINE" : "ONSITE");
    return line;
}

std::vector<JsonLine> availability(const Sample& sample, const Organisation& of, Random& random) {
    std::vector<JsonLine> windows;
    const bool online = of.foreign() && random.chance(60);
    for (std::size_t session = 1; session <= sample.plan.sessions; ++session)
        if (random.chance(80)) windows.push_back(window(sample, session, online, random));
    if (windows.empty()) windows.push_back(window(sample, 1 + random.below(sample.plan.sessions), online, random));
    return windows;
}

void put_name(JsonLine& line, Random& random) {
    const auto family = random.pick(family_names());
    const auto middle = random.chance(90) ? random.pick(middle_names()) : std::string_view{};
    const auto given = random.pick(given_names());
    line.text("family_name", family).text("middle_name", middle).text("given_name", given);
    line.text("full_name",
              std::string{family} + " " + std::string{middle} + (middle.empty() ? "" : " ") + std::string{given});
}

void make_representative(Sample& sample, std::size_t number, const Organisation& of, Random& random) {
    constexpr int caps[] = {4, 6, 8};
    JsonLine line;
    line.text("representative_id", numbered("N", number, 5)).text("org_kind", of.buyer ? "BUYER" : "EXHIBITOR");
    line.text("org_id", of.buyer ? of.buyer->id : of.exhibitor->id);
    put_name(line, random);
    line.text("title", of.buyer                  ? random.pick(buyer_titles)
                       : of.exhibitor->household ? "Chủ cơ sở"
                                                 : random.pick(firm_titles));
    line.text("phone", phone(sample, random)).text("email", numbered("dai.dien", number, 5) + "@hoicho.example");
    std::vector<std::string> languages;
    if (!of.foreign()) languages.emplace_back("vi");
    if (of.foreign() || random.chance(12)) languages.emplace_back("en");
    line.texts("languages", languages)
        .text("timezone", of.foreign() ? of.buyer->country->timezone : "Asia/Ho_Chi_Minh");
    line.number("max_meetings_per_half_day", random.pick(caps))
        .objects("availability", availability(sample, of, random));
    sample.line("representatives", line);
}

}  // namespace

void make_representatives(Sample& sample) {
    auto random = sample.random("representatives");
    std::vector<Organisation> organisations;
    for (const auto& exhibitor : sample.exhibitors) organisations.push_back({&exhibitor, nullptr});
    for (const auto& buyer : sample.buyers) organisations.push_back({nullptr, &buyer});
    std::vector<std::size_t> people(organisations.size(), 1);
    for (auto left = sample.plan.representatives - people.size(); left > 0;) {
        auto& count = people[random.below(people.size())];
        if (count == 2) continue;
        ++count;
        --left;
    }
    std::size_t number = 0;
    for (std::size_t at = 0; at < organisations.size(); ++at)
        for (std::size_t person = 0; person < people[at]; ++person)
            make_representative(sample, ++number, organisations[at], random);
}

}  // namespace hoicho::sample
