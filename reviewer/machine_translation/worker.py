"""The process that the engine runs in: a crash in it ends nothing else, and its memory goes
back to the system when it ends.

Lines of JSON come on the standard input, others go out on what was the standard output:
    {"job": 1, "do": "open", "folder": F}
    {"job": 2, "do": "translate", "folder": F, "texts": [...], "first": [...], "beam": 2}
    {"job": 3, "do": "encode", "folder": F, "texts": [...]}
    {"cancel": 2}
    -> {"job": 2, "results": [[index, text], ...]}    any number of them (of "encode": the
                                                       vector in Base64)
    -> {"job": 2, "end": "done" | "cancelled" | "failed" | "incomplete", "detail": "..."}
A part of the program that cannot be imported ends a job as "incomplete": it is not the package's
fault.
The process ends when its input does, and when nothing was asked of it for a while.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn

from reviewer.machine_translation.errors import Cancelled
from reviewer.processes import be_a_helper

if TYPE_CHECKING:
    from reviewer.machine_translation.encoder_engine import EncoderEngine
    from reviewer.machine_translation.engine import Engine

IDLE = 180.0
"""Seconds without a job after which the process ends to give its memory back."""


def main() -> NoReturn:
    """Answer jobs until the input ends, and then end the process."""
    outgoing = _take_over_output()
    be_a_helper()
    jobs: queue.Queue[dict[str, Any]] = queue.Queue()
    cancelled: set[int] = set()
    threading.Thread(target=_listen, args=(jobs, cancelled), daemon=True).start()
    while True:
        try:
            job = jobs.get(timeout=IDLE)
        except queue.Empty:
            os._exit(0)
        _do(job, cancelled, outgoing)


@cache
def _engine() -> Engine:
    # Imported in a job, so that what is missing is told.
    from reviewer.machine_translation.engine import Engine

    return Engine()


@cache
def _encoders() -> EncoderEngine:
    from reviewer.machine_translation.encoder_engine import EncoderEngine

    return EncoderEngine()


def _do(job: dict[str, Any], cancelled: set[int], outgoing: IO[str]) -> None:
    number = job["job"]

    def say(**answer: object) -> None:
        outgoing.write(json.dumps({"job": number, **answer}) + "\n")
        outgoing.flush()

    try:
        folder = Path(job["folder"])
        if job["do"] == "open":
            _engine().open(folder)
        elif job["do"] == "encode":
            for results in _encoders().encode(
                folder, job["texts"], cancelled=lambda: number in cancelled
            ):
                say(results=results)
        else:
            for results in _engine().translate(
                folder,
                job["texts"],
                first=job["first"],
                beam=job["beam"],
                cancelled=lambda: number in cancelled,
            ):
                say(results=results)
    except Cancelled:
        say(end="cancelled")
    except ImportError as error:
        say(end="incomplete", detail=str(error))
    except Exception as error:  # whatever the libraries raise is told, not died of
        say(end="failed", detail=str(error) or type(error).__name__)
    else:
        say(end="done")


def _listen(jobs: queue.Queue[dict[str, Any]], cancelled: set[int]) -> None:
    for line in sys.stdin.buffer:
        message = json.loads(line)
        if "cancel" in message:
            cancelled.add(message["cancel"])
        else:
            jobs.put(message)
    os._exit(0)  # who asked is gone: what is being translated is for nobody


def _take_over_output() -> IO[str]:
    # Libraries write to the standard output as they like; the answers must be alone there.
    outgoing = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    return outgoing


if __name__ == "__main__":
    main()
