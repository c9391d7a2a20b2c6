// How the holder of a tax code is named to somebody who wanted to register the same one.
#pragma once

#include <cstdint>
#include <string>

#include "registration/domain/state.h"

namespace hoicho::registration {

/// Its code, else its business name, else its kind and number. Never a person's data.
inline std::string holder_name(const State& state, Side side, std::uint32_t id) {
    const auto name = [id](const auto* row, const char* kind) {
        if (row && !row->code().empty()) return row->code();
        if (row && !row->business_name_vi().empty()) return row->business_name_vi();
        return kind + std::to_string(id);
    };
    return side == Side::exhibitor ? name(state.exhibitors.find(ExhibitorId{id}), "exhibitor ")
                                   : name(state.buyers.find(BuyerId{id}), "buyer ");
}

}  // namespace hoicho::registration
