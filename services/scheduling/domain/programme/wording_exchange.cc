/// Explanations as sentences for people: what an exchange takes, and whether musts fit together.
#include "scheduling/domain/programme/wording.h"
#include "scheduling/domain/programme/wording_words.h"

namespace hoicho::scheduling::programme {
namespace {

std::string change_text(const Words& words, const Relocation& change) {
    const std::string pair = words.pair(change.meeting);
    if (change.to_slot < 0) return pair + words.pick(" bị bỏ khỏi lịch", " is dropped");
    if (change.from_slot < 0)
        return pair + words.pick(" được xếp ", " is held ") + words.when_and_where(change.to_slot, change.to_place);
    if (change.from_slot == change.to_slot)
        return pair + words.pick(" chuyển chỗ sang ", " moves to ") + words.place(change.to_place);
    return pair + words.pick(" chuyển từ ", " moves from ") + words.time(change.from_slot) +
           words.pick(" sang ", " to ") + words.time(change.to_slot);
}

std::string points_text(const Words& words, std::int64_t change) {
    if (change == 0) return words.pick("tổng điểm không đổi", "the score stays as it is");
    const std::string points = std::to_string(change < 0 ? -change : change);
    return change < 0 ? words.pick("tổng điểm giảm ", "the score falls by ") + points
                      : words.pick("tổng điểm tăng ", "the score rises by ") + points;
}

std::string seats_text(const Words& words, const HallSet& set) {
    const std::string count = std::to_string(set.meetings.size());
    const std::string seats = std::to_string(set.seats);
    if (set.participants.empty())
        return count + words.pick(" cuộc gặp bắt buộc tranh nhau ", " musts compete for ") + seats +
               words.pick(" chỗ gặp trong ", " tables in ") + std::to_string(set.slots.size()) +
               words.pick(" khung giờ", set.slots.size() == 1 ? " slot" : " slots");
    const std::string person = words.person(set.participants.front());
    if (set.slots.empty())
        return person + words.pick(" có ", " has ") + count +
               words.pick(" cuộc gặp bắt buộc, nhưng số cuộc gặp tối đa đã đăng ký chỉ còn cho phép ",
                          " musts, but its wished maximum leaves room for ") +
               seats;
    const bool one_each = set.seats == static_cast<int>(set.slots.size());
    return words.pick("", (person + "'s ").c_str()) + count +
           words.pick(" cuộc gặp bắt buộc của ", " musts compete for ") +
           words.pick((person + " tranh nhau ").c_str(), "") + seats +
           (one_each ? words.pick(" khung giờ", " slots") : words.pick(" lượt gặp", " seats"));
}

std::string all_pairs(const Words& words, const std::vector<int>& meetings) {
    std::vector<std::string> items;
    for (const int m : meetings) items.push_back(words.pair(m));
    return words.list(items, meetings_named_max);
}

}  // namespace

std::string sentence(const Instance& instance, const Price& price, Language language) {
    const Words words{instance, language};
    if (!price.found || price.changes.empty())
        return words.pick("Không tìm được cách đổi lịch nào để xếp cuộc gặp này.",
                          "No exchange was found that lets this meeting in.");
    std::string text = words.pick("Xếp được ", "") + words.pair(price.changes.front().meeting) +
                       words.pick(" ", " can be held ") +
                       words.when_and_where(price.changes.front().to_slot, price.changes.front().to_place);
    if (price.changes.size() == 1)
        text += words.pick(" mà không phải đổi cuộc gặp nào khác", " and nothing else need change");
    for (std::size_t i = 1; i < price.changes.size(); ++i) {
        const bool last = i + 1 == price.changes.size();
        text += i == 1 ? words.pick(" nếu ", " if ") : last ? words.pick(" và ", " and ") : ", ";
        text += change_text(words, price.changes[i]);
    }
    return text + "; " + points_text(words, price.score_change) + ".";
}

std::string sentence(const Instance& instance, const MustsFinding& finding, Language language) {
    const Words words{instance, language};
    switch (finding.answer) {
        case MustsAnswer::possible:
            return words.pick(
                "Mọi cuộc gặp bắt buộc đều có thể cùng được xếp (chưa xét quãng đường đi lại và mức chênh "
                "lệch số lần chờ).",
                "All musts fit together (walks and the spread of gaps were not looked at).");
        case MustsAnswer::hall_set:
            return seats_text(words, finding.hall_set) + ": " + all_pairs(words, finding.hall_set.meetings) + ".";
        case MustsAnswer::clashing:
            if (finding.clashing.size() == 1)
                return words.pair(finding.clashing.front()) +
                       words.pick(" là cuộc gặp bắt buộc nhưng không thể xếp được.", " must be held and cannot be.");
            return words.pick("Các cuộc gặp bắt buộc sau không thể cùng được xếp", "These musts cannot all be held") +
                   (finding.minimal ? ""
                                    : words.pick(" (có thể chỉ một phần trong số đó mâu thuẫn)",
                                                 " (a part of them may clash already)")) +
                   ": " + all_pairs(words, finding.clashing) + ".";
        case MustsAnswer::not_settled: break;
    }
    return words.pick("Chưa xác định được mọi cuộc gặp bắt buộc có cùng xếp được hay không: bài toán quá lớn.",
                      "Whether all musts fit together was not settled: the question is too large.");
}

}  // namespace hoicho::scheduling::programme
