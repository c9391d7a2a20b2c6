// Solves a fair and allocates a floor with a fixed seed and steps, and prints the answers: built by several compilers, the
// bytes must be the same. Usage: same_bytes INSTANCE.json FLOOR.json SEED STEPS
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "scheduling/domain/floor/allocate.h"
#include "scheduling/domain/floor/bound.h"
#include "scheduling/domain/programme/bound.h"
#include "scheduling/domain/programme/repair.h"
#include "scheduling/domain/programme/solve.h"
#include "scheduling/files/floor_file.h"
#include "scheduling/files/instance_file.h"
#include "scheduling/files/programme_file.h"

namespace {

using namespace hoicho::scheduling;

std::string content_of(const char* path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

long long whole(std::int64_t number) { return number; }

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const auto fair = files::read_instance(content_of(argv[1]));
    const auto floor = files::read_floor(content_of(argv[2]));
    if (!fair || !floor) return 3;
    const std::uint64_t seed = std::strtoull(argv[3], nullptr, 10);
    const std::uint64_t steps = std::strtoull(argv[4], nullptr, 10);

    const auto solved = programme::improve(*fair, {}, seed, steps);
    const auto repaired = programme::repair(*fair, solved.programme, seed + 1, steps);
    const auto allocated = floor::allocate(*floor, seed, steps);
    std::fputs(files::write_programme(solved.programme).c_str(), stdout);
    std::fputs(files::write_programme(repaired.programme).c_str(), stdout);
    std::fputs(files::write_allocation(allocated.allocation).c_str(), stdout);
    std::printf("%lld %lld %lld %lld %lld\n", whole(solved.score), whole(repaired.score), whole(allocated.score), whole(programme::upper_bound(*fair).score),
                whole(floor::upper_bound(*floor).score));
    return 0;
}
