"""Live connections: one snapshot, then every change; who comes back misses nothing; who does not read holds nobody up."""

import time

from api import Api, in_parallel
from hoicho import EndToEnd, Server, main
from small_fair import SmallFair
from websocket import Refused, WebSocket

FLOOD_CHANGES = 2_000
FLOOD_SENDERS = 16
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
        reader.message()
        before = self.server.program.rss_bytes()

        def register(number):
            self.api.make("/points-of-sale", {"code": f"K{number}", "title_vi": "Điểm bán " + "Ví dụ " * 40, "kind": "MARKET"})
        in_parallel(FLOOD_SENDERS, register, range(FLOOD_CHANGES))
        last = self.book(0)
        changes = self.changes_or_snapshot(reader, last)
        grown = self.server.program.rss_bytes() - before
        self.assertLess(grown, RSS_GROWTH_BYTES_MAX, f"the server grew by {grown} bytes")
        print(f"reader saw {changes} messages; the server grew by {grown // 1024} KiB over {FLOOD_CHANGES} changes", flush=True)
        for socket in silent:
            socket.close()
        self.assertEqual(self.api.send("GET", "/readyz").status, 200)

    def changes_or_snapshot(self, socket, last):
        """Reads until what it was told covers position `last` of scheduling; a snapshot for being slow is a fair answer in a flood."""
        for count in range(10 * FLOOD_CHANGES):
            message = socket.message()
            position = message["position"] if message.get("service") == "scheduling" else message.get("positions", {}).get("scheduling", "0")
            if int(position) >= int(last):
                return count + 1
        self.fail("the change never came")

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
