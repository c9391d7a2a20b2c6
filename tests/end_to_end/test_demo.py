"""A whole fair on the embedded log: taken in, ranked, given booths, programmed, published, and checked from outside."""

import json
import sys

import sample
from api import Api
from hoicho import EndToEnd, Paths, Server, main, run, skip_loudly
from programme_rules import broken_rules, meetings_of


class Demo(EndToEnd):
    def test_a_fair_from_its_lists_to_its_programme(self):
        fair, out = sample.copy_sample(self.folder), self.folder / "out"
        server = Server(self.folder).start()
        done = sample.drive(server.url, fair, out)
        self.assertIn("PUBLISHED", done.stdout)
        api = Api(server.port, sample.ORGANISER)

        summary = sample.check_figures(self, api, fair)
        self.every_demand_has_suggestions(api, fair)
        self.programme_is_what_is_live(api, fair, summary)
        self.assertEqual(broken_rules(api, summary["fair"]), [])
        self.booths_are_given_once(api, summary)
        self.referee_agrees(out, summary)

        digests = api.digests_at_rest()
        server.stop()
        self.assertEqual(server.verify(), digests)

    def test_two_organisers_in_one_partition_do_not_meet(self):
        fair = sample.copy_sample(self.folder)
        server = Server(self.folder, partitions=1).start()
        figures = []
        for organiser in (sample.ORGANISER, "second"):
            sample.drive(server.url, fair, organiser=organiser)
            api = Api(server.port, organiser)
            summary = sample.check_figures(self, api, fair)
            self.assertEqual(broken_rules(api, summary["fair"]), [])
            self.booths_are_given_once(api, summary)
            figures.append({name: summary[name] for name in ("meetings", "wishes_not_held", "booths_given", "suggestions")})
        self.assertEqual(*figures)  # the same fair and the same seed come to the same
        server.stop()
        server.verify()

    def every_demand_has_suggestions(self, api, fair):
        id = sample.fair_id(api, fair)
        demands = api.all("/demands")
        self.assertEqual(len(demands), len(sample.rows(fair, "demands")))
        for demand in demands:
            items = api.read(f"/fairs/{id}/demands/{demand['id']}/suggestions")["items"]
            self.assertTrue(items, f"demand {demand['code']} got no suggestion")
            self.assertEqual(len({item["product"] for item in items}), len(items))

    def programme_is_what_is_live(self, api, fair, summary):
        programme = api.read(f"/programmes/{summary['programme']['id']}")
        self.assertEqual(programme["status"], "PUBLISHED")
        seats = ("buyer", "exhibitor", "slot", "table")
        live = [tuple(meeting[name] for name in seats) for meeting in meetings_of(api, summary["fair"])]
        self.assertTrue(live)
        self.assertEqual(sorted(live), sorted(tuple(meeting[name] for name in seats) for meeting in programme["meetings"]))
        self.assertEqual(len(programme["not_held"]) + programme["not_held_more"], summary["wishes_not_held"])
        self.assertEqual(sum(summary["not_held_by_reason"].values()) + summary["not_held_more"], summary["wishes_not_held"])
        for missed in programme["not_held"]:
            self.assertTrue(missed["reason"].startswith("REASON_"), missed)
            self.assertNotIn("{", missed["en"])
        wished = len(sample.wished_pairs(fair))
        self.assertEqual(len(live) + len(programme["not_held"]), wished)

    def booths_are_given_once(self, api, summary):
        booths = api.all(f"/fairs/{summary['fair']}/booths")
        given = [booth for booth in booths if booth["exhibitor"]]
        self.assertEqual((len(booths), len(given)), (summary["booths"], summary["booths_given"]))
        self.assertEqual(len({booth["id"] for booth in booths}), len(booths))
        self.assertTrue(given)

    def referee_agrees(self, out, summary):
        """The referee of the exchange format, when it lies beside the project, finds no hard rule broken and the same value."""
        for name in ("instance.json", "programme.json"):
            json.loads((out / name).read_text())
        referee = Paths.source.parent / "shared/instances/check_programme.py"
        if not referee.exists():
            return skip_loudly("check_programme", f"there is no referee at {referee}")
        judged = run(sys.executable, "-B", referee, out / "instance.json", out / "programme.json", "--json", check=False)
        self.assertEqual(judged.returncode, 0, judged.stdout + judged.stderr)
        figures, programme = json.loads(judged.stdout), summary["programme"]
        self.assertEqual((figures["meetings_held"], figures["value_held"], figures["score"]),
                         (summary["meetings"], programme["value"], programme["score"]))


if __name__ == "__main__":
    main()
