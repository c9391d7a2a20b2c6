"""What is no good request is refused with a problem that says why, writes nothing, and leaves the server answering."""

import json
import socket

from api import Api
from hoicho import EndToEnd, Server, main
from small_fair import SmallFair, buyer_body, organiser_body

BODY_TOO_LARGE_BYTES = 2 * 1024 * 1024
JSON_TOO_DEEP = 200
KEY_TOO_LONG = 256


class BadInput(EndToEnd):
    def setUp(self):
        super().setUp()
        self.server = Server(self.folder).start()
        self.api = Api(self.server.port, "e2e")
        self.fair = SmallFair(self.api, buyers=1, exhibitors=1, slots=1, tables=1)
        other = Api(self.server.port, "other")
        other.make("", organiser_body("Ban khác"))
        self.others_buyer = other.make("/buyers", buyer_body("B1"))
        self.before = self.api.digests()

    def tearDown(self):
        self.server.stop()

    def expect_problem(self, name, answer, status):
        with self.subTest(name):
            self.assertEqual(answer.status, status, answer)
            self.assertEqual(answer.headers["Content-Type"].split(";")[0], "application/problem+json")
            problem = answer.json()
            self.assertEqual(problem["status"], status)
            for member in ("type", "title", "detail", "title_vi", "detail_vi"):
                self.assertTrue(problem.get(member), f"{member} is missing in {problem}")
            self.nothing_was_written()
            return problem

    def nothing_was_written(self):
        self.assertEqual(self.api.digests(), self.before)
        self.assertEqual(self.api.send("GET", "/readyz").status, 200)

    def test_bodies(self):
        buyer = buyer_body("B9")
        cases = [("unknown member", {**buyer, "colour": "red"}, "colour"),
                 ("text where a number is", {**buyer, "outlets": "six"}, "outlets"),
                 ("number where text is", {**buyer, "code": 7}, "code"),
                 ("negative number", {**buyer, "outlets": -1}, "outlets"),
                 ("fraction", {**buyer, "outlets": 1.5}, "outlets"),
                 ("number too large", {**buyer, "outlets": 2**40}, "outlets"),
                 ("null", {**buyer, "code": None}, "code"),
                 ("no such day", {**buyer, "registered_on": "2026-02-30"}, "registered_on")]
        for name, body, member in cases:
            problem = self.expect_problem(name, self.api.post("/buyers", body), 400)
            self.assertIn(member, problem["member"])
            self.assertTrue(problem["accepted"], problem)
        raw = [("empty body", b""), ("list", b"[]"), ("half an object", b'{"code": "B9"'), ("two objects", b"{} {}"),
               ("not UTF-8", b'{"code": "\xff\xfe"}'), ("lone surrogate", b'{"code": "\\ud800"}'),
               ("too deep", b'{"code": ' + b"[" * JSON_TOO_DEEP + b"]" * JSON_TOO_DEEP + b"}")]
        for name, body in raw:
            self.expect_problem(name, self.api.post("/buyers", body), 400)

    def test_ids(self):
        path, good = f"/fairs/{self.fair.fair}/meetings", self.fair.meeting(0, 0, 0, 0)
        flipped = good["buyer"][:-1] + ("0" if good["buyer"][-1] != "0" else "1")
        for name, id in [("unknown id", flipped), ("other organiser's id", self.others_buyer), ("id of another kind", good["exhibitor"]),
                         ("bare number", 1), ("number as text", "1"), ("empty id", "")]:
            self.expect_problem(name, self.api.post(path, {**good, "buyer": id}), 400)
        self.expect_problem("unknown id in the path", self.api.post("/fairs/fai_00000000000000000000000000/meetings", good), 404)
        self.expect_problem("other organiser's path", Api(self.server.port, "other").post(path, good), 404)
        self.expect_problem("read of an unknown id", self.api.send("GET", self.api.own(f"/buyers/{flipped}")), 404)
        self.expect_problem("read of another's buyer", self.api.send("GET", self.api.own(f"/buyers/{self.others_buyer}")), 404)
        self.expect_problem("unknown organiser", Api(self.server.port, "nobody").send("GET", "/api/v1/organisers/nobody/buyers"), 404)
        self.expect_problem("no organiser's name", Api(self.server.port, "UPPER").post("", {"name_vi": "x"}), 404)
        self.expect_problem("unknown command", self.api.post("/commands/scheduling.book_everything", {}), 404)
        self.expect_problem("command of no service", self.api.post("/commands/book_meeting", {}), 404)

    def test_addresses_methods_and_headers(self):
        send = self.api.send
        for method, path in [("PUT", self.api.own("/buyers")), ("DELETE", self.api.own("/buyers")), ("POST", "/api/v1/digests"),
                             ("GET", self.api.own("/commands/scheduling.book_meeting")), ("POST", "/readyz")]:
            answer = send(method, path, b"{}" if method != "GET" else None, {"Idempotency-Key": "k"})
            self.expect_problem(f"{method} {path}", answer, 405)
            self.assertTrue(answer.headers["Allow"])
            self.assertNotIn(method, answer.headers["Allow"])
        for path in ("/api/v1/nothing", "/api/v2/organisers", self.api.own("/buyers/a/b/c")):
            self.expect_problem(f"GET {path}", send("GET", path), 404)
        body = json.dumps(buyer_body("B9")).encode()
        self.expect_problem("no Idempotency-Key", send("POST", self.api.own("/buyers"), body), 400)
        self.expect_problem("empty Idempotency-Key", send("POST", self.api.own("/buyers"), body, {"Idempotency-Key": ""}), 400)
        self.expect_problem("long Idempotency-Key", self.api.post("/buyers", body, "k" * KEY_TOO_LONG), 400)
        for query in ("limit=0", "limit=501", "limit=x", "after=x", f"after={self.fair.fair}"):
            self.expect_problem(query, send("GET", self.api.own(f"/buyers?{query}")), 400)

    def test_a_body_of_two_mebibytes(self):
        """The answer comes before the body has been sent, so it is read from a bare socket."""
        head = f"POST {self.api.own('/buyers')} HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k\r\nContent-Length: {BODY_TOO_LARGE_BYTES}\r\n\r\n"
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=30) as peer:
            peer.sendall(head.encode())
            received = b""
            while piece := peer.recv(65536):
                received += piece
        self.assertTrue(received.startswith(b"HTTP/1.1 413 "), received[:200])
        self.assertIn(b"application/problem+json", received)
        self.nothing_was_written()
        connection_after = Api(self.server.port)
        self.assertEqual(connection_after.send("GET", "/readyz").status, 200)

    def test_noise(self):
        """Bytes that are no HTTP end their own connection and nothing else."""
        for noise in (b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"\x00" * 4096, b"A" * 70000):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=30) as peer:
                try:
                    peer.sendall(noise)
                    peer.shutdown(socket.SHUT_WR)
                    while peer.recv(65536):
                        pass
                except OSError:
                    pass  # cut off, which is an answer too
            self.nothing_was_written()


if __name__ == "__main__":
    main()
