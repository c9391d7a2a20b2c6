// The list of names; see standard_names.h.
#include "matching/domain/gap/standard_names.h"

#include <array>
#include <string_view>

namespace hoicho::matching::gap {
namespace {

struct Named {
    std::string_view code, vi, en;
};
constexpr std::array standards{
    Named{"VIETGAP", "VietGAP", "VietGAP"}, Named{"GLOBALGAP", "GlobalGAP", "GlobalGAP"},
    Named{"ORGANIC_VN", "hữu cơ Việt Nam", "Vietnam organic"}, Named{"ORGANIC_EU", "hữu cơ EU", "EU organic"},
    Named{"ORGANIC_USDA", "hữu cơ USDA", "USDA organic"}, Named{"HACCP", "HACCP", "HACCP"}, Named{"ISO22000", "ISO 22000", "ISO 22000"},
    Named{"ISO9001", "ISO 9001", "ISO 9001"}, Named{"FSSC22000", "FSSC 22000", "FSSC 22000"}, Named{"HALAL", "Halal", "Halal"},
    Named{"ATTP", "giấy an toàn thực phẩm", "food-safety certificate"}, Named{"GMP", "GMP", "GMP"}, Named{"CGMP", "CGMP", "CGMP"},
    Named{"FDA_REG", "đăng ký FDA", "FDA registration"}, Named{"GI", "chỉ dẫn địa lý", "geographical indication"},
    Named{"COLLECTIVE_MARK", "nhãn hiệu tập thể", "collective mark"}, Named{"CERT_MARK", "nhãn hiệu chứng nhận", "certification mark"},
    Named{"QR_TRACE", "tem truy xuất nguồn gốc", "trace stamp"}, Named{"GS1_BARCODE", "mã vạch GS1", "GS1 barcode"},
    Named{"PUC", "mã số vùng trồng", "growing-area code"}, Named{"PHC", "mã số cơ sở đóng gói", "packing-house code"}, Named{"FSC", "FSC", "FSC"},
    Named{"CNNT", "sản phẩm công nghiệp nông thôn tiêu biểu", "typical rural industrial product"}};

}  // namespace

Sentence name_of_standard(const std::string& code) {
    for (const auto& one : standards)
        if (one.code == code) return {std::string{one.vi}, std::string{one.en}};
    return same(code);
}

Sentence names_of_standards(const std::vector<std::string>& codes) {
    Sentence out;
    for (const auto& code : codes) {
        const auto name = name_of_standard(code);
        out.vi.append(out.vi.empty() ? "" : ", ").append(name.vi);
        out.en.append(out.en.empty() ? "" : ", ").append(name.en);
    }
    return out;
}

}  // namespace hoicho::matching::gap
