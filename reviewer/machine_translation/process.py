"""The worker process as its parent sees it."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import reviewer
from reviewer.machine_translation import WORKER_ARGUMENT
from reviewer.machine_translation.errors import Cancelled, EngineError, ProgramIncomplete
from reviewer.messages import message
from reviewer.processes import GRACE, POLL

STALL = 120.0
"""Seconds without any answer after which the worker counts as stuck."""

Results = Callable[[list[tuple[int, str]]], None]


class WorkerDied(EngineError):
    """The process ended in the middle of a job: a crash of the engine, or no memory."""


class WorkerProcess:
    """Starts the worker when it is first needed and again after it has ended.

    One job at a time; use from several threads needs a lock of theirs. `command` is for
    tests that want another worker.
    """

    def __init__(self, command: Sequence[str] = ()) -> None:
        self._command = list(command) or worker_command()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._job = 0

    def __enter__(self) -> WorkerProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        # The process would end by itself with its input; nobody must wait for that.
        if hasattr(self, "_process"):
            self.close()

    @property
    def pid(self) -> int | None:
        """The process's number while it runs."""
        running = self._process is not None and self._process.poll() is None
        return self._process.pid if running and self._process else None

    def open(self, folder: Path) -> None:
        """Load an unpacked package and translate a word with it. Raises EngineError."""
        self._run({"do": "open", "folder": str(folder)}, _ignore, None)
        self.translate(folder, ["1"], on_results=_ignore)

    def translate(
        self,
        folder: Path,
        texts: Sequence[str],
        *,
        on_results: Results,
        first: Sequence[int] = (),
        beam: int = 2,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Translate sentences; `on_results` gets (index, text) lists as they come.

        Raises Cancelled within half a second of `cancelled()`, EngineError when the package
        does not work, WorkerDied (an EngineError) when the process ended.
        """
        job = {
            "do": "translate",
            "folder": str(folder),
            "texts": list(texts),
            "first": list(first),
            "beam": beam,
        }
        self._run(job, on_results, cancelled)

    def encode(
        self,
        folder: Path,
        texts: Sequence[str],
        *,
        on_results: Results,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Encode sentences with an unpacked encoder package; `on_results` gets (index, vector)
        lists as they come, the vectors in Base64. Raises as `translate` does."""
        job = {"do": "encode", "folder": str(folder), "texts": list(texts)}
        self._run(job, on_results, cancelled)

    def close(self) -> None:
        """End the process, whatever it is doing. It starts again when it is needed."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        assert process.stdin
        with contextlib.suppress(OSError):  # what was still to be written has no reader
            process.stdin.close()

    def _run(
        self, job: dict[str, Any], on_results: Results, cancelled: Callable[[], bool] | None
    ) -> None:
        self._start()
        self._job += 1
        try:
            self._send({**job, "job": self._job})
            self._receive(on_results, cancelled)
        except EngineError:
            raise
        except BaseException:
            # Cancelled, or the caller's own exception: the job must not go on by itself.
            self._stop_job()
            raise

    def _receive(self, on_results: Results, cancelled: Callable[[], bool] | None) -> None:
        heard = time.monotonic()
        while True:
            if cancelled and cancelled():
                raise Cancelled
            try:
                answer = self._answers.get(timeout=POLL)
            except queue.Empty:
                if time.monotonic() - heard > STALL:
                    self.close()
                    raise WorkerDied("The translation engine is stuck and was stopped.") from None
                continue
            heard = time.monotonic()
            if answer is None:
                raise self._died()
            if answer["job"] != self._job:
                continue
            if "results" in answer:
                on_results([(index, text) for index, text in answer["results"]])
            elif answer["end"] == "incomplete":
                raise ProgramIncomplete(
                    "A part of Reviewer is missing or cannot be loaded, so it cannot translate "
                    f"({answer['detail'][:200]}). Install Reviewer again; the package is not at "
                    "fault."
                )
            elif answer["end"] == "failed":
                raise EngineError(in_words(answer["detail"]))
            else:
                return

    def _stop_job(self) -> None:
        """Have the worker leave the job; if it does not at once, end it."""
        deadline = time.monotonic() + GRACE
        try:
            self._send({"cancel": self._job})
            while True:
                answer = self._answers.get(timeout=max(deadline - time.monotonic(), 0))
                if answer is None or (answer["job"] == self._job and "end" in answer):
                    return
        except (queue.Empty, EngineError):
            self.close()

    def _start(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        self._answers = queue.Queue()
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise EngineError(
                message(
                    "The translation engine cannot be started ({strerror}).",
                    strerror=error.strerror,
                )
            ) from error
        threading.Thread(
            target=_listen, args=(self._process, self._answers), name="worker", daemon=True
        ).start()

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            raise self._died() from None

    def _died(self) -> WorkerDied:
        process = self._process
        code = process.wait() if process else 0
        self.close()
        how = f"code {code}"
        if code < 0:
            how = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return WorkerDied(
            f"The translation engine ended unexpectedly ({how}). Its package may be damaged or "
            "not be made for this computer's processor, or the memory may be too small."
        )


def worker_command() -> list[str]:
    """The command line that starts the worker with this very Python, or frozen program."""
    if getattr(sys, "frozen", False):
        # On Windows the program without a console has no standard input; its twin has.
        twin = Path(sys.executable).with_name("reviewer.exe")
        return [str(twin) if twin.is_file() else sys.executable, WORKER_ARGUMENT]
    # -P: a file that happens to lie in the current folder is never imported.
    return [sys.executable, "-P", "-m", "reviewer.machine_translation.worker"]


def in_words(detail: str) -> str:
    """What a library's own error message means for the user."""
    lowered = detail.lower()
    if "binary version" in lowered or "model version" in lowered or "revision" in lowered:
        return (
            "The package is made for a newer translation engine than this program has. "
            "Update the program, or install an older version of the package."
        )
    if "compute type" in lowered or "instruction" in lowered:
        return f"The package does not work on this computer's processor ({detail})."
    if "alloc" in lowered or "memory" in lowered:
        return "The memory is too small for the package, or the package is damaged."
    return f"The package is damaged or incomplete; install it again ({detail[:200]})."


def _ignore(results: list[tuple[int, str]]) -> None:
    pass


def _listen(process: subprocess.Popen[bytes], answers: queue.Queue[dict[str, Any] | None]) -> None:
    assert process.stdout
    with process.stdout as stream:
        for line in stream:
            try:
                answers.put(json.loads(line))
            except ValueError:
                break  # cut off in the middle: the process is ending
    answers.put(None)


def _environment() -> dict[str, str]:
    home = str(Path(reviewer.__file__).parents[1])
    path = os.environ.get("PYTHONPATH")
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([home, path]) if path else home,
        "PYTHONUTF8": "1",  # argostranslate opens its files in the locale's encoding
    }
