// The words in which scheduling's tests are written: a small fair of three buyers and three exhibitors, with two tables and four slots.
#pragma once

#include <initializer_list>
#include <utility>
#include <vector>

#include "hoicho/matching/v1/events.pb.h"
#include "hoicho/registration/v1/events.pb.h"
#include "scheduling/domain/domain.h"
#include "scheduling/domain/names.h"
#include "tests/support/scenario.h"

namespace hoicho::scheduling {

inline constexpr std::uint32_t aeon = 1, brg = 2, metro = 3;              // buyers
inline constexpr std::uint32_t van_ho = 1, dong_trieu = 2, ha_giang = 3;  // exhibitors
inline constexpr std::uint32_t nine = 1, nine_25 = 2, nine_50 = 3;        // slots of the first half-day
inline constexpr std::uint32_t two_pm = 4;                                // slot of the second
inline constexpr std::uint32_t table_1 = 1, table_2 = 2;

inline constexpr std::uint64_t minute_ms = 60'000;
inline constexpr std::uint64_t nine_ms = 1'796'263'200'000;  // 2026-12-03 9:00 in Hanoi
inline constexpr std::uint64_t day_before_ms = nine_ms - 24 * 60 * minute_ms;

/// "{23:1}" and its like.
inline std::string the_buyer(std::uint32_t id) { return name_of(BuyerId{id}); }
inline std::string the_exhibitor(std::uint32_t id) { return name_of(ExhibitorId{id}); }
inline std::string the_meeting(std::uint32_t id) { return name_of(MeetingId{id}); }

/// What the other journals say.
registration::v1::Event fair_opened(std::uint32_t half_day_max = 0);
registration::v1::Event entered(Side side, std::uint32_t id, std::uint32_t fair = 1, bool wants_meetings = true);
registration::v1::Event person(Side side, std::uint32_t id, const std::vector<std::pair<std::uint64_t, std::uint64_t>>& windows_ms = {},
                               std::uint32_t half_day_max = 0);
matching::v1::Event wish(Side from, std::uint32_t buyer, std::uint32_t exhibitor, Level level);
matching::v1::Event no_wish(Side from, std::uint32_t buyer, std::uint32_t exhibitor);

/// The commands that open the small fair's hall, slots and tables.
std::vector<v1::Command> small_venue();

class SmallFair : public tests::Scenario<SchedulingDomain> {
  public:
    /// @param half_day_max  the fair's rule; 0: none
    explicit SmallFair(std::uint32_t half_day_max = 0);

    SmallFair& enters(Side side, std::uint32_t id, std::uint32_t fair = 1, bool wants_meetings = true);
    /// Registers a person; no windows: always there.
    SmallFair& sends(Side side, std::uint32_t id, std::vector<std::pair<std::uint64_t, std::uint64_t>> windows_ms = {},
                     std::uint32_t half_day_max = 0);
    SmallFair& wishes(Side from, std::uint32_t buyer, std::uint32_t exhibitor, Level level);
    SmallFair& withdraws(Side from, std::uint32_t buyer, std::uint32_t exhibitor);
};

v1::Command open_hall(const std::string& code, std::uint32_t fair = 1);
v1::Command open_slot(const std::string& code, std::uint64_t starts_at_ms, std::uint64_t ends_at_ms, std::uint32_t session = 1);
v1::Command place_table(const std::string& code, std::uint32_t hall = 1);
v1::Command place_booth(const std::string& code, std::vector<std::string> neighbours = {}, std::uint32_t power_kw = 2);
v1::Command request_booths(std::uint32_t exhibitor, std::uint32_t booths = 1, std::uint32_t power_kw = 0);
v1::Command ask_allocation();
v1::Command propose_allocation(std::uint32_t run, const std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>>& gifts);
v1::Command ask_programme();
struct At {
    std::uint32_t buyer, exhibitor, slot, table;
};
v1::Command propose_programme(std::uint32_t run, const std::vector<At>& meetings);
/// The same with live meetings that move to other slots or tables, and others that end.
struct Change {
    std::uint32_t meeting;
    At to;
};
v1::Command propose_repair(std::uint32_t run, const std::vector<Change>& moves, const std::vector<std::uint32_t>& cancelled = {},
                           const std::vector<At>& added = {});
v1::Command publish(std::uint32_t programme);
v1::Command book(std::uint32_t buyer, std::uint32_t exhibitor, std::uint32_t slot, std::uint32_t table, bool second = false);
v1::Command request(std::uint32_t buyer, std::uint32_t exhibitor, std::uint32_t slot, v1::Side from = v1::SIDE_BUYER,
                    std::uint64_t expires_at_ms = 0);
v1::Command accept(std::uint32_t request, v1::Side from = v1::SIDE_EXHIBITOR);
v1::Command decline(std::uint32_t request, const std::string& cause = "NO_TIME", v1::Side from = v1::SIDE_EXHIBITOR);
v1::Command cancel(std::uint32_t meeting, const std::string& cause = "ILL");
v1::Command expire();

v1::Event scheduled(std::uint32_t id, const At& at, std::uint32_t request = 0);

}  // namespace hoicho::scheduling
