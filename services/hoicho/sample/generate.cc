// The order in which a sample's files are made, and the writing of them.
#include "hoicho/sample/generate.h"

#include <fstream>

#include "hoicho/sample/sample.h"

namespace hoicho::sample {

std::optional<SampleSize> size_named(std::string_view name) {
    for (const auto size : {SampleSize::small, SampleSize::typical, SampleSize::hanoi})
        if (plan_of(size).name == name) return size;
    return std::nullopt;
}

std::map<std::string, std::string> sample_files(SampleSize size, std::uint64_t seed) {
    Sample sample{size, seed};
    for (const auto make :
         {make_exhibitors, make_products, make_certificates, make_buyers, make_demands, make_timetable,
          make_representatives, make_floor, make_booth_requests, make_interests, make_points_of_sale, make_fair})
        make(sample);
    return std::move(sample.files);
}

Result<void> generate(SampleSize size, std::uint64_t seed, const std::filesystem::path& out) {
    std::error_code error;
    std::filesystem::create_directories(out, error);
    if (error) return failure(boost::system::errc::io_error, "create " + out.string() + ": " + error.message());
    for (const auto& [name, bytes] : sample_files(size, seed)) {
        std::ofstream file{out / name, std::ios::binary | std::ios::trunc};
        file << bytes;
        file.close();
        if (!file) return failure(boost::system::errc::io_error, "write " + (out / name).string());
    }
    return {};
}

}  // namespace hoicho::sample
