// Writes a whole sample fair into a folder: the same size and seed give the same bytes on every machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "hoicho/sample/plan.h"
#include "kernel/result.h"

namespace hoicho::sample {

/// "small", "typical" or "hanoi"; nullopt: none of them.
std::optional<SampleSize> size_named(std::string_view name);

/// The files of a fair, name -> bytes: fair.json and *.jsonl (UTF-8, one object per line). `hanoi` is about 4 MB and
/// takes well under a second.
std::map<std::string, std::string> sample_files(SampleSize size, std::uint64_t seed);

/// Writes them into `out`, which is created when it is not there; files of the same names are replaced.
/// @errors  Failure with the name of the file or folder that could not be written
Result<void> generate(SampleSize size, std::uint64_t seed, const std::filesystem::path& out);

}  // namespace hoicho::sample
