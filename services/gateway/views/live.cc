// Snapshots and changes; see live.h.
#include "gateway/views/live.h"

#include <boost/json.hpp>
#include <charconv>

#include "gateway/api/replies.h"
#include "gateway/views/change_text.h"
#include "gateway/views/summary.h"
#include "runtime/http/problem.h"

namespace hoicho::gateway {
namespace {

namespace http = runtime::http;
namespace json = boost::json;

constexpr std::string_view live_path = "/api/v1/live";

json::object positions_object(const States& states) {
    return {{"registration", std::to_string(states.registration_n)}, {"matching", std::to_string(states.matching_n)},
            {"scheduling", std::to_string(states.scheduling_n)}};
}

/// "registration=4,scheduling=12" as numbers; a service that is not named was seen up to 0.
std::map<Service, std::uint64_t> read_positions(std::string_view text) {
    std::map<Service, std::uint64_t> out;
    for (const auto service : {SERVICE_REGISTRATION, SERVICE_MATCHING, SERVICE_SCHEDULING}) {
        out[service] = 0;
        const auto name = runtime::service_name(service) + "=";
        if (const auto at = text.find(name); at != std::string_view::npos) {
            const auto digits = text.substr(at + name.size());
            std::from_chars(digits.data(), digits.data() + digits.size(), out[service]);
        }
    }
    return out;
}

}  // namespace

bool Live::accepts(const http::Request& request, http::Response& refusal) {
    if (request.path != live_path) {
        refusal = not_found("live address");
        return false;
    }
    const auto organiser = request.query_value("organiser").value_or("");
    const auto fair = request.query_value("fair").value_or("");
    const auto id = ids_.read(organiser, ID_KIND_FAIR, fair);
    const auto lock = folds_.lock();
    const auto states = states_of(folds_, organiser);
    if (!states.known() || !id || !states.registration->fairs.find(registration::FairId{*id})) {
        refusal = not_found("fair");
        return false;
    }
    const std::lock_guard guard{mutex_};
    if (organiser_of_.size() < sockets_max) return true;
    refusal = try_again("Too many live connections.", "Quá nhiều kết nối trực tiếp.", 5);
    return false;
}

void Live::opened(std::shared_ptr<http::LiveSocket> socket, const http::Request& request) {
    const auto organiser = request.query_value("organiser").value_or("");
    const auto fair = ids_.read(organiser, ID_KIND_FAIR, request.query_value("fair").value_or("")).value_or(0);
    const auto lock = folds_.lock();  // nothing is folded between the snapshot and the entry into the audience
    const std::lock_guard guard{mutex_};
    auto& audience = audiences_[organiser];
    if (audience.kept_from.empty()) {
        const auto states = states_of(folds_, organiser);
        audience.kept_from = {{SERVICE_REGISTRATION, states.registration_n}, {SERVICE_MATCHING, states.matching_n}, {SERVICE_SCHEDULING, states.scheduling_n}};
    }
    std::string_view why = "opened";
    if (!resume(audience, organiser, request, *socket, why)) socket->publish(snapshot(organiser, fair, "snapshot", why));
    organiser_of_[socket.get()] = organiser;
    auto* key = socket.get();
    audience.sockets.emplace(key, std::make_pair(std::move(socket), fair));
}

/// Sends what was missed. False, with the reason, when that is not known whole any more.
bool Live::resume(Audience& audience, const std::string& organiser, const http::Request& request, http::LiveSocket& socket, std::string_view& why) const {
    const auto epoch = request.query_value("epoch"), from = request.query_value("from");
    if (!epoch || !from) return false;
    if (*epoch != epoch_of(folds_, organiser)) return why = "epoch", false;
    const auto seen = read_positions(*from);
    const auto states = states_of(folds_, organiser);
    const std::map<Service, std::uint64_t> now{
        {SERVICE_REGISTRATION, states.registration_n}, {SERVICE_MATCHING, states.matching_n}, {SERVICE_SCHEDULING, states.scheduling_n}};
    for (const auto& [service, n] : seen)
        if (n < audience.kept_from.at(service) || n > now.at(service)) return why = "gap", false;
    for (const auto& change : audience.changes)
        if (change.n > seen.at(change.service)) socket.publish(change.text);
    return true;
}

void Live::received(http::LiveSocket&, std::string) {}  // nothing is asked over this connection: what it shows is in its address

void Live::drained(http::LiveSocket& socket) {
    const auto lock = folds_.lock();
    const std::lock_guard guard{mutex_};
    const auto at = organiser_of_.find(&socket);
    if (at == organiser_of_.end()) return;
    const auto& entry = audiences_.at(at->second).sockets.at(&socket);
    socket.publish(snapshot(at->second, entry.second, "snapshot", "slow"));
}

void Live::closed(http::LiveSocket& socket) {
    const std::lock_guard guard{mutex_};
    const auto at = organiser_of_.find(&socket);
    if (at == organiser_of_.end()) return;
    audiences_.at(at->second).sockets.erase(&socket);
    organiser_of_.erase(at);
}

void Live::folded(Service service, std::uint32_t, const std::string& organiser, const journal::v1::Entry& entry) {
    if (!entry.has_accepted()) return;
    const std::lock_guard guard{mutex_};
    const auto at = audiences_.find(organiser);
    if (at == audiences_.end()) return;
    auto& audience = at->second;
    const auto text = std::make_shared<const std::string>(change_text(ids_, service, organiser, entry));
    audience.changes.push_back({service, entry.n(), text});
    if (audience.changes.size() > changes_kept_max) {
        audience.kept_from[audience.changes.front().service] = audience.changes.front().n;
        audience.changes.pop_front();
    }
    audience.changed = true;
    for (const auto& [key, socket] : audience.sockets) socket.first->publish(text);
}

void Live::batch_done() {
    const std::lock_guard guard{mutex_};
    const auto now = std::chrono::steady_clock::now();
    for (auto& [organiser, audience] : audiences_) {
        if (!audience.changed || audience.sockets.empty() || now - audience.summed_at < summary_every) continue;
        audience.summed_at = now;
        audience.changed = false;
        send_summaries(organiser, audience);
    }
}

void Live::send_summaries(const std::string& organiser, Audience& audience) {
    std::map<std::uint32_t, Text> by_fair;
    for (const auto& [key, socket] : audience.sockets) {
        auto& text = by_fair[socket.second];
        if (!text) text = snapshot(organiser, socket.second, "summary", {});
        socket.first->publish(text);
    }
}

Live::Text Live::snapshot(const std::string& organiser, std::uint32_t fair, std::string_view type, std::string_view why) const {
    const auto states = states_of(folds_, organiser);
    json::object out{{"type", type}, {"epoch", epoch_of(folds_, organiser)}, {"positions", positions_object(states)}};
    if (!why.empty()) out["why"] = why;
    out["summary"] = summary_object(summarise(states, fair), ids_, organiser);
    return std::make_shared<const std::string>(json::serialize(out));
}

std::string epoch_of(const Folds& folds, std::string_view organiser) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const auto byte : folds.first_writer(runtime::partition_of(organiser, folds.partitions()))) {
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 15]);
    }
    return out;
}

std::size_t Live::sockets() const {
    const std::lock_guard guard{mutex_};
    return organiser_of_.size();
}

}  // namespace hoicho::gateway
