// Adds names that an organiser's region or trade uses; ranking at all its fairs knows them at once.
#include "matching/domain/decide.h"
#include "matching/domain/ranking/lexicon.h"

namespace hoicho::matching {
namespace {

using Fault = ranking::LexiconFault;

std::string accepted(Fault fault) {
    switch (fault) {
        case Fault::one_name:
        case Fault::too_many_names: return "2-" + std::to_string(ranking::lexicon_names_max) + " names";
        case Fault::not_text: return "UTF-8 without control characters";
        case Fault::no_word: return "a name with a letter or a digit";
        case Fault::too_long:
            return "at most " + std::to_string(ranking::lexicon_name_bytes_max) + " bytes and " + std::to_string(ranking::lexicon_syllables_max) + " syllables";
        case Fault::name_twice: return "each name once";
        case Fault::too_many_entries: return std::to_string(ranking::lexicon_entries_max);
    }
    return {};
}

}  // namespace

Answer decide(const State& state, const v1::AddWords& command) {
    if (command.names_size() == 0) return refuse(REASON_MISSING, "names");
    if (command.relation() != v1::WORDS_RELATION_SAME && command.relation() != v1::WORDS_RELATION_KINDS)
        return refuse(REASON_OUT_OF_RANGE, "relation", std::to_string(command.relation()), "SAME, KINDS");
    const auto problems = ranking::problems_of({{{command.names().begin(), command.names().end()}, command.relation() == v1::WORDS_RELATION_KINDS}});
    if (!problems.empty()) {
        const auto& first = problems.front();
        return refuse(REASON_OUT_OF_RANGE, "names", first.name.empty() ? std::string{name_of(first.fault)} : first.name, accepted(first.fault));
    }
    const auto* print = state.names_print.find({});
    if (print && print->present >= ranking::lexicon_entries_max)
        return refuse(REASON_FULL, "words", std::to_string(print->present), std::to_string(ranking::lexicon_entries_max));
    v1::Event event;
    auto& added = *event.mutable_words_added();
    added.set_words(state.own_words.next_id());
    *added.mutable_names() = command.names();
    added.set_relation(command.relation());
    return fact(std::move(event));
}

}  // namespace hoicho::matching
