"""The same fair on four programs and a real broker: the same figures, killed and doubled deciders, and a feed people can read."""

import json
import shutil
import sys

import sample
from api import Api
from broker import Broker, Cluster, why_no_broker
from hoicho import EndToEnd, Program, Server, main, run, skip_loudly, wait_until
from programme_rules import broken_rules

KILL_AT = 200  # entries: in the middle of the drive
PUBLISHED = "hoicho.scheduling.v1.ProgrammePublished"
CLOUD_EVENT_HEADERS = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject", "content-type"}


def headers_of(record):
    """kcat writes headers as one flat list of names and values."""
    return dict(zip(record["headers"][::2], record["headers"][1::2]))


class Kafka(EndToEnd):
    def setUp(self):
        super().setUp()
        self.broker = Broker(self.folder / "kafka")
        self.addCleanup(self.broker.stop)

    def test_a_fair_on_four_programs(self):
        fair = sample.copy_sample(self.folder)
        cluster = Cluster(self.folder, self.broker)
        api = Api(cluster.port, sample.ORGANISER)
        self.kill_scheduling_in_a_drive(cluster, api, fair)
        sample.drive(cluster.url, fair)
        summary = sample.check_figures(self, api, fair)
        self.assertEqual(broken_rules(api, summary["fair"]), [])
        self.assertEqual(self.figures(summary), self.figures_of_one_process(fair))
        digests = api.digests()
        self.assertEqual(cluster.verify(), digests)
        self.feed_is_for_people()
        self.two_deciders_of_the_same_partitions(cluster, api, fair)
        digests = api.digests()
        cluster.stop()
        self.assertEqual(cluster.verify(), digests)

    def kill_scheduling_in_a_drive(self, cluster, api, fair):
        driver = Program(sample.drive_command(cluster.url, fair), self.folder / "drive.log")
        wait_until(lambda: api.positions_sum() >= KILL_AT or not driver.alive(), f"position {KILL_AT}", between=0.002)
        self.assertTrue(driver.alive(), driver.tail())
        cluster.kill("scheduling")
        cluster.start("scheduling")
        wait_until(lambda: not driver.alive(), "the end of the drive", seconds=300)
        self.assertEqual(driver.process.returncode, 0, driver.tail())

    def figures(self, summary):
        """What does not depend on the key of the gateway."""
        return {name: value for name, value in summary.items() if isinstance(value, int)} | {
            "products_by_rating": summary["products_by_rating"], "status": summary["programme"]["status"], "value": summary["programme"]["value"]}

    def figures_of_one_process(self, fair):
        (self.folder / "one").mkdir()
        server = Server(self.folder / "one", "--partitions", "2").start()
        sample.drive(server.url, fair)
        api = Api(server.port, sample.ORGANISER)
        summary = api.read(f"/fairs/{sample.fair_id(api, fair)}/summary")
        server.stop()
        server.verify()
        return self.figures(summary)

    def feed_is_for_people(self):
        """hoicho.scheduling.events as kcat shows it: CloudEvents headers, JSON with names, no event twice under another id."""
        if not shutil.which("kcat"):
            return skip_loudly("events feed", "there is no kcat")
        records = wait_until(self.records_with_the_programme, "the published programme in the feed")
        payloads = {}
        for record in records:
            headers = headers_of(record)
            self.assertLessEqual(CLOUD_EVENT_HEADERS, headers.keys())
            self.assertEqual((headers["ce_specversion"], headers["content-type"], headers["ce_subject"]), ("1.0", "application/json", sample.ORGANISER))
            self.assertTrue(headers["ce_type"].startswith("hoicho.scheduling.v1."), headers)
            self.assertIsInstance(json.loads(record["payload"]), dict)
            self.assertEqual(payloads.setdefault(headers["ce_id"], record["payload"]), record["payload"], "an id stands for two events")
        print(f"{len(records)} records of {len(payloads)} events, {len({headers_of(record)['ce_type'] for record in records})} kinds", file=sys.stderr)

    def records_with_the_programme(self):
        shown = run("kcat", "-b", self.broker.bootstrap, "-C", "-t", "hoicho.scheduling.events", "-e", "-q", "-J")
        records = [json.loads(line) for line in shown.stdout.splitlines()]
        return records if any(headers_of(record)["ce_type"] == PUBLISHED for record in records) else None

    def two_deciders_of_the_same_partitions(self, cluster, api, fair):
        """A second process that believes the partitions are its own: both decide, the chain lets each decision stand once."""
        cluster.start("scheduling", "scheduling-twin")
        other = Api(cluster.port, "twins")
        sample.drive(cluster.url, fair, organiser="twins")
        sample.check_figures(self, other, fair)
        self.assertEqual(broken_rules(other, sample.fair_id(other, fair)), [])
        sample.check_figures(self, api, fair)


if __name__ == "__main__":
    main(why_no_broker)
