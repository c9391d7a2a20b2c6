// What matching knows of one organiser: wishes and newest suggestion lists, and what it folds of the register to rank by.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hoicho/matching/v1/events.pb.h"
#include "kernel/table.h"
#include "matching/domain/ids.h"
#include "matching/domain/ranking/facts.h"
#include "matching/domain/ranking/index.h"

namespace hoicho::matching {

enum class Side : std::uint8_t { buyer = 1, exhibitor = 2 };
enum class Level : std::uint8_t { must = 1, want = 2, never = 3 };

/// One side's wish about the other, for one fair.
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

struct Fair {
    std::int32_t certificates_checked_on = 0;
};

struct Exhibitor {
    std::string province;
};

struct CertificateOf {
    std::uint32_t product = 0;
};

struct Demand {
    std::uint32_t buyer = 0;
    bool withdrawn = false;
    ranking::Demand wanted;
};

struct Participant {
    std::uint32_t fair = 0;
    std::uint32_t organisation = 0;
    Side side{};

    friend bool operator==(const Participant&, const Participant&) = default;
};

struct State {
    explicit State(Tables& tables);
    ~State();  // like the constructor in state.cc alone: the code of all tables is made there and nowhere else
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    // by own events only
    Keyed<InterestKey, Interest> interests;
    Keyed<ListKey, List> lists;
    Keyed<BuyerKey, DemandsWithList> lists_of_buyer;

    // by registration's events only
    Rows<FairId, Fair> fairs;
    Rows<ExhibitorId, Exhibitor> exhibitors;
    Rows<ProductId, ranking::Product> products;
    Rows<CertificateId, CertificateOf> certificates;
    Rows<DemandId, Demand> demands;
    Keyed<Participant, std::uint8_t> participants;

    ranking::Index words;  ///< derived from products; registration's events are final, so it never has to be undone

    /// Derives the words of all products after their rows were read from a store.
    void index();

    bool takes_part(std::uint32_t fair, Side side, std::uint32_t organisation) const {
        return participants.contains({fair, organisation, side});
    }
    /// Whether one of the two asked never to meet the other at this fair.
    bool never(std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor) const;
    /// The newest list of a demand; an empty message when there is none.
    v1::Suggested list_of(std::uint32_t fair, std::uint32_t demand) const;
};

}  // namespace hoicho::matching
