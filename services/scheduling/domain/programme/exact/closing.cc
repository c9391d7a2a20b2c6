/// Closes a small case for good.
#include "scheduling/domain/programme/exact/closing.h"

#include <algorithm>

#include "scheduling/domain/programme/exact/core_search.h"
#include "scheduling/domain/programme/exact/model.h"
#include "scheduling/domain/programme/exact/rooms.h"

namespace hoicho::scheduling::programme {

const char* name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::optimal: return "optimal";
        case Verdict::infeasible: return "infeasible";
        case Verdict::open: return "open";
        case Verdict::not_tried: return "not tried";
    }
    return "";
}

namespace exact {

bool has_choice(const Reduced& r) {
    return std::any_of(r.wishes.begin(), r.wishes.end(), [](const Wish& w) { return w.possible && !w.must; });
}

namespace {

bool small_enough(const Reduced& r) {
    return r.meetings <= (has_choice(r) ? cells_with_choice_max : cells_max) / std::max(1, r.slots);
}

/// Somebody held a meeting before: what is moved or in the past is for local search alone.
bool has_history(const Reduced& r) {
    return r.slot_min > 0 || std::any_of(r.wishes.begin(), r.wishes.end(),
                                         [](const Wish& w) { return w.previous_slot != none || w.fixed; });
}

}  // namespace

struct Closing::Clauses {
    Clauses(const Reduced& reduced, const std::vector<Room>& rooms, const GapBound& bound, std::function<void()> keep)
        : sat{has_choice(reduced) ? Aim::either : Aim::model},
          model{sat, reduced, rooms, bound},
          search{sat, model.losses(), std::move(keep)} {}

    Sat sat;  ///< Where all are musts the last programme is what takes long; else the many small refutations.
    Model model;
    CoreSearch search;
};

Closing::Closing(const Reduced& reduced, const GapBound& bound) : reduced_{reduced} {
    if (!small_enough(reduced) || has_history(reduced) || walks_matter(reduced)) return;
    const auto rooms = rooms_of(reduced);
    if (!rooms) return;
    clauses_ = std::make_unique<Clauses>(reduced, *rooms, bound, [this] { keep(); });
}

Closing::~Closing() = default;

void Closing::note_score(std::int64_t score) {
    if (!clauses_ || (best_score_ && score <= *best_score_)) return;
    best_score_ = score;
    found_.reset();
    clauses_->search.note_loss(clauses_->model.score_max() - score);
}

void Closing::work(std::int64_t conflicts_max) {
    if (clauses_) clauses_->search.work(conflicts_max);
}

Verdict Closing::verdict() const {
    if (!clauses_) return Verdict::not_tried;
    if (!clauses_->search.finished()) return Verdict::open;
    return clauses_->search.impossible() ? Verdict::infeasible : Verdict::optimal;
}

std::optional<std::int64_t> Closing::score_bound() const {
    if (!clauses_) return std::nullopt;
    return clauses_->model.score_max() - clauses_->search.loss_min();
}

std::int64_t Closing::conflicts() const { return clauses_ ? clauses_->sat.conflicts() : 0; }

void Closing::keep() {
    std::vector<int> slots(static_cast<std::size_t>(reduced_.meetings), none);
    for (int m = 0; m < reduced_.meetings; ++m)
        for (int t = 0; t < reduced_.slots; ++t)
            if (clauses_->sat.is_true(clauses_->model.at(m, t))) slots[static_cast<std::size_t>(m)] = t;
    found_ = seat(reduced_, slots);
    best_score_ = clauses_->model.score_max() - *clauses_->search.least_loss();
}

}  // namespace exact
}  // namespace hoicho::scheduling::programme
