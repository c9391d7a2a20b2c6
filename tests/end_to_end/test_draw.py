"""Booths by points and draw through the API: committed to, drawn, read back, and verified by the program and by a script that shares none of its code."""

import hashlib
import json
import pathlib
import sys

from api import Api
from hoicho import EndToEnd, Paths, Server, main, run, wait_until
from small_fair import SmallFair, fair_day

SECRET = hashlib.sha256(b"what only the organiser knows").hexdigest()
PUBLIC_VALUE = "XSMB 2026-10-01 48213"
BOOTHS = 4


class Draw(EndToEnd):
    def setUp(self):
        super().setUp()
        self.server = Server(self.folder).start()
        self.small = SmallFair(Api(self.server.port), buyers=1, exhibitors=4, slots=1, tables=1)
        self.api, self.fair = self.small.api, self.small.fair
        for at in range(BOOTHS):
            self.booth(at)
        for at in range(3):
            self.asks(at)

    def tearDown(self):
        self.server.stop()

    def booth(self, at):
        neighbours = [f"A{other}" for other in (at - 1, at + 1) if 0 <= other < BOOTHS]
        self.api.make(f"/halls/{self.small.hall}/booths", {"code": f"A{at}", "kind": "STANDARD", "x_cm": 300 * at, "y_cm": 0, "width_cm": 300, "depth_cm": 300,
                                                          "open_sides": 1, "power_kw": 2, "neighbours": neighbours})

    def asks(self, at):
        self.api.make(f"/fairs/{self.fair}/booth-requests", {"exhibitor": self.small.exhibitors[at], "code": f"YC-{at}", "booths": 2 if at == 0 else 1,
                                                            "best_rating": 4 if at == 2 else 3, "submitted_on": str(fair_day())})

    def file(self, path, name):
        answer = self.api.send("GET", self.api.own(path))
        self.assertEqual(answer.status, 200, answer)
        target = pathlib.Path(self.folder) / name
        target.write_bytes(answer.body)
        return target

    def commit(self):
        floor = self.file(f"/fairs/{self.fair}/floor", "floor-before.json")
        self.api.make(f"/fairs/{self.fair}/draw-commitment", {"seed_sha256": hashlib.sha256(SECRET.encode()).hexdigest(),
                                                              "floor_sha256": hashlib.sha256(floor.read_bytes()).hexdigest()})
        return floor

    def ask(self, seed=SECRET):
        return self.api.post(f"/fairs/{self.fair}/allocation-runs", {"mode": "POINTS_AND_DRAW", "secret_seed": seed, "public_value": PUBLIC_VALUE})

    def test_a_draw_is_read_and_verified_by_two_programs(self):
        before = self.commit()
        run_id = self.ask().created()
        wait_until(lambda: self.api.read(f"/allocation-runs/{run_id}")["done"], "the draw")
        floor = self.file(f"/allocation-runs/{run_id}/floor", "floor.json")
        record = self.file(f"/allocation-runs/{run_id}/draw", "draw.json")
        commitment = self.file(f"/allocation-runs/{run_id}/commitment", "commitment.json")
        self.assertEqual(floor.read_bytes(), before.read_bytes())
        self.assertIn("sound: 3 turns", run(Paths.bin / "hoicho", "floor", "verify", floor, record, "--commitment", commitment).stdout)
        run(sys.executable, "-B", Paths.source / "scripts/verify-draw", floor, record, commitment)
        drawn = json.loads(record.read_text())
        self.assertEqual((drawn["public_value"], drawn["turns"][0]["name"]), (PUBLIC_VALUE, "YC-2"))
        of_request = {row["code"]: row["exhibitor"] for row in self.api.all(f"/fairs/{self.fair}/booth-requests")}
        given = {(booth["code"], booth["exhibitor"]) for booth in self.api.all(f"/fairs/{self.fair}/booths") if booth["exhibitor"]}
        self.assertEqual(given, {(booth["name"], of_request[turn["name"]]) for turn in drawn["turns"] for booth in turn["booths"]})
        self.assertEqual(len(given), BOOTHS)

    def test_no_draw_without_its_commitment_its_seed_or_its_floor(self):
        self.assertEqual(self.ask().json()["reason"], "REASON_MISSING")
        self.commit()
        other = self.ask(hashlib.sha256(b"another secret").hexdigest())
        self.assertEqual((other.status, other.json()["reason"], other.json()["subject"]), (422, "REASON_OUT_OF_RANGE", "secret_seed"))
        self.asks(3)
        changed = self.ask()
        self.assertEqual((changed.status, changed.json()["reason"]), (409, "REASON_STALE"))
        self.commit()
        self.assertEqual(self.ask().status, 201)


if __name__ == "__main__":
    main()
