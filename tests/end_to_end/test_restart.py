"""The server is killed again and again in the middle of a fair; nothing is lost, nothing comes twice."""

import os
import random

import sample
from api import Api
from hoicho import EndToEnd, Paths, Program, Server, main, run, wait_until
from programme_rules import broken_rules
from small_fair import buyer_body, organiser_body

SEED = int(os.environ.get("HOICHO_SEED", "20"))
KILLS = 4
ENTRIES_OF_A_DRIVE = 440  # nearly all of the small sample's commands: a kill must fall into the drive

# What another organiser asked before the first kill: taken, refused, and with personal texts that are sealed.
ASKED_BEFORE = [("", organiser_body("Đã hỏi trước")),
                ("/buyers", {**buyer_body("B1"), "phone": "0301234567"}),
                ("/exhibitors", {"code": "H1", "subject_type": "HOUSEHOLD", "household_name": "Hộ Ví dụ", "province_code": "01", "address": "Thôn 1"}),
                ("", organiser_body("Lần thứ hai")),
                ("/commands/scheduling.expire_requests", {})]


def ask_all(api):
    """(status, body) of each, under keys that stay the same."""
    answers = [api.post(path, body, f"before {at}") for at, (path, body) in enumerate(ASKED_BEFORE)]
    return [(answer.status, answer.body) for answer in answers]


class AFolderWithoutALog(EndToEnd):
    def test_verify_calls_nothing_sound_that_is_not_there(self):
        done = run(Paths.bin / "hoicho", "verify", "--data", self.folder, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertNotIn("sound", done.stdout)
        self.assertIn(f"no log in {self.folder}/log", done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [], "and it made none")


class Restart(EndToEnd):
    def test_kill_9_in_the_middle_of_a_drive(self):
        print(f"HOICHO_SEED={SEED}", flush=True)
        fair = sample.copy_sample(self.folder)
        server = Server(self.folder).start()
        api, asker = Api(server.port, sample.ORGANISER), Api(server.port, "before")
        answers = ask_all(asker)
        self.assertEqual([status for status, _ in answers[:4]], [200, 201, 201, 409], answers)
        for number, kill_at in enumerate(sorted(random.Random(SEED).sample(range(10, ENTRIES_OF_A_DRIVE), KILLS))):
            self.kill_at(server, api, sample.drive_command(server.url, fair), number, kill_at)
            self.assertEqual(ask_all(asker), answers)
        sample.drive(server.url, fair)
        sample.drive(server.url, fair)  # once more changes nothing
        self.everything_came_once(api, fair)
        self.assertEqual(ask_all(asker), answers)
        digests = api.digests_at_rest()
        server.stop()
        self.assertEqual(server.verify(), digests)

    def kill_at(self, server, api, drive, number, position):
        """Drives until the journals hold that many entries, kills the server under the driver and starts it again."""
        driver = Program(drive, self.folder / f"drive{number}.log")
        wait_until(lambda: api.positions_sum() >= position or not driver.alive(), f"position {position}", between=0.002)
        self.assertTrue(driver.alive(), f"the drive ended before position {position}:\n{driver.tail()}")
        server.kill()
        driver.kill()
        server.start()
        self.assertGreaterEqual(api.positions_sum(), position)  # what was shown to a client is still there

    def everything_came_once(self, api, fair):
        summary = sample.check_figures(self, api, fair)
        self.assertEqual(broken_rules(api, summary["fair"]), [])
        for name in ("exhibitors", "products", "certificates", "buyers", "demands", "representatives"):
            self.assertEqual(len(api.all("/" + name)), len(sample.rows(fair, name)), name)
        self.assertEqual(len(api.all("/fairs")), 1)


if __name__ == "__main__":
    main()
