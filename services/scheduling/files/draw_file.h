/// A draw that anybody can verify: what is published before (`hoicho-draw-commitment/1`) and after (`hoicho-draw/1`).
///
///   commitment   SHA-256 of the secret seed, 64 hex digits in lower case: printf %s SEED | sha256sum
///   ticket       SHA-256 of "SEED\nPUBLIC VALUE\nFLOOR NAME\nEXHIBITOR NAME", without a line end behind the last
///   turns        more points first, then the lower ticket; then everybody chooses as floor/draw.h says
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scheduling/domain/floor/draw.h"
#include "scheduling/files/document.h"

namespace hoicho::scheduling::files {

inline constexpr std::size_t public_value_bytes_max = 1'000;

/// What the organiser fixes before the public value is known: the secret and, byte for byte, the file of the floor.
struct Commitment {
    std::string floor;         ///< Name.
    std::string floor_sha256;  ///< Of the file.
    std::string commitment;

    friend bool operator==(const Commitment&, const Commitment&) = default;
};

/// All that decides a draw.
struct DrawInput {
    const floor::Floor* floor = nullptr;
    std::string floor_sha256;
    std::string seed;          ///< 64 hex digits in lower case.
    std::string public_value;  ///< Known to nobody when the commitment was published; empty: there is none.
};

struct DrawResult {
    floor::Allocation allocation;
    std::string record;  ///< `hoicho-draw/1`, one turn a line.
};

/// What is wrong with the parts of the input; empty: draw() may be called.
programme::Complaints complaints_of(const DrawInput& input);

Commitment commit(const DrawInput& input);
std::vector<floor::Ticket> tickets_of(const DrawInput& input);
DrawResult draw(const DrawInput& input);

/// Holds the draw again from the floor, and the seed and public value that the record gives, and compares everything.
/// @return  each difference with the field of the record and what is right there; empty: the record is true
programme::Complaints verify_draw(const floor::Floor& floor, std::string_view floor_sha256, std::string_view record);

/// The allocation of a record that verify_draw() found true, ordered by exhibitor.
floor::Allocation allocation_in(const floor::Floor& floor, std::string_view record);

/// As verify_draw, for a record whose commitment was published before.
programme::Complaints verify_commitment(const Commitment& published, std::string_view record);

Read<Commitment> read_commitment(std::string_view text);
std::string write_commitment(const Commitment& commitment);

}  // namespace hoicho::scheduling::files
