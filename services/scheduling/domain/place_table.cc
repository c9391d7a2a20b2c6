// PlaceTable: a table in a hall; it holds one meeting in a slot.
#include "scheduling/domain/commands.h"
#include "scheduling/domain/limits.h"

namespace hoicho::scheduling {

namespace {

std::vector<TableId> tables_in(const State& state, const Venue& venue, HallId hall) {
    std::vector<TableId> in_hall;
    for (const TableId id : venue.tables)
        if (state.tables.find(id)->hall == hall) in_hall.push_back(id);
    return in_hall;
}

}  // namespace

Answer decide(const State& state, const v1::PlaceTable& command, const Context&) {
    const auto& table = command.table();
    const HallId hall_id{table.hall()};
    const Hall* hall = state.halls.find(hall_id);
    if (!hall) return unknown(hall_id);
    const auto& venue = venue_of(state, hall->fair);
    if (auto no = code_refused("code", table.code())) return *no;
    if (auto no = range_refused("seats", table.seats(), 0, 100)) return *no;
    if (auto no = range_refused("features", static_cast<std::uint64_t>(table.features_size()), 0, features_max)) return *no;
    for (const auto& feature : table.features())
        if (auto no = code_refused("features", feature)) return *no;
    if (auto no = code_taken("table", tables_in(state, venue, hall_id), state.tables, table.code())) return *no;
    if (auto no = full_refused("tables", venue.tables.size(), tables_per_fair_max)) return *no;

    v1::Event event;
    const auto id = state.tables.next_id();
    event.mutable_table_placed()->set_table_id(id);
    *event.mutable_table_placed()->mutable_table() = table;
    return fact(std::move(event), ID_KIND_TABLE, id);
}

void apply(State& state, const v1::TablePlaced& event) {
    const auto& table = event.table();
    const TableId id{event.table_id()};
    const FairId fair = state.halls.find(HallId{table.hall()})->fair;
    state.tables.put(id, {fair, HallId{table.hall()}, table.seats(), table.code(), {table.features().begin(), table.features().end()}});
    edit_venue(state, fair).tables.push_back(id);
}

}  // namespace hoicho::scheduling
