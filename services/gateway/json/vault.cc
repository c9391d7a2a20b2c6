// Keys in a small RocksDB, XChaCha20-Poly1305 by libsodium, one fsync for all keys that wait together; see vault.h.
//
//   row   key: subject (16 bytes) · value: nonce (24) + wrapped key (32 + 16)
//   AAD of a sealed text: subject + zero byte + field + zero byte + organiser
#include "gateway/json/vault.h"

#include <rocksdb/db.h>
#include <sodium.h>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace hoicho::gateway {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::uint32_t key_version = 1;

const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string encrypt(const Key& key, std::string_view nonce, std::string_view text, std::string_view authenticated) {
    std::string out(text.size() + tag_bytes, '\0');
    unsigned long long size = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(out), &size, raw(text), text.size(), raw(authenticated), authenticated.size(), nullptr,
                                               raw(nonce), key.data());
    return out;
}

std::optional<std::string> decrypt(const Key& key, std::string_view nonce, std::string_view text, std::string_view authenticated) {
    if (nonce.size() != nonce_bytes || text.size() < tag_bytes) return std::nullopt;
    std::string out(text.size() - tag_bytes, '\0');
    unsigned long long size = 0;
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(out), &size, nullptr, raw(text), text.size(), raw(authenticated),
                                                                  authenticated.size(), raw(nonce), key.data());
    return opened == 0 ? std::optional{std::move(out)} : std::nullopt;
}

std::string random_bytes(std::size_t size) {
    std::string out(size, '\0');
    randombytes_buf(out.data(), size);
    return out;
}

std::string keyed_hash(const Key& key, std::size_t size, std::initializer_list<std::string_view> parts) {
    std::string framed, out(size, '\0');
    for (const auto part : parts) framed.append(std::to_string(part.size())).append(":").append(part);
    crypto_generichash(raw(out), size, raw(framed), framed.size(), key.data(), key.size());
    return out;
}

std::string authenticated_text(std::string_view subject, std::string_view field, std::string_view organiser) {
    std::string out{subject};
    out.push_back('\0');
    out.append(field).push_back('\0');
    return out.append(organiser);
}

}  // namespace

struct Vault::Inside {
    std::unique_ptr<rocksdb::DB> db;
    Key wrapping, equality, subjects;

    struct Waiting {
        std::string subject, wrapped;
        std::function<void(Result<void>)> done;
    };
    std::mutex mutex;
    std::condition_variable arrived;
    std::deque<Waiting> queue;
    std::map<std::string, Key, std::less<>> pending;  ///< keys on their way to the disk: a retry that comes meanwhile must use the same
    bool stopping = false;
    std::thread writer;

    std::optional<Key> key_of(std::string_view subject) const {
        std::string row;
        if (!db->Get({}, {subject.data(), subject.size()}, &row).ok() || row.size() <= nonce_bytes) return std::nullopt;
        const auto clear = decrypt(wrapping, std::string_view{row}.substr(0, nonce_bytes), std::string_view{row}.substr(nonce_bytes), subject);
        if (!clear || clear->size() != sizeof(Key)) return std::nullopt;
        Key key;
        clear->copy(reinterpret_cast<char*>(key.data()), key.size());
        return key;
    }

    std::string wrap(std::string_view subject, const Key& key) const {
        const auto nonce = random_bytes(nonce_bytes);
        return nonce + encrypt(wrapping, nonce, {reinterpret_cast<const char*>(key.data()), key.size()}, subject);
    }

    /// One synced write for everybody who came while the last one ran.
    void write_keys() {
        std::unique_lock lock{mutex};
        while (true) {
            arrived.wait(lock, [this] { return stopping || !queue.empty(); });
            if (queue.empty()) return;
            std::deque<Waiting> batch;
            batch.swap(queue);
            lock.unlock();
            rocksdb::WriteBatch writes;
            for (const auto& waiting : batch) writes.Put(waiting.subject, waiting.wrapped);
            rocksdb::WriteOptions synced;
            synced.sync = true;
            const auto status = db->Write(synced, &writes);
            lock.lock();
            for (const auto& waiting : batch) pending.erase(waiting.subject);
            lock.unlock();
            for (auto& waiting : batch)
                waiting.done(status.ok() ? Result<void>{} : failure(boost::system::errc::io_error, "vault: " + status.ToString()));
            lock.lock();
        }
    }
};

Vault::Vault(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {
    inside_->writer = std::thread{[self = inside_.get()] { self->write_keys(); }};
}

Vault::~Vault() {
    {
        const std::lock_guard lock{inside_->mutex};
        inside_->stopping = true;
    }
    inside_->arrived.notify_all();
    inside_->writer.join();
}

Result<std::unique_ptr<Vault>> Vault::open(const std::filesystem::path& folder, const Secrets& secrets) {
    auto inside = std::make_unique<Inside>();
    rocksdb::Options options;
    options.create_if_missing = true;
    options.paranoid_checks = true;
    rocksdb::DB* db = nullptr;
    const auto status = rocksdb::DB::Open(options, folder.string(), &db);
    if (!status.ok()) return failure(boost::system::errc::io_error, "vault " + folder.string() + ": " + status.ToString());
    inside->db.reset(db);
    inside->wrapping = secrets.subkey(Purpose::vault);
    inside->equality = secrets.subkey(Purpose::equality);
    inside->subjects = secrets.subkey(Purpose::command_ids);
    return std::unique_ptr<Vault>{new Vault{std::move(inside)}};
}

std::string Vault::subject_of(std::string_view organiser, std::string_view command_id) const {
    return keyed_hash(inside_->subjects, 16, {"subject", organiser, command_id});
}

std::string Vault::equality_key(std::string_view organiser, std::string_view text) const {
    return keyed_hash(inside_->equality, 16, {organiser, text});
}

void Vault::seal(std::string_view organiser, const std::string& subject, std::vector<Unsealed> texts, std::function<void(Result<void>)> done) {
    std::unique_lock lock{inside_->mutex};
    auto key = inside_->key_of(subject);
    const bool on_disk = key.has_value();
    if (!on_disk) {
        const auto [at, fresh] = inside_->pending.try_emplace(subject);
        if (fresh) randombytes_buf(at->second.data(), at->second.size());
        key = at->second;
    }
    lock.unlock();
    for (auto& text : texts) {
        auto& sealed = static_cast<common::v1::Sealed&>(*text.target);
        sealed.set_subject(subject);
        sealed.set_key_version(key_version);
        sealed.set_nonce(random_bytes(nonce_bytes));
        sealed.set_ciphertext(encrypt(*key, sealed.nonce(), text.text, authenticated_text(subject, text.field, organiser)));
    }
    if (on_disk) return done({});
    lock.lock();
    inside_->queue.push_back({subject, inside_->wrap(subject, *key), std::move(done)});
    lock.unlock();
    inside_->arrived.notify_one();
}

Result<std::string> Vault::open_sealed(std::string_view organiser, std::string_view field, const common::v1::Sealed& sealed) const {
    const auto key = inside_->key_of(sealed.subject());
    if (!key) return failure(boost::system::errc::no_such_file_or_directory, "erased person");
    auto text = decrypt(*key, sealed.nonce(), sealed.ciphertext(), authenticated_text(sealed.subject(), field, organiser));
    if (!text) return failure(boost::system::errc::bad_message, "not what was sealed for this field");
    return std::move(*text);
}

Result<void> Vault::erase(std::string_view subject) {
    rocksdb::WriteOptions synced;
    synced.sync = true;
    const auto status = inside_->db->Delete(synced, {subject.data(), subject.size()});
    if (!status.ok()) return failure(boost::system::errc::io_error, "vault: " + status.ToString());
    inside_->db->CompactRange({}, nullptr, nullptr);  // the deleted key must not linger in an older file
    return {};
}

}  // namespace hoicho::gateway
