// hoicho floor draw-commit, hoicho floor verify: what stands before and after a draw of booths.
#include <sodium.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>

#include "hoicho/solver/commands.h"
#include "hoicho/solver/documents.h"
#include "kernel/sha256.h"
#include "runtime/host/exit_code.h"
#include "scheduling/files/draw_file.h"
#include "scheduling/files/floor_file.h"

namespace hoicho::cli {
namespace {

namespace files = scheduling::files;
namespace host = runtime::host;

struct CommitOrder {
    std::string floor, out, secret, seed_hex;
};
struct VerifyOrder {
    std::string floor, record, commitment, allocation;
};

std::string new_seed() {
    std::array<std::uint8_t, 32> bytes{};
    if (sodium_init() < 0) return {};
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes);
}

/// The seed in a file that only its owner may read; an existing file is never written over: it may be the secret of a
/// commitment that is published already.
bool keep_secret(const std::string& path, const std::string& seed) {
    if (std::filesystem::exists(path)) return std::fprintf(stderr, "%s: exists already\n", path.c_str()), false;
    const mode_t before = umask(S_IRWXG | S_IRWXO);
    const bool written = write_file(path, seed + "\n");
    umask(before);
    return written;
}

int commit(const CommitOrder& order) {
    const auto text = read_file(order.floor);
    if (!text) return host::exit_data_has_errors;
    const auto floor = accept(order.floor, files::read_floor(*text));
    if (!floor) return host::exit_data_has_errors;
    const files::DrawInput input{.floor = &*floor,
                                 .floor_sha256 = sha256_hex(*text),
                                 .seed = order.seed_hex.empty() ? new_seed() : order.seed_hex,
                                 .public_value = ""};
    if (const auto complaints = files::complaints_of(input); !complaints.empty()) return complain(order.floor, complaints), host::exit_data_has_errors;
    if (order.seed_hex.empty() && !keep_secret(order.secret, input.seed)) return host::exit_failed;
    const auto commitment = files::commit(input);
    if (!write_file(order.out, files::write_commitment(commitment))) return host::exit_failed;
    std::printf("commitment %s\nfloor      %s, SHA-256 %s\npublish    %s\n", commitment.commitment.c_str(), commitment.floor.c_str(),
                commitment.floor_sha256.c_str(), order.out.c_str());
    if (order.seed_hex.empty()) std::printf("keep       %s secret until the draw\n", order.secret.c_str());
    return host::exit_done;
}

int verify(const VerifyOrder& order) {
    const auto text = read_file(order.floor);
    const auto record = text ? read_file(order.record) : std::nullopt;
    if (!record) return host::exit_data_has_errors;
    const auto floor = accept(order.floor, files::read_floor(*text));
    if (!floor) return host::exit_data_has_errors;
    auto complaints = files::verify_draw(*floor, sha256_hex(*text), *record);
    complain(order.record, complaints);
    bool sound = complaints.empty();
    if (!order.commitment.empty()) {
        const auto published = read_document(order.commitment, files::read_commitment);
        if (!published) return host::exit_data_has_errors;
        complaints = files::verify_commitment(*published, *record);
        complain(order.record, complaints);
        sound = sound && complaints.empty();
    }
    if (sound && !order.allocation.empty()) {
        const auto allocation = read_document(order.allocation, files::read_allocation);
        if (!allocation) return host::exit_data_has_errors;
        if (*allocation != files::allocation_in(*floor, *record))
            sound = (std::fprintf(stderr, "%s: is not the allocation of the draw\n", order.allocation.c_str()), false);
    }
    if (!sound) return host::exit_refused;
    std::printf("sound: %zu turns, each computed again from the seed\n", floor->exhibitors.size());
    return host::exit_done;
}

}  // namespace

void add_floor_draw(CLI::App& floor, Action& action) {
    auto commit_order = std::make_shared<CommitOrder>();
    auto* commit_command = floor.add_subcommand("draw-commit", "Before a draw: fix floor and secret seed, and write what to publish");
    commit_command->add_option("floor", commit_order->floor, "hoicho-floor/1")->required()->check(CLI::ExistingFile);
    commit_command->add_option("--out", commit_order->out, "File to publish, hoicho-draw-commitment/1")->required();
    auto* secret = commit_command->add_option("--secret", commit_order->secret, "File for a new secret seed");
    auto* seed = commit_command->add_option("--seed-hex", commit_order->seed_hex, "Your own secret seed, 64 hex digits")->excludes(secret);
    commit_command->callback([&action, commit_order, secret, seed] {
        if (secret->count() + seed->count() == 0) throw CLI::RequiredError("--secret or --seed-hex");
        action = [commit_order] { return commit(*commit_order); };
    });

    auto verify_order = std::make_shared<VerifyOrder>();
    auto* verify_command = floor.add_subcommand("verify", "After a draw: hold it again and compare every line of its record");
    verify_command->add_option("floor", verify_order->floor, "hoicho-floor/1")->required()->check(CLI::ExistingFile);
    verify_command->add_option("draw", verify_order->record, "hoicho-draw/1")->required()->check(CLI::ExistingFile);
    verify_command->add_option("--commitment", verify_order->commitment, "What was published before")->check(CLI::ExistingFile);
    verify_command->add_option("--allocation", verify_order->allocation, "The allocation that was published after")->check(CLI::ExistingFile);
    verify_command->callback([&action, verify_order] { action = [verify_order] { return verify(*verify_order); }; });
}

}  // namespace hoicho::cli
