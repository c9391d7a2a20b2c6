"""Booking, asking, accepting, cancelling; and that a command counts once however often it is sent."""

import re
import uuid

from api import Api, in_parallel
from hoicho import EndToEnd, Server, main
from small_fair import SmallFair, buyer_body

SENDERS = 20
PUBLIC_MEETING = re.compile(r"mtg_[0-9a-hj-km-np-tv-z]{26}")


class Commands(EndToEnd):
    def setUp(self):
        super().setUp()
        self.server = Server(self.folder).start()
        self.fair = SmallFair(Api(self.server.port), buyers=4, exhibitors=4, slots=4, tables=2)
        self.api = self.fair.api

    def tearDown(self):
        digests = self.api.digests()
        self.server.stop()
        self.assertEqual(self.server.verify(), digests)

    def refused(self, answer, reason, status=409):
        self.assertEqual((answer.status, answer.json().get("reason")), (status, reason), answer)
        self.assertNotRegex(answer.json()["detail"], r"[{}]|\b[0-9]+:[0-9]+\b|meeting [0-9]")
        return answer.json()

    def act(self, kind, id, verb, body, key=None):
        return self.api.post(f"/{kind}/{id}/{verb}", body, key)

    def test_generic_and_nice_route_do_the_same(self):
        fair = self.fair
        nice = fair.book(0, 0, 0, 0)
        generic = self.api.post("/commands/scheduling.book_meeting", {"fair": fair.fair, **fair.meeting(1, 1, 0, 1)})
        self.assertEqual((nice.status, generic.status), (201, 201), (nice, generic))
        self.assertEqual(nice.json().keys(), generic.json().keys())
        first, second = fair.meetings()
        self.assertEqual({first["id"], second["id"]}, {nice.created(), generic.created()})
        self.assertEqual(first.keys(), second.keys())
        refusals = [fair.book(0, 0, 0, 0), self.api.post("/commands/scheduling.book_meeting", {"fair": fair.fair, **fair.meeting(0, 0, 0, 0)})]
        self.assertEqual(refusals[0].body, refusals[1].body)

    def test_a_double_booking_names_the_meeting_in_the_way(self):
        fair = self.fair
        there = fair.book(0, 0, 0, 0).created()
        for name, answer, reason in [("same buyer", fair.book(0, 1, 0, 1), "REASON_ALREADY_MEETING"),
                                     ("same exhibitor", fair.book(1, 0, 0, 1), "REASON_ALREADY_MEETING"),
                                     ("same table", fair.book(1, 1, 0, 0), "REASON_TABLE_TAKEN"),
                                     ("same pair", fair.book(0, 0, 1, 0), "REASON_PAIR_MEETS_ALREADY")]:
            with self.subTest(name):
                problem = self.refused(answer, reason)
                self.assertEqual(PUBLIC_MEETING.findall(problem["detail"]), [there])
                self.assertIn(there, problem["detail_vi"])
        self.assertEqual(len(fair.meetings()), 1)

    def test_a_request_is_accepted_by_the_other_side(self):
        fair = self.fair
        asked = fair.request(0, 0, 0, "BUYER").created()
        self.assertEqual(fair.requests()[asked]["status"], "OPEN")
        self.refused(self.act("meeting-requests", asked, "acceptance", {"from": "BUYER"}), "REASON_NOT_YOURS")
        self.assertEqual(fair.meetings(), [])
        meeting = self.act("meeting-requests", asked, "acceptance", {"from": "EXHIBITOR"}).created()
        self.assertEqual([live["id"] for live in fair.meetings()], [meeting])
        self.assertEqual(fair.requests()[asked]["status"], "ACCEPTED")
        self.refused(self.act("meeting-requests", asked, "acceptance", {"from": "EXHIBITOR"}), "REASON_WRONG_STATUS")

    def test_a_declined_request_holds_nothing(self):
        fair = self.fair
        asked = fair.request(0, 0, 0, "EXHIBITOR").created()
        self.refused(self.act("meeting-requests", asked, "decline", {"from": "EXHIBITOR", "cause": "NO_TIME"}), "REASON_NOT_YOURS")
        self.assertEqual(self.act("meeting-requests", asked, "decline", {"from": "BUYER", "cause": "NO_TIME"}).status, 200)
        self.assertEqual((fair.requests()[asked]["status"], fair.requests()[asked]["cause"]), ("DECLINED", "NO_TIME"))
        self.refused(self.act("meeting-requests", asked, "acceptance", {"from": "BUYER"}), "REASON_WRONG_STATUS")
        self.assertEqual(fair.book(0, 0, 0, 0).status, 201)

    def test_cancelling_frees_the_seat(self):
        fair = self.fair
        meeting = fair.book(0, 0, 0, 0).created()
        self.refused(self.act("meetings", meeting, "cancellation", {}), "REASON_MISSING", 422)
        self.assertEqual(self.act("meetings", meeting, "cancellation", {"cause": "BUYER_ILL"}).status, 200)
        self.assertEqual(fair.meetings(), [])
        again = fair.book(0, 0, 0, 0)
        self.assertEqual(again.status, 201, again)
        self.assertNotEqual(again.created(), meeting)
        self.refused(self.act("meetings", meeting, "cancellation", {"cause": "BUYER_ILL"}), "REASON_WRONG_STATUS")

    def test_a_key_is_one_command_for_twenty_senders_and_after_a_restart(self):
        fair, key = self.fair, uuid.uuid4().hex
        answers = in_parallel(SENDERS, lambda _: fair.book(0, 0, 0, 0, key), range(SENDERS))
        self.assertEqual({(answer.status, answer.body) for answer in answers}, {(201, answers[0].body)})
        no = fair.book(0, 1, 0, 1, "a refusal is remembered too")
        self.refused(no, "REASON_ALREADY_MEETING")
        self.server.stop()
        self.server.start()
        self.assertEqual(fair.book(0, 0, 0, 0, key).body, answers[0].body)
        self.assertEqual(self.act("meetings", answers[0].created(), "cancellation", {"cause": "OTHER"}).status, 200)
        self.assertEqual(fair.book(0, 0, 0, 0, key).body, answers[0].body)  # the answer of then, not of now
        self.assertEqual(fair.book(0, 1, 0, 1, "a refusal is remembered too").body, no.body)
        self.assertEqual(fair.meetings(), [])

    def test_a_key_is_not_used_for_two_commands(self):
        fair, key = self.fair, uuid.uuid4().hex
        self.assertEqual(fair.book(0, 0, 0, 0, key).status, 201)
        self.refused(fair.book(1, 1, 1, 1, key), "REASON_KEY_REUSED", 422)
        self.assertEqual(len(fair.meetings()), 1)
        for round in range(10):  # at the same time: one of the two is the command, the other is told so
            answers = in_parallel(2, lambda code: self.api.post("/buyers", buyer_body(code), f"race {round}"),
                                  [f"R{round}a", f"R{round}b"])
            self.assertEqual(sorted(answer.status for answer in answers), [201, 422], answers)

    def test_a_read_after_the_answer_shows_it(self):
        fair = self.fair
        for number in range(20):
            code = f"N{number}"
            id = self.api.make("/buyers", buyer_body(code))
            self.assertEqual(self.api.read(f"/buyers/{id}")["code"], code)
            other = Api(self.server.port)  # another connection reads the same
            self.assertEqual(other.read(f"/buyers/{id}")["id"], id)
            self.api.make(f"/fairs/{fair.fair}/participations", {"buyer": id, "wants_meetings": True})
            fair.buyers.append(id)
            self.assertEqual(fair.request(len(fair.buyers) - 1, 0, 3, "BUYER").status, 201)  # scheduling sees what registration answered


if __name__ == "__main__":
    main()
