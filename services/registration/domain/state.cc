// Tables of registration by their two letters, and the two that are derived from the others.
#include "registration/domain/state.h"

#include "kernel/decision.h"
#include "kernel/vietnamese.h"
#include "registration/domain/tax_code.h"

namespace hoicho::registration {
namespace {

template <class Id>
void enter_code(State& state, IdKind kind, Id id, const std::string& code, std::uint32_t scope = 0) {
    if (!code.empty()) state.by_code.put({kind, scope, code}, static_cast<std::uint32_t>(id));
}

template <class Id, class Organisation>
void enter_tax_number(State& state, Side side, Id id, const Organisation& organisation) {
    auto number = tax_number(organisation);
    if (!number.empty()) state.by_tax_number.put({side, std::move(number)}, static_cast<std::uint32_t>(id));
}

}  // namespace

State::State(Tables& tables)
    : organisers{tables, "or"},
      fairs{tables, "fa"},
      delegations{tables, "de"},
      exhibitors{tables, "ex"},
      products{tables, "pr"},
      certificates{tables, "ce"},
      buyers{tables, "bu"},
      demands{tables, "dm"},
      representatives{tables, "re"},
      points_of_sale{tables, "ps"},
      participations{tables, "pa"},
      by_tax_number{tables, "tx", Kept::derived},
      by_code{tables, "co", Kept::derived} {}

State::~State() = default;

void State::index() {
    const auto enter_row = [this](auto id, const auto& row) { enter(*this, id, row); };
    fairs.for_each(enter_row);
    delegations.for_each(enter_row);
    exhibitors.for_each(enter_row);
    products.for_each(enter_row);
    buyers.for_each(enter_row);
    demands.for_each([this](DemandId id, const PostedDemand& row) { enter(*this, id, row.demand); });
    representatives.for_each(enter_row);
    points_of_sale.for_each(enter_row);
}

std::string tax_number(const v1::Exhibitor& exhibitor) {
    if (exhibitor.tax_id_kind() == v1::TAX_ID_KIND_PIN12)
        return exhibitor.tax_id_key().empty() ? std::string{} : "key " + exhibitor.tax_id_key();
    return tax_digits(exhibitor.tax_id());
}

std::string tax_number(const v1::Buyer& buyer) {
    if (buyer.tax_id().empty() || is_vietnamese(buyer)) return tax_digits(buyer.tax_id());
    return folded(buyer.country()) + " " + buyer.tax_id();
}

bool is_vietnamese(const v1::Buyer& buyer) {
    const auto country = folded(buyer.country());
    return country == "viet nam" || country == "vietnam" || country == "vn";
}

void enter(State& state, FairId id, const v1::Fair& fair) { enter_code(state, ID_KIND_FAIR, id, fair.code()); }

void enter(State& state, DelegationId id, const v1::Delegation& delegation) {
    enter_code(state, ID_KIND_DELEGATION, id, delegation.code(), delegation.fair());
}

void enter(State& state, ExhibitorId id, const v1::Exhibitor& exhibitor) {
    enter_code(state, ID_KIND_EXHIBITOR, id, exhibitor.code());
    enter_tax_number(state, Side::exhibitor, id, exhibitor);
}

void enter(State& state, ProductId id, const v1::Product& product) {
    enter_code(state, ID_KIND_PRODUCT, id, product.code());
}

void enter(State& state, BuyerId id, const v1::Buyer& buyer) {
    enter_code(state, ID_KIND_BUYER, id, buyer.code());
    enter_tax_number(state, Side::buyer, id, buyer);
}

void enter(State& state, DemandId id, const v1::Demand& demand) {
    enter_code(state, ID_KIND_DEMAND, id, demand.code());
}

void enter(State& state, RepresentativeId id, const v1::Representative& representative) {
    enter_code(state, ID_KIND_REPRESENTATIVE, id, representative.code());
}

void enter(State& state, PointOfSaleId id, const v1::PointOfSale& point_of_sale) {
    enter_code(state, ID_KIND_POINT_OF_SALE, id, point_of_sale.code());
}

}  // namespace hoicho::registration
