"""The rooms of a build and what their layers may see, read from rooms.txt and from scripts/cmake/Hoicho.cmake."""

import re
from dataclasses import dataclass
from pathlib import Path

SOURCE_SUFFIXES = {".h", ".cc", ".inc"}


@dataclass(frozen=True)
class Room:
    name: str
    directory: str  # below the project, e.g. services/kernel
    layer: str
    depends: tuple

    @property
    def family(self):
        """The service, or kernel, runtime, tests: the same word as in Hoicho.cmake."""
        return self.directory.removeprefix("services/").split("/")[0]


class House:
    def __init__(self, source, rooms_file):
        self.source = Path(source)
        self.rooms = [read_room(line) for line in Path(rooms_file).read_text().splitlines() if line]
        cmake = (self.source / "scripts/cmake/Hoicho.cmake").read_text()
        self.may = {layer: set(seen.split()) for layer, seen in re.findall(r'set\(HOICHO_MAY_(\w+)\s+([^)]*)\)', cmake)}
        self.joiners = set(re.search(r"set\(HOICHO_JOINERS ([^)]*)\)", cmake).group(1).split())
        self._by_directory = {}
        for room in self.rooms:
            self._by_directory.setdefault(room.directory, []).append(room)
        self._by_name = {room.name: room for room in self.rooms}

    def room_of(self, path):
        """The room that a file below the project belongs to, or None: a room of the nearest folder that declares one."""
        for folder in Path(path).parents:
            if rooms := self._by_directory.get(folder.as_posix()):
                return choose(rooms, Path(path).relative_to(folder))
        return None

    def reachable(self, room):
        """Names of all rooms that this one, or one declared beside it in the same layer, depends on, also through others."""
        mates = [mate for mate in self._by_directory[room.directory] if mate.layer == room.layer]
        seen, waiting = set(), [mate.name for mate in mates]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += self._by_name[name].depends if name in self._by_name else ()
        return seen

    def files(self):
        """Every source file of every room, with the room."""
        for path in sorted(self.source.glob("services/**/*")) + sorted(self.source.glob("tests/**/*")):
            below = path.relative_to(self.source)
            room = self.room_of(below) if path.suffix in SOURCE_SUFFIXES else None
            if room:
                yield below.as_posix(), room


def read_room(line):
    name, directory, layer, depends, _uses = line.split("|")
    return Room(name, directory, layer, tuple(filter(None, depends.split(","))))


def choose(rooms, below):
    """Of several rooms declared in one folder: by the subfolder domain/ or service/, then by the last subfolder's name."""
    folders = below.parts[:-1]
    layer = folders[0] if folders else "program" if below.name == "main.cc" else ""
    fitting = [room for room in rooms if room.layer == layer] or [room for room in rooms if room.layer != "program"] or rooms
    named = [room for room in fitting if folders and room.name.endswith(f"_{folders[-1]}")]
    return (named or fitting)[0]
