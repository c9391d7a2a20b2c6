// One pass over each table; see summary.h.
#include "gateway/views/summary.h"

#include <boost/json.hpp>

#include "gateway/api/programme_json.h"
#include "gateway/api/replies.h"
#include "registration/domain/certificate.h"
#include "scheduling/domain/wishes.h"

namespace hoicho::gateway {
namespace {

namespace json = boost::json;
namespace reg = registration;
namespace sch = scheduling;

std::string rating_name(reg::v1::Rating rating) {
    const auto name = reg::v1::Rating_Name(rating);
    return rating == reg::v1::RATING_UNSPECIFIED || name.empty() ? "NONE" : name.substr(std::string_view{"RATING_"}.size());
}

struct TakingPart {
    std::vector<bool> exhibitors, buyers;  ///< by dense id
    static bool has(const std::vector<bool>& of, std::uint32_t id) { return id < of.size() && of[id]; }
};

TakingPart count_participants(const reg::State& state, std::uint32_t fair, FairSummary& out) {
    TakingPart part{std::vector<bool>(state.exhibitors.size() + 1), std::vector<bool>(state.buyers.size() + 1)};
    state.participations.for_each([&](const reg::Entered& key, const auto&) {
        if (key.fair != reg::FairId{fair}) return;
        auto& side = key.side == reg::Side::exhibitor ? part.exhibitors : part.buyers;
        if (key.organisation < side.size()) side[key.organisation] = true;
        ++(key.side == reg::Side::exhibitor ? out.exhibitors : out.buyers);
    });
    return part;
}

/// A product counts under the rating of its newest certificate, valid or not, as organisers' lists do; validity is counted apart.
void count_products(const reg::State& state, std::int32_t check_day, const TakingPart& part, FairSummary& out) {
    std::vector<reg::v1::Rating> ratings(state.products.size() + 1, reg::v1::RATING_UNSPECIFIED);
    std::vector<std::int32_t> issued(state.products.size() + 1, 0);
    std::vector<bool> valid(state.products.size() + 1, false);
    state.certificates.for_each([&](auto, const reg::RecordedCertificate& row) {
        const auto product = row.certificate.product();
        if (product >= ratings.size()) return;
        if (reg::valid_on(row.certificate, check_day, row.revoked_on)) valid[product] = true;
        if (ratings[product] != reg::v1::RATING_UNSPECIFIED && row.certificate.issued_on() < issued[product]) return;
        ratings[product] = row.certificate.rating();
        issued[product] = row.certificate.issued_on();
    });
    state.products.for_each([&](reg::ProductId id, const reg::v1::Product& product) {
        if (!TakingPart::has(part.exhibitors, product.exhibitor())) return;
        const auto at = static_cast<std::size_t>(id);
        ++out.products;
        ++out.products_by_rating[rating_name(ratings[at])];
        out.certificates_valid += valid[at];
    });
}

void count_registration(const States& states, std::uint32_t fair, FairSummary& out) {
    const auto& state = *states.registration;
    const auto* row = state.fairs.find(reg::FairId{fair});
    if (!row) return;
    out.code = row->code();
    out.name_vi = row->name_vi();
    out.name_en = row->name_en();
    const auto part = count_participants(state, fair, out);
    count_products(state, row->rules().certificates_checked_on(), part, out);
    state.demands.for_each([&](auto, const reg::PostedDemand& demand) {
        out.demands += !demand.withdrawn && TakingPart::has(part.buyers, demand.demand.buyer());
    });
    state.representatives.for_each([&](auto, const reg::v1::Representative& person) {
        out.representatives += person.has_buyer() ? TakingPart::has(part.buyers, person.buyer()) : TakingPart::has(part.exhibitors, person.exhibitor());
    });
}

void count_floor(const sch::State& state, std::uint32_t fair, FairSummary& out) {
    state.booths.for_each([&](sch::BoothId id, const sch::Booth& booth) {
        if (booth.fair != sch::FairId{fair}) return;
        ++out.booths;
        out.booths_given += state.booth_holders.contains(id);
    });
    state.booth_requests.for_each([&](auto, const sch::BoothRequest& request) {
        if (request.fair == sch::FairId{fair}) out.booths_asked += request.booths;
    });
    state.allocation_runs.for_each([&](auto, const sch::AllocationRun& run) {
        if (run.fair == sch::FairId{fair} && run.done) out.exhibitors_unplaced = run.unplaced.size();
    });
}

void count_programme(const sch::State& state, std::uint32_t fair, FairSummary& out) {
    state.programmes.for_each([&](sch::ProgrammeId id, const sch::Programme& programme) {
        if (programme.fair != sch::FairId{fair}) return;
        out.programme = sch::number(id);
        out.programme_status = programme.status == sch::ProgrammeStatus::published ? "PUBLISHED" : "DRAFT";
        out.figures = programme;
    });
    const auto* draft = out.programme ? state.drafts.find(sch::ProgrammeId{out.programme}) : nullptr;
    if (!draft) return;
    out.not_held_more = draft->not_held_more;
    out.wishes_not_held = draft->not_held.size() + out.not_held_more;
    for (const auto& missed : draft->not_held) {
        const auto reason = static_cast<Reason>(missed.reason);
        ++out.not_held_by_reason[common::v1::Reason_Name(reason)];
        if (out.first_reasons.size() < FairSummary::reasons_shown_max) out.first_reasons.push_back({reason, missed.subject, missed.value, missed.accepted});
    }
}

template <class Counts>
json::object counts_object(const Counts& counts) {
    json::object out;
    for (const auto& [name, count] : counts) out[name] = count;
    return out;
}

}  // namespace

FairSummary summarise(const States& states, std::uint32_t fair) {
    FairSummary out;
    out.fair = fair;
    if (states.registration) count_registration(states, fair, out);
    if (states.matching)
        states.matching->lists.for_each([&](const matching::ListKey& key, const matching::List& list) {
            if (key.fair != fair) return;
            ++out.suggestion_lists;
            out.suggestions += list.items;
        });
    if (!states.scheduling) return out;
    out.wishes = sch::wishes_of(*states.scheduling, sch::FairId{fair}).size();  // the programme's own count, so that held and not held add up to it
    states.scheduling->meetings.for_each([&](auto, const sch::Meeting& meeting) {
        out.meetings += meeting.fair == sch::FairId{fair} && meeting.status == sch::MeetingStatus::scheduled;
    });
    states.scheduling->requests.for_each([&](auto, const sch::Request& request) {
        out.requests_open += request.fair == sch::FairId{fair} && request.status == sch::RequestStatus::open;
    });
    count_floor(*states.scheduling, fair, out);
    count_programme(*states.scheduling, fair, out);
    return out;
}

json::object summary_object(const FairSummary& s, const PublicIds& ids, std::string_view organiser) {
    json::object out{{"fair", ids.show(organiser, ID_KIND_FAIR, s.fair)},
                     {"code", s.code},
                     {"name_vi", s.name_vi},
                     {"name_en", s.name_en},
                     {"exhibitors", s.exhibitors},
                     {"buyers", s.buyers},
                     {"representatives", s.representatives},
                     {"products", s.products},
                     {"products_by_rating", counts_object(s.products_by_rating)},
                     {"certificates_valid", s.certificates_valid},
                     {"demands", s.demands},
                     {"suggestion_lists", s.suggestion_lists},
                     {"suggestions", s.suggestions},
                     {"wishes", s.wishes},
                     {"meetings", s.meetings},
                     {"wishes_not_held", s.wishes_not_held},
                     {"not_held_by_reason", counts_object(s.not_held_by_reason)},
                     {"not_held_more", s.not_held_more},
                     {"requests_open", s.requests_open},
                     {"booths", s.booths},
                     {"booths_asked", s.booths_asked},
                     {"booths_given", s.booths_given},
                     {"exhibitors_unplaced", s.exhibitors_unplaced}};
    if (s.programme) {
        auto& programme = out["programme"].emplace_object();
        programme = figures_object(s.figures);
        programme["id"] = ids.show(organiser, ID_KIND_PROGRAMME, s.programme);
        programme["status"] = s.programme_status;
    }
    auto& reasons = out["first_reasons"].emplace_array();
    for (const auto& refusal : s.first_reasons) reasons.push_back(refusal_object(ids, organiser, refusal));
    return out;
}

}  // namespace hoicho::gateway
