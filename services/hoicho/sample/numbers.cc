// Check digits as the tax office and GS1 compute them.
#include "hoicho/sample/numbers.h"

#include <array>

namespace hoicho::sample {
namespace {

constexpr std::array weights{31, 29, 23, 19, 17, 13, 7, 5, 3};

std::string digits(Random& random, std::size_t count) {
    std::string text;
    while (text.size() < count) text += static_cast<char>('0' + random.below(10));
    return text;
}

std::string unused(Sample& sample, Random& random, const std::string& prefix, std::size_t count) {
    for (;;) {
        auto number = prefix + digits(random, count);
        if (sample.numbers_used.insert(number).second) return number;
    }
}

}  // namespace

std::string tax_code(Sample& sample, Random& random) {
    for (;;) {
        auto code = unused(sample, random, "99", 7);
        int sum = 0;
        for (std::size_t at = 0; at < weights.size(); ++at) sum += weights[at] * (code[at] - '0');
        if (sum % 11 == 0) continue;  // the tax office never issued these
        return code + static_cast<char>('0' + (10 - sum % 11));
    }
}

std::string personal_number(Sample& sample, Random& random) { return unused(sample, random, "099", 9); }

std::string phone(Sample& sample, Random& random) { return unused(sample, random, "031", 7); }

std::string barcode(Sample& sample, Random& random) {
    auto code = unused(sample, random, "8939999", 5);
    int sum = 0;
    for (std::size_t at = 0; at < code.size(); ++at) sum += (at % 2 == 0 ? 1 : 3) * (code[at] - '0');
    return code + static_cast<char>('0' + (10 - sum % 10) % 10);
}

}  // namespace hoicho::sample
