"""A real broker on this machine through scripts/broker, and the four programs on it."""

import os
import pathlib
import shutil

from api import Api
from hoicho import Paths, Program, free_port, run, verified, wait_ready

PARTITIONS = 2
START_SECONDS_MAX = 300  # the first time, the broker's jars are fetched
SERVICES = ("registration", "matching", "scheduling")


def why_no_broker():
    """Nothing when a broker can be had here."""
    if not shutil.which("java"):
        return "there is no java"
    jars = pathlib.Path(os.environ.get("HOICHO_KAFKA_JARS", Paths.source / "build/kafka-jars"))
    if not (jars / ".complete").exists() and not shutil.which("mvn"):
        return f"there is no mvn to fetch the broker's jars into {jars}"
    return "" if os.access(Paths.source / "scripts/broker", os.X_OK) else "there is no scripts/broker"


class Broker:
    """One node with every topic made; ended by scripts/broker, which knows its process id."""

    def __init__(self, folder, partitions=PARTITIONS):
        self.folder = folder
        started = run(self.script, "start", folder, seconds=START_SECONDS_MAX)
        self.bootstrap, pid = started.stdout.split()
        self.pid = int(pid)
        run(self.script, "topics", self.bootstrap, partitions, seconds=START_SECONDS_MAX)

    @property
    def script(self):
        return Paths.source / "scripts/broker"

    def stop(self):
        run(self.script, "stop", self.folder)


class Cluster:
    """hoicho-registration, -matching, -scheduling and -gateway, each a process of its own."""

    def __init__(self, folder, broker):
        """Without effects at first: a copied log brings the solvers' commands along, and they must not be asked for once more."""
        self.folder, self.broker, self.port = folder, broker, free_port()
        self.programs = {}
        for service in SERVICES:
            self.start(service, effects="no")
        self.start_gateway()

    def stop_deciders(self):
        """After this no journal grows any more."""
        for name in sorted(set(self.programs) - {"gateway"}):
            self.stop(name)

    def stop(self, name):
        program = self.programs.pop(name)
        code = program.stop()
        assert code == 0, f"{name} ended with {code}\n{program.tail()}"

    def start(self, service, name=None, effects="yes"):
        """`name` tells a second process of the same service from the first; it has a store of its own."""
        name = name or service
        operator = free_port()
        self.programs[name] = Program([Paths.bin / f"hoicho-{service}", "--bootstrap", self.broker.bootstrap, "--partitions", PARTITIONS,
                                       "--data", self.folder / name, "--operator-port", operator, "--effects", effects], self.folder / f"{name}.log")
        wait_ready(Api(operator), [self.programs[name]])
        return operator

    def start_gateway(self):
        self.programs["gateway"] = Program([Paths.bin / "hoicho-gateway", "--bootstrap", self.broker.bootstrap, "--partitions", PARTITIONS,
                                            "--data", self.folder / "gateway", "--listen", f"127.0.0.1:{self.port}"], self.folder / "gateway.log")
        wait_ready(Api(self.port), [self.programs["gateway"]])

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def kill(self, name):
        self.programs.pop(name).kill()

    def verify(self):
        return verified(run(Paths.bin / "hoicho", "verify", "--bootstrap", self.broker.bootstrap, "--partitions", PARTITIONS))
