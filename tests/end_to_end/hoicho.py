"""Starts and ends the programs: on free ports, in temporary folders, each ended by its own process id whatever happens."""

import argparse
import atexit
import ctypes
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

READY_SECONDS_MAX = 120
STOP_SECONDS_MAX = 60
COMMAND_SECONDS_MAX = 300
EXIT_SKIPPED = 77  # as CMakeLists.txt tells ctest
PDEATHSIG = 1  # prctl: the kernel ends a program whose test was killed

_libc = ctypes.CDLL(None, use_errno=True)
_running = []


class Paths:
    """Filled from the command line by main()."""
    bin = pathlib.Path()
    source = pathlib.Path()


def skip_loudly(name, why):
    """Says by name which check did not run, where ctest keeps it."""
    print(f"SKIPPED {name}: {why}", file=sys.stderr, flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(holds, what, seconds=READY_SECONDS_MAX, between=0.05):
    """Asks again until `holds()` is true; the time is generous, never part of what is tested."""
    end = time.monotonic() + seconds
    while True:
        value = holds()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain for {what}")
        time.sleep(between)


class Program:
    """One process of ours, with its output in a file."""

    def __init__(self, arguments, log):
        self.log = pathlib.Path(log)
        with open(self.log, "ab") as out:
            self.process = subprocess.Popen([str(part) for part in arguments], stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                            preexec_fn=lambda: _libc.prctl(PDEATHSIG, signal.SIGKILL))
        _running.append(self)

    def alive(self):
        return self.process.poll() is None

    def kill(self):
        """kill -9: nothing is said goodbye to."""
        if self.alive():
            self.process.kill()
        self.process.wait()

    def stop(self):
        """Asks it to end and returns its exit code."""
        if self.alive():
            self.process.terminate()
        try:
            return self.process.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"{self.process.args[0]} did not end within {STOP_SECONDS_MAX} s; log:\n{self.tail()}")

    def tail(self, lines=30):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def rss_bytes(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise AssertionError("no VmRSS: the program ended")


@atexit.register
def _end_all():
    for program in _running:
        program.kill()


def run(*arguments, seconds=COMMAND_SECONDS_MAX, check=True, env=None):
    """A command to its end. Returns the finished process with text in stdout and stderr."""
    done = subprocess.run([str(part) for part in arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds, env=env,
                          preexec_fn=lambda: _libc.prctl(PDEATHSIG, signal.SIGKILL))
    if check and done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, arguments))} ended with {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done


class Server:
    """hoicho serve: everything in one process. Its port and data stay the same over restarts."""

    def __init__(self, folder, partitions=4):
        self.data = pathlib.Path(folder) / "data"
        self.partitions = partitions
        self.port = free_port()
        self.program = None

    def start(self):
        from api import Api
        self.program = Program([Paths.bin / "hoicho", "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}", "--partitions", self.partitions],
                               self.data.parent / "serve.log")
        wait_ready(Api(self.port), [self.program])
        return self

    def stop(self):
        code = self.program.stop()
        if code != 0:
            raise AssertionError(f"hoicho serve ended with {code}\n{self.program.tail()}")

    def kill(self):
        self.program.kill()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def verify(self):
        return verified(run(Paths.bin / "hoicho", "verify", "--data", self.data, "--partitions", self.partitions))


def wait_ready(api, programs):
    def ready():
        for program in programs:
            if not program.alive():
                raise AssertionError(f"{program.process.args[0]} ended with {program.process.returncode}:\n{program.tail()}")
        answer = api.try_get("/readyz")
        return answer is not None and answer.status == 200
    wait_until(ready, "/readyz; log:\n" + programs[0].tail() if programs else "/readyz")


def verified(done):
    """Lines of hoicho verify as {(service, partition): (position, digest)}; its last word must be sound."""
    lines = done.stdout.splitlines()
    assert lines and lines[-1] == "sound", done.stdout
    out = {}
    for line in lines[:-1]:
        place, _, figures = line.partition(": ")
        service, _, partition = place.partition("/")
        named = dict(part.split("=", 1) for part in figures.split() if "=" in part)
        out[service, int(partition)] = (named["n"], named["digest"])
    return out


class EndToEnd(unittest.TestCase):
    """A test with a folder of its own, kept when it fails and HOICHO_KEEP is set."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hoicho-e2e-"))
        if not os.environ.get("HOICHO_KEEP"):
            self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.addCleanup(_end_all)


def main(why_skipped=lambda: ""):
    """Runs the tests of the module that was started; `why_skipped()` is asked first and may say why none can run here."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--source", type=pathlib.Path, required=True)
    given, rest = parser.parse_known_args()
    Paths.bin, Paths.source = given.bin.resolve(), given.source.resolve()
    if why := why_skipped():
        skip_loudly(pathlib.Path(sys.argv[0]).stem, why)
        sys.exit(EXIT_SKIPPED)
    unittest.main(module="__main__", argv=[sys.argv[0], *rest], verbosity=2, warnings="ignore")  # connections end with the test
