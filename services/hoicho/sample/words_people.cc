// Buyers' types, countries, and names of people who are birds.
#include "hoicho/sample/words.h"

namespace hoicho::sample {
namespace {

constexpr BuyerType types[] = {
    {"SUPERMARKET", "Siêu thị", "Supermarket", 8},
    {"CONVENIENCE", "Cửa hàng tiện ích", "Convenience store", 6},
    {"SAFE_FOOD_SHOP", "Cửa hàng thực phẩm an toàn", "Safe food shop", 12},
    {"OCOP_POINT", "Điểm giới thiệu OCOP", "OCOP point", 6},
    {"CATERING", "Bếp ăn công nghiệp", "Industrial caterer", 14},
    {"SCHOOL_KITCHEN", "Bếp ăn bán trú", "School kitchen", 16},
    {"RESTAURANT", "Nhà hàng", "Restaurant", 12},
    {"HOTEL", "Khách sạn", "Hotel", 8},
    {"WHOLESALER", "Đầu mối bán buôn", "Wholesaler", 8},
    {"ECOMMERCE", "Gian hàng trực tuyến", "Online platform", 4},
    {"GIFT", "Công ty quà biếu", "Gift company", 5},
    {"EXPORTER", "Công ty xuất khẩu", "Exporter", 6},
    {"IMPORTER", "Nhà nhập khẩu", "Importer", 6},
};
constexpr Country abroad[] = {
    {"Germany", "Đức", "Europe/Berlin"},
    {"Japan", "Nhật Bản", "Asia/Tokyo"},
    {"South Korea", "Hàn Quốc", "Asia/Seoul"},
    {"France", "Pháp", "Europe/Paris"},
    {"Singapore", "Singapore", "Asia/Singapore"},
    {"Australia", "Úc", "Australia/Sydney"},
    {"United States", "Hoa Kỳ", "America/Los_Angeles"},
};
constexpr std::string_view families[] = {"Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê",
                                         "Lê",     "Phạm",   "Hoàng",  "Phan",   "Vũ",   "Đặng", "Bùi",
                                         "Đỗ",     "Hồ",     "Ngô",    "Dương",  "Lý",   "Vàng"};
constexpr std::string_view middles[] = {"Thị", "Văn", "Hữu", "Đức", "Thu", "Minh", "Thanh", "Ngọc", "Xuân", "Quốc"};
constexpr std::string_view birds[] = {"Én",          "Sẻ",     "Sáo",      "Vẹt",     "Cò",      "Vạc",      "Hạc",
                                      "Sếu",         "Trĩ",    "Công",     "Yểng",    "Khướu",   "Cu",       "Cuốc",
                                      "Diều",        "Cắt",    "Ưng",      "Quạ",     "Ngỗng",   "Le",       "Diệc",
                                      "Bồ Câu",      "Gáy",    "Chích",    "Sơn Ca",  "Bìm Bịp", "Chìa Vôi", "Họa Mi",
                                      "Vành Khuyên", "Hải Âu", "Chim Sâu", "Gõ Kiến", "Bói Cá",  "Mòng"};

}  // namespace

std::span<const BuyerType> buyer_types() { return types; }
std::span<const Country> countries() { return abroad; }
std::span<const std::string_view> family_names() { return families; }
std::span<const std::string_view> middle_names() { return middles; }
std::span<const std::string_view> given_names() { return birds; }

std::span<const std::string_view> standards_of(int set) {
    static constexpr std::string_view fresh[] = {"ATTP", "VIETGAP", "QR_TRACE", "ORGANIC_VN", "PUC", "GLOBALGAP"};
    static constexpr std::string_view made[] = {"ATTP", "HACCP", "ISO22000", "GS1_BARCODE", "QR_TRACE", "HALAL"};
    static constexpr std::string_view herbal[] = {"GMP", "ATTP", "GS1_BARCODE", "QR_TRACE", "ISO9001", "CGMP"};
    static constexpr std::string_view craft[] = {"CNNT", "COLLECTIVE_MARK", "FSC", "GI"};
    static constexpr std::string_view plain[] = {"COLLECTIVE_MARK", "CERT_MARK"};
    if (set <= 4) return fresh;
    if (set <= 17) return made;
    if (set <= 20) return herbal;
    if (set <= 22) return craft;
    return plain;
}

}  // namespace hoicho::sample
