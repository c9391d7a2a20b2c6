// Joins a domain's typed state, decide and evolve to the Partition that the runtime handles.
//
// A domain is described by a struct:
//   using State, Command, Event;                      State{Tables&}; State::index() derives the tables that are not stored
//   static constexpr Service service; static constexpr std::uint32_t fold_version;
//   static const std::vector<Service>& folds();
//   static Decision<Event> decide(const State&, const Command&, const Context&);
//   static void evolve(State&, const Event&);
//   static Folded evolve_foreign(State&, Service, std::string_view event);
// and, if decisions do not stand on all of folds():
//   static bool awaits(Service);
// and, if something in its state falls due:
//   static std::optional<std::pair<std::uint64_t, Command>> next_due(const State&);
#pragma once

#include <map>
#include <memory>

#include "kernel/partition.h"
#include "kernel/table.h"

namespace hoicho {

template <class Domain>
class TypedPartition final : public Partition {
  public:
    using State = typename Domain::State;
    using Event = typename Domain::Event;

    Service service() const override { return Domain::service; }
    std::uint32_t fold_version() const override { return Domain::fold_version; }
    const std::vector<Service>& folds() const override { return Domain::folds(); }
    bool awaits(Service journal) const override {
        if constexpr (requires { Domain::awaits(journal); })
            return Domain::awaits(journal);
        else
            return true;
    }
    Tracking& tracking() override { return tracking_; }

    /// What this partition knows of an organiser; nullptr when it never heard of it.
    const State* state(std::string_view organiser) const {
        const auto at = organisers_.find(organiser);
        return at == organisers_.end() ? nullptr : &at->second->state;
    }
    template <class Visit>
    void for_each_organiser(Visit visit) const {
        for (const auto& [name, organiser] : organisers_) visit(name, organiser->state);
    }

    Outcome decide(std::string_view bytes, const Context& context) override {
        if (!command_.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return refuse(REASON_MALFORMED, "command");
        State& state = organiser(context.organiser);
        const auto decision = Domain::decide(state, command_, context);
        if (!decision) return decision.error();
        Yes yes;
        yes.created = decision->created;
        yes.events.reserve(decision->events.size());
        for (const Event& event : decision->events) {
            yes.events.push_back(event.SerializeAsString());
            Domain::evolve(state, event);
        }
        return yes;
    }

    Folded evolve(Service journal, std::string_view organiser_name, std::string_view bytes) override {
        State& state = organiser(organiser_name);
        if (journal != Domain::service) return Domain::evolve_foreign(state, journal, bytes);
        if (!event_.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) || event_.kind_case() == Event::KIND_NOT_SET)
            return Folded::newer;
        Domain::evolve(state, event_);
        return Folded::done;
    }

    std::optional<Due> next_due() const override {
        std::optional<Due> first;
        if constexpr (requires(const State& state) { Domain::next_due(state); }) {
            for (const auto& [name, organiser] : organisers_) {
                auto due = Domain::next_due(organiser->state);
                if (due && (!first || due->first < first->at_ms)) first = Due{due->first, name, due->second.SerializeAsString()};
            }
        }
        return first;
    }

    void drain_changes(const RowSink& sink) override {
        std::string key;
        for (auto& [name, organiser] : organisers_)
            for (auto* table : organiser->tables.all())
                table->drain_changes([&](std::string_view row_key, bool present, std::string_view row) {
                    key.assign(table->name()).append(name).push_back('\0');
                    key.append(row_key);
                    sink(key, present, row);
                });
    }

    bool load(std::string_view key, std::string_view row) override {
        const auto end = key.find('\0', 2);
        if (end == std::string_view::npos) return false;
        organiser(key.substr(2, end - 2));
        auto* table = organisers_.find(key.substr(2, end - 2))->second->tables.find(key.substr(0, 2));
        return table && table->load(key.substr(end + 1), row);
    }

    void loaded() override {
        for (auto& [name, organiser] : organisers_) organiser->state.index();
    }

    Digest digest() const override {
        Digest digest;
        for (const auto& [name, organiser] : organisers_)
            for (const auto* table : organiser->tables.all()) table->add_to(digest, name);
        return digest;
    }

  private:
    struct Organiser {
        explicit Organiser(Tracking& tracking) : tables{tracking}, state{tables} {}
        Tables tables;
        State state;
    };

    State& organiser(std::string_view name) {
        if (last_ && last_name_ == name) return last_->state;  // journals run on about one organiser for long
        auto at = organisers_.find(name);
        if (at == organisers_.end()) at = organisers_.emplace(std::string{name}, std::make_unique<Organiser>(tracking_)).first;
        last_ = at->second.get();
        last_name_ = name;
        return last_->state;
    }

    Tracking tracking_;
    std::map<std::string, std::unique_ptr<Organiser>, std::less<>> organisers_;
    Organiser* last_ = nullptr;  ///< the one that was asked for last
    std::string last_name_;
    typename Domain::Command command_;  // kept between calls: parsing into it reuses its memory
    Event event_;
};

}  // namespace hoicho
