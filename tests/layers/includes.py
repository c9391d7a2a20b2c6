"""What the sources of a room may include and call, by the room's layer."""

import re

SERVICES = {"registration", "matching", "scheduling"}
PURE = {"kernel", "domain"}
PURE_FORBIDDEN_INCLUDES = re.compile(
    r"^(runtime/|rocksdb/|librdkafka/|boost/(asio|beast)|spdlog/|prometheus/|sodium(?!/crypto_hash_)|openssl/|CLI/"
    r"|(thread|mutex|shared_mutex|condition_variable|future|semaphore|latch|barrier|fstream|filesystem|unistd\.h|sys/(?!mman\.h).*)$)")  # sys/mman.h: of what kind memory is, says the one who asks for it
FILE_INCLUDES = re.compile(r"^(fstream|filesystem)$")
CLOCKS = re.compile(
    r"\b(system|steady|high_resolution|utc)_clock\b|\bclock_gettime\b|\bgettimeofday\b|\bsleep_(for|until)\b"
    r"|(?<![\w.>])time\s*\(\s*(nullptr|NULL|0|&\w+)\s*\)|(?<![\w.>])s?rand\s*\(|\brandom_device\b")
FILES = re.compile(r"\b(getenv|fopen|freopen|[io]?fstream)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
PROTO = re.compile(r"^hoicho/(\w+)/v\d+/(\w+)\.pb\.h$")


def without_comments_and_strings(text):
    """Keeps line numbers. Raw strings are rare here and hold no code."""
    text = re.sub(r"/\*.*?\*/", lambda block: "\n" * block.group().count("\n"), text, flags=re.S)
    return re.sub(r'"(\\.|[^"\\\n])*"|//[^\n]*', "", text)


def complaints(house, file, room, text):
    """One line for each include or call in the file that its room may not have."""
    is_test = file.endswith(("_test.cc", "/testing.h"))
    for number, line in enumerate(text.splitlines(), 1):
        if found := INCLUDE.match(line):
            for why in wrong_include(house, file, room, found.group(1), is_test):
                yield f"{file}:{number}: includes {found.group(1)}: {why}"
    if room.layer in PURE:
        for number, line in enumerate(without_comments_and_strings(text).splitlines(), 1):
            if INCLUDE.match(line):
                continue
            if found := CLOCKS.search(line) or (not is_test and FILES.search(line)):
                yield f"{file}:{number}: {found.group().strip()}: time, chance and files come with the command, not to a {room.layer} room"


def wrong_include(house, file, room, include, is_test):
    first = include.split("/")[0] if "/" in include else ""
    if room.layer in PURE and PURE_FORBIDDEN_INCLUDES.match(include) and not (is_test and FILE_INCLUDES.match(include)):
        yield f"a {room.layer} room does no I/O"
    if room.layer == "runtime" and first in SERVICES | {"gateway"}:
        yield "runtime knows no fair"
    if include.startswith("boost/beast") and file.startswith("services/") and not re.match(r"services/runtime/http/\w+\.cc$", file):
        yield "Beast stays in runtime/http/*.cc"
    if room.family in SERVICES and first in (SERVICES | {"gateway"}) - {room.family}:
        yield "services meet in events, not in code"
    if proto := PROTO.match(include):
        yield from wrong_proto(room, *proto.groups())
    elif target := target_room(house, include):
        yield from wrong_arrow(house, room, target, is_test)


def wrong_proto(room, package, stem):
    if room.layer in {"kernel", "runtime"} and package not in {"common", "journal"}:
        yield f"a {room.layer} room knows no fair"
    if room.family in SERVICES and package in SERVICES - {room.family} and stem == "commands":
        yield "another service's commands are its own business: fold its events"


def target_room(house, include):
    for path in (f"services/{include}", include):
        if (house.source / path).is_file():
            return house.room_of(path)
    return None


def wrong_arrow(house, room, target, is_test):
    if target == room or room.family == "tests" or (is_test and target.family == "tests"):
        return
    sibling = target.layer == room.layer == "domain" and target.family == room.family
    if not sibling and target.layer not in house.may[room.layer]:
        yield f"{room.layer} may not see {target.layer}"
    if target.layer in {"domain", "service"} and target.family != room.family and room.family not in house.joiners:
        yield "services meet in events, not in code"
    if not is_test and room.layer != "program" and target.name not in house.reachable(room):
        yield f"{room.name} does not declare that it depends on {target.name}"


def all_complaints(house):
    for file, room in house.files():
        yield from complaints(house, file, room, (house.source / file).read_text(encoding="utf-8"))
