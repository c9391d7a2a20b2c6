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

}  // namespace hoicho::fair
