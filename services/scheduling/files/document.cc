/// Parses a JSON document within bounds and checks that it says which format it is.
#include "scheduling/files/document.h"

#include <boost/json/parse.hpp>
#include <string>

namespace hoicho::scheduling::files {
namespace json = boost::json;
using programme::Complaints;

Read<json::value> parse(std::string_view text, std::string_view format) {
    if (text.size() > document_bytes_max)
        return Complaints{{"", std::to_string(text.size()) + " bytes, at most " + std::to_string(document_bytes_max)}};
    json::error_code error;
    json::value root = json::parse({text.data(), text.size()}, error);
    if (error) return Complaints{{"", "is no JSON: " + error.message()}};
    const auto* object = root.if_object();
    const auto* said = object != nullptr ? object->if_contains("format") : nullptr;
    if (said == nullptr || !said->is_string() || said->get_string() != json::string_view{format.data(), format.size()})
        return Complaints{{"format", "is not \"" + std::string{format} + "\""}};
    return root;
}

}  // namespace hoicho::scheduling::files
