"""The HTTP API as a client sees it: one connection per object and thread, answers as they came."""

import http.client
import itertools
import json
import threading
import time
import uuid

TIMEOUT_SECONDS = 60
PAGE_ITEMS = 500
REST_SECONDS = 1
REST_READINGS_MAX = 60


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    def created(self):
        return self.json()["created"][0]["id"]

    def __repr__(self):
        return f"{self.status} {self.body[:600]!r}"


class Api:
    def __init__(self, port, organiser="e2e"):
        self.port, self.organiser = port, organiser
        self._local = threading.local()

    def send(self, method, path, body=None, headers=()):
        """Raises OSError or http.client.HTTPException when there is no whole answer; a dead kept connection is opened anew once."""
        for last in (False, True):
            connection = getattr(self._local, "connection", None)
            fresh = connection is None
            if fresh:
                connection = self._local.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_SECONDS)
            try:
                connection.request(method, path, body=body, headers=dict(headers))
                response = connection.getresponse()
                return Answer(response.status, response.headers, response.read())
            except (OSError, http.client.HTTPException):
                connection.close()
                self._local.connection = None
                if fresh or last:
                    raise

    def get(self, path):
        answer = self.send("GET", path)
        assert answer.status == 200, f"GET {path}: {answer}"
        return answer.json()

    def try_get(self, path):
        try:
            return self.send("GET", path)
        except (OSError, http.client.HTTPException):
            return None

    def own(self, path):
        return f"/api/v1/organisers/{self.organiser}{path}"

    def read(self, path):
        return self.get(self.own(path))

    def all(self, path):
        """Every item of a list, page after page."""
        items, after = [], ""
        while True:
            page = self.read(f"{path}?limit={PAGE_ITEMS}{after}")
            items += page["items"]
            if "next" not in page:
                return items
            after = f"&after={page['next']}"

    def post(self, path, body, key=None):
        """A command; `body` is bytes, or anything that is written as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.send("POST", self.own(path), content, {"Content-Type": "application/json", "Idempotency-Key": key or uuid.uuid4().hex})

    def make(self, path, body, key=None):
        """A command that must be taken; returns the id of what it created, or nothing."""
        answer = self.post(path, body, key)
        assert answer.status in (200, 201), f"POST {path} {body}: {answer}"
        return answer.created() if answer.status == 201 else None

    def digests(self):
        """{(service, partition): (position, digest)} as the gateway has folded them."""
        items = self.get("/api/v1/digests")["items"]
        return {(item["service"], item["partition"]): (item["position"], item["digest"]) for item in items}

    def digests_at_rest(self):
        """After a restart the solver may be asked once more and refused: its command comes by itself, so two equal readings are waited for."""
        before = self.digests()
        for _ in range(REST_READINGS_MAX):
            time.sleep(REST_SECONDS)
            now = self.digests()
            if now == before:
                return now
            before = now
        raise AssertionError("the journals never came to rest")

    def positions_sum(self):
        return sum(int(position) for position, _ in self.digests().values())


def in_parallel(threads, call, items):
    """call(item) for every item on that many threads; results in the order of the items, and the first trouble raised."""
    items = list(items)
    results, troubles, counter = [None] * len(items), [], itertools.count()

    def work():
        for index in iter(lambda: next(counter), None):
            if index >= len(items) or troubles:
                return
            try:
                results[index] = call(items[index])
            except BaseException as trouble:
                troubles.append(trouble)

    running = [threading.Thread(target=work) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    if troubles:
        raise troubles[0]
    return results
