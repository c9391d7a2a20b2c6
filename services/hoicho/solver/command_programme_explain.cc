// hoicho programme explain: why a wish is not held and what holding it would cost, for one wish or for all.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "hoicho/solver/commands.h"
#include "hoicho/solver/documents.h"
#include "hoicho/solver/explain_json.h"
#include "runtime/host/exit_code.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/files/instance_file.h"
#include "scheduling/files/programme_file.h"

namespace hoicho::cli {
namespace {

namespace files = scheduling::files;
namespace host = runtime::host;
namespace programme = scheduling::programme;
using programme::Language;

struct ExplainOrder {
    std::string instance, programme, previous;
    std::optional<int> meeting{};
    bool prices = true;
    bool json = false;
    Language language = Language::english;
};

const std::map<std::string, Language> languages{{"vi", Language::vietnamese}, {"en", Language::english}};

/// The wish asked for, or every wish that is not held.
std::vector<int> asked(const ExplainOrder& order, const programme::Instance& instance, const programme::Programme& given) {
    if (order.meeting) return {*order.meeting};
    std::vector<std::uint8_t> held(instance.meetings.size(), 0);
    for (const auto& entry : given.meetings)
        if (entry.meeting >= 0 && static_cast<std::size_t>(entry.meeting) < held.size()) held[static_cast<std::size_t>(entry.meeting)] = 1;
    std::vector<int> out;
    for (std::size_t m = 0; m < held.size(); ++m)
        if (held[m] == 0) out.push_back(static_cast<int>(m));
    return out;
}

void tell(const ExplainOrder& order, const programme::Instance& instance, programme::Explainer& explainer, int meeting) {
    const auto explanation = explainer.explain(meeting);
    const bool priced = order.prices && explanation.finding != programme::Finding::held && explanation.finding != programme::Finding::impossible;
    const auto price = priced ? explainer.price(meeting) : programme::Price{};
    if (order.json) {
        std::fputs(explain_line(instance, explanation, priced ? &price : nullptr, order.language).c_str(), stdout);
        return;
    }
    std::printf("%d: %s\n", meeting, sentence(instance, explanation, order.language).c_str());
    if (priced) std::printf("    %s\n", sentence(instance, price, order.language).c_str());
}

int explain(const ExplainOrder& order) {
    const auto instance = read_document(order.instance, files::read_instance);
    const auto given = instance ? read_document(order.programme, files::read_programme) : std::nullopt;
    if (!given) return host::exit_data_has_errors;
    std::optional<programme::Programme> previous;
    if (!order.previous.empty() && !(previous = read_document(order.previous, files::read_programme))) return host::exit_data_has_errors;
    if (order.meeting && static_cast<std::size_t>(*order.meeting) >= instance->meetings.size())
        return std::fprintf(stderr, "--meeting: %d is none of the %zu meetings\n", *order.meeting, instance->meetings.size()), host::exit_usage;
    const auto* before = previous ? &*previous : nullptr;
    const auto judged = programme::check(*instance, *given, before);
    for (const auto& broken : judged.broken)
        std::fprintf(stderr, "%s: breaks the rule %s: meeting %d, participant %d, slot %d, place %d; looked at as if not held\n", order.programme.c_str(),
                     programme::name_of(broken.rule), broken.meeting, broken.participant, broken.slot, broken.place);
    programme::Explainer explainer{*instance, *given, before};
    for (const int meeting : asked(order, *instance, *given)) tell(order, *instance, explainer, meeting);
    return judged.broken.empty() ? host::exit_done : host::exit_refused;
}

}  // namespace

void add_programme_explain(CLI::App& programme, Action& action) {
    auto order = std::make_shared<ExplainOrder>();
    auto* command = programme.add_subcommand("explain", "Why wishes are not held, and the cheapest change that would hold each");
    command->add_option("instance", order->instance, "hoicho-instance/1")->required()->check(CLI::ExistingFile);
    command->add_option("programme", order->programme, "hoicho-programme/1")->required()->check(CLI::ExistingFile);
    command->add_option("--meeting", order->meeting, "Only this wish, held or not; default: every wish that is not held")->check(CLI::NonNegativeNumber);
    command->add_option("--previous", order->previous, "The programme in force before: changes to it have a price")->check(CLI::ExistingFile);
    command->add_flag("!--no-prices", order->prices, "Leave out what holding the wish would cost");
    command->add_flag("--json", order->json, "One JSON object a line");
    command->add_option("--language", order->language, "vi or en")->transform(CLI::CheckedTransformer(languages));
    command->callback([&action, order] { action = [order] { return explain(*order); }; });
}

}  // namespace hoicho::cli
