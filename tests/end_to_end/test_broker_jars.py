"""scripts/broker fetches its jars once, however many ask at the same time, and never takes a fetch that was cut short for a whole one."""

import os
import pathlib
import signal
import subprocess

from hoicho import COMMAND_SECONDS_MAX, EndToEnd, Paths, main, wait_until

# Stands where Maven would on the path: like Maven it takes a while, lets a half-written file be seen, and fails when two fill one repository.
SLOW_MAVEN = """#!/bin/bash
for word; do case $word in -DoutputDirectory=*) out=${word#*=} ;; esac; done
mkdir "$HOME/.m2/busy" || { echo "two at once"; exit 1; }
echo run >>"$HOME/runs"
printf half >"$out/one.jar"
sleep "${MAVEN_SECONDS:-0.5}"
printf whole >"$out/one.jar"
rmdir "$HOME/.m2/busy"
"""
ASKING = 4


class BrokerJars(EndToEnd):
    def setUp(self):
        super().setUp()
        self.jars = self.folder / "jars"
        tools = self.folder / "tools"
        tools.mkdir()
        for name, text in (("mvn", SLOW_MAVEN), ("java", "#!/bin/sh\n")):
            (tools / name).write_text(text, encoding="utf-8")
            (tools / name).chmod(0o755)
        self.told = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(self.folder), "HOICHO_KAFKA_JARS": str(self.jars)}

    def fetch(self, **told):
        return subprocess.Popen([Paths.source / "scripts/broker", "fetch"], env=self.told | told, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)

    def finish(self, fetching):
        shown, _ = fetching.communicate(timeout=COMMAND_SECONDS_MAX)
        self.assertEqual(fetching.returncode, 0, shown)

    def files(self):
        return sorted(path.name for path in pathlib.Path(self.jars).iterdir())

    def test_many_at_once_fetch_once(self):
        for fetching in [self.fetch() for _ in range(ASKING)]:
            self.finish(fetching)
        self.assertEqual((self.folder / "runs").read_text(encoding="utf-8"), "run\n")
        self.assertEqual(self.files(), [".complete", "one.jar"])

    def test_a_fetch_cut_short_is_fetched_again(self):
        cut = self.fetch(MAVEN_SECONDS="600")
        wait_until(lambda: list(self.jars.glob(".fetching.*/one.jar")), "a half-written jar")
        os.killpg(cut.pid, signal.SIGKILL)
        cut.communicate(timeout=COMMAND_SECONDS_MAX)
        self.assertFalse((self.jars / "one.jar").exists())
        (self.folder / ".m2/busy").rmdir()
        self.finish(self.fetch())
        self.assertEqual((self.jars / "one.jar").read_text(encoding="utf-8"), "whole")


if __name__ == "__main__":
    main()
