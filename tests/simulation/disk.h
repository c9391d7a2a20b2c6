// A node's disk in a test: a store that survives its process, may go back to an earlier commit, and can end the process
// at any write.
#pragma once

#include <deque>
#include <functional>

#include "kernel/memory_store.h"
#include "runtime/processor/setup.h"

namespace hoicho::tests {

class Disk {
  public:
    static constexpr std::size_t earlier_max = 4;

    /// Called before and after each write; may throw Crash.
    std::function<void()> at_write = [] {};

    runtime::OpenStore opener() {
        return [this](bool anew) -> Result<std::unique_ptr<StateStore>> {
            if (unreadable && !anew) return failure(boost::system::errc::bad_message, "damaged");
            if (anew) (void)now.clear();
            unreadable = false;
            now.drop_staged();
            return std::unique_ptr<StateStore>{std::make_unique<OnDisk>(*this)};
        };
    }

    /// The power fails: `commits` of the newest ones are gone, as far as earlier ones are known.
    void go_back(std::size_t commits) {
        for (; commits > 0 && !earlier.empty(); --commits) {
            now = std::move(earlier.back());
            earlier.pop_back();
        }
    }

    MemoryStore now;
    std::deque<MemoryStore> earlier;
    bool unreadable = false;

  private:
    class OnDisk final : public StateStore {
      public:
        explicit OnDisk(Disk& disk) : disk_{disk} {}
        void stage(std::string_view key, bool present, std::string_view row) override {
            disk_.now.stage(key, present, row);
        }
        Result<void> commit(std::string_view meta) override {
            disk_.at_write();
            MemoryStore before = disk_.now;
            before.drop_staged();
            disk_.earlier.push_back(std::move(before));
            if (disk_.earlier.size() > earlier_max) disk_.earlier.pop_front();
            auto written = disk_.now.commit(meta);
            disk_.at_write();
            return written;
        }
        void drop_staged() override { disk_.now.drop_staged(); }
        Result<std::optional<std::string>> meta() override { return disk_.now.meta(); }
        Result<std::optional<std::string>> find(std::string_view key) override { return disk_.now.find(key); }
        Result<void> scan(std::string_view prefix,
                          const std::function<void(std::string_view, std::string_view)>& row) override {
            return disk_.now.scan(prefix, row);
        }
        Result<void> clear() override { return disk_.now.clear(); }
        Result<void> put_note(std::string_view name, std::string_view value) override {
            disk_.at_write();
            return disk_.now.put_note(name, value);
        }
        Result<std::optional<std::string>> note(std::string_view name) override { return disk_.now.note(name); }

      private:
        Disk& disk_;
    };
};

}  // namespace hoicho::tests
