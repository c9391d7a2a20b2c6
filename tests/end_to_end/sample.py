"""The sample fair that comes with the project, and what its files alone say the figures must be."""

import collections
import datetime
import json
import re
import shutil

from hoicho import Paths, run

DAYS_AHEAD_MIN = 2   # a fair that begins sooner is moved, for nothing can be booked in slots that have begun
DAYS_AHEAD = 30
DAY = re.compile(r"(?<![0-9-])20[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9-])")
ORGANISER = "demo"


def copy_sample(folder):
    """The small sample in a folder of ours, all its days moved together when its fair is over or begins at once."""
    target = folder / "fair"
    shutil.copytree(Paths.source / "deploy/sample/small", target)
    begins = datetime.date.fromisoformat(json.loads((target / "fair.json").read_text())["start_date"])
    today = datetime.date.today()
    if begins >= today + datetime.timedelta(days=DAYS_AHEAD_MIN):
        return target
    move = today + datetime.timedelta(days=DAYS_AHEAD) - begins
    for file in target.iterdir():
        file.write_text(DAY.sub(lambda day: str(datetime.date.fromisoformat(day.group()) + move), file.read_text()))
    return target


def rows(fair, name):
    return [json.loads(line) for line in (fair / f"{name}.jsonl").read_text().splitlines() if line.strip()]


def expected_figures(fair):
    """What GET summary must say, counted from the files."""
    about = json.loads((fair / "fair.json").read_text())
    check_day = about["rules"]["certificate_checked_on"]
    newest, valid = {}, set()
    for row in rows(fair, "certificates"):
        if row["issued_on"] <= check_day < row["expires_on"]:
            valid.add(row["product_id"])
        before = newest.get(row["product_id"])
        if before is None or row["issued_on"] >= before["issued_on"]:
            newest[row["product_id"]] = row
    ratings = collections.Counter(newest[row["product_id"]]["rating"] if row["product_id"] in newest else "NONE" for row in rows(fair, "products"))
    return {"code": about["fair_id"],
            "exhibitors": len(rows(fair, "exhibitors")),
            "buyers": len(rows(fair, "buyers")),
            "representatives": len(rows(fair, "representatives")),
            "products": len(rows(fair, "products")),
            "products_by_rating": dict(ratings),
            "certificates_valid": len(valid),
            "demands": len(rows(fair, "demands")),
            "suggestion_lists": len(rows(fair, "demands")),
            "wishes": len(wished_pairs(fair)),
            "requests_open": 0,
            "booths": len(rows(fair, "booths")),
            "booths_asked": sum(row["count"] for row in rows(fair, "booth_requests"))}


def wished_pairs(fair):
    """(buyer, exhibitor) that both want meetings at all, of which one side wants this one and none never."""
    wanted, never = set(), set()
    no_meetings = {row["exhibitor_id"] for row in rows(fair, "exhibitors") if not row["wants_b2b"]}
    for row in rows(fair, "interests"):
        pair = (row["from_id"], row["to_id"]) if row["from_kind"] == "BUYER" else (row["to_id"], row["from_id"])
        (never if row["level"] == "NEVER" else wanted).add(pair)
    return {pair for pair in wanted - never if pair[1] not in no_meetings}


def drive_command(url, fair, out=None, organiser=ORGANISER):
    command = [Paths.bin / "hoicho", "demo", "drive", "--url", url, "--fair", fair, "--organiser", organiser]
    return command + (["--out", out] if out else [])


def drive(url, fair, out=None, organiser=ORGANISER):
    """A whole fair; its status must be 0."""
    return run(*drive_command(url, fair, out, organiser))


def fair_id(api, fair):
    code = json.loads((fair / "fair.json").read_text())["fair_id"]
    return next(item["id"] for item in api.all("/fairs") if item["code"] == code)


def check_figures(test, api, fair):
    """GET summary against the files; returns the summary."""
    summary = api.read(f"/fairs/{fair_id(api, fair)}/summary")
    expected = expected_figures(fair)
    test.assertEqual({name: summary[name] for name in expected}, expected)
    test.assertEqual(summary["programme"]["status"], "PUBLISHED")
    test.assertEqual(summary["meetings"] + summary["wishes_not_held"], summary["wishes"])
    test.assertLessEqual(summary["programme"]["value"], summary["programme"]["value_bound"])
    return summary
