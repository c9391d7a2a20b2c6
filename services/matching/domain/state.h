// What matching knows of one organiser: wishes, lists, feedback and settings of its own, and what it folds of the register and of scheduling.
#pragma once

#include <memory>

#include "hoicho/matching/v1/events.pb.h"
#include "kernel/table.h"
#include "matching/domain/market/value.h"
#include "matching/domain/own_names.h"
#include "matching/domain/ranking/index.h"
#include "matching/domain/rows_heard.h"
#include "matching/domain/rows_own.h"

namespace hoicho::matching {

struct State {
    explicit State(Tables& tables);
    ~State();  // like the constructor in state.cc alone: the code of all tables is made there and nowhere else
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    // by own events only
    Keyed<InterestKey, Interest> interests;
    Keyed<ListKey, List> lists;
    Keyed<BuyerKey, DemandsWithList> lists_of_buyer;
    Keyed<InterestKey, Said> feedback;
    Keyed<About, market::Counts> counts_said;  ///< of `feedback`, by whom it is about
    Keyed<PairKey, MetAt> met;
    Keyed<FairKey, ListSettings> settings;
    Keyed<ShownKey, Shown> shown;
    Rows<WordsId, Words> own_words;
    Keyed<OnlyKey, NamesPrint> names_print;

    // by registration's events only
    Rows<FairId, Fair> fairs;
    Rows<ExhibitorId, Exhibitor> exhibitors;
    Rows<ProductId, ranking::Product> products;
    Rows<CertificateId, CertificateOf> certificates;
    Rows<DemandId, Demand> demands;
    Keyed<Participant, std::uint8_t> participants;
    Rows<BuyerId, Buyer> buyers;
    Rows<ProductId, Terms> terms;
    Keyed<About, Delegates> delegates;

    // by scheduling's events only
    Keyed<FairKey, Slots> slots;
    Rows<RequestId, Request> requests;
    Rows<MeetingId, Meeting> meetings;
    Keyed<TableSlot, std::uint32_t> occupied;   ///< the live meeting at a table in a slot
    Keyed<FairPair, std::uint32_t> live_pairs;  ///< live meetings of the two at a fair
    Keyed<ProgrammeKey, Draft> drafts;
    Keyed<About, market::Counts> counts_heard;  ///< answers to requests, by whom they are about

    ranking::Index words;  ///< derived from products; registration's events are final, so it never has to be undone

    /// Derives the words of all products after their rows were read from a store.
    void index();

    bool takes_part(std::uint32_t fair, Side side, std::uint32_t organisation) const {
        return participants.contains({fair, organisation, side});
    }
    /// Whether one of the two asked never to meet the other at this fair.
    bool never(std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor) const;
    /// What both sides said of each other for this fair, and whether they met at another one.
    market::Wishes wishes(std::uint32_t fair, std::uint32_t buyer, std::uint32_t exhibitor) const;
    /// Answers and outcomes about one participant, over all fairs.
    market::Counts counts_about(Side side, std::uint32_t organisation) const;
    ListSettings settings_of(std::uint32_t fair) const;
    /// The organiser's own names; nullptr when there are none. Made when they changed, and safe for several readers.
    std::shared_ptr<const ranking::Lexicon> own_lexicon() const { return own_names.of(*this); }
    OwnNames own_names;

    /// The newest list of a demand; an empty message when there is none.
    v1::Suggested list_of(std::uint32_t fair, std::uint32_t demand) const;
};

}  // namespace hoicho::matching
