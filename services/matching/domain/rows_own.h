// Rows that matching's own events write: wishes, lists, feedback, settings, names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "matching/domain/ids.h"
#include "matching/domain/market/feedback.h"
#include "matching/domain/market/listing.h"

namespace hoicho::matching {

enum class Side : std::uint8_t { buyer = 1, exhibitor = 2 };
constexpr Side other(Side side) { return side == Side::buyer ? Side::exhibitor : Side::buyer; }
enum class Level : std::uint8_t { must = 1, want = 2, never = 3 };

/// What one side says of the other, for one fair.
struct InterestKey {
    std::uint32_t fair = 0;
    std::uint32_t buyer = 0;
    std::uint32_t exhibitor = 0;
    Side from{};

    friend bool operator==(const InterestKey&, const InterestKey&) = default;
};

struct Interest {
    Level level{};
    std::string cause;
};

struct ListKey {
    std::uint32_t fair = 0;
    std::uint32_t demand = 0;

    friend bool operator==(const ListKey&, const ListKey&) = default;
};

/// The newest list of a demand. Kept as bytes: ten times smaller than the message, and read only to be shown.
struct List {
    std::uint32_t buyer = 0;
    std::uint32_t items = 0;  ///< how many products it names
    std::string suggested;    ///< serialized v1::Suggested
};

struct BuyerKey {
    std::uint32_t fair = 0;
    std::uint32_t buyer = 0;

    friend bool operator==(const BuyerKey&, const BuyerKey&) = default;
};

/// Demands of a buyer that have a list, ascending.
struct DemandsWithList {
    std::vector<std::uint32_t> demands;
};

/// What one side said became of the other.
struct Said {
    enum class Answer : std::uint8_t { none, accepted, declined };
    Answer answer = Answer::none;
    market::Why why{};  ///< of a declined
    bool met = false;
    bool contract = false;

    friend bool operator==(const Said&, const Said&) = default;
};

/// A participant that others said something about.
struct About {
    Side side{};
    std::uint32_t organisation = 0;

    friend bool operator==(const About&, const About&) = default;
};

struct PairKey {
    std::uint32_t buyer = 0;
    std::uint32_t exhibitor = 0;

    friend bool operator==(const PairKey&, const PairKey&) = default;
};

/// Fairs at which a side said that the two met, ascending.
struct MetAt {
    std::vector<std::uint32_t> fairs;
};

struct FairKey {
    std::uint32_t fair = 0;

    friend bool operator==(const FairKey&, const FairKey&) = default;
};

struct ListSettings {
    std::int32_t lift_strength_thousandths = 0;
    std::int32_t price_weight_thousandths = market::price_weight_full_thousandths;
    bool feedback = true;

    friend bool operator==(const ListSettings&, const ListSettings&) = default;
};

struct ShownKey {
    std::uint32_t fair = 0;
    std::uint32_t exhibitor = 0;

    friend bool operator==(const ShownKey&, const ShownKey&) = default;
};

/// Lists of the fair that named the exhibitor, each as often as it was made.
struct Shown {
    std::uint32_t times = 0;
};

/// Names of one thing, or a broader name and its kinds.
struct Words {
    std::vector<std::string> names;
    bool kinds = false;
    bool removed = false;
};

/// Changes with every change of the organiser's names, and comes back when a change is taken back.
struct NamesPrint {
    std::uint64_t print = 0;
    std::uint32_t present = 0;  ///< words that are not removed
};

/// Of a table with one row.
struct OnlyKey {
    std::uint8_t only = 0;

    friend bool operator==(const OnlyKey&, const OnlyKey&) = default;
};

}  // namespace hoicho::matching
