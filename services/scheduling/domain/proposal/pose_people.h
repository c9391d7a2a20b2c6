// The people of a posed fair: numbered as they are met, then described by windows and maxima.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include "scheduling/domain/proposal/pose_programme.h"

namespace hoicho::scheduling {

class People {
  public:
    explicit People(PosedProgramme& posed) : posed_{&posed} {}

    /// Its number in the instance; the same for the same party.
    int add(const Party& who);
    /// Fills names, delegates and maxima of all that were added. Live meetings are posed already.
    void describe(const State& state);

  private:
    void describe(const State& state, int person, const std::vector<int>& live_in_slot);
    void make_room_for_live(programme::Participant& person, const std::vector<int>& live_in_slot) const;
    void set_maxima(const State& state, int person, const std::vector<int>& live_in_slot);

    PosedProgramme* posed_;
    boost::unordered_flat_map<Party, int, KeyHash<Party>> numbers_;
};

}  // namespace hoicho::scheduling
