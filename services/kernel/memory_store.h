// A StateStore in memory: for tests and for readers that keep nothing between runs.
#pragma once

#include <map>

#include "kernel/state_store.h"

namespace hoicho {

class MemoryStore final : public StateStore {
  public:
    void stage(std::string_view key, bool present, std::string_view row) override;
    Result<void> commit(std::string_view meta) override;
    void drop_staged() override { staged_.clear(); }
    Result<std::optional<std::string>> meta() override { return meta_; }
    Result<std::optional<std::string>> find(std::string_view key) override;
    Result<void> scan(std::string_view prefix, const std::function<void(std::string_view, std::string_view)>& row) override;
    Result<void> clear() override;
    Result<void> put_note(std::string_view name, std::string_view value) override;
    Result<std::optional<std::string>> note(std::string_view name) override;

  private:
    std::map<std::string, std::string, std::less<>> rows_;
    std::map<std::string, std::optional<std::string>, std::less<>> staged_;
    std::map<std::string, std::string, std::less<>> notes_;
    std::optional<std::string> meta_;
};

}  // namespace hoicho
