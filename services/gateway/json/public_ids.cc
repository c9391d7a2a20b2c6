// One AES block per id, by OpenSSL; see public_ids.h.
#include "gateway/json/public_ids.h"

#include <openssl/evp.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <unordered_map>

#include "kernel/check.h"

namespace hoicho::gateway {
namespace {

using Block = std::array<std::uint8_t, 16>;
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t letters = 26;  // 26 * 5 bits: 128 and two zero bits before them

struct FreeContext {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

/// A cipher context belongs to one thread; setting a key up costs more than a block, so each thread keeps one per key and direction.
EVP_CIPHER_CTX* context_of(const Key& key, bool encrypt) {
    thread_local std::unordered_map<std::string, CipherContext> contexts;
    std::string name{reinterpret_cast<const char*>(key.data()), 16};
    name.push_back(encrypt ? 'e' : 'd');
    auto& context = contexts[name];
    if (!context) {
        context.reset(EVP_CIPHER_CTX_new());
        invariant(EVP_CipherInit_ex(context.get(), EVP_aes_128_ecb(), nullptr, key.data(), nullptr, encrypt ? 1 : 0) == 1, "AES key set-up");
        EVP_CIPHER_CTX_set_padding(context.get(), 0);
    }
    return context.get();
}

Block permute(const Key& key, const Block& in, bool encrypt) {
    Block out{};
    int size = 0;
    const bool done = EVP_CipherUpdate(context_of(key, encrypt), out.data(), &size, in.data(), static_cast<int>(in.size())) == 1;
    invariant(done && size == static_cast<int>(out.size()), "AES block", size);
    return out;
}

Block block_of(std::string_view organiser, IdKind kind, std::uint32_t id) {
    Block block{};
    const auto hash = XXH3_64bits(organiser.data(), organiser.size());
    for (std::size_t at = 0; at < 8; ++at) block[at] = static_cast<std::uint8_t>(hash >> (56 - 8 * at));
    block[8] = static_cast<std::uint8_t>(kind);
    for (std::size_t at = 0; at < 4; ++at) block[12 + at] = static_cast<std::uint8_t>(id >> (24 - 8 * at));
    return block;
}

void append_letters(std::string& out, const Block& block) {
    unsigned bits = 0;
    unsigned value = 0;  // two leading zero bits make 130
    bits = 2;
    for (const auto byte : block) {
        value = (value << 8 | byte) & 0xFFFF;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            out.push_back(alphabet[value >> bits & 31]);
        }
    }
}

std::optional<Block> block_from(std::string_view text) {
    if (text.size() != letters) return std::nullopt;
    Block block{};
    unsigned bits = 0, value = 0;
    std::size_t at = 0;
    for (std::size_t index = 0; index < letters; ++index) {
        const auto digit = alphabet.find(text[index]);
        if (digit == std::string_view::npos || (index == 0 && digit > 7)) return std::nullopt;
        value = (value << 5 | static_cast<unsigned>(digit)) & 0xFFFF;
        bits += index == 0 ? 3 : 5;
        if (bits >= 8) {
            bits -= 8;
            block[at++] = static_cast<std::uint8_t>(value >> bits);
        }
    }
    return block;
}

}  // namespace

std::string_view id_prefix(IdKind kind) {
    switch (kind) {
        case ID_KIND_FAIR: return "fai";
        case ID_KIND_DELEGATION: return "del";
        case ID_KIND_EXHIBITOR: return "exh";
        case ID_KIND_PRODUCT: return "prd";
        case ID_KIND_CERTIFICATE: return "crt";
        case ID_KIND_BUYER: return "buy";
        case ID_KIND_DEMAND: return "dem";
        case ID_KIND_REPRESENTATIVE: return "rep";
        case ID_KIND_POINT_OF_SALE: return "pos";
        case ID_KIND_HALL: return "hal";
        case ID_KIND_BOOTH: return "bth";
        case ID_KIND_BOOTH_REQUEST: return "brq";
        case ID_KIND_SLOT: return "slt";
        case ID_KIND_TABLE: return "tbl";
        case ID_KIND_MEETING_REQUEST: return "mrq";
        case ID_KIND_MEETING: return "mtg";
        case ID_KIND_PROGRAMME_RUN: return "run";
        case ID_KIND_PROGRAMME: return "prg";
        case ID_KIND_ALLOCATION_RUN: return "alr";
        case ID_KIND_SUGGESTION_LIST: return "sgl";
        default: return "";
    }
}

std::string id_kind_name(IdKind kind) {
    std::string name = common::v1::IdKind_Name(kind);
    name.erase(0, std::string_view{"ID_KIND_"}.size());
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

std::string PublicIds::show(std::string_view organiser, IdKind kind, std::uint32_t id) const {
    std::string out{id_prefix(kind)};
    out.push_back('_');
    append_letters(out, permute(key_, block_of(organiser, kind, id), true));
    return out;
}

std::optional<std::uint32_t> PublicIds::read(std::string_view organiser, IdKind kind, std::string_view text) const {
    const auto prefix = id_prefix(kind);
    if (text.size() != prefix.size() + 1 + letters || !text.starts_with(prefix) || text[prefix.size()] != '_') return std::nullopt;
    const auto sealed = block_from(text.substr(prefix.size() + 1));
    if (!sealed) return std::nullopt;
    const Block block = permute(key_, *sealed, false);
    std::uint32_t id = 0;
    for (std::size_t at = 12; at < 16; ++at) id = id << 8 | block[at];
    if (block != block_of(organiser, kind, id)) return std::nullopt;
    return id;
}

std::string PublicIds::show_mentions(std::string_view organiser, std::string_view text) const {
    std::string out;
    while (true) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) return out.append(text);
        int kind = 0;
        std::uint32_t id = 0;
        const char* end = text.data() + close;
        const auto [colon, bad_kind] = std::from_chars(text.data() + open + 1, end, kind);
        const bool is_mention = bad_kind == std::errc{} && colon < end && *colon == ':' &&
                                std::from_chars(colon + 1, end, id).ptr == end && !id_prefix(static_cast<IdKind>(kind)).empty();
        out.append(text.substr(0, is_mention ? open : close + 1));
        if (is_mention) out.append(show(organiser, static_cast<IdKind>(kind), id));
        text.remove_prefix(close + 1);
    }
}

}  // namespace hoicho::gateway
