// What scheduling takes in of registration and matching. These tables are written here and nowhere else, so that journals commute.
#include "hoicho/matching/v1/events.pb.h"
#include "hoicho/registration/v1/events.pb.h"
#include "scheduling/domain/domain.h"

namespace hoicho::scheduling {

namespace {

void hear(State& state, const registration::v1::FairOpened& event) {
    const auto& rules = event.fair().rules();
    state.fairs.put(FairId{event.fair_id()}, Fair{event.fair().code(), rules.booths_per_exhibitor_max(),
                                                  rules.meetings_per_representative_per_half_day_max()});
}

void hear(State& state, const registration::v1::ExhibitorRegistered& event) {
    Exhibitor row;
    if (const auto* known = state.exhibitors.find(ExhibitorId{event.exhibitor_id()})) row = *known;
    row.province_code = event.exhibitor().province_code();
    row.commune_code = event.exhibitor().commune_code();
    state.exhibitors.put(ExhibitorId{event.exhibitor_id()}, std::move(row));
}

void hear(State& state, const registration::v1::ProductAdded& event) {
    const ExhibitorId id{event.product().exhibitor()};
    const auto* known = state.exhibitors.find(id);
    if (known && known->ocop_group == 0) state.exhibitors.edit(id).ocop_group = event.product().ocop_group();
}

template <class Event>  // Representative or Participation: both name an organisation
Party organisation_of(const Event& event) {
    return event.organisation_case() == Event::kBuyer ? party(BuyerId{event.buyer()}) : party(ExhibitorId{event.exhibitor()});
}

void hear(State& state, const registration::v1::RepresentativeRegistered& event) {
    const auto& person = event.representative();
    Delegate delegate{person.meetings_per_half_day_max(), {}};
    for (const auto& window : person.availability()) delegate.windows.push_back({window.starts_at_ms(), window.ends_at_ms()});
    const Party who = organisation_of(person);
    if (!state.delegates.contains(who)) state.delegates.put(who, {});
    state.delegates.edit(who).people.push_back(std::move(delegate));
}

void hear(State& state, const registration::v1::FairEntered& event) {
    const auto& part = event.participation();
    const Party who = organisation_of(part);
    state.participations.put({FairId{part.fair()}, who.side, who.id}, {part.wants_meetings(), part.delegation()});
}

Folded hear(State& state, const registration::v1::Event& event) {
    using Event = registration::v1::Event;
    switch (event.kind_case()) {
        case Event::kFairOpened: return hear(state, event.fair_opened()), Folded::done;
        case Event::kExhibitorRegistered: return hear(state, event.exhibitor_registered()), Folded::done;
        case Event::kProductAdded: return hear(state, event.product_added()), Folded::done;
        case Event::kRepresentativeRegistered: return hear(state, event.representative_registered()), Folded::done;
        case Event::kFairEntered: return hear(state, event.fair_entered()), Folded::done;
        case Event::kOrganiserOpened:
        case Event::kDelegationRegistered:
        case Event::kCertificateRecorded:
        case Event::kCertificateRevoked:
        case Event::kBuyerRegistered:
        case Event::kDemandPosted:
        case Event::kDemandWithdrawn:
        case Event::kPriceChanged:
        case Event::kPointOfSaleRegistered: return Folded::done;  // nothing that a programme or a floor rests on
        case Event::KIND_NOT_SET: break;
    }
    return Folded::newer;
}

template <class Wish>  // StateInterest or WithdrawInterest
void set_interest(State& state, const Wish& wish, Level level) {
    const Pair pair{FairId{wish.fair()}, BuyerId{wish.buyer()}, ExhibitorId{wish.exhibitor()}};
    const Interest* known = state.interests.find(pair);
    Interest interest = known ? *known : Interest{};
    (wish.from() == matching::v1::SIDE_BUYER ? interest.buyer : interest.exhibitor) = level;
    if (interest.buyer == Level::none && interest.exhibitor == Level::none) {
        if (known) state.interests.erase(pair);
        return;
    }
    state.interests.put(pair, interest);
}

Folded hear(State& state, const matching::v1::Event& event) {
    using Event = matching::v1::Event;
    switch (event.kind_case()) {
        case Event::kInterestStated: {
            const auto& wish = event.interest_stated().interest();
            return set_interest(state, wish, static_cast<Level>(wish.level())), Folded::done;
        }
        case Event::kInterestWithdrawn:
            return set_interest(state, event.interest_withdrawn().interest(), Level::none), Folded::done;
        case Event::kSuggested:
        case Event::kFeedbackRecorded:
        case Event::kFeedbackWithdrawn:
        case Event::kListSettingsSet:
        case Event::kWordsAdded:
        case Event::kWordsRemoved: return Folded::done;  // what lists are made of
        case Event::KIND_NOT_SET: break;
    }
    return Folded::newer;
}

template <class Event>
Folded hear(State& state, std::string_view bytes) {
    Event event;
    if (!event.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return Folded::newer;
    return hear(state, event);
}

}  // namespace

Folded evolve_foreign(State& state, Service journal, std::string_view bytes) {
    if (journal == SERVICE_REGISTRATION) return hear<registration::v1::Event>(state, bytes);
    if (journal == SERVICE_MATCHING) return hear<matching::v1::Event>(state, bytes);
    return Folded::newer;
}

}  // namespace hoicho::scheduling
