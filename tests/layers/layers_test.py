"""The arrows between rooms hold in the sources; wrong arrows, wrong includes and open personal fields are refused."""

import argparse
import tempfile
import unittest
from pathlib import Path

import includes
import planted
import protos
from rooms import House, Room

options = None  # set from the command line
KERNEL = Room("kernel", "services/kernel", "kernel", ())
DOMAIN = Room("matching_domain", "services/matching", "domain", ("kernel",))
OTHER = Room("scheduling_domain", "services/scheduling/domain", "domain", ("kernel",))
RUNTIME = Room("runtime_store", "services/runtime/store", "runtime", ("kernel",))
SERVICE = Room("matching_service", "services/matching", "service", ("matching_domain", "runtime_store"))
GATEWAY = Room("gateway_views", "services/gateway/views", "service", ("matching_domain", "scheduling_domain"))


def folder_of(room):
    """Where a room's sources lie: two rooms of matching are declared in one folder, as in the project."""
    return f"{room.directory}/{room.layer}" if room.directory == "services/matching" else room.directory


class Includes(unittest.TestCase):
    def test_every_room_of_this_build_sees_only_what_it_may(self):
        house = House(options.source, options.rooms)
        self.assertGreater(len(house.rooms), 0, "rooms.txt is empty")
        self.assertGreater(sum(1 for _ in house.files()), 0)
        wrong = list(includes.all_complaints(house))
        self.assertEqual([], wrong, "\n" + "\n".join(wrong))


class PlantedIncludes(unittest.TestCase):
    """A little house with a header in every room, and one line planted in one of them."""

    def complaints(self, room, line, file="planted.cc"):
        with tempfile.TemporaryDirectory(prefix="hoicho-layers-") as folder:
            source = Path(folder)
            rules = source / "scripts/cmake/Hoicho.cmake"
            rules.parent.mkdir(parents=True)
            rules.write_text((Path(options.source) / "scripts/cmake/Hoicho.cmake").read_text())
            rooms = [KERNEL, DOMAIN, OTHER, RUNTIME, SERVICE, GATEWAY]
            (source / "rooms.txt").write_text("".join(f"{r.name}|{r.directory}|{r.layer}|{','.join(r.depends)}|\n" for r in rooms))
            for r in rooms:
                (source / folder_of(r)).mkdir(parents=True)
                (source / folder_of(r) / "x.h").write_text("#pragma once\n")
            (source / folder_of(room) / file).write_text("// planted\n" + line + "\n")
            return list(includes.all_complaints(House(source, source / "rooms.txt")))

    def refused(self, room, line, why, file="planted.cc"):
        found = self.complaints(room, line, file)
        self.assertTrue(any(why in complaint and ":2:" in complaint for complaint in found), f"{line} in {room.name}: {found}")

    def accepted(self, room, line, file="planted.cc"):
        self.assertEqual([], self.complaints(room, line, file), f"{line} in {room.name}")

    def test_right_ones_pass(self):
        self.accepted(DOMAIN, '#include "kernel/x.h"')
        self.accepted(DOMAIN, '#include "hoicho/registration/v1/events.pb.h"')
        self.accepted(RUNTIME, "#include <mutex>")
        self.accepted(RUNTIME, "const auto now = std::chrono::steady_clock::now();")
        self.accepted(SERVICE, '#include "matching/domain/x.h"')
        self.accepted(SERVICE, '#include "kernel/x.h"')
        self.accepted(GATEWAY, '#include "scheduling/domain/x.h"')
        self.accepted(DOMAIN, "// steady_clock::now() is not for us")
        self.accepted(DOMAIN, "const auto at = slot.time(0); const auto operand(1);")
        self.accepted(DOMAIN, "std::ifstream sheet{path};", "planted_test.cc")

    def test_a_pure_room_has_no_io(self):
        for room in (DOMAIN, KERNEL):
            for include in ("<rocksdb/db.h>", "<librdkafka/rdkafka.h>", "<boost/asio/post.hpp>", "<thread>", "<mutex>", "<fstream>",
                            '"runtime/store/x.h"'):
                self.refused(room, f"#include {include}", f"a {room.layer} room does no I/O")

    def test_a_pure_room_has_no_clock_no_chance_and_no_files(self):
        for line in ("auto t = std::chrono::system_clock::now();", "auto t = std::chrono::steady_clock::now();", "auto t = time(nullptr);",
                     "auto t = std::time(0);", "int r = rand();", "int r = std::rand();", "std::random_device seed;",
                     'auto v = std::getenv("X");', 'auto* f = fopen("x", "r");', 'std::ifstream f{"x"};', 'std::ofstream f{"x"};'):
            self.refused(DOMAIN, line, "come with the command")
        self.refused(DOMAIN, "auto t = std::chrono::system_clock::now();", "come with the command", "planted_test.cc")

    def test_runtime_knows_no_fair(self):
        self.refused(RUNTIME, '#include "matching/domain/x.h"', "runtime knows no fair")
        self.refused(RUNTIME, '#include "hoicho/matching/v1/events.pb.h"', "knows no fair")

    def test_services_meet_in_events(self):
        self.refused(DOMAIN, '#include "scheduling/domain/x.h"', "services meet in events")
        self.refused(SERVICE, '#include "gateway/views/x.h"', "services meet in events")
        self.refused(DOMAIN, '#include "hoicho/scheduling/v1/commands.pb.h"', "fold its events")

    def test_a_domain_does_not_look_up_to_its_own_service(self):
        self.refused(DOMAIN, '#include "matching/service/x.h"', "domain may not see service")

    def test_an_undeclared_neighbour_is_named(self):
        self.refused(GATEWAY, '#include "runtime/store/x.h"', "does not declare that it depends on runtime_store")
        self.refused(KERNEL, '#include "matching/domain/x.h"', "kernel may not see domain")

    def test_beast_stays_in_its_room(self):
        self.refused(SERVICE, "#include <boost/beast/http.hpp>", "Beast stays")
        self.refused(RUNTIME, "#include <boost/beast/http.hpp>", "Beast stays")


class PlantedArrows(unittest.TestCase):
    def test_configuring_stops_at_each_wrong_arrow_and_passes_the_right_ones(self):
        for name, (rooms, message) in planted.ARROWS.items():
            with self.subTest(name):
                status, said = planted.configure(options.cmake, options.source, rooms)
                if message is None:
                    self.assertEqual(0, status, said)
                else:
                    self.assertNotEqual(0, status, said)
                    self.assertIn(message, said)


class Protos(unittest.TestCase):
    def test_no_personal_field_stands_in_clear(self):
        root = Path(options.source)
        files = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in root.glob("proto/hoicho/**/*.proto")}
        self.assertGreater(len(files), 0)
        wrong = list(protos.complaints(files, protos.open_fields(Path(__file__).parent / "open_fields.txt")))
        self.assertEqual([], wrong, "\n" + "\n".join(wrong))

    def test_planted_fields_are_found(self):
        text = """package hoicho.matching.v1; message Person { message Inner { repeated string phone_numbers = 1; string phone = 2; }
                  Sealed name = 1; oneof way { string email = 3; int64 note = 4; } map<string, string> notes = 5; string hostname = 6; }"""
        found = list(protos.complaints({"x.proto": text}, {}))
        self.assertEqual(["matching.v1.Person.Inner.phone_numbers", "matching.v1.Person.Inner.phone", "matching.v1.Person.email",
                          "matching.v1.Person.notes"], [line.split()[1] for line in found])

    def test_the_allow_list_needs_a_reason_and_a_living_field(self):
        text = "package hoicho.x.v1; message Fair { string name_vi = 1; }"
        self.assertEqual([], list(protos.complaints({"x.proto": text}, {"x.v1.Fair.name_vi": "public"})))
        self.assertEqual(1, len(list(protos.complaints({"x.proto": text}, {"x.v1.Fair.name_vi": ""}))))
        self.assertEqual(1, len(list(protos.complaints({}, {"x.v1.Fair.name_vi": "public"}))))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", required=True, type=lambda folder: Path(folder).resolve())
    parser.add_argument("--rooms", required=True)
    parser.add_argument("--cmake", default="cmake")
    options, rest = parser.parse_known_args()
    unittest.main(argv=[__file__, *rest])
