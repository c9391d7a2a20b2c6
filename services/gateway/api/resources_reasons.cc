// Why a wish is not held, slot by slot and by name, and the cheapest exchange that would hold it; see resources.h.
//
// The fair is posed while the folding lock is held; explaining it needs the lock no more. What was posed is kept for the next question about
// the same programme, as long as nothing happened since.
#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <deque>
#include <mutex>

#include "gateway/api/names.h"
#include "gateway/api/reason_json.h"
#include "gateway/api/replies.h"
#include "gateway/api/resources.h"
#include "scheduling/domain/programme/validate.h"
#include "scheduling/domain/proposal/wish_reasons.h"
#include "scheduling/domain/rules.h"

namespace hoicho::gateway {
namespace {

namespace json = boost::json;
namespace http = runtime::http;
namespace sch = scheduling;
namespace programme = scheduling::programme;

constexpr std::size_t kept_max = 4;                ///< a fair of 7,000 people and 47,000 wishes takes some tens of megabytes
constexpr std::uint64_t ms_per_minute = 60'000;

/// A fair posed with one programme; explained by one question at a time.
struct Posed {
    std::string key;
    std::mutex mutex;
    sch::PosedProgramme fair;            ///< moved into `reasons` by the first question
    programme::Programme programme;
    std::unique_ptr<sch::WishReasons> reasons;

    sch::WishReasons& open() {
        if (!reasons) reasons = std::make_unique<sch::WishReasons>(std::move(fair), std::move(programme));
        return *reasons;
    }
};

class PosedFairs {
  public:
    std::shared_ptr<Posed> find(const std::string& key) {
        const std::lock_guard lock{mutex_};
        const auto at = std::find_if(kept_.begin(), kept_.end(), [&](const auto& posed) { return posed->key == key; });
        return at == kept_.end() ? nullptr : *at;
    }
    void keep(std::shared_ptr<Posed> posed) {
        const std::lock_guard lock{mutex_};
        kept_.push_back(std::move(posed));
        if (kept_.size() > kept_max) kept_.pop_front();
    }

  private:
    std::mutex mutex_;
    std::deque<std::shared_ptr<Posed>> kept_;
};

std::uint64_t now_ms() {
    using namespace std::chrono;
    return static_cast<std::uint64_t>(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
}

void name_everybody(const Reading& reading, sch::PosedProgramme& posed) {
    for (std::size_t p = 0; p < posed.participants.size(); ++p) {
        const auto& who = posed.participants[p];
        posed.instance.participants[p].name =
            who.side == sch::Side::buyer ? buyer_name(reading, who.id) : exhibitor_name(reading, sch::number(posed.fair), who.id);
    }
}

/// The question of a path, in numbers.
struct Question {
    sch::FairId fair{};
    sch::BuyerId buyer{};
    sch::ExhibitorId exhibitor{};
    const sch::Draft* draft = nullptr;  ///< nullptr: the live meetings
    std::uint32_t programme = 0;
};

std::variant<Question, http::Response> question_of(const Reading& reading) {
    const auto in_path = [&](IdKind kind, std::string_view parameter) { return reading.ids.read(reading.organiser, kind, reading.match.parameter(parameter)); };
    const auto fair = in_path(ID_KIND_FAIR, "fair");
    const auto buyer = in_path(ID_KIND_BUYER, "buyer");
    const auto exhibitor = in_path(ID_KIND_EXHIBITOR, "exhibitor");
    if (!fair || !reading.states.scheduling || !reading.states.registration->fairs.find(registration::FairId{*fair})) return not_found("fair");
    if (!buyer || !reading.states.registration->buyers.find(registration::BuyerId{*buyer})) return not_found("buyer");
    if (!exhibitor || !reading.states.registration->exhibitors.find(registration::ExhibitorId{*exhibitor})) return not_found("exhibitor");
    Question question{sch::FairId{*fair}, sch::BuyerId{*buyer}, sch::ExhibitorId{*exhibitor}};
    const auto asked = reading.request.query_value("programme");
    if (!asked) return question;
    const auto id = reading.ids.read(reading.organiser, ID_KIND_PROGRAMME, *asked);
    const auto* row = id ? reading.states.scheduling->programmes.find(sch::ProgrammeId{*id}) : nullptr;
    if (!row || row->fair != question.fair) return not_found("programme");
    question.programme = *id;
    question.draft = reading.states.scheduling->drafts.find(sch::ProgrammeId{*id});
    return question;
}

/// nullptr: the draft does not fit the fair as it is.
std::shared_ptr<Posed> pose(const Reading& reading, const Question& question, PosedFairs& kept) {
    const auto now = now_ms();
    const auto key = std::string{reading.organiser} + "/" + std::to_string(sch::number(question.fair)) + "/" + std::to_string(question.programme) + "/" +
                     positions_text(reading.states) + "/" + std::to_string(now / ms_per_minute);
    if (auto posed = kept.find(key)) return posed;
    auto posed = std::make_shared<Posed>();
    posed->key = key;
    posed->fair = sch::pose_programme(*reading.states.scheduling, question.fair, now);
    name_everybody(reading, posed->fair);
    auto held = question.draft ? sch::programme_in(posed->fair, question.draft->meetings) : std::optional{posed->fair.live};
    if (!held) return nullptr;
    posed->programme = std::move(*held);
    kept.keep(posed);
    return posed;
}

http::Response json_response(const std::string& positions, const json::object& object) {
    http::Response response;
    response.body = json::serialize(object) + "\n";
    response.headers.push_back({"Hoicho-Positions", positions});
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

/// What is answered about a pair that is no wish of the fair as posed.
http::Response not_wished(const PublicIds& ids, const std::string& organiser, const std::string& positions, const std::optional<Refusal>& never) {
    if (!never) return not_found("wish");
    auto out = refusal_object(ids, organiser, *never);
    out["finding"] = "IMPOSSIBLE";
    out["cause"] = never->reason == REASON_NEVER ? "NEVER" : "NOT_IN_FAIR";
    return json_response(positions, out);
}

std::variant<http::Response, Later> reason(const Reading& reading, PosedFairs& kept) {
    auto asked = question_of(reading);
    if (auto* problem = std::get_if<http::Response>(&asked)) return std::move(*problem);
    const auto& question = std::get<Question>(asked);
    auto posed = pose(reading, question, kept);
    if (!posed)
        return refused(reading.ids, reading.organiser,
                       refuse(REASON_STALE, "programme", mention(ID_KIND_PROGRAMME, question.programme), "a programme of the fair as it is"));
    auto never = sch::pair_refused(*reading.states.scheduling, {question.fair, question.buyer, question.exhibitor});
    return Later{[&ids = reading.ids, organiser = std::string{reading.organiser}, positions = positions_text(reading.states), posed = std::move(posed),
                  buyer = question.buyer, exhibitor = question.exhibitor, never = std::move(never)] {
        const std::lock_guard lock{posed->mutex};
        auto& reasons = posed->open();
        const int meeting = reasons.find(buyer, exhibitor);
        if (meeting < 0) return not_wished(ids, organiser, positions, never);
        const auto why = reasons.of(meeting);
        if (why.why.cause == programme::Cause::withdrawn && never) return not_wished(ids, organiser, positions, never);
        auto out = reason_object(ids, organiser, reasons, why);
        const bool priced = why.why.finding == programme::Finding::blocked || why.why.finding == programme::Finding::at_maximum;
        out["price"] = priced ? json::value(price_object(ids, organiser, reasons, why)) : json::value(nullptr);
        return json_response(positions, out);
    }};
}

}  // namespace

std::vector<Resource> reason_resources() {
    const auto kept = std::make_shared<PosedFairs>();
    return {{"/api/v1/organisers/{organiser}/fairs/{fair}/wishes/{buyer}/{exhibitor}", {}, [kept](const Reading& reading) { return reason(reading, *kept); }}};
}

}  // namespace hoicho::gateway
