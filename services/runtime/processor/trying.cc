// The note `trying`; see trying.h.
#include "runtime/processor/trying.h"

#include "kernel/codec.h"

namespace hoicho::runtime {
namespace {

constexpr auto note_name = "trying";

}  // namespace

Trying::Trying(StateStore& store, std::uint32_t crashes_max, std::size_t careful_commands)
    : store_{store}, crashes_max_{crashes_max}, careful_commands_{careful_commands} {}

Result<void> Trying::open() {
    const auto left = store_.note(note_name);
    if (!left) return left.error();
    if (!left->has_value() || (*left)->empty()) return write({});
    std::string_view bytes = **left;
    if (!codec::get(bytes, note_)) note_ = {};
    careful_left_ = careful_commands_;
    return {};
}

Result<Trying::Advice> Trying::before(std::int64_t input) {
    if (!careful() || announced_ == input) return Advice::decide;
    const auto crashes = note_.input == input ? note_.count : 0;
    if (crashes >= crashes_max_) return Advice::pass_over;
    announced_ = input;
    if (auto written = write({input, crashes + 1}); !written) return written.error();
    return Advice::decide;
}

Result<void> Trying::confirmed() {
    if (careful_left_ == 0 || --careful_left_ > 0) return {};
    return write({});
}

Result<void> Trying::close() { return store_.put_note(note_name, ""); }

Result<void> Trying::write(const Note& note) {
    note_ = note;
    std::string bytes;
    codec::put(bytes, note);
    return store_.put_note(note_name, bytes);
}

}  // namespace hoicho::runtime
