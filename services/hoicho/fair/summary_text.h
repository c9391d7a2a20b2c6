// The figures of a fair for a terminal.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

namespace hoicho::fair {

struct StepTime {
    std::string step;
    double seconds = 0;
};

std::string summary_text(const boost::json::object& summary, const std::vector<StepTime>& times);

}  // namespace hoicho::fair
