// Steps in order, each with its time; see drive.h.
#include "hoicho/fair/drive.h"

#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <functional>
#include <thread>

#include "hoicho/fair/importer.h"
#include "hoicho/fair/progress.h"
#include "hoicho/fair/summary_text.h"

namespace hoicho::fair {
namespace {

namespace json = boost::json;

constexpr int suggestions_top = 20;
constexpr int waits_max = 600;
constexpr auto wait_between = std::chrono::milliseconds{200};

Failure not_done(const std::string& what) { return failure(boost::system::errc::operation_not_permitted, what); }

class Drive {
  public:
    Drive(const DriveOptions& options, ApiClient api) : options_{options}, api_{std::move(api)}, base_{"/api/v1/organisers/" + options.organiser} {}

    Result<void> run() {
        const std::pair<const char*, Result<void> (Drive::*)()> steps[] = {{"take in", &Drive::take_in},
                                                                          {"rank products", &Drive::rank},
                                                                          {"give booths", &Drive::give_booths},
                                                                          {"draft programme", &Drive::draft},
                                                                          {"publish programme", &Drive::publish}};
        for (const auto& [name, step] : steps) {
            const auto began = std::chrono::steady_clock::now();
            if (const auto done = (this->*step)(); !done) return done.error();
            times_.push_back({name, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count()});
        }
        return sum_up();
    }

  private:
    Result<void> take_in();
    Result<void> rank();
    Result<void> give_booths();
    Result<void> draft();
    Result<void> publish();
    Result<void> sum_up();

    Result<json::object> get(const std::string& path);
    Result<std::string> ask(const std::string& path, const std::string& body, const std::string& key);
    Result<json::object> wait_done(const std::string& path, const std::string& what);
    Result<void> save(const std::string& path, const std::string& file);

    const DriveOptions& options_;
    ApiClient api_;
    std::string base_;
    Imported imported_;
    std::vector<std::string> demands_;
    std::string programme_;
    std::vector<StepTime> times_;
};

Result<json::object> Drive::get(const std::string& path) {
    const auto answer = api_.get(base_ + path);
    if (!answer) return answer.error();
    json::error_code trouble;
    auto value = json::parse(answer->body, trouble);
    if (answer->status != 200 || trouble || !value.is_object()) return not_done("GET " + path + ": " + problem_text(*answer));
    return std::move(value.get_object());
}

Result<std::string> Drive::ask(const std::string& path, const std::string& body, const std::string& key) {
    const auto answer = api_.post({base_ + path, body, key});
    if (!answer) return answer.error();
    if (answer->status >= 300) return not_done("POST " + path + ": " + problem_text(*answer));
    return created_id(*answer);
}

Result<json::object> Drive::wait_done(const std::string& path, const std::string& what) {
    Progress progress{what, 1};
    for (int wait = 0; wait < waits_max; ++wait) {
        auto run = get(path);
        if (!run) return run.error();
        if (run->at("done").as_bool()) {
            progress.advance();
            progress.finish();
            return run;
        }
        std::this_thread::sleep_for(wait_between);
    }
    return failure(boost::system::errc::timed_out, what + " did not end");
}

Result<void> Drive::take_in() {
    auto directory = read_fair_directory(options_.fair);
    if (!directory) return directory.error();
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
    if (const int days = move_ahead(*directory, static_cast<int>(today)); days > 0)
        std::fprintf(stderr, "  the fair's days are moved by %d days, so that it lies ahead\n", days);
    auto imported = import_fair(api_, *directory, options_.organiser);
    if (!imported) return imported.error();
    imported_ = std::move(*imported);
    for (const auto& row : directory->rows("demands"))
        if (const auto at = imported_.ids.find(std::string{row.object.at("demand_id").as_string()}); at != imported_.ids.end()) demands_.push_back(at->second);
    std::fprintf(stderr, "  taken in %zu rows, %zu refused\n", imported_.taken, imported_.rejected.size());
    for (std::size_t at = 0; at < imported_.rejected.size() && at < 5; ++at)
        std::fprintf(stderr, "    %s: %s\n", imported_.rejected[at].place.c_str(), imported_.rejected[at].why.c_str());
    return {};
}

Result<void> Drive::rank() {
    std::vector<Post> posts;
    for (const auto& demand : demands_)
        posts.push_back({base_ + "/fairs/" + imported_.fair + "/demands/" + demand + "/suggestions", R"({"top": )" + std::to_string(suggestions_top) + "}",
                         imported_.fair + "/suggest/" + demand});
    Progress progress{"suggestions", posts.size()};
    std::string refused;
    const auto done = api_.post_all(posts, [&](std::size_t, const runtime::http::Response& response) {
        progress.advance();
        if (response.status >= 300) refused = problem_text(response);
    });
    progress.finish();
    if (!done) return done;
    return refused.empty() ? Result<void>{} : not_done("a demand got no suggestions: " + refused);
}

Result<void> Drive::give_booths() {
    const auto run = ask("/fairs/" + imported_.fair + "/allocation-runs", R"({"seed": 1})", imported_.fair + "/allocation");
    if (!run) return run.error();
    const auto done = wait_done("/allocation-runs/" + *run, "booths");
    return done ? Result<void>{} : done.error();
}

Result<void> Drive::draft() {
    const auto run = ask("/fairs/" + imported_.fair + "/programme-runs", R"({"seed": 1})", imported_.fair + "/programme");
    if (!run) return run.error();
    const auto done = wait_done("/programme-runs/" + *run, "programme");
    if (!done) return done.error();
    if (const auto* no = done->if_contains("failed")) return not_done("no programme: " + std::string{no->as_object().at("en").as_string()});
    programme_ = std::string{done->at("programme").as_string()};
    if (options_.out.empty()) return {};
    std::filesystem::create_directories(options_.out);
    if (const auto saved = save("/fairs/" + imported_.fair + "/instance", "instance.json"); !saved) return saved;
    return save("/programmes/" + programme_ + "/export", "programme.json");
}

Result<void> Drive::save(const std::string& path, const std::string& file) {
    const auto answer = api_.get(base_ + path);
    if (!answer) return answer.error();
    if (answer->status != 200) return not_done("GET " + path + ": " + problem_text(*answer));
    std::ofstream out{options_.out / file, std::ios::binary};
    out << answer->body;
    return out.flush() ? Result<void>{} : not_done("cannot write " + (options_.out / file).string());
}

Result<void> Drive::publish() {
    const auto published = ask("/programmes/" + programme_ + "/publication", "", imported_.fair + "/publish");
    return published ? Result<void>{} : published.error();
}

Result<void> Drive::sum_up() {
    const auto summary = get("/fairs/" + imported_.fair + "/summary");
    if (!summary) return summary.error();
    std::printf("\n%s (%s)\n%s", std::string{summary->at("name_vi").as_string()}.c_str(), std::string{summary->at("code").as_string()}.c_str(),
                summary_text(*summary, times_).c_str());
    std::printf("\n  page      %s/?fair=%s\n  summary   %s%s/fairs/%s/summary\n  live      ws%s/api/v1/live?organiser=%s&fair=%s\n  operator  %s/healthz %s/metrics\n",
                options_.url.c_str(), imported_.fair.c_str(), options_.url.c_str(), base_.c_str(), imported_.fair.c_str(), options_.url.substr(4).c_str(),
                options_.organiser.c_str(), imported_.fair.c_str(), options_.url.c_str(), options_.url.c_str());
    std::fflush(stdout);
    return {};
}

}  // namespace

Result<void> drive(const DriveOptions& options) {
    auto api = ApiClient::at(options.url);
    if (!api) return api.error();
    return Drive{options, std::move(*api)}.run();
}

}  // namespace hoicho::fair
