"""Live connections: one snapshot, then every change; who comes back misses nothing; who does not read holds nobody up."""

import os
import threading
import time

from api import Api, in_parallel
from hoicho import EndToEnd, Server, main
from small_fair import SmallFair
from websocket import Closed, Refused, WebSocket

# A sanitizer keeps 256 MiB of freed memory back to catch its late use; that is not what the server holds.
os.environ.setdefault("ASAN_OPTIONS", "quarantine_size_mb=8")

FLOOD_CHANGES = 2_000
FLOOD_SENDERS = 16
FLOOD_DESCRIPTION_BYTES = 4_000
RSS_GROWTH_BYTES_MAX = 256 * 1024 * 1024  # a sanitizer keeps what is freed for a while; a backlog would have no such end
QUIET_SECONDS_MAX = 30


class Live(EndToEnd):
    def setUp(self):
        super().setUp()
        self.server = Server(self.folder).start()
        self.fair = SmallFair(Api(self.server.port), buyers=4, exhibitors=4, slots=8, tables=4)
        self.api = self.fair.api

    def tearDown(self):
        self.server.stop()

    def open(self, **more):
        query = "".join(f"&{name}={value}" for name, value in more.items() if name != "receive_buffer_bytes")
        return WebSocket(self.server.port, f"/api/v1/live?organiser={self.api.organiser}&fair={self.fair.fair}{query}",
                         receive_buffer_bytes=more.get("receive_buffer_bytes"))

    def book(self, number):
        """The number-th of 16 bookings that do not get in each other's way; its position."""
        answer = self.fair.book(number % 4, number // 4, (number + number // 4) % 8, number // 4)
        self.assertEqual(answer.status, 201, answer)
        return answer.json()["position"]

    def changes(self, socket, last):
        """Changes of scheduling up to position `last`, in the order they came; each with what the summaries between them said left out."""
        seen = []
        while not seen or seen[-1]["position"] != last:
            message = socket.message()
            if message["type"] == "change":
                seen.append(message)
            else:
                self.assertEqual(message["type"], "summary", message)
        return seen

    def test_a_snapshot_then_every_change_in_order(self):
        socket = self.open()
        snapshot = socket.message()
        self.assertEqual((snapshot["type"], snapshot["why"]), ("snapshot", "opened"))
        self.assertEqual(snapshot["summary"], self.api.read(f"/fairs/{self.fair.fair}/summary"))
        positions = [self.book(number) for number in range(8)]
        seen = self.changes(socket, positions[-1])
        self.assertEqual([change["position"] for change in seen], positions)
        begins = int(snapshot["positions"]["scheduling"])
        self.assertEqual(positions, [str(begins + 1 + at) for at in range(8)])
        meetings = {meeting["id"] for meeting in self.fair.meetings()}
        self.assertEqual({event["meeting_id"] for change in seen for event in change["events"]}, meetings)

    def test_who_comes_back_gets_exactly_what_was_missed(self):
        socket = self.open()
        snapshot = socket.message()
        seen = self.changes(socket, self.book(0))
        socket.close()
        missed = [self.book(number) for number in range(1, 6)]
        before = snapshot["positions"]
        where = f"registration={before['registration']},matching={before['matching']},scheduling={seen[-1]['position']}"
        again = self.open(**{"from": where, "epoch": snapshot["epoch"]})
        later = self.book(6)
        self.assertEqual([change["position"] for change in self.changes(again, later)], [*missed, later])

        for name, wrong, why in [("wrong epoch", {"from": where, "epoch": "00" * 16}, "epoch"),
                                 ("a position of the future", {"from": "registration=1,matching=0,scheduling=999999", "epoch": snapshot["epoch"]}, "gap"),
                                 ("no numbers", {"from": "scheduling=x", "epoch": snapshot["epoch"]}, "gap")]:
            with self.subTest(name):
                message = self.open(**wrong).message()
                self.assertEqual((message["type"], message["why"]), ("snapshot", why))

    def test_who_does_not_read_holds_nobody_up(self):
        silent = [self.open(receive_buffer_bytes=4096) for _ in range(3)]
        reader = self.open()
        first = reader.message()
        before = self.server.program.rss_bytes()
        read = []
        reading = threading.Thread(target=lambda: read.extend(self.read_until_cancelled(reader)))
        reading.start()
        positions = in_parallel(FLOOD_SENDERS, self.add_product, range(FLOOD_CHANGES))
        meeting = self.book(0)
        self.fair.cancel(self.fair.meetings()[0]["id"])
        reading.join()
        grown = self.server.program.rss_bytes() - before
        self.assertLess(grown, RSS_GROWTH_BYTES_MAX, f"the server grew by {grown} bytes")
        print(f"the server grew by {grown // 1024} KiB over {FLOOD_CHANGES} changes of {FLOOD_DESCRIPTION_BYTES} bytes", flush=True)
        self.saw_all_or_a_fresh_snapshot(read, {int(position) for position in positions}, int(meeting), first)
        for socket in silent:
            self.backlog_was_dropped(socket)

    def add_product(self, number):
        answer = self.api.post("/products", {"exhibitor": self.fair.exhibitors[0], "code": f"P{number}", "title_vi": "Vải thiều", "ocop_group": 1, "ocop_set": 1,
                                             "unit": "kg", "description": "x" * FLOOD_DESCRIPTION_BYTES})
        self.assertEqual(answer.status, 201, answer)
        return answer.json()["position"]

    def read_until_cancelled(self, socket):
        """(service, position) of every change, ("snapshot", positions) of every snapshot; ends with the cancelled meeting."""
        while True:
            message = socket.message()
            if message["type"] == "snapshot":
                yield "snapshot", message["positions"]
            elif message["type"] == "change":
                yield message["service"], int(message["position"])
                if message["events"][0]["kind"] == "meeting_cancelled":
                    return

    def saw_all_or_a_fresh_snapshot(self, read, positions, meeting, first):
        """Each change once and in order, unless a snapshot stands for those it did not get."""
        covered = {service: int(position) for service, position in first["positions"].items()}
        for kind, position in read:
            if kind == "snapshot":
                covered = {service: int(at) for service, at in position.items()}
                continue
            self.assertEqual(position, covered[kind] + 1, "a change is missing or came twice")
            covered[kind] = position
        self.assertEqual(covered["registration"], max(positions))
        self.assertEqual(covered["scheduling"], meeting + 1)

    def backlog_was_dropped(self, socket):
        """Either it was cut off for taking nothing, or one fresh snapshot came instead of what it had missed."""
        changes, snapshots = 0, []
        try:
            while "slow" not in snapshots:
                message = socket.message()
                changes += message["type"] == "change"
                snapshots += [message["why"]] if message["type"] == "snapshot" else []
        except (Closed, OSError):
            pass
        self.assertLess(changes, FLOOD_CHANGES)

    def test_at_rest_the_last_summary_is_what_a_read_says(self):
        socket = self.open()
        socket.message()
        last = max(int(self.book(number)) for number in range(16))
        end = time.monotonic() + QUIET_SECONDS_MAX
        while time.monotonic() < end:
            message = socket.message()
            if message["type"] == "summary" and int(message["positions"]["scheduling"]) >= last:
                break
        self.assertEqual(message["type"], "summary")
        self.assertEqual(message["summary"], self.api.read(f"/fairs/{self.fair.fair}/summary"))
        self.assertEqual(message["summary"]["meetings"], 16)

    def test_an_unknown_fair_is_refused_before_the_upgrade(self):
        for path in (f"/api/v1/live?organiser=e2e&fair={'fai_' + '0' * 26}", f"/api/v1/live?organiser=nobody&fair={self.fair.fair}", "/api/v1/live", "/live"):
            with self.assertRaises(Refused) as refused:
                WebSocket(self.server.port, path)
            self.assertIn("404", str(refused.exception).splitlines()[0])


if __name__ == "__main__":
    main()
