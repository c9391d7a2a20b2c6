// Every command of every service by its name "scheduling.book_meeting", found by reflection; and the routes that are nicer than that name.
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/decision.h"

namespace hoicho::gateway {

/// One member of a service's Command.
struct CommandKind {
    Service service = SERVICE_UNSPECIFIED;
    const google::protobuf::Message* envelope = nullptr;        ///< default instance of the service's Command
    const google::protobuf::FieldDescriptor* field = nullptr;   ///< its member for this command
    std::string name;                                           ///< "scheduling.book_meeting"
};

class CommandTable {
  public:
    CommandTable();
    const CommandKind* find(std::string_view name) const;
    const std::map<std::string, CommandKind, std::less<>>& all() const { return kinds_; }

  private:
    std::map<std::string, CommandKind, std::less<>> kinds_;
};

/// A URL for a command: the body fills `body_member` of the command (or the command itself when empty), parameters of the path fill members
/// of the same name in the same message.
struct CommandRoute {
    std::string_view pattern;
    std::string_view command;
    std::string_view body_member;
};
const std::vector<CommandRoute>& command_routes();

}  // namespace hoicho::gateway
