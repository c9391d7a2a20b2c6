/// Explanations as sentences for people: names and times, and why a meeting is not held.
#include "scheduling/domain/programme/wording.h"

#include <algorithm>

#include "scheduling/domain/programme/wording_words.h"

namespace hoicho::scheduling::programme {
namespace {

constexpr std::int64_t viet_nam_offset_s = 7 * 3600;  ///< No summer time since 1975.
constexpr std::int64_t day_s = 24 * 3600;

template <class T>
const T& of(const std::vector<T>& list, int position) {
    return list[static_cast<std::size_t>(position)];
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string named(const Words& words, const std::vector<Blocker>& blockers) {
    std::vector<std::string> items;
    for (const Blocker& blocker : blockers)
        items.push_back(words.pair(blocker.meeting) + words.pick(", giá trị ", ", value ") +
                        std::to_string(blocker.value));
    return "(" + words.list(items, blockers_named_max) + ")";
}

std::string cause_text(const Words& words, const Explanation& e) {
    const Meeting& meeting = of(words.instance().meetings, e.meeting);
    switch (e.cause) {
        case Cause::withdrawn: return words.pick("nguyện vọng đã được rút lại", "the wish was withdrawn");
        case Cause::no_meetings_wished: {
            const bool a = of(words.instance().participants, meeting.a).max_meetings == 0;
            return words.person(a ? meeting.a : meeting.b) +
                   words.pick(" không nhận cuộc gặp nào", " wishes for no meetings");
        }
        case Cause::no_common_slot: return words.pick("hai bên không có khung giờ chung nào", "the two share no slot");
        case Cause::no_place: return words.pick("không có chỗ gặp nào cho hai bên", "there is no place for the two");
        case Cause::no_step_free_place:
            return words.pick("không có chỗ gặp nào có lối đi không bậc thang", "no place they may use is step-free");
        case Cause::always_closed:
            return words.pick("mọi chỗ gặp của hai bên đều đóng cửa trong các khung giờ chung",
                              "every place they may use is closed in the slots that both share");
        case Cause::past: return words.pick("các khung giờ chung đều đã qua", "the slots that both share have passed");
        case Cause::possible: break;
    }
    return words.pick("không rõ lý do", "for no known reason");
}

std::string obstacle_text(const Words& words, const Explanation& e, const SlotObstacle& o) {
    const Meeting& meeting = of(words.instance().meetings, e.meeting);
    std::vector<std::string> parts;
    if (!o.of_a.empty())
        parts.push_back(words.person(meeting.a) + words.pick(" bận ", " is busy ") + named(words, o.of_a));
    if (!o.of_b.empty())
        parts.push_back(words.person(meeting.b) + words.pick(" bận ", " is busy ") + named(words, o.of_b));
    if (!o.order.empty()) parts.push_back(words.pick("sai thứ tự với ", "out of order with ") + named(words, o.order));
    if (!o.at_places.empty())
        parts.push_back(words.pick("không còn chỗ gặp trống ", "no place is free ") + named(words, o.at_places));
    if (o.closed) parts.push_back(words.pick("các chỗ gặp đều đóng cửa", "the places are closed"));
    if (o.rushed)
        parts.push_back(
            words.pick("có người sẽ không kịp đi từ chỗ này sang chỗ kia", "somebody who must not rush would have to"));
    if (o.gap_spread)
        parts.push_back(words.pick("số lần chờ giữa những người tham gia sẽ chênh nhau quá mức cho phép",
                                   "the numbers of gaps would differ by more than allowed"));
    std::string text = " " + words.time(o.slot) + ": ";
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : "; ") + parts[i];
    return text + ".";
}

std::string blocked_text(const Words& words, const Explanation& e) {
    std::string text =
        words.pick(": khung giờ chung nào cũng vướng.", ": something is in the way of every slot that both share.");
    const int all = static_cast<int>(e.slots.size());
    for (int i = 0; i < std::min(all, slots_named_max); ++i) text += obstacle_text(words, e, of(e.slots, i));
    if (all > slots_named_max)
        text += words.pick(" Còn ", " And so are ") + std::to_string(all - slots_named_max) +
                words.pick(" khung giờ khác cũng vướng.", " more slots.");
    return text;
}

}  // namespace

std::string Words::list(const std::vector<std::string>& items, int named_max) const {
    std::string text;
    const int all = static_cast<int>(items.size());
    const int named_now = std::min(all, named_max);
    for (int i = 0; i < named_now; ++i) text += (i == 0 ? "" : "; ") + of(items, i);
    if (named_now < all)
        text += pick(" và ", " and ") + std::to_string(all - named_now) +
                pick(" cuộc gặp khác", all - named_now == 1 ? " more meeting" : " more meetings");
    return text;
}

std::string pair_text(const Instance& instance, int meeting) {
    const Meeting& pair = of(instance.meetings, meeting);
    return of(instance.participants, pair.a).name + " – " + of(instance.participants, pair.b).name;
}

std::string time_text(const Instance& instance, int slot, Language language) {
    int day = 1;
    for (int t = 1; t <= slot; ++t) day += of(instance.slots, t).day != of(instance.slots, t - 1).day;
    const std::int64_t second = ((of(instance.slots, slot).start_s + viet_nam_offset_s) % day_s + day_s) % day_s;
    const std::string clock = two_digits(second / 3600) + ":" + two_digits(second / 60 % 60);
    if (language == Language::vietnamese) return clock + " ngày " + std::to_string(day);
    return "day " + std::to_string(day) + " " + clock;
}

std::string sentence(const Instance& instance, const Explanation& e, Language language) {
    const Words words{instance, language};
    const std::string pair = words.pair(e.meeting);
    const std::string not_held = words.pick("Chưa xếp được ", "") + pair + words.pick("", " is not held");
    switch (e.finding) {
        case Finding::held:
            return pair + words.pick(" được xếp ", " is held ") + words.when_and_where(e.spot.slot, e.spot.place) + ".";
        case Finding::impossible:
            return words.pick("Không thể xếp ", "") + pair + words.pick(": ", " cannot be held: ") +
                   cause_text(words, e) + ".";
        case Finding::at_maximum:
            return not_held + ": " + words.person(e.participant) + words.pick(" đã có đủ ", " already has all ") +
                   std::to_string(e.in_the_way.size()) +
                   words.pick(" cuộc gặp mong muốn ", " meetings it wished for ") + named(words, e.in_the_way) + ".";
        case Finding::blocked: return not_held + blocked_text(words, e);
        case Finding::could_fit: break;
    }
    return words.pick("Có thể xếp thêm ", "") + pair + words.pick(" ", " could be added ") +
           words.when_and_where(e.spot.slot, e.spot.place) +
           words.pick(" mà không phải đổi cuộc gặp nào khác.", "; nothing else need change.");
}

}  // namespace hoicho::scheduling::programme
