// Takes a whole fair directory in through the API, stage by stage; run again after a break it goes on where it stopped.
#pragma once

#include <string>
#include <vector>

#include "hoicho/fair/api_client.h"
#include "hoicho/fair/row_mapping.h"

namespace hoicho::fair {

/// A row that was not taken in, and why.
struct Rejected {
    std::string place;  ///< "products.jsonl:12"
    std::string why;
};

struct Imported {
    std::string organiser;
    std::string fair;  ///< the API's id
    Ids ids;
    std::size_t taken = 0;
    std::vector<Rejected> rejected;
};

/// Failure: the server stays silent, or refuses the organiser or the fair itself. Refused rows are in the result, the others are in.
Result<Imported> import_fair(ApiClient& api, const FairDirectory& directory, const std::string& organiser);

}  // namespace hoicho::fair
