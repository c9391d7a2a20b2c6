"""What must hold for a fair's live meetings, computed anew from the lists of the API and from nothing of the program."""

import collections
import datetime


def at(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def meetings_of(api, fair):
    return [meeting for meeting in api.all(f"/fairs/{fair}/meetings") if meeting["status"] == "SCHEDULED"]


def people_of(api):
    """{organisation: [representative]}"""
    people = collections.defaultdict(list)
    for person in api.all("/representatives"):
        people[person.get("exhibitor") or person.get("buyer")].append(person)
    return people


def is_there(person, slot):
    windows = person.get("availability", [])
    covered = [at(window["starts_at"]) <= at(slot["starts_at"]) and at(slot["ends_at"]) <= at(window["ends_at"]) for window in windows]
    return not windows or any(covered)


def broken_rules(api, fair):
    """A sentence for every rule that a live meeting breaks."""
    broken = []
    slots = {slot["id"]: slot for slot in api.all(f"/fairs/{fair}/slots")}
    tables = {table["id"] for table in api.all(f"/fairs/{fair}/tables")}
    never = {(row["buyer"], row["exhibitor"]) for row in api.read(f"/fairs/{fair}/interests")["items"]
             if "NEVER" in (row["from_buyer"], row["from_exhibitor"])}
    people = people_of(api)
    at_table, seated, half_days, pairs = (collections.Counter() for _ in range(4))
    for meeting in meetings_of(api, fair):
        slot, pair = slots[meeting["slot"]], (meeting["buyer"], meeting["exhibitor"])
        if meeting["table"] not in tables:
            broken.append(f"{meeting['id']} sits at a table of another fair")
        if pair in never:
            broken.append(f"{meeting['id']} joins two of whom one said never")
        at_table[meeting["table"], slot["id"]] += 1
        pairs[pair] += 1
        for organisation in pair:
            seated[organisation, slot["id"]] += 1
            half_days[organisation, slot["session"]] += 1
    broken += [f"table {table} is used {count} times in slot {slot}" for (table, slot), count in at_table.items() if count > 1]
    broken += [f"{pair} meet {count} times" for pair, count in pairs.items() if count > 1]
    for (organisation, slot), count in seated.items():
        there = sum(is_there(person, slots[slot]) for person in people[organisation]) if people[organisation] else 1
        if count > there:
            broken.append(f"{organisation} has {count} meetings in slot {slot} and {there} people there")
    for (organisation, session), count in half_days.items():
        of_session = [slot for slot in slots.values() if slot["session"] == session]
        most = [person.get("meetings_per_half_day_max", 0) for person in people[organisation] if any(is_there(person, slot) for slot in of_session)]
        if most and all(most) and count > sum(most):
            broken.append(f"{organisation} has {count} meetings in half-day {session}, at most {sum(most)}")
    return broken
