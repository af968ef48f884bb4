"""What a person waits for: a whole process, by the clock and by the processor."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds on the clock, seconds of processors (its children's too)."""

    wall: float
    busy: float
    megabytes: float


def timed(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run the command; it may end with 1 (findings), and nothing else."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(command, env=_environment(environment), capture_output=True, check=False)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in (0, 1), done.stderr.decode()
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, busy, after.ru_maxrss / 1024)


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    """That of this process, in which the modules are kept compiled: as they are when installed."""
    kept = {name: one for name, one in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **(more or {})}


def said(name: str, runs: Sequence[Run]) -> str:
    """Median and least of the runs."""
    walls = [run.wall for run in runs]
    busy = [run.busy for run in runs]
    return (
        f"{name}: median {statistics.median(walls):.2f} s, least {min(walls):.2f} s; "
        f"processor {statistics.median(busy):.2f} s, least {min(busy):.2f} s"
    )


def machine() -> str:
    """The processor, its cores, and how busy the machine is."""
    name = platform.processor() or platform.machine()
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        named = [line for line in facts.read_text().splitlines() if line.startswith("model name")]
        name = named[0].partition(":")[2].strip() if named else name
    load = "/".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{name}, {os.cpu_count()} cores, load {load}"
