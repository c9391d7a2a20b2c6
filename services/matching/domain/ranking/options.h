// What ranking uses: every part can be switched off, so that its worth can be measured, and an organiser's own names can be added.
#pragma once

namespace hoicho::matching::ranking {

class Lexicon;

struct RankingOptions {
    bool lexicon = true;      ///< names of one thing: regional, trade, English
    bool families = true;     ///< the list of things that stand in for each other
    bool sets = true;         ///< words that name a whole OCOP set
    bool trade_phrases = true;  ///< words around the thing are taken out
    bool repairs = true;      ///< Telex, slips and near spellings of words that nobody sells
    bool marks = true;        ///< a spelling with its marks counts above one that only folds to it
    bool pairs = true;        ///< neighbouring syllables count as a term of their own
    bool rarity = true;       ///< rare words weigh more
    bool title_share = true;  ///< a title that is about the demand only counts above one that mentions it
    bool likeness = true;     ///< titles like those of the best answers
    bool same_name = true;    ///< English titles of the best answers, and what products called so are called in Vietnamese
    bool makers = true;       ///< what the makers of the best answers make besides
    bool group = true;        ///< the OCOP group and set as facts
    bool conditions = true;   ///< papers, stars, season, price, volume, province
    bool pruning = true;      ///< skips what cannot be among the best; the answer stays the same
    const Lexicon* own = nullptr;  ///< an organiser's names besides the built-in ones; must outlive the call
};

}  // namespace hoicho::matching::ranking
