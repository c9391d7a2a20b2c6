// What can be read: the register, the venue, meetings and programmes of an organiser, page by page.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gateway/json/public_ids.h"
#include "gateway/json/vault.h"
#include "gateway/views/matching_view.h"
#include "gateway/views/states.h"
#include "runtime/http/message.h"
#include "runtime/http/router.h"

namespace hoicho::gateway {

/// What a read may look at; the folding lock is held while it runs.
struct Reading {
    const States& states;
    const PublicIds& ids;
    const Vault& vault;
    std::string_view organiser;
    const runtime::http::Match& match;
    const runtime::http::Request& request;
};
using Read = std::function<runtime::http::Response(const Reading&)>;

/// An answer that is still to be worked out, from what was copied while the folding lock was held and from nothing else of the Reading.
using Later = std::function<runtime::http::Response()>;
/// Copies what an answer needs, or answers at once.
using Begin = std::function<std::variant<runtime::http::Response, Later>(const Reading&)>;

/// A read that looks at much of matching: it runs on the matching view's thread and holds no lock. `reading.states` is what the view has folded;
/// names are looked up in the gateway's own fold, one by one under its lock.
struct LongReading {
    const Reading& reading;
    MarketCache& markets;
    std::function<std::string(std::uint32_t fair, std::uint32_t exhibitor)> exhibitor_name;
    std::function<std::string(std::uint32_t buyer)> buyer_name;
};
using LongRead = std::function<runtime::http::Response(const LongReading&)>;

struct Resource {
    std::string pattern;
    Read read;
    Begin begin{};        ///< instead of `read`, where the work is too long for the lock and what it needs is quickly copied
    LongRead long_read{};  ///< instead of `read`, where it looks at much of matching
};
/// Everything below /api/v1/organisers/{organiser} that answers GET.
std::vector<Resource> resources();
std::vector<Resource> register_resources();    // resources_register.cc
std::vector<Resource> fair_resources();        // resources_fair.cc
std::vector<Resource> matching_resources();    // resources_matching.cc
std::vector<Resource> list_resources();        // resources_lists.cc
std::vector<Resource> exposure_resources();    // resources_exposure.cc
std::vector<Resource> programme_resources();   // resources_programme.cc
std::vector<Resource> reason_resources();      // resources_reasons.cc
std::vector<Resource> draw_resources();        // resources_draw.cc

}  // namespace hoicho::gateway
