// Explains on an instance whose full half-days are closed, and tells which slots that closed; see wish_reasons.h.
#include "scheduling/domain/proposal/wish_reasons.h"

#include <algorithm>

#include "scheduling/domain/programme/satisfaction.h"
#include "scheduling/domain/proposal/half_day_limits.h"

namespace hoicho::scheduling {

namespace {

using programme::Cause;
using programme::Finding;
using programme::Language;

std::size_t index(int number) { return static_cast<std::size_t>(number); }

std::string half_day_text(const programme::Instance& instance, const HalfDayFull& full, Language language) {
    const std::string& name = instance.participants[index(full.participant)].name;
    const std::string most = std::to_string(full.most);
    const std::string time = " " + programme::time_text(instance, full.slot, language) + ": " + name;
    if (language == Language::vietnamese) return time + " đã đủ " + most + " cuộc gặp trong buổi đó.";
    return time + " already has " + most + (full.most == 1 ? " meeting" : " meetings") + " in that half-day, its maximum.";
}

}  // namespace

WishReasons::WishReasons(PosedProgramme posed, programme::Programme programme)
    : posed_{std::move(posed)}, programme_{std::move(programme)}, tight_{posed_.instance} {
    close_full_half_days(posed_, tight_, programme_);
    explainer_ = std::make_unique<programme::Explainer>(tight_, programme_, &posed_.live);
}

int WishReasons::find(BuyerId buyer, ExhibitorId exhibitor) const {
    int found = -1;
    for (std::size_t m = 0; m < posed_.meetings.size(); ++m) {
        const auto& meeting = posed_.instance.meetings[m];
        if (posed_.participants[index(meeting.a)] != party(buyer) || posed_.participants[index(meeting.b)] != party(exhibitor)) continue;
        const bool held = std::any_of(programme_.meetings.begin(), programme_.meetings.end(), [&](const auto& entry) { return index(entry.meeting) == m; });
        if (held) return static_cast<int>(m);
        if (found < 0) found = static_cast<int>(m);
    }
    return found;
}

WishReason WishReasons::of(int meeting) {
    WishReason reason{.why = explainer_->explain(meeting), .half_days = {}, .price = {}};
    auto& why = reason.why;
    if (why.finding == Finding::blocked || (why.finding == Finding::impossible && why.cause == Cause::no_common_slot)) {
        reason.half_days = full_half_days(meeting);
        if (!reason.half_days.empty()) why.finding = Finding::blocked, why.cause = Cause::possible;
    }
    if (why.finding == Finding::blocked || why.finding == Finding::at_maximum) reason.price = explainer_->price(meeting);
    return reason;
}

/// Slots that both share in the fair as it is and not where full half-days are closed.
std::vector<HalfDayFull> WishReasons::full_half_days(int meeting) const {
    std::vector<HalfDayFull> full;
    const auto& wish = posed_.instance.meetings[index(meeting)];
    const int slots = static_cast<int>(posed_.slots.size());
    for (int slot = posed_.instance.freeze_before_slot; slot < slots; ++slot) {
        if (wish.slots && std::find(wish.slots->begin(), wish.slots->end(), slot) == wish.slots->end()) continue;
        const auto there = [&](const programme::Instance& instance, int p) { return delegates_there(instance.participants[index(p)], slot) > 0; };
        if (!there(posed_.instance, wish.a) || !there(posed_.instance, wish.b)) continue;
        for (const int p : {wish.a, wish.b})
            if (!there(tight_, p)) full.push_back({slot, p, posed_.half_day_max[index(p)][index(posed_.sessions[index(slot)])]});
    }
    return full;
}

std::string WishReasons::sentence(const WishReason& reason, Language language) const {
    std::string text = programme::sentence(posed_.instance, reason.why, language);
    constexpr std::size_t named_max = programme::slots_named_max;
    for (std::size_t at = 0; at < std::min(named_max, reason.half_days.size()); ++at)
        text += half_day_text(posed_.instance, reason.half_days[at], language);
    return text;
}

std::string WishReasons::price_sentence(const WishReason& reason, Language language) const {
    return programme::sentence(posed_.instance, reason.price, language);
}

}  // namespace hoicho::scheduling
