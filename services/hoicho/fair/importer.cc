// Keys are made of the fair, the file and the row, so a second run asks the same commands; see importer.h.
#include "hoicho/fair/importer.h"

#include <boost/json.hpp>
#include <stdexcept>

#include "hoicho/fair/progress.h"

namespace hoicho::fair {
namespace {

namespace json = boost::json;

struct Planned {
    Post post;
    std::string place;
    std::string own_id;
};

std::string text(const json::object& row, const std::string& name) {
    const auto* value = row.if_contains(name);
    return value && value->is_string() ? std::string{value->get_string()} : std::string{};
}

/// A single command that everything else stands on.
Result<std::string> ask_one(ApiClient& api, const std::string& prefix, const Ask& ask, const std::string& key) {
    const auto answer = api.post({prefix + ask.path, json::serialize(ask.body), key});
    if (!answer) return answer.error();
    if (answer->status >= 300) return failure(boost::system::errc::operation_not_permitted, problem_text(*answer));
    return created_id(*answer);
}

std::vector<Planned> plan(const Step& step, const Around& around, const std::string& prefix, const std::string& key_prefix, Imported& out) {
    std::vector<Planned> planned;
    for (const auto& row : around.directory.rows(step.file)) {
        const auto place = step.file + ".jsonl:" + std::to_string(row.line);
        const auto own_id = step.id_member.empty() ? std::string{} : text(row.object, step.id_member);
        try {
            const auto ask = step.ask(row.object, around);
            planned.push_back({{prefix + ask.path, json::serialize(ask.body), key_prefix + (own_id.empty() ? "line " + std::to_string(row.line) : own_id)}, place, own_id});
        } catch (const std::exception& trouble) {  // a member that is not there or refers to nothing
            out.rejected.push_back({place, trouble.what()});
        }
    }
    return planned;
}

Result<void> run_stage(ApiClient& api, const std::vector<Step>& stage, std::size_t number, const Around& around, const std::string& prefix, Imported& out) {
    std::vector<Planned> planned;
    std::string names;
    for (const auto& step : stage) {
        const auto key = out.fair + "/" + std::to_string(number) + "/" + step.file + "/";
        for (auto& each : plan(step, around, prefix, key, out)) planned.push_back(std::move(each));
        if (names.find(step.file) == std::string::npos) names.append(names.empty() ? "" : ", ").append(step.file);
    }
    std::vector<Post> posts;
    posts.reserve(planned.size());
    for (const auto& each : planned) posts.push_back(each.post);
    Progress progress{"stage " + std::to_string(number) + " of " + std::to_string(import_stages().size()), posts.size()};
    const auto done = api.post_all(posts, [&](std::size_t index, const runtime::http::Response& response) {
        progress.advance();
        const auto& each = planned[index];
        if (response.status >= 300) {
            out.rejected.push_back({each.place, problem_text(response)});
            return;
        }
        ++out.taken;
        if (!each.own_id.empty()) out.ids[each.own_id] = created_id(response);
    });
    progress.finish();
    return done;
}

}  // namespace

Result<Imported> import_fair(ApiClient& api, const FairDirectory& directory, const std::string& organiser) {
    Imported out;
    out.organiser = organiser;
    const auto prefix = "/api/v1/organisers/" + organiser;
    const auto code = text(directory.fair, "fair_id");
    if (auto opened = ask_one(api, prefix, organiser_of(directory.fair), "organiser " + organiser); !opened) return opened.error();
    auto fair = ask_one(api, prefix, fair_of(directory.fair), "fair " + code);
    if (!fair) return fair.error();
    out.fair = *fair;
    Around around{directory, out.ids, out.fair, text(directory.fair, "timezone"), {}};
    for (const auto& row : directory.rows("exhibitors"))
        if (text(row.object, "subject_type") == "HOUSEHOLD") around.private_names[text(row.object, "exhibitor_id")] = text(row.object, "name_vi");
    for (std::size_t at = 0; at < import_stages().size(); ++at)
        if (auto done = run_stage(api, import_stages()[at], at + 1, around, prefix, out); !done) return done.error();
    return out;
}

}  // namespace hoicho::fair
