// The vault: one key per person, wrapped by the gateway's secret, outside the journal. Erasing a person is deleting that key.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/json/message_reader.h"
#include "gateway/json/secrets.h"
#include "hoicho/common/v1/sealed.pb.h"

namespace hoicho::gateway {

class Vault {
  public:
    /// Opens or makes the vault in `folder`. Failure: another process has it, or it is damaged.
    static Result<std::unique_ptr<Vault>> open(const std::filesystem::path& folder, const Secrets& secrets);
    ~Vault();

    /// 16 bytes that name the person of a command: the same for every retry of that command.
    std::string subject_of(std::string_view organiser, std::string_view command_id) const;
    /// Keyed hash for telling equal personal numbers without seeing them (Exhibitor.tax_id_key).
    std::string equality_key(std::string_view organiser, std::string_view text) const;

    /// Seals every text under the subject's key (made when there is none), then calls `done` once the key is on disk: on this thread when it
    /// was there already, else on the vault's own after a write shared by all who wait.
    void seal(std::string_view organiser, const std::string& subject, std::vector<Unsealed> texts, std::function<void(Result<void>)> done);
    /// The text; Failure: the person was erased, or the bytes are not what was sealed for this organiser and field.
    Result<std::string> open_sealed(std::string_view organiser, std::string_view field, const common::v1::Sealed& sealed) const;
    /// Destroys the subject's key for good: what was sealed under it can be read by nobody.
    Result<void> erase(std::string_view subject);

  private:
    struct Inside;
    explicit Vault(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace hoicho::gateway
