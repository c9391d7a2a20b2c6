// Changes a product's wholesale price; what was agreed at the old one is no business of the register.
#include "registration/domain/checks.h"
#include "registration/domain/decide.h"
#include "registration/domain/limits.h"

namespace hoicho::registration {

Answer decide(const State& state, const v1::ChangePrice& command) {
    const auto* product = state.products.find(ProductId{command.product()});
    Checks checks;
    checks.known("product", command.product(), product != nullptr)
        .present("price_wholesale_vnd", command.price_wholesale_vnd() != 0)
        .range("price_wholesale_vnd", command.price_wholesale_vnd(), 1, price_vnd_max);
    if (checks.first()) return *checks.first();
    if (product->price_wholesale_vnd() == command.price_wholesale_vnd())
        return refuse(REASON_ALREADY_DONE, "price_wholesale_vnd", std::to_string(command.price_wholesale_vnd()));

    v1::Event event;
    event.mutable_price_changed()->set_product(command.product());
    event.mutable_price_changed()->set_price_wholesale_vnd(command.price_wholesale_vnd());
    return fact(std::move(event));
}

}  // namespace hoicho::registration
