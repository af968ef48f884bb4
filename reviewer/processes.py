"""Several calls at once, in processes of their own.

Python computes on one core at a time, so what takes seconds for each translation is spread
over processes. They are spawned, not forked: the window's threads would not survive a fork.
They end with this program, also when it is killed, and when nobody wants their results.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

POLL = 0.05
"""Seconds between two looks at whether the caller wants to stop."""

GRACE = 0.3
"""Seconds that a process has to stop by itself when it is told to; then it is ended."""

_SHARES = 64
"""Calls at once whose progress is told apart."""

_OBJECTS_BETWEEN_LOOKS = 1_000_000

_MEMORY_OF_ONE = 400 << 20
"""Bytes that a process may come to need: with less than that free, no further one is started."""


class Cancelled(Exception):
    """The caller's `cancelled` said so. Not an error: nothing is left half done."""


class Call(Protocol[T_co]):
    """What is called: a `partial` of a function at the top of a module, so that it can be sent."""

    def __call__(
        self, *, within: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> T_co: ...


class Processes:
    """Up to `count` processes; one means that all calls run here, one after the other.

    The calls at the same place of two sequences run in the same process, so that what the
    first one kept in memory serves the second. `takes_part`: this very process is the first of
    them, which saves a start of Python and is for one that nobody waits for to answer.
    """

    def __init__(self, count: int, *, takes_part: bool = False) -> None:
        self.count = max(count, 1)
        self._own = 1 if takes_part else 0
        self._lanes: list[ProcessPoolExecutor] = []
        if count < 2:
            return
        # Imported here: most analyses are short and start no process.
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("spawn")
        self._stop = context.Event()
        self._shares = context.Array("d", _SHARES)
        shared = (self._stop, self._shares)
        for _lane in range(count - self._own):
            self._lanes.append(ProcessPoolExecutor(1, context, initializer=_begin, initargs=shared))

    def __enter__(self) -> Processes:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes without waiting for what they are doing."""
        lanes, self._lanes = self._lanes, []
        if not lanes:
            return
        self._stop.set()
        # Also those that are only just starting: they would not find what they share any more, and
        # say so on the terminal.
        children = [child for lane in lanes for child in (lane._processes or {}).values()]
        for lane in lanes:
            lane.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.kill()

    def has_ended(self) -> bool:
        """Whether it was told to stop, which holds for all later calls, or its processes are
        gone."""
        return self.count > 1 and (not self._lanes or self._stop.is_set())

    def begin(self, call: Call[object]) -> None:
        """Start the processes with this call, and do not wait for it: its imports will be done
        when `run` has something for them. Without processes nothing happens."""
        for lane in self._lanes:
            lane.submit(_called, 0, call)

    def run(
        self,
        calls: Sequence[Call[T]],
        *,
        progress: Callable[[int, float], None],
        cancelled: Callable[[], bool],
        lanes: Sequence[int] | None = None,
    ) -> list[T]:
        """The calls' results, in their order.

        `progress` gets the number of calls that are done and the share (0 to 1) of the others
        together. What a call raises is raised here. When `cancelled()` turns true, the calls
        are told so, and what they raise then is raised; processes that do not stop soon are
        ended, and Cancelled is raised. `lanes` says which process each call runs in (its number
        modulo `count`; their own number if not given).
        """
        if not self._lanes:
            return [
                call(within=lambda share, done=done: progress(done, share), cancelled=cancelled)  # type: ignore[misc]
                for done, call in enumerate(calls)
            ]
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self._spread(calls, progress, cancelled, lanes or range(len(calls)))
        except BrokenProcessPool:
            # A process was killed from outside or had no memory left: slowly, but surely.
            self.close()
            if cancelled():
                raise Cancelled from None
            return self.run(calls, progress=progress, cancelled=cancelled)

    def _spread(
        self,
        calls: Sequence[Call[T]],
        progress: Callable[[int, float], None],
        cancelled: Callable[[], bool],
        lanes: Sequence[int],
    ) -> list[T]:
        from concurrent.futures import Future, wait

        for number in range(len(self._shares)):
            self._shares[number] = 0.0
        here: list[tuple[int, Future[T]]] = []
        futures: list[Future[T]] = []
        for number, (lane, call) in enumerate(zip(lanes, calls, strict=True)):
            other = lane % self.count - self._own
            if other < 0:
                futures.append(Future())
                here.append((number, futures[-1]))
            else:
                futures.append(self._lanes[other].submit(_called, number, call))
        for number, future in here:
            self._call_here(number, calls[number], future, futures, progress, cancelled)
        open_ = set(futures)
        deadline = float("inf")
        while open_:
            _, open_ = wait(open_, timeout=POLL)
            if cancelled() and not self._stop.is_set():
                self._stop.set()
                deadline = time.monotonic() + GRACE
            if open_ and time.monotonic() > deadline:
                self.close()
                raise Cancelled
            for future in futures:
                if future.done():
                    future.result()
            progress(len(futures) - len(open_), self._share_of(futures))
        return [future.result() for future in futures]

    def _call_here(
        self,
        number: int,
        call: Call[T],
        future: Future[T],
        futures: Sequence[Future[T]],
        progress: Callable[[int, float], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Call in this process, and tell meanwhile how far all of them are."""
        told = 0.0

        def within(share: float) -> None:
            nonlocal told
            self._shares[number % len(self._shares)] = share
            if time.monotonic() - told >= POLL:
                told = time.monotonic()
                progress(sum(one.done() for one in futures), self._share_of(futures))

        try:
            future.set_result(call(within=within, cancelled=cancelled))
        except BaseException:
            self._stop.set()
            raise

    def _share_of(self, futures: Sequence[Future[Any]]) -> float:
        shares: list[float] = [
            self._shares[number % len(self._shares)]
            for number, future in enumerate(futures)
            if not future.done()
        ]
        return sum(shares) / max(len(shares), 1)


def fitting(most: int) -> int:
    """How many processes, at most `most`, this computer has cores and free memory for."""
    with suppress(AttributeError):
        most = min(most, len(os.sched_getaffinity(0)))
    most = min(most, os.cpu_count() or 1)
    with suppress(AttributeError, ValueError, OSError):
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        most = min(most, free // _MEMORY_OF_ONE)
    return max(most, 1)


def end_all() -> None:
    """End all processes of this program that work for it, and give back what they share: it ends
    without what Python does for that."""
    if "multiprocessing" not in sys.modules:
        return
    import multiprocessing
    from multiprocessing import util

    for child in multiprocessing.active_children():
        child.kill()
    util._run_finalizers()  # type: ignore[attr-defined]


def look_for_garbage_seldom() -> None:
    """What an analysis makes is nearly all kept to its end: Python's usual looks at it, one for
    every 700 new objects, find hardly anything and take 8 % of the time, one for every 100,000
    still 4. Not for the window, which has rules of its own (`reviewer.ui.background.collector`)."""
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS, *gc.get_threshold()[1:])


# -- what follows runs in the processes

_stop: Any = None
_shares: Any = None


def _begin(stop: Any, shares: Any) -> None:
    global _stop, _shares
    _stop, _shares = stop, shares
    be_a_helper()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def be_a_helper() -> None:
    """What every process that works for the program is: deaf to Ctrl+C, which reaches all of a
    terminal's processes (the program itself tells this one to stop), the first to go when
    memory runs out, and seldom looking for garbage."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look_for_garbage_seldom()
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("600")


def _end_with_parent() -> None:
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _called(number: int, call: Call[T]) -> T:
    def within(share: float) -> None:
        _shares[number % len(_shares)] = share

    return call(within=within, cancelled=_stop.is_set)
