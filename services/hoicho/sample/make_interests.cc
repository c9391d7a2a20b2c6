// interests.jsonl: who wants to meet whom, who must, and a few who never will.
#include <map>

#include "hoicho/sample/sample.h"

namespace hoicho::sample {
namespace {

constexpr std::string_view refusals[] = {"ALREADY_SUPPLIER", "LATE_PAYMENT", "PAST_DISPUTE", "QUALITY"};

struct Wish {
    std::string from, to;
    bool by_buyer = false;
};

/// Mostly where a demand points; the rest out of curiosity.
Wish a_wish(const Sample& sample, Random& random) {
    auto buyer = random.below(sample.buyers.size());
    auto exhibitor = random.below(sample.exhibitors.size());
    if (random.chance(60)) {
        const auto& [asking, product] = random.pick(sample.wanted);
        buyer = asking;
        exhibitor = sample.products[product].exhibitor;
    }
    const bool by_buyer = random.chance(65);
    const auto &buys = sample.buyers[buyer].id, &sells = sample.exhibitors[exhibitor].id;
    return by_buyer ? Wish{buys, sells, true} : Wish{sells, buys, false};
}

}  // namespace

void make_interests(Sample& sample) {
    auto random = sample.random("interests");
    std::map<std::pair<std::string, std::string>, bool> wishes;  // sorted, each pair once in each direction
    while (wishes.size() < sample.plan.interests) {
        const auto wish = a_wish(sample, random);
        wishes.emplace(std::pair{wish.from, wish.to}, wish.by_buyer);
    }
    for (const auto& [pair, by_buyer] : wishes) {
        const int draw = random.between(1, 100);
        const bool never = draw > 95;
        JsonLine line;
        line.text("from_kind", by_buyer ? "BUYER" : "EXHIBITOR").text("from_id", pair.first).text("to_id", pair.second);
        line.text("level", never       ? "NEVER"
                           : draw > 70 ? "MUST"
                                       : "WANT")
            .text("reason", never ? random.pick(refusals) : "");
        sample.line("interests", line);
    }
}

}  // namespace hoicho::sample
