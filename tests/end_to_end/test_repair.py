"""A programme from its first draft to a repair, through the API: figures with their proof, musts that clash, reasons with prices, budgets and fronts."""

import pathlib

from api import Api
from hoicho import EndToEnd, Server, main, run, wait_until, Paths
from programme_rules import broken_rules
from small_fair import SmallFair, instant

SLOT_MINUTES = 15


class Repair(EndToEnd):
    def setUp(self):
        super().setUp()
        self.server = Server(self.folder).start()
        self.small = SmallFair(Api(self.server.port), buyers=3, exhibitors=4, slots=4, tables=2)
        self.api, self.fair = self.small.api, self.small.fair

    def tearDown(self):
        self.server.stop()

    def wish(self, buyer, exhibitor, level="WANT", by="buyer"):
        pair = {"buyer": self.small.buyers[buyer], "exhibitor": self.small.exhibitors[exhibitor]}
        self.api.make(f"/fairs/{self.fair}/interests", pair | {"from": by.upper(), "level": level, "cause": "COMPETITOR" if level == "NEVER" else ""})

    def comes(self, kind, at, slots):
        """Somebody of that party, there in those slots only."""
        id = (self.small.buyers if kind == "buyer" else self.small.exhibitors)[at]
        begins = [8 * 60 + SLOT_MINUTES * slot for slot in slots]
        windows = [{"starts_at": instant(minute), "ends_at": instant(minute + SLOT_MINUTES), "mode": "ONSITE"} for minute in begins]
        self.api.make("/representatives", {kind: id, "code": f"R-{kind}-{at}", "full_name": "Người thử", "availability": windows})

    def solve(self, **options):
        """A run, once it is done."""
        run_id = self.api.make(f"/fairs/{self.fair}/programme-runs", {"seed": 1, "steps": 50_000} | options)
        wait_until(lambda: self.api.read(f"/programme-runs/{run_id}")["done"], "the solver")
        return self.api.read(f"/programme-runs/{run_id}")

    def publish(self, programme):
        self.api.make(f"/programmes/{programme}/publication", {})

    def reason(self, buyer, exhibitor, programme=None):
        query = f"?programme={programme}" if programme else ""
        return self.api.read(f"/fairs/{self.fair}/wishes/{self.small.buyers[buyer]}/{self.small.exhibitors[exhibitor]}{query}")

    def sound(self):
        self.assertEqual(broken_rules(self.api, self.fair), [])

    def test_a_draft_says_how_good_it_is_and_proves_it(self):
        for at in range(3):
            self.wish(at, at)
        draft = self.solve()["programmes"][0]
        self.assertEqual((draft["verdict"], draft["score"], draft["gap_percent"]), ("OPTIMAL", draft["score_bound"], 0))
        self.assertEqual((draft["gaps"], draft["gap_bound"], draft["left_out"]), (0, 0, 0))
        self.assertEqual(draft["fairness"], {"min": 1, "mean": 1, "jain": 1, "left_out": 0})
        self.assertLess(draft["steps"], 50_000)
        self.assertFalse(draft["repair"])

    def test_musts_that_clash_are_named_in_two_languages_and_the_rest_is_drafted(self):
        self.comes("buyer", 0, [0, 1])
        for exhibitor in range(3):
            self.wish(0, exhibitor, "MUST")
        self.wish(1, 3)
        run_of = self.solve()
        draft = self.api.read(f"/programmes/{run_of['programme']}")
        self.assertEqual((draft["verdict"], draft["musts_missing"], draft["count_meetings"]), ("INFEASIBLE", 1, 3))
        clash = draft["clashes"][0]
        self.assertEqual((clash["seats"], len(clash["meetings"]), clash["buyer"]), (2, 3, self.small.buyers[0]))
        self.assertIn("3 musts compete for 2 slots", clash["en"])
        self.assertIn("Siêu thị B000", clash["vi"])
        self.assertIn("cuộc gặp bắt buộc", clash["vi"])
        self.publish(run_of["programme"])
        self.sound()

    def publish_first(self):
        """Each of three buyers meets the exhibitor of its number."""
        for at in range(3):
            self.wish(at, at)
        self.publish(self.solve()["programme"])
        return {meeting["buyer"]: meeting for meeting in self.small.meetings()}

    def test_a_repair_moves_and_cancels_only_what_it_says(self):
        before = self.publish_first()
        self.wish(0, 0, "NEVER", by="exhibitor")
        moved = before[self.small.buyers[1]]
        self.comes("buyer", 1, [slot for slot in range(4) if self.small.slots[slot] != moved["slot"]])
        draft = self.api.read(f"/programmes/{self.solve()['programme']}")
        self.assertEqual((draft["repair"], draft["people_disturbed"], draft["people_disturbed_unavoidably"]), (True, 2, 2))
        self.assertEqual([row["meeting"] for row in draft["cancelled"]], [before[self.small.buyers[0]]["id"]])
        self.assertEqual([row["moved"] for row in draft["meetings"] if "moved" in row], [moved["id"]])
        self.assertEqual({meeting["id"]: meeting for meeting in self.small.meetings()}, {meeting["id"]: meeting for meeting in before.values()})
        self.publish(draft["id"])
        after = {meeting["id"]: meeting for meeting in self.small.meetings()}
        self.assertNotIn(before[self.small.buyers[0]]["id"], after)
        self.assertNotEqual(after[moved["id"]]["starts_at"], moved["starts_at"])
        untouched = [meeting for meeting in before.values() if meeting["id"] != moved["id"] and meeting["buyer"] != self.small.buyers[0]]
        self.assertEqual([after[meeting["id"]] for meeting in untouched], untouched)
        self.sound()

    def crowd(self):
        """Buyer 2 must see exhibitor 0, and both are there only in the first slot, in which the exhibitor meets buyer 0."""
        for at in range(2):
            self.wish(at, at)
        self.comes("exhibitor", 0, [0])
        self.publish(self.solve()["programme"])
        self.wish(2, 0, "MUST")

    def test_a_budget_is_kept_and_a_front_gives_a_choice(self):
        self.crowd()
        nobody = self.solve(disturbed_max=0)["programmes"]
        self.assertEqual([(draft["people_disturbed"], draft["musts_missing"]) for draft in nobody], [(0, 1)])
        front = self.solve(front=True)
        drafts = front["programmes"]
        self.assertGreaterEqual(len(drafts), 2)
        self.assertEqual(drafts[0]["people_disturbed"], 0)
        self.assertEqual([draft["people_disturbed"] for draft in drafts], sorted({draft["people_disturbed"] for draft in drafts}))
        self.assertEqual(drafts[-1]["musts_missing"], 0)
        self.publish(drafts[-1]["id"])
        self.assertIn((self.small.buyers[2], self.small.exhibitors[0]), {(meeting["buyer"], meeting["exhibitor"]) for meeting in self.small.meetings()})
        self.sound()
        refused = self.api.post(f"/programmes/{drafts[0]['id']}/publication", {})
        self.assertEqual((refused.status, refused.json()["reason"]), (409, "REASON_WOULD_REMOVE"))

    def test_a_wish_is_told_who_is_in_the_way_and_what_holding_it_would_take(self):
        self.crowd()
        why = self.reason(2, 0)
        self.assertEqual(why["finding"], "BLOCKED")
        self.assertEqual([slot["exhibitor_meets"][0]["buyer_name"] for slot in why["slots"]], ["Siêu thị B000"])
        self.assertIn("Siêu thị B002", why["vi"])
        self.assertIn("is not held", why["en"])
        price = why["price"]
        self.assertTrue(price["found"])
        self.assertEqual((price["moves"][0]["buyer_name"], price["moves"][0]["from"]), ("Siêu thị B002", None))
        self.assertEqual((price["moves"][1]["buyer_name"], price["moves"][1]["to"]), ("Siêu thị B000", None))
        self.assertIn("nếu", price["vi"])
        self.assertIn("the score", price["en"])
        self.assertEqual(self.reason(0, 0)["finding"], "HELD")

    def test_reasons_of_a_draft_a_never_and_a_stranger(self):
        self.crowd()
        draft = self.solve(disturbed_max=0)["programme"]
        self.assertEqual(self.reason(2, 0, draft)["finding"], "BLOCKED")
        self.wish(1, 2, "NEVER")
        never = self.reason(1, 2)
        self.assertEqual((never["finding"], never["cause"]), ("IMPOSSIBLE", "NEVER"))
        nobody_wished = f"/fairs/{self.fair}/wishes/{self.small.buyers[2]}/{self.small.exhibitors[3]}"
        self.assertEqual(self.api.send("GET", self.api.own(nobody_wished)).status, 404)

    def test_a_budget_needs_something_to_repair(self):
        refused = self.api.post(f"/fairs/{self.fair}/programme-runs", {"seed": 1, "disturbed_max": 3})
        self.assertEqual((refused.status, refused.json()["reason"]), (422, "REASON_MISSING"))

    def test_an_exported_repair_keeps_the_referees_rules(self):
        self.crowd()
        draft = self.solve()["programme"]
        referee = Paths.source.parent / "shared/instances/check_programme.py"
        files = {"instance.json": f"/fairs/{self.fair}/instance", "programme.json": f"/programmes/{draft}/export"}
        for name, path in files.items():
            (pathlib.Path(self.folder) / name).write_bytes(self.api.send("GET", self.api.own(path)).body)
        if referee.exists():
            run("python3", "-B", referee, pathlib.Path(self.folder) / "instance.json", pathlib.Path(self.folder) / "programme.json")


if __name__ == "__main__":
    main()
