// What holds for every demand and every fair: random ones, each repeated by its seed alone.
#include <algorithm>
#include <random>

#include "matching/domain/ranking/testing.h"
#include "matching/domain/ranking/worth.h"

namespace hoicho::matching::ranking {
namespace {

/// Products and demands in words that meet each other often.
class RandomFair {
  public:
    explicit RandomFair(unsigned seed) : random_{seed} {
        for (std::uint32_t id = 1; id <= 300; ++id) products.push_back(made(id));
    }

    Demand demand() {
        auto asked = wanted(words(1 + below(4)));
        asked.description = words(below(6));
        if (below(3) == 0) asked.ocop_group = 1 + below(3);
        if (below(4) == 0) asked.ocop_set = 1 + below(6);
        if (below(3) == 0) asked.standards_required = {standard()};
        if (below(3) == 0) asked.standards_preferred = {standard()};
        asked.min_stars = below(2) == 0 ? 0 : 3 + below(3);
        asked.valid_certificate_required = below(2) == 0;
        if (below(2) == 0) asked.price_max_vnd = 10'000 + below(90'000), asked.price_unit = "kg";
        if (below(2) == 0) asked.quantity_thousandths = 1'000 * below(5'000), asked.quantity_unit = "kg";
        if (below(3) == 0) asked.provinces_preferred = {std::to_string(below(4))}, asked.province_strict = below(2) == 0;
        if (below(2) == 0) asked.needed_from = fair_day, asked.needed_to = fair_day + static_cast<Day>(below(200));
        return asked;
    }
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }
    std::string standard() { return std::vector<std::string>{"ATTP", "HACCP", "HALAL", "VIETGAP"}[below(4)]; }
    void shuffle(std::vector<Product>& list) { std::shuffle(list.begin(), list.end(), random_); }

    std::vector<Product> products;

  private:
    std::string words(std::uint32_t count) {
        static const std::vector<std::string> known{"gạo", "nếp", "trà", "chè", "sen", "dứa", "dừa", "dưa", "lạc", "đậu phộng", "mật ong", "tea", "rice", "honey",
                                                    "khô", "sấy", "muối", "rượu", "cần mua", "the", "gao", "mawts", "xyzt", "gốm", "lụa", "200 kg", "các loại"};
        std::string out;
        for (std::uint32_t at = 0; at < count; ++at) out += known[below(static_cast<std::uint32_t>(known.size()))] + " ";
        return out;
    }
    Product made(std::uint32_t id) {
        auto one = product(id, words(1 + below(4)), below(2) == 0 ? words(1 + below(2)) : "");
        one.description = words(below(5));
        one.facts.exhibitor = 1 + below(80);
        one.facts.ocop_group = 1 + below(3);
        one.facts.ocop_set = below(7);
        one.facts.price_vnd = below(120'000);
        one.facts.capacity_per_month_thousandths = 1'000 * below(3'000);
        one.facts.supply_months = static_cast<std::uint16_t>(below(4096));
        one.facts.province = std::to_string(below(4));
        for (std::uint32_t at = below(4); at > 0; --at) one.facts.standards.push_back(standard());
        if (below(4) > 0)
            one.facts.certificates = {{.id = id, .stars = static_cast<std::uint8_t>(3 + below(3)), .issued_on = 1, .expires_on = fair_day - 50 + static_cast<Day>(below(100)), .revoked_on = 0}};
        return one;
    }

    std::mt19937 random_;
};

void expect_same(const std::vector<Ranked>& found, const std::vector<Ranked>& expected, unsigned seed) {
    ASSERT_EQ(ids(found), ids(expected)) << "seed " << seed;
    for (std::size_t at = 0; at < found.size(); ++at) {
        EXPECT_EQ(found[at].score_thousandths, expected[at].score_thousandths) << "seed " << seed;
        ASSERT_EQ(found[at].contributions.size(), expected[at].contributions.size()) << "seed " << seed;
        for (std::size_t part = 0; part < found[at].contributions.size(); ++part) {
            EXPECT_EQ(found[at].contributions[part].score_thousandths, expected[at].contributions[part].score_thousandths) << "seed " << seed;
            EXPECT_EQ(found[at].contributions[part].found, expected[at].contributions[part].found) << "seed " << seed;
        }
    }
}

TEST(EveryRanking, FindsWhatLookingAtEveryProductFinds) {
    for (unsigned seed = 1; seed <= 15; ++seed) {
        RandomFair fair{seed};
        const auto index = index_of(fair.products);
        for (int count = 0; count < 10; ++count) {
            const auto demand = fair.demand();
            const auto top = 1 + fair.below(30);
            const auto eligible = [](const Offer& offer) { return offer.exhibitor % 7 != 0; };
            expect_same(rank(index, demand, fair_day, top, eligible), rank(index, demand, fair_day, top, eligible, {.pruning = false}), seed);
        }
    }
}

TEST(EveryRanking, NeverBoundsWordsBelowTheirScore) {
    for (unsigned seed = 16; seed <= 30; ++seed) {
        RandomFair fair{seed};
        const auto index = index_of(fair.products);
        const RankingOptions options;
        for (int count = 0; count < 10; ++count) {
            const auto demand = fair.demand();
            const Worth worth{index, demand, options};
            for (std::uint32_t place = 0; place < index.documents().size(); ++place) {
                EXPECT_GE(worth.said().at_most(place), worth.said()[place]) << "seed " << seed << ", demand " << demand.title;
                EXPECT_EQ(worth.said().at_most(place) == 0, worth.said()[place] == 0) << "seed " << seed << ", demand " << demand.title;
                EXPECT_GE(worth.words_at_most(place), worth.words(place)) << "seed " << seed << ", demand " << demand.title;
                EXPECT_GE(worth.kind_most(), worth.kind(place)) << "seed " << seed << ", demand " << demand.title;
            }
        }
    }
}

TEST(EveryRanking, IsInOrderAndEachScoreIsTheSumOfItsReasons) {
    for (unsigned seed = 31; seed <= 40; ++seed) {
        RandomFair fair{seed};
        const auto index = index_of(fair.products);
        for (int count = 0; count < 10; ++count) {
            const auto ranked = rank(index, fair.demand(), fair_day, 40);
            for (std::size_t at = 0; at < ranked.size(); ++at) {
                std::int32_t sum = 0;
                for (const auto& reason : ranked[at].contributions) sum += reason.score_thousandths;
                EXPECT_EQ(sum, ranked[at].score_thousandths) << "seed " << seed;
                if (at == 0) continue;
                const auto& before = ranked[at - 1];
                EXPECT_TRUE(before.score_thousandths > ranked[at].score_thousandths ||
                            (before.score_thousandths == ranked[at].score_thousandths && before.product < ranked[at].product)) << "seed " << seed;
            }
        }
    }
}

TEST(EveryRanking, DependsOnTheProductsAndNotOnTheirWay) {
    for (unsigned seed = 51; seed <= 60; ++seed) {
        RandomFair fair{seed}, others{seed + 1000};
        const auto straight = index_of(fair.products);
        Index winding;
        auto shuffled = fair.products;
        fair.shuffle(shuffled);
        for (std::size_t at = 0; at < shuffled.size(); at += 2) winding.put(others.products[shuffled[at].facts.id - 1]);
        for (std::uint32_t id = 1; id <= 300; id += 3) winding.erase(id);
        for (const auto& one : shuffled) winding.put(one);
        for (int count = 0; count < 10; ++count) {
            const auto demand = fair.demand();
            expect_same(rank(winding, demand, fair_day, 25), rank(straight, demand, fair_day, 25), seed);
        }
    }
}

std::size_t position(const std::vector<Ranked>& ranked, std::uint32_t product) {
    const auto all = ids(ranked);
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), product) - all.begin());
}

/// Makes a product meet one more of what a demand asks; returns whether there was anything to do.
using Repair = bool (*)(Product&, const Demand&);

TEST(EveryRanking, NeverLowersAProductThatMeetsOneMoreCondition) {
    const Repair repairs[] = {
        [](Product& one, const Demand& demand) {
            if (demand.standards_required.empty()) return false;
            one.facts.standards.push_back(demand.standards_required.front());
            return true;
        },
        [](Product& one, const Demand& demand) {
            if (demand.min_stars == 0) return false;
            one.facts.certificates = {{.id = 1, .stars = 5, .issued_on = 1, .expires_on = 0, .revoked_on = 0}};
            return true;
        },
        [](Product& one, const Demand& demand) {
            if (demand.price_max_vnd == 0) return false;
            one.facts.price_vnd = demand.price_max_vnd;
            return true;
        },
        [](Product& one, const Demand& demand) {
            if (demand.provinces_preferred.empty()) return false;
            one.facts.province = demand.provinces_preferred.front();
            return true;
        },
        [](Product& one, const Demand&) {
            one.facts.supply_months = 0;
            return true;
        },
        [](Product& one, const Demand& demand) {
            one.facts.capacity_per_month_thousandths = std::max(one.facts.capacity_per_month_thousandths, demand.quantity_thousandths * 10);
            return true;
        }};
    for (unsigned seed = 61; seed <= 70; ++seed) {
        RandomFair fair{seed};
        auto index = index_of(fair.products);
        for (int count = 0; count < 10; ++count) {
            const auto demand = fair.demand();
            auto better = fair.products[fair.below(300)];
            if (!repairs[fair.below(std::size(repairs))](better, demand)) continue;
            const auto before = position(rank(index, demand, fair_day, 300), better.facts.id);
            index.put_facts(better.facts);
            EXPECT_LE(position(rank(index, demand, fair_day, 300), better.facts.id), before) << "seed " << seed << ", demand " << demand.title;
            index.put_facts(fair.products[better.facts.id - 1].facts);
        }
    }
}

}  // namespace
}  // namespace hoicho::matching::ranking
