// Ids as people see them: `mtg_` and 26 letters that can be neither guessed nor counted, each standing for one thing of one organiser.
//
// The letters are one AES-128 block in Crockford's base 32, most significant bit first:
//   bytes 0-7 XXH3-64 of the organiser · 8 kind · 9-11 zero · 12-15 dense id, big-endian
// Organiser, kind and zeros are checked when an id comes back, so a made-up or foreign id is as good as none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "gateway/json/secrets.h"
#include "kernel/decision.h"

namespace hoicho::gateway {

class PublicIds {
  public:
    explicit PublicIds(const Key& key) : key_{key} {}

    std::string show(std::string_view organiser, IdKind kind, std::uint32_t id) const;
    /// nullopt: not an id of that kind of that organiser.
    std::optional<std::uint32_t> read(std::string_view organiser, IdKind kind, std::string_view text) const;
    /// Replaces every mention "{kind:id}" (kernel/refusal.h) by the public id.
    std::string show_mentions(std::string_view organiser, std::string_view text) const;

  private:
    Key key_;
};

/// "mtg" for a meeting; empty for kinds without a public form.
std::string_view id_prefix(IdKind kind);
/// "meeting" for ID_KIND_MEETING.
std::string id_kind_name(IdKind kind);

}  // namespace hoicho::gateway
