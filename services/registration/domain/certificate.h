// What a certificate says on a given day: the one rule for the register, the matcher's and the report's readers.
#pragma once

#include <cstdint>

#include "hoicho/registration/v1/register.pb.h"

namespace hoicho::registration {

/// Whether the certificate holds on `day` (days since 1970-01-01). Both ends by the letter of the decision: valid from
/// the day of issue, no longer valid on the day it expires. `revoked_on` is the first day without it; 0: never revoked.
inline bool valid_on(const v1::Certificate& certificate, std::int32_t day, std::int32_t revoked_on = 0) {
    return certificate.issued_on() <= day && day < certificate.expires_on() && (revoked_on == 0 || day < revoked_on);
}

/// Stars that a rating counts for, 0 to 5. A potential five-star product is a four-star one until the ministry has
/// spoken.
inline std::uint32_t stars(v1::Rating rating) {
    switch (rating) {
        case v1::RATING_THREE: return 3;
        case v1::RATING_FOUR: return 4;
        case v1::RATING_POTENTIAL_FIVE: return 4;
        case v1::RATING_FIVE: return 5;
        default: return 0;
    }
}

}  // namespace hoicho::registration
