"""What a change did to the results: this checkout against another one.

    python tools/results/compare.py FOLDER

FOLDER is a checkout of the state before (`git worktree add FOLDER main`). Both are run with this
Python; what differs is printed. Ends with 1 where a bead or a finding differs, or a confidence
by more than rounding does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_RECORD = Path(__file__).with_name("record.py")

ROUNDING = 1e-4
"""Sums of 32-bit numbers in another order move a confidence by a few millionths."""


def main(folder: str) -> int:
    """Print the differences; the exit code."""
    before, now = (_run(place) for place in (Path(folder), _RECORD.parents[2]))
    found = list(differences(before, now))
    for line in found:
        print(line)
    print(f"{len(found)} differences in {len(now)} texts")
    return bool(found)


def _run(checkout: Path) -> Any:
    environment = {**os.environ, "PYTHONPATH": str(checkout.resolve())}
    # This very script for both; the texts are those beside it.
    answer = subprocess.run(
        [sys.executable, "-P", str(_RECORD)], env=environment, capture_output=True, check=True
    )
    return json.loads(answer.stdout)


def differences(before: Any, now: Any, where: str = "") -> Iterator[str]:
    """A line for each place where two records say different things."""
    if isinstance(before, dict) and isinstance(now, dict) and before.keys() == now.keys():
        for key in before:
            yield from differences(before[key], now[key], f"{where}/{key}")
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for number, pair in enumerate(zip(before, now, strict=True)):
            yield from differences(*pair, f"{where}/{number}")
    elif isinstance(before, float) and isinstance(now, float):
        if abs(before - now) > ROUNDING:
            yield f"{where}: {before} -> {now}"
    elif before != now:
        yield f"{where}: {before} -> {now}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
