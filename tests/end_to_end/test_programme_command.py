"""hoicho programme and hoicho floor on files: what they write, say and refuse, and that they end well when asked to."""

import json
import random
import signal

from hoicho import EndToEnd, Paths, Program, main, run, wait_until

EXIT_USAGE, EXIT_DATA_HAS_ERRORS, EXIT_REFUSED = 2, 3, 4
LONG_SECONDS = 600  # ended by a signal long before


def fair(exhibitors=6, buyers=8, slots=6, seed=1):
    """A fair with more wishes than it can hold; the seed alone repeats it."""
    dice = random.Random(seed)
    people = [{"name": f"HTX số {e}", "side": "exhibitor"} for e in range(exhibitors)]
    people += [{"name": f"Người mua {b}", "side": "buyer", "delegates": [{"unavailable": [dice.randrange(slots)]}]} for b in range(buyers)]
    meetings = [{"a": e, "b": exhibitors + b, "value": dice.randrange(1, 20)} for e in range(exhibitors) for b in range(buyers) if dice.random() < 0.8]
    return {"format": "hoicho-instance/1", "name": "e2e fair",
            "slots": [{"day": 0, "start": f"2026-10-08T{9 + t // 2:02}:{30 * (t % 2):02}:00+07:00", "duration_s": 1500} for t in range(slots)],
            "zones": [{"name": "A"}, {"name": "B"}], "walk_s": [[0, 60], [60, 0]],
            "places": [{"name": f"Bàn {k}", "zone": k % 2, "capacity": 1} for k in range(4)],
            "participants": people, "meetings": meetings, "limits": {},
            "objective": {"value": 10, "gap": 5, "idle_slot": 1, "rushed": 8, "left_out": 50, "moved": 15, "cancelled": 30}}


def floor(booths=12, exhibitors=8):
    return {"format": "hoicho-floor/1", "name": "e2e floor",
            "booths": [{"name": f"A{i}", "zone": 0, "x_m": 3 * i, "y_m": 0, "width_m": 3, "depth_m": 3, "open_sides": 1 + (i in (0, booths - 1)),
                        "power_w": 2200, "water": False, "step_free": True} for i in range(booths)],
            "beside": [[i, i + 1] for i in range(booths - 1)], "facing": [],
            "exhibitors": [{"name": f"HTX {e}", "units": 1, "line": 0, "region": 0, "points": e % 3, "power_w": 0, "wishes": [3, 4, 5]}
                           for e in range(exhibitors)],
            "objective": {"placed": 100, "wish": 10}}


class OnFiles(EndToEnd):
    def write(self, name, content):
        path = self.folder / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    def hoicho(self, *arguments, expect=0):
        done = run(Paths.bin / "hoicho", *arguments, check=False)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done


class Solve(OnFiles):
    def solve(self, instance, *more, expect=0, out="p.json"):
        return self.hoicho("programme", "solve", instance, "--out", self.folder / out, *more, expect=expect)

    def test_json_lines_parse_and_the_last_sums_up(self):
        instance = self.write("i.json", fair())
        lines = [json.loads(line) for line in self.solve(instance, "--time-s", 1.5, "--json").stdout.splitlines()]
        self.assertEqual((lines[0]["event"], lines[-1]["event"]), ("begin", "end"))
        self.assertTrue(all(line["event"] == "progress" for line in lines[1:-1]))
        end, programme = lines[-1], json.loads((self.folder / "p.json").read_text())
        self.assertEqual((programme["format"], programme["instance"], len(programme["meetings"])), ("hoicho-programme/1", "e2e fair", end["held"]))
        self.assertTrue(end["valid"])
        self.assertLessEqual(end["score"], end["score_bound"])
        self.assertLessEqual(end["value"], end["value_bound"])
        for figure in ("gap_percent", "gaps", "gaps_bound", "satisfaction_min", "satisfaction_mean", "satisfaction_jain", "left_out", "verdict", "seed", "steps"):
            self.assertIn(figure, end)

    def test_the_same_steps_and_seed_give_the_same_bytes_with_one_thread_or_three(self):
        instance = self.write("i.json", fair())
        for threads in (1, 3):
            for out in ("a.json", "b.json"):
                self.solve(instance, "--steps", 60_000, "--seed", 5, "--threads", threads, out=out)
            self.assertEqual((self.folder / "a.json").read_bytes(), (self.folder / "b.json").read_bytes())

    def test_people_read_the_summary_in_their_language(self):
        instance = self.write("i.json", fair())
        self.assertIn("fairness ", self.solve(instance, "--steps", 1_000).stdout)
        self.assertIn("công bằng", self.solve(instance, "--steps", 1_000, "--language", "vi").stdout)

    def test_a_signal_ends_the_search_and_keeps_the_best(self):
        large = fair(40, 60, 16)  # too large to be proven optimal meanwhile
        instance, out = self.write("i.json", large), self.folder / "p.json"
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            out.unlink(missing_ok=True)
            log = self.folder / f"{code}.log"
            program = Program([Paths.bin / "hoicho", "programme", "solve", instance, "--out", out, "--time-s", LONG_SECONDS], log)
            wait_until(lambda: "score" in log.read_text(), "the first line of progress")
            program.process.send_signal(number)
            self.assertEqual(program.process.wait(60), code, program.tail())
            self.assertTrue(json.loads(out.read_text())["meetings"])
            self.assertIn("run again", log.read_text())

    def test_a_malformed_or_contradictory_file_is_refused_with_field_and_reason(self):
        def refused(name, content, *words, expect=EXIT_DATA_HAS_ERRORS):
            with self.subTest(name):
                (self.folder / "p.json").unlink(missing_ok=True)
                done = self.solve(self.write("i.json", content), "--steps", 1_000, expect=expect)
                for word in words:
                    self.assertIn(word, done.stderr)
                self.assertFalse((self.folder / "p.json").exists())
        refused("no JSON", "{", "is no JSON")
        refused("another format", {"format": "hoicho-floor/1"}, "format: is not")
        refused("unknown member", fair() | {"colour": 1}, "colour: is no member of this format")
        wrong = fair()
        wrong["meetings"][3]["b"] = 99
        refused("unknown participant", wrong, "meetings[3].b:")
        wrong = fair()
        wrong["slots"].append(wrong["slots"][0])
        refused("slots out of order", wrong, "slots[6]")
        wrong = fair()
        wrong["slots"] = [dict(wrong["slots"][0], start=f"2026-10-{1 + t // 24:02}T{t % 24:02}:00:00Z", day=t // 24) for t in range(257)]
        refused("beyond a limit", wrong, "slots:", "at most 256")
        wrong = fair(exhibitors=1, buyers=8, slots=6)
        for meeting in wrong["meetings"]:
            meeting["must"] = True
        wrong["meetings"] = [{"a": 0, "b": 1 + b, "value": 1, "must": True} for b in range(8)]
        refused("eight musts in six slots", wrong, "meetings[].must:", expect=EXIT_REFUSED)

    def test_options_out_of_range_are_refused(self):
        instance = self.write("i.json", fair())
        for wrong in (["--threads", 0], ["--threads", 65], ["--time-s", -1], ["--steps", 0], ["--language", "fr"], ["--disturbed-max", 3], ["--front"],
                      ["--steps", 10, "--time-s", 1]):
            with self.subTest(wrong):
                self.solve(instance, *wrong, expect=EXIT_USAGE)

    def test_a_repair_keeps_to_its_budget_and_offers_a_choice(self):
        instance = fair()
        self.solve(self.write("i.json", instance), "--steps", 100_000)
        gone = dict(instance, freeze_before_slot=1)
        gone["participants"][7] = {"name": "Người mua 1", "side": "buyer", "delegates": [{"unavailable": list(range(1, 6))}]}
        broken, previous = self.write("r.json", gone), self.folder / "p.json"
        front = [json.loads(line) for line in self.solve(broken, "--previous", previous, "--front", "--json", out="f.json").stdout.splitlines()]
        self.assertTrue(1 <= len(front) <= 3 and all(answer["valid"] for answer in front))
        self.assertEqual(sorted(answer["people_disturbed"] for answer in front), [answer["people_disturbed"] for answer in front])
        self.assertEqual((self.folder / "f.json").read_bytes(), (self.folder / f"f-{len(front)}.json").read_bytes())
        few = front[0]["people_disturbed"]
        end = json.loads(self.solve(broken, "--previous", previous, "--disturbed-max", few, "--steps", 50_000, "--json").stdout.splitlines()[-1])
        self.assertLessEqual(end["people_disturbed"], few)


class Explain(OnFiles):
    def test_every_wish_that_is_not_held_gets_its_reason(self):
        instance, programme = self.write("i.json", fair()), self.folder / "p.json"
        self.hoicho("programme", "solve", instance, "--out", programme, "--steps", 100_000)
        held = {entry["meeting"] for entry in json.loads(programme.read_text())["meetings"]}
        for language in ("vi", "en"):
            lines = [json.loads(line) for line in self.hoicho("programme", "explain", instance, programme, "--json", "--language", language).stdout.splitlines()]
            self.assertEqual({line["meeting"] for line in lines} | held, set(range(len(fair()["meetings"]))))
            self.assertTrue(lines and held.isdisjoint(line["meeting"] for line in lines))
            for line in lines:
                self.assertIn(line["finding"], ("impossible", "at_maximum", "blocked", "could_fit"))
                self.assertTrue(line["text"])
        plain = self.hoicho("programme", "explain", instance, programme, "--no-prices").stdout.splitlines()
        self.assertEqual(len(plain), len(lines))
        one = self.hoicho("programme", "explain", instance, programme, "--meeting", min(held), "--json").stdout
        self.assertEqual(json.loads(one)["finding"], "held")
        self.hoicho("programme", "explain", instance, programme, "--meeting", 9_999, expect=EXIT_USAGE)


class Floors(OnFiles):
    def test_a_floor_without_neighbours_is_allocated_as_well_as_can_be(self):
        file, out = self.write("f.json", floor()), self.folder / "a.json"
        self.assertIn(": optimal", self.hoicho("floor", "allocate", file, "--out", out, "--time-s", 1).stdout)
        self.assertEqual(len(json.loads(out.read_text())["allocations"]), 8)

    def test_a_draw_is_verified_by_two_programs_and_every_change_is_found(self):
        file, out, draw = self.write("f.json", floor()), self.folder / "a.json", self.folder / "d.json"
        secret, published = self.folder / "secret", self.folder / "c.json"
        self.hoicho("floor", "draw-commit", file, "--secret", secret, "--out", published)
        self.assertEqual(secret.stat().st_mode & 0o777, 0o600)
        self.assertNotIn(secret.read_text().strip(), published.read_text())
        self.hoicho("floor", "allocate", file, "--mode", "points-and-draw", "--out", out, "--record", draw, "--seed-hex", secret.read_text().strip(),
                    "--public-value", "G.ĐB 48213")
        self.hoicho("floor", "verify", file, draw, "--commitment", published, "--allocation", out)
        script = Paths.source / "scripts" / "verify-draw"
        self.assertEqual(run("python3", script, file, draw, published, check=False).returncode, 0)
        lines = draw.read_text(encoding="utf-8").splitlines(keepends=True)
        changes = [("line dropped", number, "") for number in range(6, len(lines) - 1)]
        changes += [("digit changed", number, line[:-6] + line[-6:].translate(str.maketrans("0123456789abcdef", "1234567890bcdefa")))
                    for number, line in enumerate(lines[3:5], 3)]
        changes += [("ticket changed", number, line.replace('"ticket":"', '"ticket":"0', 1)) for number, line in enumerate(lines[7:-1], 7)]
        for what, number, line in changes:
            with self.subTest(what, line=number):
                changed = self.write("changed.json", "".join(lines[:number] + [line] + lines[number + 1:]))
                self.assertNotEqual(run(Paths.bin / "hoicho", "floor", "verify", file, changed, check=False).returncode, 0)
                self.assertNotEqual(run("python3", script, file, changed, check=False).returncode, 0)
        other = self.write("f2.json", json.dumps(floor()) + "\n")  # another file of the same floor: not what was committed to
        self.assertEqual(run(Paths.bin / "hoicho", "floor", "verify", other, draw, check=False).returncode, EXIT_REFUSED)


if __name__ == "__main__":
    main()
