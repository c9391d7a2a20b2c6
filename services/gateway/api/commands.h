// From an HTTP request to a decided command: read, seal, send, wait for the gateway's own fold to meet the outcome.
#pragma once

#include <memory>

#include "gateway/api/command_table.h"
#include "gateway/json/public_ids.h"
#include "gateway/json/vault.h"
#include "gateway/views/folds.h"
#include "runtime/http/message.h"
#include "runtime/http/router.h"

namespace hoicho::gateway {

/// Milliseconds since 1970; injected so that tests set the time.
using Clock = std::function<std::uint64_t()>;

/// Work that may wait (reading an old record from a remote log) is handed to this instead of the I/O thread.
using Background = std::function<void(std::function<void()>)>;

class Commands {
  public:
    static constexpr std::size_t key_bytes_max = 255;        ///< of Idempotency-Key
    static constexpr std::size_t organiser_bytes_max = 40;
    static constexpr std::size_t depth_max = 32;             ///< of JSON

    Commands(Folds& folds, const PublicIds& ids, Vault& vault, const Secrets& secrets, Clock clock, Background background);

    /// `route` null: the generic endpoint, with the command named in the path. Answers exactly once, now or later, from any thread.
    void handle(const runtime::http::Request& request, const runtime::http::Match& match, const CommandRoute* route, runtime::http::Respond respond);

    const CommandTable& table() const { return table_; }

  private:
    struct Draft;

    std::optional<runtime::http::Response> read(const runtime::http::Request& request, const runtime::http::Match& match, const CommandRoute* route,
                                                Draft& draft) const;
    std::optional<runtime::http::Response> read_body(const runtime::http::Request& request, const runtime::http::Match& match,
                                                     const CommandRoute* route, Draft& draft) const;
    bool answer_known(const Draft& draft, const runtime::http::Respond& respond);
    void answer_from_log(const std::string& organiser, Service service, std::uint32_t partition, std::int64_t offset, runtime::http::Respond respond);
    void answer(const std::string& organiser, const CommandId& id, const Answered& answered, const runtime::http::Respond& respond);
    void send(std::shared_ptr<Draft> draft, runtime::http::Respond respond);
    void add_seen(Draft& draft) const;

    Folds& folds_;
    const PublicIds& ids_;
    Vault& vault_;
    Key command_ids_key_;
    Clock clock_;
    Background background_;
    CommandTable table_;
};

/// 2 to 40 of a-z, 0-9 and '-', beginning with a letter.
bool is_organiser_name(std::string_view name);

}  // namespace hoicho::gateway
