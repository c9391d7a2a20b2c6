"""The same fair on four programs and a real broker: the same figures, killed and doubled deciders, and a feed people can read."""

import json
import shutil
import sys

import sample
from api import Api
from broker import PARTITIONS, Broker, Cluster, why_no_broker
from hoicho import EndToEnd, Paths, Program, Server, main, run, skip_loudly, wait_until
from programme_rules import broken_rules

KILL_AFTER = 200  # entries: in the middle of the drive
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
        self.fair = sample.copy_sample(self.folder)

    def test_a_fair_on_four_programs(self):
        figures, digests = self.fair_of_one_process()
        cluster = Cluster(self.folder, self.broker)
        self.moved_fair_is_the_same(cluster, figures, digests)
        self.kill_scheduling_in_a_drive(cluster, "killed")
        self.assertEqual(self.checked_figures(cluster, "killed"), figures)
        self.feed_is_for_people()
        self.two_deciders_of_the_same_partitions(cluster, "twins")
        cluster.stop_deciders()
        verified = cluster.verify()
        wait_until(lambda: Api(cluster.port).digests() == verified, "the gateway at the digests of hoicho verify")
        cluster.stop("gateway")

    def fair_of_one_process(self):
        """The sample on the embedded log, then its commands and the gateway's key copied to the cluster; its figures and digests."""
        home = self.folder / "one"
        home.mkdir()
        server = Server(home, PARTITIONS).start()
        sample.drive(server.url, self.fair)
        figures = self.checked_figures(server, sample.ORGANISER)
        server.stop()
        digests = server.verify()
        run(Paths.bin / "hoicho", "log", "copy", "--data", server.data, "--bootstrap", self.broker.bootstrap, "--partitions", PARTITIONS)
        shutil.copytree(server.data / "gateway", self.folder / "gateway")
        return figures, digests

    def checked_figures(self, server, organiser):
        """Figures of a fair that breaks no rule, without what depends on the gateway's key."""
        api = Api(server.port, organiser)
        summary = sample.check_figures(self, api, self.fair)
        self.assertEqual(broken_rules(api, summary["fair"]), [])
        programme = {name: value for name, value in summary.pop("programme").items() if name != "id"}
        return {name: value for name, value in summary.items() if name not in ("fair", "first_reasons")} | programme

    def moved_fair_is_the_same(self, cluster, figures, digests):
        """The same commands give the same decisions: every state has the digest it had on the embedded log."""
        wait_until(lambda: Api(cluster.port).digests() == digests, f"digests {digests}")
        self.assertEqual(self.checked_figures(cluster, sample.ORGANISER), figures)
        sample.drive(cluster.url, self.fair)  # its keys are known: nothing is asked twice
        self.assertEqual(self.checked_figures(cluster, sample.ORGANISER), figures)
        self.assertEqual(Api(cluster.port).digests(), digests)
        cluster.stop("scheduling")
        cluster.start("scheduling")  # with effects, for the fairs to come

    def kill_scheduling_in_a_drive(self, cluster, organiser):
        api = Api(cluster.port)
        kill_at = api.positions_sum() + KILL_AFTER
        driver = Program(sample.drive_command(cluster.url, self.fair, organiser=organiser), self.folder / "drive.log")
        wait_until(lambda: api.positions_sum() >= kill_at or not driver.alive(), f"position {kill_at}", between=0.002)
        self.assertTrue(driver.alive(), driver.tail())
        cluster.kill("scheduling")
        cluster.start("scheduling")
        wait_until(lambda: not driver.alive(), "the end of the drive", seconds=300)
        self.assertEqual(driver.process.returncode, 0, driver.tail())

    def feed_is_for_people(self):
        """hoicho.scheduling.events as kcat shows it: CloudEvents headers, JSON with names, no event twice under another id."""
        if not shutil.which("kcat"):
            return skip_loudly("events feed", "there is no kcat")
        records = wait_until(self.records_with_the_programme, "the published programme in the feed")
        payloads = {}
        for record in records:
            headers = headers_of(record)
            self.assertLessEqual(CLOUD_EVENT_HEADERS, headers.keys())
            self.assertEqual((headers["ce_specversion"], headers["content-type"]), ("1.0", "application/json"))
            self.assertIn(headers["ce_subject"], (sample.ORGANISER, "killed"))
            self.assertTrue(headers["ce_type"].startswith("hoicho.scheduling.v1."), headers)
            self.assertIsInstance(json.loads(record["payload"]), dict)
            self.assertEqual(payloads.setdefault(headers["ce_id"], record["payload"]), record["payload"], "an id stands for two events")
        print(f"{len(records)} records of {len(payloads)} events, {len({headers_of(record)['ce_type'] for record in records})} kinds", file=sys.stderr)

    def records_with_the_programme(self):
        shown = run("kcat", "-b", self.broker.bootstrap, "-C", "-t", "hoicho.scheduling.events", "-e", "-q", "-J")
        records = [json.loads(line) for line in shown.stdout.splitlines()]
        return records if any(headers_of(record)["ce_type"] == PUBLISHED for record in records) else None

    def two_deciders_of_the_same_partitions(self, cluster, organiser):
        """A second process that believes the partitions are its own: both decide, the chain lets each decision stand once."""
        cluster.start("scheduling", "scheduling-twin")
        sample.drive(cluster.url, self.fair, organiser=organiser)
        self.checked_figures(cluster, organiser)


if __name__ == "__main__":
    main(why_no_broker)
