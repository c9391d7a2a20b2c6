// Valid things of each kind; a test changes the one member it is about.
#include "registration/domain/testing.h"

namespace hoicho::registration {

v1::Organiser organiser() {
    v1::Organiser row;
    row.set_name_vi("Trung tâm Xúc tiến Mẫu");
    row.set_kind("PUBLIC_AGENCY");
    return row;
}

v1::Fair fair(const std::string& code) {
    v1::Fair row;
    row.set_code(code);
    row.set_kind(v1::FAIR_KIND_TRADE_FAIR);
    row.set_name_vi("Hội chợ OCOP Mẫu");
    row.set_timezone("Asia/Ho_Chi_Minh");
    row.set_starts_on(opening_day);
    row.set_ends_on(opening_day + 3);
    row.set_province_code("01");
    row.set_currency("VND");
    row.mutable_rules()->set_min_stars(3);
    row.mutable_rules()->set_meeting_minutes(20);
    return row;
}

v1::Delegation delegation(const std::string& code) {
    v1::Delegation row;
    row.set_fair(1);
    row.set_code(code);
    row.set_province_code("12");
    row.set_title_vi("Đoàn Lai Châu");
    row.set_booth_quota(4);
    return row;
}

v1::Exhibitor co_operative() {
    v1::Exhibitor row;
    row.set_subject_type(v1::SUBJECT_TYPE_COOPERATIVE);
    row.set_business_name_vi("Hợp tác xã Văn Hồ");
    row.set_tax_id_kind(v1::TAX_ID_KIND_MST10);
    row.set_tax_id("9900000009");
    row.set_province_code("14");
    row.set_commune_code("04057");
    *row.mutable_phone() = sealed("phone");
    return row;
}

v1::Exhibitor household() {
    v1::Exhibitor row;
    row.set_subject_type(v1::SUBJECT_TYPE_HOUSEHOLD);
    *row.mutable_household_name() = sealed("name");
    row.set_tax_id_kind(v1::TAX_ID_KIND_PIN12);
    *row.mutable_personal_tax_id() = sealed("number");
    row.set_tax_id_key(std::string(16, 'k'));
    row.set_province_code("01");
    return row;
}

v1::Product product() {
    v1::Product row;
    row.set_exhibitor(1);
    row.set_title_vi("Chè shan tuyết");
    row.set_unit("kg");
    row.set_ocop_group(2);
    row.set_ocop_set(13);
    row.set_price_retail_vnd(450'000);
    return row;
}

v1::Certificate certificate() {
    v1::Certificate row;
    row.set_product(1);
    row.set_kind("OCOP");
    row.set_rating(v1::RATING_FOUR);
    row.set_decision_no("90001/QĐ-UBND");
    row.set_issuer_level("PROVINCE");
    row.set_issuer("UBND tỉnh Sơn La");
    row.set_issued_on(20'060);
    row.set_expires_on(21'155);
    return row;
}

v1::Buyer supermarket() {
    v1::Buyer row;
    row.set_business_name_vi("Chuỗi siêu thị Mẫu");
    row.set_buyer_type("SUPERMARKET");
    row.set_country("Viet Nam");
    row.set_timezone("Asia/Ho_Chi_Minh");
    row.set_tax_id("9900000009");
    return row;
}

v1::Demand demand() {
    v1::Demand row;
    row.set_buyer(1);
    row.set_title("Cần chè shan tuyết");
    row.set_language("vi");
    row.set_quantity_thousandths(200'000);
    row.set_quantity_unit("kg");
    row.set_quantity_per("MONTH");
    return row;
}

v1::Representative representative() {
    v1::Representative row;
    row.set_exhibitor(1);
    *row.mutable_full_name() = sealed("name");
    row.add_languages("vi");
    row.set_timezone("Asia/Ho_Chi_Minh");
    auto& window = *row.add_availability();
    window.set_starts_at_ms(1'796'262'000'000);
    window.set_ends_at_ms(1'796'274'000'000);
    window.set_mode("ONSITE");
    return row;
}

v1::PointOfSale point_of_sale() {
    v1::PointOfSale row;
    row.set_code("K001");
    row.set_title_vi("Điểm OCOP Mẫu 01");
    row.set_kind("STATION");
    return row;
}

v1::Participation participation() {
    v1::Participation row;
    row.set_fair(1);
    row.set_exhibitor(1);
    row.set_funding(v1::FUNDING_STATE);
    row.set_wants_meetings(true);
    return row;
}

}  // namespace hoicho::registration
