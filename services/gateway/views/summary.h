// The figures of a fair: the page, the wall, the demo and the report all show these, from one fold at one position.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gateway/json/public_ids.h"
#include "gateway/views/states.h"
#include "kernel/refusal.h"

namespace hoicho::gateway {

struct FairSummary {
    std::uint32_t fair = 0;
    std::string code, name_vi, name_en;
    std::size_t exhibitors = 0, buyers = 0, products = 0, demands = 0, representatives = 0;
    std::map<std::string, std::size_t> products_by_rating;  ///< FIVE, POTENTIAL_FIVE, FOUR, THREE, NONE
    std::size_t certificates_valid = 0;                      ///< on the day the fair checks them
    std::size_t suggestion_lists = 0, suggestions = 0;
    std::size_t wishes = 0;            ///< pairs that want to meet and neither refuses
    std::size_t meetings = 0;          ///< published and not cancelled
    std::size_t wishes_not_held = 0;   ///< of the newest programme; all of them
    std::size_t not_held_more = 0;     ///< of these: those that not_held_by_reason does not count
    std::size_t requests_open = 0;
    std::size_t booths = 0, booths_given = 0, booths_asked = 0, exhibitors_unplaced = 0;
    std::uint32_t programme = 0;       ///< newest one; 0: none
    std::string programme_status;
    scheduling::Programme figures;     ///< of that programme
    std::map<std::string, std::size_t> not_held_by_reason;
    std::vector<Refusal> first_reasons;  ///< at most reasons_shown_max
    static constexpr std::size_t reasons_shown_max = 5;
};

FairSummary summarise(const States& states, std::uint32_t fair);
boost::json::object summary_object(const FairSummary& summary, const PublicIds& ids, std::string_view organiser);

}  // namespace hoicho::gateway
