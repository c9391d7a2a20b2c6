// A market whose true wishes are known: who wants whom, and the blurred picture that a platform has of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hoicho::bench {

struct Dial {
    std::uint32_t buyers = 400;
    std::uint32_t exhibitors = 1000;
    std::uint32_t buyer_slots = 12;
    std::uint32_t exhibitor_slots = 6;
    std::uint32_t buyer_wishes = 60;      ///< true ones: the best of all by its own taste
    std::uint32_t exhibitor_wishes = 30;
    std::uint32_t topics = 12;
    float crowding = 0.5F;                ///< 0: own taste alone; 1: everybody wants the same few
    float blur = 0.3F;                    ///< how far observation errs about a taste of its own, which has a deviation of about 1
    float stated = 0.2F;                  ///< share of true wishes that were entered as "want"
    std::uint32_t looks_a_slot = 2;       ///< how far down its list anybody reads, for each slot it has
    std::uint32_t rounds = 3;             ///< evenings: lists, requests, answers
    bool waiting = true;                  ///< whether a yes without a slot is kept for the programme, or forgotten
    std::uint64_t seed = 1;

    std::uint32_t looks(bool buyer) const { return looks_a_slot * (buyer ? buyer_slots : exhibitor_slots); }
};

/// One side's view of the other, row by row.
struct View {
    std::size_t columns = 0;
    std::vector<float> taste;           ///< true
    std::vector<float> observed;        ///< taste with blur
    std::vector<std::uint8_t> wants;    ///< true
    std::vector<std::uint8_t> stated;   ///< a true wish that was told

    std::size_t at(std::uint32_t row, std::uint32_t column) const { return row * columns + column; }
};

struct World {
    Dial dial;
    View buyers;      ///< rows: buyers
    View exhibitors;  ///< rows: exhibitors
};

World plant(const Dial& dial);

/// Copies of `values`, and of them the count-th largest.
float largest(std::vector<float> values, std::size_t count);

}  // namespace hoicho::bench
