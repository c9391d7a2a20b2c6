// Reads and sends commands; see commands.h.
#include "gateway/api/commands.h"

#include <sodium.h>

#include <algorithm>
#include <boost/json.hpp>

#include "gateway/api/replies.h"
#include "hoicho/registration/v1/register.pb.h"
#include "runtime/http/problem.h"
#include "runtime/log/command_record.h"

namespace hoicho::gateway {
namespace {

namespace json = boost::json;
namespace http = runtime::http;
using http::problem;
using http::Request;
using http::Respond;
using http::Response;

constexpr std::string_view local_actor = "local";  // until there are accounts, everybody on the loopback is the organiser

/// Keyed hash over length-framed parts: `out` bytes long.
template <std::size_t N>
std::array<std::uint8_t, N> keyed_hash(const Key& key, std::initializer_list<std::string_view> parts) {
    crypto_generichash_state state;
    std::array<std::uint8_t, std::max<std::size_t>(N, crypto_generichash_BYTES_MIN)> hash{};
    crypto_generichash_init(&state, key.data(), key.size(), hash.size());
    for (const auto part : parts) {
        const std::uint64_t size = part.size();
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
    }
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::array<std::uint8_t, N> out{};
    std::copy_n(hash.begin(), N, out.begin());
    return out;
}

std::string_view view(const CommandId& id) { return {reinterpret_cast<const char*>(id.data()), id.size()}; }

Response no_key() {
    return problem(400, "idempotency-key", "Idempotency-Key is missing",
                   "Send a header Idempotency-Key of 1 to 255 characters, new for each command and the same when you try it again.",
                   "Thiếu Idempotency-Key", "Hãy gửi header Idempotency-Key dài 1 đến 255 ký tự, mới cho mỗi lệnh và giữ nguyên khi gửi lại.");
}

}  // namespace

/// A command on its way.
struct Commands::Draft {
    runtime::Command command;
    Service service = SERVICE_UNSPECIFIED;
    std::uint32_t partition = 0;
    std::unique_ptr<google::protobuf::Message> envelope;
    std::vector<Unsealed> unsealed;
};

bool is_organiser_name(std::string_view name) {
    return name.size() >= 2 && name.size() <= Commands::organiser_bytes_max && name[0] >= 'a' && name[0] <= 'z' &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Commands::Commands(Folds& folds, const PublicIds& ids, Vault& vault, const Secrets& secrets, Clock clock, Background background)
    : folds_{folds}, ids_{ids}, vault_{vault}, command_ids_key_{secrets.subkey(Purpose::command_ids)}, clock_{std::move(clock)},
      background_{std::move(background)} {}

void Commands::handle(const Request& request, const http::Match& match, const CommandRoute* route, Respond respond) {
    auto draft = std::make_shared<Draft>();
    if (auto refusal = read(request, match, route, *draft)) return respond(std::move(*refusal));
    if (answer_known(*draft, respond)) return;
    if (draft->unsealed.empty()) return send(std::move(draft), std::move(respond));
    const auto subject = vault_.subject_of(draft->command.organiser, view(draft->command.id));
    auto texts = std::move(draft->unsealed);
    const auto& organiser = draft->command.organiser;
    vault_.seal(organiser, subject, std::move(texts), [this, draft, respond = std::move(respond)](Result<void> sealed) {
        if (!sealed) return respond(try_again("The vault cannot be written: " + sealed.error().detail, "Không ghi được kho khóa."));
        send(draft, respond);
    });
}

/// Everything that can be said without looking at any state. Nothing: the draft is whole.
std::optional<Response> Commands::read(const Request& request, const http::Match& match, const CommandRoute* route, Draft& draft) const {
    const auto organiser = match.parameter("organiser");
    if (!is_organiser_name(organiser)) return not_found("organiser");
    const auto* kind = table_.find(route ? route->command : match.parameter("command"));
    if (!kind) return not_found("command");
    const auto key = request.header("Idempotency-Key");
    if (key.empty() || key.size() > key_bytes_max) return no_key();
    draft.service = kind->service;
    draft.partition = runtime::partition_of(organiser, folds_.partitions());
    draft.command.organiser = organiser;
    draft.command.actor = local_actor;
    draft.command.accepted_at_ms = clock_();
    draft.command.id = keyed_hash<16>(command_ids_key_, {organiser, local_actor, key});
    const auto hash = keyed_hash<8>(command_ids_key_, {kind->name, request.path, request.body});
    std::copy_n(hash.begin(), sizeof draft.command.hash, reinterpret_cast<std::uint8_t*>(&draft.command.hash));
    draft.envelope.reset(kind->envelope->New());
    return read_body(request, match, route, draft);
}

std::optional<Response> Commands::read_body(const Request& request, const http::Match& match, const CommandRoute* route, Draft& draft) const {
    json::object nothing;
    json::value body;
    if (!request.body.empty()) {
        json::error_code trouble;
        json::parse_options options;
        options.max_depth = depth_max;
        body = json::parse(request.body, trouble, {}, options);
        if (trouble) return bad_body({"body", "no JSON (" + trouble.message() + ")", "a JSON object in UTF-8"});
        if (!body.is_object()) return bad_body({"body", "no object", "a JSON object"});
    } else if (!route || !route->body_member.empty()) {
        return bad_body({"body", "empty", "a JSON object"});
    }
    auto& envelope = *draft.envelope;
    const auto* kind = table_.find(route ? route->command : match.parameter("command"));
    auto* command = envelope.GetReflection()->MutableMessage(&envelope, kind->field);
    auto* target = command;
    if (route && !route->body_member.empty())
        target = command->GetReflection()->MutableMessage(command, command->GetDescriptor()->FindFieldByName(std::string{route->body_member}));
    MessageReader reader{ids_, draft.command.organiser};
    const auto& object = body.is_object() ? body.get_object() : nothing;
    for (const auto& [name, text] : match.parameters) {
        if (name == "organiser" || name == "command") continue;
        if (object.contains(name)) return bad_body({std::string{name}, "given twice", "the one in the path"});
        if (!reader.read_member(*target, name, text)) return not_found(name);
    }
    if (auto read = reader.read(object, *target); !read) return bad_body(read.error());
    draft.unsealed = std::move(reader.unsealed());
    for (const auto& text : draft.unsealed)
        if (text.field == "hoicho.registration.v1.Exhibitor.personal_tax_id")
            static_cast<registration::v1::Exhibitor*>(text.parent)->set_tax_id_key(vault_.equality_key(draft.command.organiser, text.text));
    return std::nullopt;
}

/// A command that was answered before gets its answer from the fold, without being sent again.
bool Commands::answer_known(const Draft& draft, const Respond& respond) {
    auto lock = folds_.lock();
    const auto* known = folds_.ledger(draft.service, draft.partition).known(draft.command.id);
    if (!known) return false;
    const auto& organiser = draft.command.organiser;
    if (known->hash != draft.command.hash) {
        lock.unlock();
        respond(refused(ids_, organiser, refuse(REASON_KEY_REUSED, "Idempotency-Key")));
        return true;
    }
    if (const auto* answered = folds_.answered(draft.service, draft.partition, known->n)) {
        const Answered copy = *answered;
        lock.unlock();
        respond(reply(ids_, organiser, copy));
        return true;
    }
    const auto offset = known->offset;
    lock.unlock();
    answer_from_log(organiser, draft.service, draft.partition, offset, respond);
    return true;
}

void Commands::answer_from_log(const std::string& organiser, Service service, std::uint32_t partition, std::int64_t offset, Respond respond) {
    background_([this, organiser, service, partition, offset, respond = std::move(respond)] {
        const auto record = folds_.log().at({service, runtime::Kind::journal, partition}, offset);
        journal::v1::Entry entry;
        if (!record || !entry.ParseFromString((*record)->message.value))
            return respond(try_again("The earlier answer cannot be read now.", "Chưa đọc được câu trả lời trước đó."));
        respond(reply(ids_, organiser, answered_from(service, partition, entry)));
    });
}

void Commands::answer(const std::string& organiser, const CommandId& id, const Answered& answered, const Respond& respond) {
    if (answered.outcome != EntryOutcome::repeated) return respond(reply(ids_, organiser, answered));
    const auto lock = folds_.lock();
    const auto* known = folds_.ledger(answered.service, answered.partition).known(id);
    if (!known) return respond(reply(ids_, organiser, {}));
    answer_from_log(organiser, answered.service, answered.partition, known->offset, respond);
}

void Commands::send(std::shared_ptr<Draft> draft, Respond respond) {
    draft->command.payload = draft->envelope->SerializeAsString();
    add_seen(*draft);
    const auto id = draft->command.id;
    const auto organiser = draft->command.organiser;
    const bool waiting = folds_.wait_for(id, draft->command.hash, [this, organiser, id, respond](const Answered& answered) { answer(organiser, id, answered, respond); });
    if (!waiting) return respond(try_again("Too many commands wait for their outcome.", "Quá nhiều lệnh đang chờ kết quả."));
    const runtime::Stream stream{draft->service, runtime::Kind::commands, draft->partition};
    auto message = runtime::to_message(draft->service, std::move(draft->command));
    folds_.log().send(stream, std::move(message), [this, id, respond](Result<std::int64_t> sent) {
        if (sent) return;
                const auto& trouble = sent.error();
        if (trouble.code == boost::system::errc::no_space_on_device) {
            auto full = problem(507, "disk-low", "The disk is nearly full", "Nothing more is written until an operator frees space.", "Đĩa gần đầy",
                                "Hệ thống ngừng ghi cho tới khi người vận hành giải phóng chỗ.");
            full.headers.push_back({"Retry-After", "60"});
            respond(std::move(full));
        } else {
            respond(try_again("The log does not take commands now: " + trouble.detail, "Nhật ký chưa nhận lệnh lúc này."));
        }
        folds_.give_up(id);  // others who wait for the same command are told to ask again
    });
}

/// The caller has seen what this gateway has folded: the decider waits until it has folded as much of the other journals.
void Commands::add_seen(Draft& draft) const {
    const auto lock = folds_.lock();
    const auto& ledger = folds_.ledger(draft.service, draft.partition);
    for (const auto& [journal, position] : ledger.positions())
        if (journal != draft.service && ledger.partition().awaits(journal) && position.head.n > 0) draft.command.after.emplace_back(journal, position.head.n);
}

}  // namespace hoicho::gateway
