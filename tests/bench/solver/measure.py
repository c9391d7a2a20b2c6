"""Runs programs and measures what they cost: processor seconds of the whole process, never the clock on the wall."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile


class Run:
    """A finished program."""

    def __init__(self, arguments, cwd=None):
        self.arguments = [str(part) for part in arguments]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(self.arguments, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=cwd)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = self.status = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            self.stdout, self.stderr = out.read().decode(errors="replace"), err.read().decode(errors="replace")
        self.cpu_s = usage.ru_utime + usage.ru_stime
        self.rss_mb = usage.ru_maxrss / 1024

    def lines(self):
        return [json.loads(line) for line in self.stdout.splitlines() if line.startswith("{")]

    def event(self, name):
        return next((line for line in reversed(self.lines()) if line.get("event") == name), None)

    def or_fail(self):
        if self.status != 0:
            sys.exit(f"{' '.join(self.arguments)} ended with {self.status}\n{self.stdout[-2000:]}{self.stderr[-2000:]}")
        return self


class Place:
    """Where things are: the program, the instances with their tools, a folder for what is made on the way."""

    def __init__(self, hoicho, instances, work):
        self.hoicho, self.instances, self.work = (pathlib.Path(path).resolve() for path in (hoicho, instances, work))
        self.work.mkdir(parents=True, exist_ok=True)
        self.cpsat_python = None

    def tool(self, name, *arguments, python=sys.executable):
        return Run([python, "-B", self.instances / name, *arguments], cwd=self.instances)

    def judge(self, instance, programme, previous=None):
        """The referee's figures; its verdict `valid` is part of them."""
        with_previous = ["--previous", previous] if previous else []
        judged = self.tool("check_programme.py", instance, programme, *with_previous, "--json")
        return json.loads(judged.stdout) if judged.stdout.startswith("{") else {"valid": False, "score": None, "rules_broken": {"malformed": 1}}

    def judge_floor(self, floor, allocation):
        judged = self.tool("booths.py", "check", floor, allocation, "--json")
        return json.loads(judged.stdout) if judged.stdout.startswith("{") else {"valid": False, "score": None}

    def solve(self, instance, out, seconds=None, steps=None, previous=None, more=()):
        effort = ["--steps", steps] if steps else ["--time-s", seconds, "--clock", "cpu"]
        with_previous = ["--previous", previous] if previous else []
        return Run([self.hoicho, "programme", "solve", instance, "--out", out, "--json", *effort, *with_previous, *more])

    def synthetic(self, name):
        """A synthetic fair, stored or made (and checked) by the suite's own generator."""
        stored = self.instances / "synthetic" / f"{name}.json"
        if stored.exists():
            return stored
        made = self.work / f"{name}.json"
        if not made.exists():
            self.tool("make_suite.py", self.work, name).or_fail()
        return made

    def make_cpsat(self):
        """A Python of our own with OR-Tools, made on first use."""
        venv = self.work / "cpsat-venv"
        if not (venv / "bin" / "python").exists():
            Run([sys.executable, "-m", "venv", venv]).or_fail()
            Run([venv / "bin" / "pip", "install", "--quiet", "ortools"]).or_fail()
        self.cpsat_python = venv / "bin" / "python"

    def cpsat(self, instance, out, seconds, previous=None, tool="baseline_cpsat.py"):
        """CP-SAT's own JSON line, or None where it was not asked for or found nothing."""
        if self.cpsat_python is None:
            return None
        with_previous = ["--previous", previous] if previous else []
        done = self.tool(tool, instance, out, "--time-s", seconds, "--workers", 2, *with_previous, python=self.cpsat_python)
        return done.lines()[-1] if done.status == 0 and done.lines() else {"status": "none", "score": None, "bound": None}


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None


def shown(value, digits=0):
    """A number as the table writes it; an unknown one is a dash."""
    return "–" if value is None else f"{value:,.{digits}f}"
