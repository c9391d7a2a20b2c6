// What can be read: the register, the venue, meetings and programmes of an organiser, page by page.
#pragma once

#include <functional>
#include <string>
#include <string_view>
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
    LongRead long_read = {};  ///< in place of `read`
};
/// Everything below /api/v1/organisers/{organiser} that answers GET.
std::vector<Resource> resources();
std::vector<Resource> register_resources();    // resources_register.cc
std::vector<Resource> fair_resources();        // resources_fair.cc
std::vector<Resource> matching_resources();    // resources_matching.cc
std::vector<Resource> list_resources();        // resources_lists.cc
std::vector<Resource> exposure_resources();    // resources_exposure.cc
std::vector<Resource> programme_resources();   // resources_programme.cc

}  // namespace hoicho::gateway
