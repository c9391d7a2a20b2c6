"""Tiny projects with one arrow each, configured with the real Hoicho.cmake."""

import subprocess
import tempfile
from pathlib import Path

HEAD = """cmake_minimum_required(VERSION 3.25)
project(planted LANGUAGES NONE)
add_library(hoicho_warnings INTERFACE)
add_library(Boost::headers INTERFACE IMPORTED)
set(HOICHO_LIB_boost Boost::headers)
set(HOICHO_LIB_rocksdb Boost::headers)
include({hoicho})
"""


def library(name, layer, depends="", uses=""):
    return f"hoicho_library({name} LAYER {layer} DEPENDS {depends} USES {uses})\n"


# name: (rooms in order, the message that must be given, or None when the arrow is right)
ARROWS = {
    "right arrows": ({
        "services/kernel": library("kernel", "kernel", uses="boost"),
        "services/runtime/store": library("runtime_store", "runtime", "kernel", "rocksdb"),
        "services/matching/domain": library("matching_domain", "domain", "kernel", "boost"),
        "services/matching/domain/ranking": library("matching_ranking", "domain", "matching_domain"),
        "services/matching/service": library("matching_service", "service", "matching_domain runtime_store"),
        "services/scheduling/domain": library("scheduling_domain", "domain", "kernel"),
        "services/gateway": library("gateway", "service", "matching_domain scheduling_domain runtime_store"),
    }, None),
    "domain on runtime": ({
        "services/runtime/store": library("runtime_store", "runtime"),
        "services/matching/domain": library("matching_domain", "domain", "runtime_store"),
    }, "matching_domain (domain) may not depend on runtime_store (runtime)"),
    "runtime on domain": ({
        "services/matching/domain": library("matching_domain", "domain"),
        "services/runtime/store": library("runtime_store", "runtime", "matching_domain"),
    }, "runtime_store (runtime) may not depend on matching_domain (domain)"),
    "one service's domain on another's": ({
        "services/scheduling/domain": library("scheduling_domain", "domain"),
        "services/registration/domain": library("registration_domain", "domain", "scheduling_domain"),
    }, "registration_domain (domain) may not depend on scheduling_domain (domain)"),
    "one service on another": ({
        "services/scheduling/domain": library("scheduling_domain", "domain"),
        "services/registration/service": library("registration_service", "service", "scheduling_domain"),
    }, "services meet in events, not in code"),
    "domain with a database": ({
        "services/matching/domain": library("matching_domain", "domain", uses="rocksdb"),
    }, "matching_domain (domain) may not use rocksdb"),
    "kernel on domain": ({
        "services/matching/domain": library("matching_domain", "domain"),
        "services/kernel": library("kernel", "kernel", "matching_domain"),
    }, "kernel (kernel) may not depend on matching_domain (domain)"),
}


def configure(cmake, source, rooms):
    """(exit status, everything cmake said in one line)"""
    with tempfile.TemporaryDirectory(prefix="hoicho-layers-") as folder:
        root = Path(folder)
        lines = [HEAD.format(hoicho=Path(source) / "scripts/cmake/Hoicho.cmake")]
        for directory, text in rooms.items():
            (root / directory).mkdir(parents=True)
            (root / directory / "CMakeLists.txt").write_text(text)
            lines.append(f"add_subdirectory({directory})\n")
        (root / "CMakeLists.txt").write_text("".join(lines))
        done = subprocess.run([cmake, "-G", "Ninja", "-S", folder, "-B", f"{folder}/build"], capture_output=True, text=True)
        return done.returncode, " ".join((done.stdout + done.stderr).split())
