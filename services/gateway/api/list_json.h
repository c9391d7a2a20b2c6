// What reads of matching share: the fair of a path, `top`, and an entry of a list with everything its score follows from.
#pragma once

#include <boost/json.hpp>
#include <optional>

#include "gateway/api/resources.h"
#include "matching/domain/gap/explain.h"
#include "matching/domain/lists.h"

namespace hoicho::gateway {

inline const std::string matching_fair_path = "/api/v1/organisers/{organiser}/fairs/{fair}";
inline constexpr std::uint32_t list_top_default = 20;

/// The fair of the path with its matching state.
struct AtFair {
    const matching::State* state = nullptr;
    std::uint32_t fair = 0;
    matching::ranking::Day day = 0;
};
std::optional<AtFair> at_fair(const Reading& reading);

/// The fair's market as it follows from the state.
const matching::FairMarket& market_at(const LongReading& long_reading, const AtFair& at);

/// 1 to `most` from the query; nothing with a problem when it is something else.
std::optional<std::uint32_t> top_of(const Reading& reading, std::uint32_t most, runtime::http::Response& problem);

std::string shown(const Reading& reading, common::v1::IdKind kind, std::uint32_t id);
/// {"vi", "en"}, or null for nothing.
boost::json::value sentence(const matching::gap::Sentence& sentence);
/// Every condition with both sides' values.
boost::json::array lines_of(const Reading& reading, const matching::gap::Explanation& explanation);

/// `score_thousandths` and the `contributions` it is the sum of: VALUE, PRICE, LIFT, FEEDBACK; `value` with what it follows from; `crowd`.
/// @param whom  the side that the entry names
boost::json::object market_of_entry(const LongReading& long_reading, std::uint32_t fair, matching::Side whom, const matching::ListEntry& entry);

/// What an explanation needs of a product and of a demand that are there.
matching::gap::Offer offer_of(const matching::State& state, std::uint32_t product);
matching::gap::Asked asked_of(const matching::State& state, std::uint32_t demand);

}  // namespace hoicho::gateway
