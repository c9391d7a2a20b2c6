// What the server itself answers when no handler can: one row per kind of trouble on the wire.
#pragma once
#include <string_view>

#include "runtime/http/problem.h"

namespace hoicho::runtime::http {

struct Fault {
    int status;
    std::string_view slug, title_en, detail_en, title_vi, detail_vi;

    Response response() const { return problem(status, slug, title_en, detail_en, title_vi, detail_vi); }
};

inline constexpr Fault malformed_request{400,
                                         "malformed-request",
                                         "Malformed request",
                                         "The request is not well-formed HTTP/1.1.",
                                         "Yêu cầu sai định dạng",
                                         "Yêu cầu không đúng định dạng HTTP/1.1."};
inline constexpr Fault length_required{411,
                                       "length-required",
                                       "Length required",
                                       "Send a body with Content-Length; Transfer-Encoding is not accepted.",
                                       "Thiếu độ dài",
                                       "Hãy gửi nội dung kèm Content-Length; không chấp nhận Transfer-Encoding."};
inline constexpr Fault body_too_large{413,
                                      "body-too-large",
                                      "Body too large",
                                      "The body is larger than this server accepts.",
                                      "Nội dung quá lớn",
                                      "Nội dung vượt quá dung lượng máy chủ cho phép."};
inline constexpr Fault unknown_expectation{417,
                                           "unknown-expectation",
                                           "Unknown expectation",
                                           "Only Expect: 100-continue is understood.",
                                           "Yêu cầu Expect không được hỗ trợ",
                                           "Máy chủ chỉ hiểu Expect: 100-continue."};
inline constexpr Fault header_too_large{431,
                                        "header-too-large",
                                        "Header too large",
                                        "The header has too many bytes or fields.",
                                        "Phần đầu quá lớn",
                                        "Phần đầu có quá nhiều byte hoặc trường."};
inline constexpr Fault handler_failed{500,
                                      "internal",
                                      "Internal error",
                                      "The server could not answer. The request may be tried again.",
                                      "Lỗi nội bộ",
                                      "Máy chủ không trả lời được. Có thể thử lại yêu cầu."};
inline constexpr Fault too_busy{503,
                                "too-busy",
                                "Too busy",
                                "The server has as many connections as it takes. Try again shortly.",
                                "Máy chủ đang bận",
                                "Máy chủ đã nhận đủ số kết nối. Vui lòng thử lại sau giây lát."};
inline constexpr Fault answer_late{
    504,
    "answer-late",
    "No answer in time",
    "The request took too long. It may still take effect: look before trying again.",
    "Quá thời gian trả lời",
    "Yêu cầu mất quá nhiều thời gian và vẫn có thể có hiệu lực: hãy kiểm tra trước khi thử lại."};
inline constexpr Fault unknown_version{505,
                                       "unknown-version",
                                       "Unknown HTTP version",
                                       "Only HTTP/1.1 and HTTP/1.0 are spoken here.",
                                       "Phiên bản HTTP không được hỗ trợ",
                                       "Máy chủ chỉ hỗ trợ HTTP/1.1 và HTTP/1.0."};

}  // namespace hoicho::runtime::http
