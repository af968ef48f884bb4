"""What the slowest process of each stage of an analysis takes, by the processor.

On a machine that others use as well the clock says little, and the sum of all processor time does
not tell what waits for what. The longest way does: what the program itself does between the
stages, and of each stage the process with most to do. Run with the folder of a checkout before it,
it measures that one:

    python tests/benchmarks/longest_way.py SOURCE TRANSLATION... [--of FOLDER]

The texts are `LANGUAGE.txt` or `NAME.LANGUAGE.txt`.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve()


def timed(
    call: Callable[..., Any], *, within: Callable[[float], None], cancelled: Callable[[], bool]
) -> tuple[Any, float]:
    """The result of a call and the processor time that it took."""
    began = time.thread_time()
    result = call(within=within, cancelled=cancelled)
    return result, time.thread_time() - began


def main(arguments: Sequence[str]) -> None:
    """Print the seconds of each stage by process, of the rest, and of the longest way."""
    files = [Path(one) for one in arguments if not one.startswith("--")]
    folder = _HERE.parents[2]
    if "--of" in arguments:
        folder = files.pop().resolve()
    sys.path.insert(0, str(folder))
    os.environ["PYTHONPATH"] = os.pathsep.join([str(folder), str(_HERE.parent)])
    from dataclasses import replace

    import longest_way

    from reviewer import formats
    from reviewer.analysis import analyse
    from reviewer.processes import Processes, look_for_garbage_seldom

    stages: list[list[float]] = []
    run = Processes.run

    def measured(self: Processes, calls: Any, *, lanes: Any = None, **more: Any) -> Any:
        found = run(self, [partial(longest_way.timed, one) for one in calls], lanes=lanes, **more)
        own = [0.0] * self.count
        for lane, (_, seconds) in zip(lanes or range(len(calls)), found, strict=True):
            own[lane % self.count] += seconds
        stages.append(own)
        return [result for result, _ in found]

    Processes.run = measured  # type: ignore[method-assign]
    look_for_garbage_seldom()
    began = time.thread_time()
    documents = [
        replace(formats.read(file), language=file.stem.rpartition(".")[2]) for file in files
    ]
    found = analyse(documents[0], documents[1:], takes_part=True)
    rest = time.thread_time() - began - sum(own[0] for own in stages)
    told = [(one.beads, one.findings, one.likeness) for one in found.translations]
    for own in stages:
        print("a stage, by process:", *(f"{seconds:.2f}" for seconds in own))
    print(f"the rest: {rest:.2f}; the longest way: {rest + sum(map(max, stages)):.2f}")
    print("the result:", hashlib.sha256(repr(told).encode()).hexdigest()[:16])


if __name__ == "__main__":
    main(sys.argv[1:])
