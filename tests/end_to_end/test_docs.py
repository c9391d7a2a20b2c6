"""What the pages tell people to type is typed: README.md on a server, docs/solver.md on files. A page's paths have to be there."""

import json
import os
import re
import shutil
import subprocess
import sys

from hoicho import COMMAND_SECONDS_MAX, EndToEnd, Paths, Server, main
from test_programme_command import fair, floor

PAGES = ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/protocol.md", "docs/solver.md", "docs/ranking.md", "docs/matching.md", "docs/benchmarks.md")
REPOSITORY_FOLDERS = ("services", "proto", "tests", "deploy", "scripts", "docs")
MADE_UP = ("/X/", "change_price")  # stand for any service, and for what the first exercise makes
QUICK = {"--time-s 60": "--time-s 0.3", "--steps 5000000": "--steps 5000"}  # the page's budgets are for real fairs


def text_of(page):
    return (Paths.source / page).read_text(encoding="utf-8")


def commands_of(page, *first_words):
    """Lines set as code that begin with one of the words, continued ones joined, without what is optional and without remarks."""
    joined = re.sub(r"\\\n\s+", "", text_of(page))
    fenced = "\n".join(re.findall(r"```\n(.*?)```", joined, re.S))
    indented = "\n".join(line for line in joined.splitlines() if line.startswith("    "))
    for line in (fenced + "\n" + indented).splitlines():
        command = re.sub(r"\[[^]]*\]|\s#\s.*", "", line).strip()
        if command.split(" ")[0] in first_words:
            yield command


class Docs(EndToEnd):
    def typed(self, command, folder):
        """Runs a line as a shell does, with our programs on the path."""
        paths = os.environ | {"PATH": f"{Paths.bin}:{Paths.source}:{os.environ['PATH']}"}
        done = subprocess.run(["bash", "-ec", command], cwd=folder, env=paths, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=COMMAND_SECONDS_MAX)
        self.assertEqual(done.returncode, 0, f"{command}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def test_readme_on_a_server(self):
        server = Server(self.folder).start()
        typed = []
        for command in commands_of("README.md", "build/release/bin/hoicho", "curl"):
            if " serve " in command:
                continue  # it runs already, on a free port
            command = command.replace("build/release/bin/", f"{Paths.bin}/").replace("http://127.0.0.1:8080", server.url)
            answer = self.typed(command, Paths.source)
            typed.append(command)
            if command.startswith("curl"):
                self.assertNotIn("problem", answer)
                self.assertIsInstance(json.loads(answer), (dict, list))
        self.assertGreaterEqual(len(typed), 3, typed)
        server.stop()

    def test_solver_page_on_files(self):
        (self.folder / "scripts").symlink_to(Paths.source / "scripts")
        for name, content in (("FAIR", fair()), ("NOW", fair()), ("FLOOR", floor())):
            (self.folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
        typed = list(commands_of("docs/solver.md", "hoicho", "scripts/verify-draw"))
        self.assertGreaterEqual(len(typed), 12, typed)
        for command in typed:
            for real, quick in QUICK.items():
                command = command.replace(real, quick)
            if re.match(r"hoicho (programme solve|floor allocate)(?!.*--(time-s|steps|mode))", command):
                command += " --time-s 0.5"
            self.typed(command, self.folder)
            if not (self.folder / "IN_FORCE.json").exists():
                shutil.copy(self.folder / "PROGRAMME.json", self.folder / "IN_FORCE.json")
        snippet = re.search(r"```python\n(.*?)```", text_of("docs/solver.md"), re.S)[1]
        subprocess.run([sys.executable, "-c", snippet, "FLOOR.json", "DRAW.json"], cwd=self.folder, check=True)

    def test_paths_that_pages_name_are_there(self):
        missing = []
        for page in PAGES:
            for path in re.findall(r"`((?:%s)/[\w./-]*)`" % "|".join(REPOSITORY_FOLDERS), text_of(page)):
                if not (Paths.source / path).exists() and not any(part in path for part in MADE_UP):
                    missing.append(f"{page}: {path}")
        self.assertEqual(missing, [])


if __name__ == "__main__":
    main()
