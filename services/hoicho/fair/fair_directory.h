// A fair as a directory of JSON Lines files, the form that sample fairs and exports have.
#pragma once

#include <boost/json/object.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "kernel/result.h"

namespace hoicho::fair {

struct Row {
    std::size_t line = 0;
    boost::json::object object;
};

struct FairDirectory {
    std::filesystem::path folder;
    boost::json::object fair;                       ///< fair.json
    std::map<std::string, std::vector<Row>> files;  ///< by name without ".jsonl"; a file that is not there is empty

    const std::vector<Row>& rows(const std::string& file) const;
};

/// Reads fair.json and the files that an import takes. Failure: "products.jsonl:12: ..." with what is wrong.
Result<FairDirectory> read_fair_directory(const std::filesystem::path& folder);

/// Moves every day in the directory by whole weeks (28 days at a time), so that the fair opens after `today`: a sample is made for one date, but
/// nobody can be scheduled in a slot that has begun. Returns by how many days; 0 when the fair still lies ahead.
/// @param today  days since 1970-01-01
int move_ahead(FairDirectory& directory, int today);

}  // namespace hoicho::fair
