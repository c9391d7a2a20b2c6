"""The groups of rows of the table: each runs its cases, has the referee judge every answer, and returns a title, a head and rows."""

import csv
import json

from measure import Run, percentile, shown

ORIGINALS = ("forum-13 forum-13crafb forum-13crafc forum-14 forumt-14 forumt-14crafc forumt-14crafd forumt-14crafe tic-12 tic-12crafc "
             "tic-13 tic-13crafb tic-13crafc tic-14crafa tic-14crafc tic-14crafd ticf-13crafa ticf-13crafb ticf-13crafc ticf-14crafa").split()
STORED = ("fair-booth-12x18x10-s1 fair-booth-40x60x16-s1 fair-tables-40x60x16-s1 fair-mixed-100x200x20-s1 fair-booth-200x400x24-s1 "
          "fair-tables-200x400x24-s1").split()
MIDDLE = ["fair-booth-600x1500x30-s1"]
LARGE = ["fair-booth-2000x5000x30-s1", "fair-tables-2000x5000x30-s1"]
REPAIRS = [name for name in STORED if name != "fair-booth-12x18x10-s1"]
FLOORS = ["floor-6x10-s1", "floor-10x24-s1", "floor-30x34-s1"]
EVENTS = {"one no-show": ["--no-show", "1"], "one place closes": ["--close", "1"], "one new wish": ["--new", "1"]}


def valid(figures):
    return "yes" if figures["valid"] else "**NO**: " + ", ".join(figures.get("rules_broken", {}))


def published_cases(place, which):
    with open(place.instances / "published" / "optima.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            original = row["family"] == "original"
            if which == "all" or original:
                yield row


def published_instance(place, row):
    """The instance with the case's own fairness: the originals come with d = 2."""
    source = place.instances / "published" / f"{row['instance']}.json"
    instance = json.loads(source.read_text(encoding="utf-8"))
    spread = int(row["fairness_d"])
    if instance["limits"].get("max_gap_spread") == spread:
        return source
    instance["limits"]["max_gap_spread"] = spread
    made = place.work / f"{row['instance']}-d{spread}.json"
    made.write_text(json.dumps(instance), encoding="utf-8")
    return made


def published(place, options):
    rows, proven = [], {10: 0, 120: 0}
    for case in published_cases(place, options.published):
        instance, out = published_instance(place, case), place.work / "published.json"
        out.unlink(missing_ok=True)
        done = place.solve(instance, out, seconds=options.published_s)
        end = done.event("end") or {}
        figures = place.judge(instance, out) if out.exists() else None
        optimum = "infeasible" if case["status"] != "optimal" else case["optimum_breaks"]
        verdict = end.get("verdict") or ("infeasible" if done.status == 4 else "open")
        reached = verdict == "infeasible" if optimum == "infeasible" else bool(figures and figures["valid"] and str(figures["gaps"]) == optimum)
        contradicts = (verdict == "infeasible") != (optimum == "infeasible") if verdict in ("optimal", "infeasible") else False
        contradicts = contradicts or (verdict == "optimal" and not reached)
        for limit in proven:
            proven[limit] += verdict in ("optimal", "infeasible") and done.cpu_s <= limit and not contradicts
        cpsat = place.cpsat(instance, place.work / "cpsat.json", options.published_s)
        rows.append([case["instance"], case["fairness_d"], optimum, case["maxsat_s"] or "–",
                     shown(figures["gaps"] if figures and figures["valid"] else None), verdict + (" **CONTRADICTS**" if contradicts else ""),
                     shown(done.cpu_s, 1), "yes" if reached else "no", cpsat_gaps(cpsat), cpsat["status"].lower() if cpsat else "–"])
    title = f"Published cases, {options.published_s} s each: proven within 10 s {proven[10]}, within 120 s {proven[120]}, of {len(rows)}"
    return title, ["case", "d", "published optimum", "MaxSAT s", "gaps", "verdict", "CPU s", "reached", "CP-SAT gaps", "CP-SAT"], rows


def cpsat_gaps(answer):
    return shown(-answer["score"] if answer and answer.get("score") is not None else None)


def fairs(place, options, names, seconds, title):
    rows = []
    for name in names:
        instance, out, greedy_out, cpsat_out = place.synthetic(name), place.work / f"{name}-p.json", place.work / "greedy.json", place.work / "cpsat.json"
        greedy = place.tool("baseline_greedy.py", instance, greedy_out)
        greedy_score = place.judge(instance, greedy_out)["score"] if greedy.status == 0 else None
        done = place.solve(instance, out, seconds=seconds).or_fail()
        begin, end, figures = done.event("begin"), done.event("end"), place.judge(instance, out)
        cpsat = place.cpsat(instance, cpsat_out, options.cpsat_s) if name not in LARGE else None
        rows.append([name, shown(greedy_score), shown(cpsat["score"] if cpsat else None), shown(figures["score"]), valid(figures), shown(end["score_bound"]),
                     f"{end['gap_percent']:.2f} %", shown(figures["value_held"]), shown(end["value_bound"]), shown(figures["gaps"]),
                     f"{figures['satisfaction_min']:.2f} / {figures['satisfaction_mean']:.3f} / {figures['satisfaction_jain']:.3f}",
                     shown(begin["bound_cpu_s"], 3), shown(done.cpu_s, 1), shown(done.rss_mb)])
    head = ["fair", "greedy", "CP-SAT", "score", "valid", "bound", "gap", "value", "value bound", "gaps", "satisfaction min / mean / Jain", "bound CPU s",
            "CPU s", "MB"]
    return f"{title}, {seconds} s each", head, rows


def synthetic(place, options):
    return fairs(place, options, STORED + MIDDLE, options.synthetic_s, "Synthetic fairs")


def large(place, options):
    return fairs(place, options, LARGE, options.large_s, "The city fair, 2,000 x 5,000 x 30")


def repairs(place, options):
    rows = []
    for name in REPAIRS:
        instance, previous = place.instances / "repair" / f"{name}-repair1.json", place.instances / "programmes" / f"{name}.json"
        out = place.work / f"{name}-r.json"
        done = place.solve(instance, out, seconds=options.repair_s, previous=previous).or_fail()
        figures = place.judge(instance, out, previous)
        cpsat = place.cpsat(instance, place.work / "cpsat.json", options.cpsat_s, previous)
        rows.append([name, shown(cpsat["score"] if cpsat else None), shown(figures["score"]), valid(figures), shown(figures["gaps"]), shown(figures["moved"]),
                     shown(figures["cancelled"]), shown(figures["added"]), shown(figures["people_disturbed"]), shown(done.cpu_s, 1)])
    head = ["repair of", "CP-SAT", "score", "valid", "gaps", "moved", "cancelled", "added", "people disturbed", "CPU s"]
    return f"Repairs, {options.repair_s} s each", head, rows


def events(place, options):
    """One thing happens to a city fair whose programme stands: how long until the answer, and how many people notice."""
    rows = []
    for name in LARGE:
        instance, programme = place.synthetic(name), place.work / f"{name}-p.json"
        if not programme.exists():
            place.solve(instance, programme, seconds=options.large_s).or_fail()
        for what, arguments in EVENTS.items():
            seconds, disturbed, lost, wrong = [], [], [], 0
            for seed in range(1, options.events + 1):
                broken, out = place.work / "event.json", place.work / "event-p.json"
                place.tool("generate_fair.py", "disturb", instance, programme, broken, "--now", 6, "--no-show", 0, "--close", 0, "--new", 0, *arguments,
                           "--seed", seed).or_fail()
                done = place.solve(broken, out, steps=options.event_steps, previous=programme)
                figures = place.judge(broken, out, programme)
                wrong += not figures["valid"]
                seconds.append(done.event("end")["search_cpu_s"] * 1000)
                disturbed.append(figures["people_disturbed"])
                lost.append(figures["cancelled"])
            rows.append([name, what, len(seconds), *(shown(percentile(seconds, share)) for share in (0.5, 0.9, 0.99)), shown(max(seconds)),
                         shown(percentile(disturbed, 0.5)), shown(max(disturbed)), shown(percentile(lost, 0.5)), "yes" if not wrong else f"**NO** ({wrong})"])
    head = ["fair", "event", "events", "p50 ms", "p90 ms", "p99 ms", "max ms", "people disturbed p50", "max", "cancelled p50", "valid"]
    return f"One event at full size, {options.event_steps} steps, processor time of reduction, repair and search", head, rows


def reasons(place, options):
    """Each reason by hoicho_bench_reasons, which the preset `bench` builds beside the program; the mean also by the command that people call, files read too.
    What that command prints of a city fair is more than a gigabyte, so there it is not asked."""
    rows = []
    for name in STORED + (LARGE if options.reasons_large else []):
        instance, programme = place.synthetic(name), place.work / f"{name}-p.json"
        if not programme.exists():
            place.solve(instance, programme, seconds=options.synthetic_s).or_fail()
        each = json.loads(Run([place.hoicho.parent / "hoicho_bench_reasons", instance, programme]).or_fail().stdout)
        called = Run([place.hoicho, "programme", "explain", instance, programme, "--json"]).or_fail() if name in STORED else None
        rows.append([name, shown(each["reasons"]), shown(each["reason_p50_ms"], 3), shown(each["reason_max_ms"], 3), shown(each["price_p50_ms"], 3),
                     shown(each["price_p99_ms"], 2), shown(each["price_max_ms"], 2), f"{each['found']:,} of {each['prices']:,}",
                     shown(1000 * called.cpu_s / max(1, each["reasons"]) if called else None, 2)])
    head = ["fair", "wishes not held", "reason p50 ms", "slowest", "its price p50 ms", "p99", "slowest", "exchanges found", "ms each by the command"]
    return "Reasons for every wish that is not held", head, rows


def floors(place, options):
    rows = []
    for name in FLOORS:
        floor, out, greedy_out = place.instances / "floors" / f"{name}.json", place.work / f"{name}-a.json", place.work / "greedy.json"
        place.tool("booths.py", "greedy", floor, greedy_out).or_fail()
        done = Run([place.hoicho, "floor", "allocate", floor, "--out", out, "--time-s", options.floor_s, "--clock", "cpu"]).or_fail()
        figures = place.judge_floor(floor, out)
        drawn = Run([place.hoicho, "floor", "allocate", floor, "--out", out, "--mode", "points-and-draw", "--seed-hex", "5e" * 32, "--public-value", "1"]).or_fail()
        draw = place.judge_floor(floor, out)
        cpsat = place.cpsat(floor, place.work / "cpsat.json", options.cpsat_s, tool="baseline_booths_cpsat.py") if name != FLOORS[-1] else None
        bound = int(done.stdout.split("at most ")[1].split()[0].rstrip(":"))
        rows.append([name, shown(place.judge_floor(floor, greedy_out)["score"]), shown(cpsat["score"] if cpsat else None), shown(figures["score"]),
                     "yes" if figures["valid"] and draw["valid"] else "**NO**", shown(bound), shown(done.cpu_s, 1), shown(draw["score"]), shown(drawn.cpu_s, 2)])
    head = ["floor", "greedy", "CP-SAT", "score", "valid", "bound", "CPU s", "points and draw", "CPU s"]
    return f"Booths, {options.floor_s} s each", head, rows


GROUPS = {"published": published, "synthetic": synthetic, "large": large, "repairs": repairs, "events": events, "reasons": reasons, "floors": floors}
