"""A fair made through the API, a month from today so that its slots never have begun."""

import datetime

TIMEZONE = "+07:00"
SLOTS_PER_SESSION = 4


def fair_day():
    return datetime.date.today() + datetime.timedelta(days=30)


def instant(minute):
    """`minute` of the fair's day as the API writes it."""
    return f"{fair_day()}T{minute // 60:02}:{minute % 60:02}:00{TIMEZONE}"


def organiser_body(name):
    return {"name_vi": name, "kind": "PUBLIC_AGENCY"}


def buyer_body(code):
    return {"code": code, "business_name_vi": f"Siêu thị {code}", "buyer_type": "SUPERMARKET", "country": "Viet Nam", "timezone": "Asia/Ho_Chi_Minh"}


class SmallFair:
    """Ids of everything it made: fair, hall, tables, slots, buyers, exhibitors."""

    def __init__(self, api, buyers=3, exhibitors=3, slots=4, tables=2):
        self.api = api
        api.make("", organiser_body("Trung tâm Thử nghiệm"), "organiser")
        day = str(fair_day())
        self.fair = api.make("/fairs", {"code": "F1", "kind": "TRADE_FAIR", "name_vi": "Hội chợ thử", "timezone": "Asia/Ho_Chi_Minh", "starts_on": day,
                                        "ends_on": day, "currency": "VND", "rules": {"certificates_checked_on": day, "meeting_minutes": 10}}, "fair")
        self.hall = api.make(f"/fairs/{self.fair}/halls", {"code": "H1", "title_vi": "Nhà 1", "indoor": True}, "hall")
        self.tables = [api.make(f"/halls/{self.hall}/tables", {"code": f"T{at:03}", "seats": 4}, f"table {at}") for at in range(tables)]
        self.slots = [self._slot(at) for at in range(slots)]
        self.buyers = [self._buyer(at) for at in range(buyers)]
        self.exhibitors = [self._exhibitor(at) for at in range(exhibitors)]

    def _slot(self, at):
        begins = 8 * 60 + 15 * at
        return self.api.make(f"/fairs/{self.fair}/slots", {"code": f"S{at:02}", "session": 1 + at // SLOTS_PER_SESSION, "starts_at": instant(begins),
                                                         "ends_at": instant(begins + 10)}, f"slot {at}")

    def _buyer(self, at):
        id = self.api.make("/buyers", buyer_body(f"B{at:03}"), f"buyer {at}")
        self._enters("buyer", id)
        return id

    def _exhibitor(self, at):
        id = self.api.make("/exhibitors", {"code": f"E{at:03}", "subject_type": "COOP_GROUP", "business_name_vi": f"Tổ hợp tác {at}",
                                           "province_code": "01"}, f"exhibitor {at}")
        self._enters("exhibitor", id)
        return id

    def _enters(self, kind, id):
        self.api.make(f"/fairs/{self.fair}/participations", {kind: id, "wants_meetings": True}, f"enters {id}")

    def meeting(self, buyer, exhibitor, slot, table):
        """The body of a booking, by numbers."""
        return {"buyer": self.buyers[buyer], "exhibitor": self.exhibitors[exhibitor], "slot": self.slots[slot], "table": self.tables[table]}

    def book(self, buyer, exhibitor, slot, table, key=None):
        return self.api.post(f"/fairs/{self.fair}/meetings", self.meeting(buyer, exhibitor, slot, table), key)

    def cancel(self, meeting, key=None):
        return self.api.post(f"/meetings/{meeting}/cancellation", {"cause": "OTHER"}, key)

    def request(self, buyer, exhibitor, slot, side, key=None):
        body = {"buyer": self.buyers[buyer], "exhibitor": self.exhibitors[exhibitor], "slot": self.slots[slot], "from": side}
        return self.api.post(f"/fairs/{self.fair}/meeting-requests", body, key)

    def meetings(self, status="SCHEDULED"):
        return [meeting for meeting in self.api.all(f"/fairs/{self.fair}/meetings") if meeting["status"] == status]

    def requests(self):
        return {request["id"]: request for request in self.api.all(f"/fairs/{self.fair}/meeting-requests")}
