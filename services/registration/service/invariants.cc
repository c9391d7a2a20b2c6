// Unique tax numbers and codes, references that resolve, days in order, persons' data sealed.
#include "registration/service/invariants.h"

#include <set>
#include <utility>

#include "registration/domain/limits.h"

namespace hoicho::registration {
namespace {

class Findings {
  public:
    void expect(bool holds, std::string_view what, std::uint32_t id) {
        if (holds || sentences_.size() >= broken_rules_max) return;
        sentences_.push_back(std::string{what} + " " + std::to_string(id));
    }
    std::vector<std::string> take() { return std::move(sentences_); }

  private:
    std::vector<std::string> sentences_;
};

template <class Id>
std::uint32_t number(Id id) {
    return static_cast<std::uint32_t>(id);
}

void check_exhibitors(const State& state, Findings& findings) {
    std::set<std::string> numbers;
    state.exhibitors.for_each([&](ExhibitorId id, const v1::Exhibitor& row) {
        const auto tax = tax_number(row);
        findings.expect(tax.empty() || numbers.insert(tax).second, "tax number held twice, also by exhibitor",
                        number(id));
        const bool household = row.subject_type() == v1::SUBJECT_TYPE_HOUSEHOLD;
        findings.expect(!household || row.business_name_vi().empty(), "a person's name in the clear: exhibitor",
                        number(id));
        findings.expect(row.tax_id_kind() != v1::TAX_ID_KIND_PIN12 || row.tax_id().empty(),
                        "a person's number in the clear: exhibitor", number(id));
    });
    findings.expect(state.exhibitors.size() <= exhibitors_max, "more exhibitors than", exhibitors_max);
}

void check_buyers(const State& state, Findings& findings) {
    std::set<std::string> numbers;
    state.buyers.for_each([&](BuyerId id, const v1::Buyer& row) {
        const auto tax = tax_number(row);
        findings.expect(tax.empty() || numbers.insert(tax).second, "tax number held twice, also by buyer", number(id));
    });
    state.demands.for_each([&](DemandId id, const PostedDemand& row) {
        findings.expect(state.buyers.contains(BuyerId{row.demand.buyer()}), "no buyer of demand", number(id));
    });
}

void check_products(const State& state, Findings& findings) {
    state.products.for_each([&](ProductId id, const v1::Product& row) {
        findings.expect(state.exhibitors.contains(ExhibitorId{row.exhibitor()}), "no exhibitor of product", number(id));
    });
    state.certificates.for_each([&](CertificateId id, const RecordedCertificate& row) {
        findings.expect(state.products.contains(ProductId{row.certificate.product()}), "no product of certificate",
                        number(id));
        findings.expect(row.certificate.issued_on() < row.certificate.expires_on(), "never valid: certificate",
                        number(id));
    });
}

void check_fairs(const State& state, Findings& findings) {
    state.fairs.for_each([&](FairId id, const v1::Fair& row) {
        findings.expect(row.starts_on() <= row.ends_on(), "ends before it starts: fair", number(id));
    });
    state.delegations.for_each([&](DelegationId id, const v1::Delegation& row) {
        findings.expect(state.fairs.contains(FairId{row.fair()}), "no fair of delegation", number(id));
    });
    state.participations.for_each([&](const Entered& key, const v1::Participation& row) {
        findings.expect(state.fairs.contains(key.fair), "no such fair to take part in:", number(key.fair));
        findings.expect(key.side == Side::exhibitor ? state.exhibitors.contains(ExhibitorId{key.organisation})
                                                    : state.buyers.contains(BuyerId{key.organisation}),
                        "takes part but does not exist: organisation", key.organisation);
        const auto* delegation = state.delegations.find(DelegationId{row.delegation()});
        findings.expect(row.delegation() == 0 || (delegation && delegation->fair() == row.fair()),
                        "takes part with another fair's delegation: organisation", key.organisation);
    });
}

/// by_code has one entry per code: with as many coded things, none shares its code.
void check_codes(const State& state, Findings& findings) {
    std::size_t coded = 0;
    const auto count = [&coded](auto, const auto& row) { coded += !row.code().empty(); };
    state.fairs.for_each(count);
    state.delegations.for_each(count);
    state.exhibitors.for_each(count);
    state.products.for_each(count);
    state.buyers.for_each(count);
    state.demands.for_each([&](DemandId id, const PostedDemand& row) { count(id, row.demand); });
    state.representatives.for_each(count);
    state.points_of_sale.for_each(count);
    findings.expect(coded == state.by_code.size(),
                    "codes held twice:", static_cast<std::uint32_t>(coded - state.by_code.size()));
}

void check_representatives(const State& state, Findings& findings) {
    state.representatives.for_each([&](RepresentativeId id, const v1::Representative& row) {
        findings.expect(row.has_exhibitor() ? state.exhibitors.contains(ExhibitorId{row.exhibitor()})
                                            : state.buyers.contains(BuyerId{row.buyer()}),
                        "no organisation of representative", number(id));
    });
}

}  // namespace

std::vector<std::string> broken_rules(const State& state) {
    Findings findings;
    check_fairs(state, findings);
    check_exhibitors(state, findings);
    check_products(state, findings);
    check_buyers(state, findings);
    check_representatives(state, findings);
    check_codes(state, findings);
    return findings.take();
}

}  // namespace hoicho::registration
