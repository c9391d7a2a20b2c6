// What is sealed can be read by who holds the vault, for that field and organiser only, until the person is erased.
#include "gateway/json/vault.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <future>

namespace hoicho::gateway {
namespace {

class VaultTest : public ::testing::Test {
  protected:
    VaultTest() {
        std::string pattern = (std::filesystem::temp_directory_path() / "hoicho-vault-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        open();
    }
    ~VaultTest() override {
        vault_.reset();
        std::filesystem::remove_all(folder_);
    }
    void open() {
        vault_.reset();
        auto secrets = Secrets::open(folder_ / "key");
        auto vault = Vault::open(folder_ / "vault", secrets.value());
        vault_ = std::move(vault.value());
    }
    common::v1::Sealed seal(const std::string& subject, const std::string& text) {
        common::v1::Sealed sealed;
        std::promise<bool> done;
        vault_->seal("hpa", subject, {{nullptr, &sealed, "phone", text}}, [&](Result<void> result) { done.set_value(result.has_value()); });
        EXPECT_TRUE(done.get_future().get());
        return sealed;
    }

    std::filesystem::path folder_;
    std::unique_ptr<Vault> vault_;
};

TEST_F(VaultTest, OpensWhatItSealedAlsoAfterARestart) {
    const auto sealed = seal(vault_->subject_of("hpa", "command-1"), "0311234567");
    EXPECT_EQ(sealed.ciphertext().find("0311234567"), std::string::npos);
    EXPECT_EQ(vault_->open_sealed("hpa", "phone", sealed).value(), "0311234567");
    open();
    EXPECT_EQ(vault_->open_sealed("hpa", "phone", sealed).value(), "0311234567");
}

TEST_F(VaultTest, OpensNothingUnderAnotherFieldOrOrganiser) {
    const auto sealed = seal(vault_->subject_of("hpa", "command-1"), "0311234567");
    EXPECT_FALSE(vault_->open_sealed("hpa", "email", sealed));
    EXPECT_FALSE(vault_->open_sealed("sct", "phone", sealed));
}

TEST_F(VaultTest, KeepsOneKeyForARetriedCommand) {
    const auto subject = vault_->subject_of("hpa", "command-1");
    const auto first = seal(subject, "one");
    const auto second = seal(subject, "two");
    EXPECT_EQ(vault_->open_sealed("hpa", "phone", first).value(), "one");
    EXPECT_EQ(vault_->open_sealed("hpa", "phone", second).value(), "two");
}

TEST_F(VaultTest, ForgetsAnErasedPersonForGood) {
    const auto subject = vault_->subject_of("hpa", "command-1");
    const auto sealed = seal(subject, "0311234567");
    ASSERT_TRUE(vault_->erase(subject));
    EXPECT_FALSE(vault_->open_sealed("hpa", "phone", sealed));
    open();
    EXPECT_FALSE(vault_->open_sealed("hpa", "phone", sealed));
}

TEST_F(VaultTest, RefusesAKeyFileThatOthersCanRead) {
    std::filesystem::permissions(folder_ / "key", std::filesystem::perms::others_read, std::filesystem::perm_options::add);
    EXPECT_FALSE(Secrets::open(folder_ / "key"));
}

}  // namespace
}  // namespace hoicho::gateway
