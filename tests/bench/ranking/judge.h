// Judges ranked lists against a fair's truth/qrels.tsv: nDCG@10 with gain 2^grade - 1, as sample-data tools of fairs do.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "hoicho/match/fair_files.h"
#include "kernel/result.h"

namespace hoicho::bench {

/// A fair with its truth.
struct JudgedFair {
    std::string name;
    match::FairFiles files;
    std::vector<std::unordered_map<std::string, int>> grades;  ///< by demand: grade by product code; empty: nothing worth a meeting exists
};

/// @param fair  folder with products.jsonl, demands.jsonl, ... and truth/qrels.tsv
Result<JudgedFair> read_judged_fair(const std::filesystem::path& fair);

/// @param ranked  codes of products, best first
/// @return        0..1; `grades` must not be empty
double ndcg_at_10(const std::unordered_map<std::string, int>& grades, const std::vector<std::string>& ranked);

/// Gives every word of products and demands another spelling, the same everywhere, except what a product's papers, quantities and trade phrases
/// are told in: what is left for a ranker is the form. Equal seeds, equal words.
void rename_words(match::FairFiles& files, unsigned seed);

/// Takes the marks off the demands' texts, as people type in a hurry.
void drop_marks(match::FairFiles& files);

}  // namespace hoicho::bench
