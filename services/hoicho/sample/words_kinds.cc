// Eighty-odd kinds of Vietnamese products with what is usual about them: unit, pack, price, season.
#include "hoicho/sample/words.h"

namespace hoicho::sample {
namespace {

using enum Theme;
constexpr Kind list[] = {
#include "hoicho/sample/words_kinds.inc"
};

}  // namespace

std::span<const Kind> kinds() { return list; }

std::string_view trade(Theme theme) {
    switch (theme) {
        case field: return "Rau màu";
        case orchard: return "Cây ăn quả";
        case rice: return "Lúa gạo";
        case sea: return "Thủy sản";
        case farm: return "Chăn nuôi";
        case tea: return "Chè";
        case coffee: return "Cà phê";
        case honey: return "Lâm sản";
        case sweets: return "Bánh kẹo";
        case drinks: return "Nước giải khát";
        case herbs: return "Thảo dược";
        case crafts: return "Làng nghề";
        case textiles: return "Dệt may";
        case garden: return "Hoa cảnh";
        case travel: return "Du lịch cộng đồng";
    }
    return "Tổng hợp";
}

}  // namespace hoicho::sample
