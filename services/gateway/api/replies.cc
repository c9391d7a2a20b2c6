// Texts come from the options of enum Reason; see replies.h.
#include "gateway/api/replies.h"

#include <algorithm>
#include <boost/json.hpp>

#include "hoicho/common/v1/options.pb.h"
#include "runtime/http/problem.h"
#include "runtime/log/event_log.h"

namespace hoicho::gateway {
namespace {

namespace json = boost::json;
using runtime::http::Response;

const common::v1::Answer& answer_of(Reason reason) {
    const auto* value = common::v1::Reason_descriptor()->FindValueByNumber(reason);
    if (!value) value = common::v1::Reason_descriptor()->FindValueByNumber(0);  // a newer service's reason: still a no
    return value->options().GetExtension(common::v1::answer);
}

std::string filled(std::string_view sentence, const Refusal& refusal) {
    std::string out{sentence};
    const std::pair<std::string_view, const std::string*> parts[] = {
        {"{subject}", &refusal.subject}, {"{value}", &refusal.value}, {"{accepted}", &refusal.accepted}};
    for (const auto& [mark, text] : parts)
        for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark, at + text->size())) out.replace(at, mark.size(), *text);
    return out;
}

/// "already-meeting" for REASON_ALREADY_MEETING.
std::string slug_of(Reason reason) {
    std::string name = common::v1::Reason_Name(reason);
    if (name.starts_with("REASON_")) name.erase(0, 7);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

Refusal shown(const PublicIds& ids, std::string_view organiser, const Refusal& refusal) {
    return {refusal.reason, ids.show_mentions(organiser, refusal.subject), ids.show_mentions(organiser, refusal.value),
            ids.show_mentions(organiser, refusal.accepted)};
}

void append_created(std::string& out, const PublicIds& ids, std::string_view organiser, const std::vector<Created>& created) {
    out += "\"created\":[";
    for (std::size_t at = 0; at < created.size(); ++at) {
        if (at > 0) out.push_back(',');
        out.append("{\"kind\":\"").append(id_kind_name(created[at].kind)).append("\",\"id\":\"");
        out.append(ids.show(organiser, created[at].kind, created[at].id)).append("\"}");
    }
    out += "]";
}

Response accepted(const PublicIds& ids, std::string_view organiser, const Answered& answered) {
    Response response;
    response.status = answered.created.empty() ? 200 : 201;
    response.body.reserve(160);
    response.body.append("{\"service\":\"").append(runtime::service_name(answered.service));
    response.body.append("\",\"partition\":").append(std::to_string(answered.partition));
    response.body.append(",\"position\":\"").append(std::to_string(answered.n)).append("\",");
    append_created(response.body, ids, organiser, answered.created);
    response.body.append("}\n");
    return response;
}

}  // namespace

Response reply(const PublicIds& ids, std::string_view organiser, const Answered& answered) {
    switch (answered.outcome) {
        case EntryOutcome::accepted: return accepted(ids, organiser, answered);
        case EntryOutcome::refused: return refused(ids, organiser, answered.refusal);
        case EntryOutcome::deferred:
            return try_again("The command was put off: " + answered.refusal.subject, "Lệnh được hoãn lại: " + answered.refusal.subject);
        case EntryOutcome::quarantined:
            return runtime::http::problem(500, "quarantined", "The command was set aside", "It stopped its service three times; an operator has to look.",
                                          "Lệnh bị gác lại", "Lệnh này đã làm dừng dịch vụ ba lần; cần người vận hành xem xét.");
        case EntryOutcome::repeated:
        case EntryOutcome::unknown: break;
    }
    return try_again("The outcome is not known yet; ask again with the same Idempotency-Key.",
                     "Chưa biết kết quả; xin gửi lại với cùng Idempotency-Key.");
}

Response refused(const PublicIds& ids, std::string_view organiser, const Refusal& raw) {
    const auto& answer = answer_of(raw.reason);
    const auto refusal = shown(ids, organiser, raw);
    const int status = answer.status() == 0 ? 422 : static_cast<int>(answer.status());
    auto response = runtime::http::problem(status, slug_of(raw.reason), "Refused", filled(answer.en(), refusal), "Bị từ chối", filled(answer.vi(), refusal),
                                           {{"reason", common::v1::Reason_Name(raw.reason)},
                                            {"subject", refusal.subject},
                                            {"value", refusal.value},
                                            {"accepted", refusal.accepted}});
    if (status == 503) response.headers.push_back({"Retry-After", "1"});
    return response;
}

json::object refusal_object(const PublicIds& ids, std::string_view organiser, const Refusal& raw) {
    const auto& answer = answer_of(raw.reason);
    const auto refusal = shown(ids, organiser, raw);
    return {{"reason", common::v1::Reason_Name(raw.reason)}, {"en", filled(answer.en(), refusal)}, {"vi", filled(answer.vi(), refusal)},
            {"subject", refusal.subject},                    {"value", refusal.value},             {"accepted", refusal.accepted}};
}

Response bad_body(const BadInput& bad) {
    const auto en = "Member '" + bad.member + "' is " + bad.found + "; accepted: " + bad.accepted;
    const auto vi = "Thành phần '" + bad.member + "' là " + bad.found + "; chấp nhận: " + bad.accepted;
    return runtime::http::problem(400, "bad-body", "The body is not such a command", en, "Nội dung không phải lệnh này", vi,
                                  {{"member", bad.member}, {"found", bad.found}, {"accepted", bad.accepted}});
}

Response not_found(std::string_view thing) {
    const std::string name{thing};
    return runtime::http::problem(404, "not-found", "Not there", "There is no such " + name + ", or it is not yours to see.", "Không có",
                                  "Không có " + name + " này, hoặc bạn không được xem.");
}

Response try_again(std::string_view why_en, std::string_view why_vi, int after_seconds) {
    auto response = runtime::http::problem(503, "try-again", "Try again", why_en, "Xin thử lại", why_vi);
    response.headers.push_back({"Retry-After", std::to_string(after_seconds)});
    return response;
}

}  // namespace hoicho::gateway
