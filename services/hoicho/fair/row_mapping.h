// What each row of a fair directory asks of the API: the path it is posted to and the body.
#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "hoicho/fair/fair_directory.h"

namespace hoicho::fair {

/// The directory's own ids ("E0001") to those the API gave.
using Ids = std::map<std::string, std::string, std::less<>>;

struct Ask {
    std::string path;  ///< below /api/v1/organisers/{organiser}
    boost::json::object body;
};

/// What a mapping may look at. References that are not in `ids` throw std::out_of_range with the id.
struct Around {
    const FairDirectory& directory;
    const Ids& ids;
    std::string fair;                                     ///< the API's id of the fair
    std::string zone;                                     ///< the fair's time zone
    std::map<std::string, std::string, std::less<>> private_names;  ///< of households, by exhibitor: cut out of public texts
};

/// A file and how its rows are asked for. Steps of one stage do not need each other's ids; stages follow each other.
struct Step {
    std::string file;
    std::string id_member;  ///< the row's own id; empty: its line number
    std::function<Ask(const boost::json::object& row, const Around& around)> ask;
};
const std::vector<std::vector<Step>>& import_stages();

Ask fair_of(const boost::json::object& fair);
Ask organiser_of(const boost::json::object& fair);

}  // namespace hoicho::fair
