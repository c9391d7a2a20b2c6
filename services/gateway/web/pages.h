// The pages: files built into the program, or of a folder while they are being written.
#pragma once

#include <filesystem>
#include <string_view>

#include "runtime/http/message.h"

namespace hoicho::gateway {

class Pages {
  public:
    explicit Pages(std::filesystem::path root) : root_{std::move(root)} {}
    runtime::http::Response answer(const runtime::http::Request& request) const;

  private:
    std::filesystem::path root_;
};

}  // namespace hoicho::gateway
