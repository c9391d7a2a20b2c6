// Routes each request to a command, a read, a page or the operator's addresses; see gateway.h.
#include "gateway/gateway.h"

#include <boost/json.hpp>
#include <chrono>
#include <map>

#include "gateway/api/commands.h"
#include "gateway/api/names.h"
#include "gateway/api/replies.h"
#include "gateway/api/resources.h"
#include "gateway/background.h"
#include "gateway/views/live.h"
#include "gateway/web/pages.h"
#include "runtime/host/operator_routes.h"
#include "runtime/http/server.h"

namespace hoicho::gateway {
namespace {

namespace http = runtime::http;
namespace json = boost::json;

std::uint64_t wall_clock_ms() {
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

bool is_loopback(const std::string& address) { return address.starts_with("127.") || address == "::1" || address == "localhost"; }

/// What a row of the route table does.
struct Target {
    const CommandRoute* command = nullptr;
    Read read;
    Begin begin{};
    LongRead long_read{};
    bool generic_command = false;
    bool organisers = false;
    bool digests = false;
};

}  // namespace

struct Gateway::Inside {
    Inside(GatewayOptions given, runtime::EventLog& log, runtime::host::Health& state, runtime::telemetry::Metrics& figures, const Secrets& secrets,
           std::unique_ptr<Vault> opened)
        : options{std::move(given)}, health{state}, metrics{figures}, ids{secrets.subkey(Purpose::public_ids)}, vault{std::move(opened)},
          folds{log, all_partitions()}, view{log, [this] { return folds.caught_up(); }}, live{folds, ids},
          commands{folds, ids, *vault, secrets, wall_clock_ms, [this](std::function<void()> work) { background.run(std::move(work)); }},
          pages{options.web_root}, router{make_routes()} {}

    std::vector<http::Route> make_routes();
    void add(std::vector<http::Route>& routes, const std::string& method, const std::string& pattern, Target target);
    void handle(http::Request request, http::Respond respond);
    void begin(const Target& target, const http::Match& match, const http::Request& request, const http::Respond& respond);
    http::Response read(const Target& target, const http::Match& match, const http::Request& request);
    void read_long(const LongRead& read, const http::Match& match, const http::Request& request, http::Respond respond);
    http::Response list_organisers();
    void show_digests(const http::Respond& respond);

    GatewayOptions options;
    runtime::host::Health& health;
    runtime::telemetry::Metrics& metrics;
    PublicIds ids;
    std::unique_ptr<Vault> vault;
    BackgroundThread background;
    Folds folds;
    MatchingView view;
    Live live;
    Commands commands;
    Pages pages;
    std::map<std::string, Target> targets;  ///< by route name: method and pattern
    http::Router router;
    std::unique_ptr<http::Server> server;
};

void Gateway::Inside::add(std::vector<http::Route>& routes, const std::string& method, const std::string& pattern, Target target) {
    const auto name = method + " " + pattern;
    routes.push_back({method, pattern, name});
    targets.emplace(name, std::move(target));
}

std::vector<http::Route> Gateway::Inside::make_routes() {
    std::vector<http::Route> routes;
    for (const auto& route : command_routes()) add(routes, "POST", std::string{route.pattern}, {.command = &route, .read = {}});
    add(routes, "POST", "/api/v1/organisers/{organiser}/commands/{command}", {.read = {}, .generic_command = true});
    for (auto& resource : resources())
        add(routes, "GET", resource.pattern,
            {.read = std::move(resource.read), .begin = std::move(resource.begin), .long_read = std::move(resource.long_read)});
    add(routes, "GET", "/api/v1/organisers", {.read = {}, .organisers = true});
    add(routes, "GET", "/api/v1/digests", {.read = {}, .digests = true});
    return routes;
}

void Gateway::Inside::handle(http::Request request, http::Respond respond) {
    if (auto answer = runtime::host::operator_answer(request, health, metrics)) return respond(std::move(*answer));
    if (!request.path.starts_with("/api/")) return respond(pages.answer(request));
    const auto match = router.match(request.method, request.path);
    if (match.kind != http::Match::Kind::found) return respond(http::unmatched(match));
    if (!folds.caught_up()) return respond(try_again("The gateway is still reading the journal.", "Cổng đang đọc nhật ký."));
    if (const auto halted = folds.halted(); !halted.empty()) return respond(try_again("Reading stopped: " + halted, "Việc đọc nhật ký đã dừng."));
    const auto& target = targets.at(match.route->name);
    if (target.command || target.generic_command) return commands.handle(request, match, target.command, std::move(respond));
    if (target.begin) return begin(target, match, request, respond);
    if (target.digests) return show_digests(respond);
    if (target.long_read) return read_long(target.long_read, match, request, std::move(respond));
    respond(read(target, match, request));
}

/// What takes longer is worked out on another thread, without the folding lock.
void Gateway::Inside::begin(const Target& target, const http::Match& match, const http::Request& request, const http::Respond& respond) {
    std::variant<http::Response, Later> begun;
    {
        const auto lock = folds.lock();
        const auto organiser = match.parameter("organiser");
        const auto states = states_of(folds, organiser);
        begun = states.known() ? target.begin({states, ids, *vault, organiser, match, request}) : not_found("organiser");
    }
    if (auto* answer = std::get_if<http::Response>(&begun)) return respond(std::move(*answer));
    background.run([later = std::get<Later>(std::move(begun)), respond] { respond(later()); });
}

/// Waits on the view's thread until it has folded as far as this gateway has, so that a read after an answered command sees what it did.
void Gateway::Inside::read_long(const LongRead& read, const http::Match& match, const http::Request& request, http::Respond respond) {
    const std::string organiser{match.parameter("organiser")};
    States positions;
    {
        const auto lock = folds.lock();
        positions = states_of(folds, organiser);
    }
    if (!positions.known()) return respond(not_found("organiser"));
    const auto job = [this, &read, match, request, respond, organiser](const MatchingView::Seen* seen) {
        if (!seen) return respond(try_again("The lists are not up to date yet.", "Danh sách chưa kịp cập nhật."));
        const auto with_names = [&](auto name) {
            const auto lock = folds.lock();
            const auto states = states_of(folds, organiser);
            return name(Reading{states, ids, *vault, organiser, match, request});
        };
        const Reading reading{seen->states, ids, *vault, organiser, match, request};
        respond(read({reading, seen->markets,
                      [&](std::uint32_t fair, std::uint32_t exhibitor) {
                          return with_names([&](const Reading& own) { return gateway::exhibitor_name(own, fair, exhibitor); });
                      },
                      [&](std::uint32_t buyer) { return with_names([&](const Reading& own) { return gateway::buyer_name(own, buyer); }); }}));
    };
    if (!view.ask(organiser, positions, job)) respond(try_again("Too many ask for lists at once.", "Quá nhiều người đang hỏi danh sách."));
}

http::Response Gateway::Inside::read(const Target& target, const http::Match& match, const http::Request& request) {
    const auto lock = folds.lock();
    if (target.organisers) return list_organisers();
    const auto organiser = match.parameter("organiser");
    const auto states = states_of(folds, organiser);
    if (!states.known()) return not_found("organiser");
    return target.read({states, ids, *vault, organiser, match, request});
}

http::Response Gateway::Inside::list_organisers() {
    json::array items;
    for (std::uint32_t partition = 0; partition < folds.partitions(); ++partition)
        static_cast<const registration::RegistrationPartition&>(folds.ledger(SERVICE_REGISTRATION, partition).partition())
            .for_each_organiser([&](const std::string& name, const registration::State& state) {
                if (!state.opened()) return;
                const auto* about = state.organisers.find(registration::OrganiserId{1});
                items.push_back(json::object{{"organiser", name}, {"name_vi", about ? about->name_vi() : ""}, {"partition", partition}});
            });
    http::Response response;
    response.body = json::serialize(json::object{{"items", std::move(items)}}) + "\n";
    return response;
}

/// Digest and position of every service and partition: what `hoicho verify` prints must be the same.
/// Of matching those of the view, whose fold hears all that matching hears; of the others the gateway's own.
void Gateway::Inside::show_digests(const http::Respond& respond) {
    const auto item = [](Service service, std::uint32_t partition, std::uint64_t n, const Digest& digest) {
        return json::object{{"service", runtime::service_name(service)}, {"partition", partition}, {"position", std::to_string(n)}, {"digest", digest.hex()}};
    };
    json::array items;
    std::vector<MatchingView::Positions> positions;
    {
        const auto lock = folds.lock();
        for (std::uint32_t partition = 0; partition < folds.partitions(); ++partition) {
            const auto head = [&](Service service) { return folds.ledger(service, partition).head().n; };
            positions.push_back({partition, head(SERVICE_REGISTRATION), head(SERVICE_MATCHING), head(SERVICE_SCHEDULING)});
            for (const auto service : {SERVICE_REGISTRATION, SERVICE_SCHEDULING}) items.push_back(item(service, partition, head(service), folds.ledger(service, partition).digest()));
        }
    }
    const auto told = [items, item, respond](const auto& digests) {
        if (!digests) return respond(try_again("Matching's digests are not up to date yet.", "Mã kiểm của dịch vụ ghép nối chưa kịp cập nhật."));
        auto all = items;
        for (std::uint32_t partition = 0; partition < digests->size(); ++partition)
            all.push_back(item(SERVICE_MATCHING, partition, (*digests)[partition].n, (*digests)[partition].digest));
        http::Response response;
        response.body = json::serialize(json::object{{"items", std::move(all)}}) + "\n";
        respond(std::move(response));
    };
    if (!view.ask_digests(std::move(positions), told)) respond(try_again("Too many ask for lists at once.", "Quá nhiều người đang hỏi danh sách."));
}

Gateway::Gateway(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}
Gateway::~Gateway() { stop(); }

Result<std::unique_ptr<Gateway>> Gateway::open(GatewayOptions options, runtime::EventLog& log, runtime::host::Health& health,
                                               runtime::telemetry::Metrics& metrics) {
    if (!is_loopback(options.http.address))
        return failure(boost::system::errc::permission_denied, "there are no accounts yet, so only loopback addresses are served; put 127.0.0.1 instead of " +
                                                                   options.http.address);
    std::error_code trouble;
    std::filesystem::create_directories(options.data, trouble);
    if (trouble) return Failure{trouble, "cannot make folder " + options.data.string()};
    const auto secrets = Secrets::open(options.data / "gateway.key");
    if (!secrets) return secrets.error();
    auto vault = Vault::open(options.data / "vault", *secrets);
    if (!vault) return vault.error();
    auto inside = std::make_unique<Inside>(std::move(options), log, health, metrics, *secrets, std::move(*vault));
    auto* self = inside.get();
    try {
        self->server = std::make_unique<http::Server>(
            self->options.http, [self](http::Request request, http::Respond respond) { self->handle(std::move(request), std::move(respond)); }, &self->live);
    } catch (const std::system_error& error) {
        return Failure{error.code(), "cannot listen on " + self->options.http.address + ":" + std::to_string(self->options.http.port)};
    }
    health.report("gateway", runtime::host::Condition::failing, "reading the journal");
    return std::unique_ptr<Gateway>{new Gateway{std::move(inside)}};
}

void Gateway::start() {
    inside_->folds.start(&inside_->live);
    inside_->view.start();
    inside_->server->start();
}

std::uint16_t Gateway::port() const { return inside_->server->port(); }

void Gateway::stop() {
    if (!inside_->server) return;
    inside_->server->drain(std::chrono::milliseconds{5'000});
    inside_->folds.stop();
    inside_->view.stop();
    inside_->background.stop();
    inside_->server.reset();
}

void Gateway::report() {
    using runtime::host::Condition;
    const auto halted = inside_->folds.halted();
    if (!halted.empty()) {
        inside_->health.report("gateway", Condition::failing, halted);
    } else if (inside_->folds.caught_up()) {
        inside_->health.report("gateway", Condition::good);
    }
    auto& metrics = inside_->metrics;
    metrics.gauge("hoicho_gateway_folded_entries", "Entries folded since start").set(static_cast<double>(inside_->folds.folded_entries()));
    metrics.gauge("hoicho_gateway_void_entries", "Late entries skipped since start").set(static_cast<double>(inside_->folds.void_entries()));
    metrics.gauge("hoicho_gateway_live_sockets", "Live connections open").set(static_cast<double>(inside_->live.sockets()));
    metrics.gauge("hoicho_gateway_connections", "HTTP connections open").set(static_cast<double>(inside_->server ? inside_->server->connections() : 0));
}

}  // namespace hoicho::gateway
