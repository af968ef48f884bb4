"""Calls in processes of their own: in order, stopped soon, ended with the program."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import textwrap
import time
from functools import partial
from pathlib import Path

import pytest

from reviewer.domain import ReviewerError
from reviewer.processes import Cancelled, Processes, _begin, fitting
from tests.sent_calls import (
    Stopped,
    deaf,
    endless,
    ignore,
    killed,
    never,
    objects_between_looks,
    recalled,
    refused,
    remembered,
    squared,
)


@pytest.mark.parametrize("count", [1, 2])
def test_results_come_in_the_order_of_the_calls(count: int) -> None:
    with Processes(count) as processes:
        calls = [partial(squared, number) for number in range(5)]
        found = processes.run(calls, progress=ignore, cancelled=never)
    assert [square for square, _ in found] == [0, 1, 4, 9, 16]
    assert (os.getpid() in {pid for _, pid in found}) is (count == 1)


def test_the_same_place_is_the_same_process() -> None:
    with Processes(2) as processes:
        calls = [partial(squared, number) for number in range(4)]
        first = processes.run(calls, progress=ignore, cancelled=never)
        second = processes.run(calls, progress=ignore, cancelled=never)
    assert first == second
    assert len({pid for _, pid in first}) == 2


def test_one_that_takes_part_is_the_first_of_them() -> None:
    with Processes(2, takes_part=True) as processes:
        calls = [partial(squared, number) for number in range(4)]
        found = processes.run(calls, progress=ignore, cancelled=never)
        turned = processes.run(calls, progress=ignore, cancelled=never, lanes=[1, 1, 0, 3])
    pids = [pid for _, pid in found]
    assert [square for square, _ in found] == [0, 1, 4, 9]
    assert pids == [os.getpid(), pids[1], os.getpid(), pids[1]]
    assert [pid for _, pid in turned] == [pids[1], pids[1], os.getpid(), pids[1]]
    assert pids[1] != os.getpid()


def test_one_that_takes_part_tells_how_far_all_are() -> None:
    told: list[tuple[int, float]] = []
    with Processes(2, takes_part=True) as processes:
        calls = [partial(squared, number) for number in range(4)]
        processes.run(calls, progress=lambda *one: told.append(one), cancelled=never)
    done = [number for number, _ in told]
    assert done == sorted(done)
    assert done[-1] == 4
    assert all(0 <= share <= 1 for _, share in told)


@pytest.mark.parametrize("places", [[0], [1], [1, 0]])
def test_one_that_takes_part_raises_what_any_call_raises(places: list[int]) -> None:
    calls = [refused] * len(places)
    with Processes(2, takes_part=True) as processes, pytest.raises(ReviewerError, match="is empty"):
        processes.run(calls, progress=ignore, cancelled=never, lanes=places)


def test_one_that_takes_part_stops_with_the_others() -> None:
    asked = iter([False] * 20)
    with Processes(2, takes_part=True) as processes:
        with pytest.raises(Stopped):
            processes.run([endless, deaf], progress=ignore, cancelled=lambda: next(asked, True))
        assert processes.has_ended()
        children = [child.pid for child in multiprocessing.active_children() if child.pid]
    ended(children)


@pytest.mark.parametrize("count", [1, 2])
def test_what_is_told_of_the_work_is_how_many_calls_are_done(count: int) -> None:
    told: list[tuple[int, float]] = []
    with Processes(count) as processes:
        calls = [partial(squared, number) for number in range(4)]
        processes.run(calls, progress=lambda *one: told.append(one), cancelled=never)
    done = [number for number, _ in told]
    assert done
    assert done == sorted(done)
    assert {*done} <= {0, 1, 2, 3, 4}
    assert all(0 <= share <= 1 for _, share in told)


@pytest.mark.parametrize("count", [1, 2])
def test_what_a_call_raises_is_raised_here(count: int) -> None:
    with Processes(count) as processes, pytest.raises(ReviewerError, match="This file is empty"):
        processes.run([refused, refused], progress=ignore, cancelled=never)


def running(processes: Processes) -> list[int]:
    """The numbers of the processes, once they run."""
    calls = [partial(squared, number) for number in range(processes.count)]
    return [pid for _, pid in processes.run(calls, progress=ignore, cancelled=never)]


def test_the_calls_stop_when_the_caller_wants_it() -> None:
    asked = iter([False, True, True])
    with Processes(2) as processes:
        running(processes)
        with pytest.raises(Stopped):
            processes.run([endless, endless], progress=ignore, cancelled=lambda: next(asked, True))


def test_processes_that_were_told_to_stop_are_for_no_later_call() -> None:
    with Processes(2) as processes:
        running(processes)
        assert not processes.has_ended()
        with pytest.raises(Stopped):
            processes.run([endless], progress=ignore, cancelled=lambda: True)
        assert processes.has_ended()
    with Processes(1) as here:
        assert not here.has_ended()


def test_a_call_that_does_not_stop_is_ended() -> None:
    asked = iter([False, True, True])
    with Processes(2) as processes:
        children = running(processes)
        with pytest.raises(Cancelled):
            processes.run([deaf, deaf], progress=ignore, cancelled=lambda: next(asked, True))
        ended(children)


def test_nothing_is_waited_for_that_is_cancelled_before_a_process_has_begun() -> None:
    with Processes(2) as processes:
        processes.begin(deaf)
        with pytest.raises(Cancelled):
            processes.run([deaf, deaf], progress=ignore, cancelled=lambda: True)


def test_processes_look_for_garbage_seldom() -> None:
    with Processes(2) as processes:
        found = processes.run(
            [objects_between_looks, objects_between_looks], progress=ignore, cancelled=never
        )
    assert found == [1_000_000, 1_000_000]


def test_a_process_that_is_only_just_starting_is_ended_in_silence(
    capfd: pytest.CaptureFixture[str],
) -> None:
    before = set(multiprocessing.active_children())
    with Processes(2) as processes:
        processes.begin(deaf)
        starting = set(multiprocessing.active_children()) - before
    assert len(starting) == 2
    for child in starting:
        child.join()
    assert capfd.readouterr().err == ""


def test_closing_ends_the_processes_whatever_they_do() -> None:
    with Processes(2) as processes:
        children = running(processes)
        processes.begin(deaf)
    ended(children)


def test_a_call_runs_in_the_process_that_it_is_given() -> None:
    with Processes(2) as processes:
        first, second = running(processes)
        calls = [partial(squared, number) for number in range(4)]
        found = processes.run(calls, progress=ignore, cancelled=never, lanes=[1, 1, 0, 3])
    assert [pid for _, pid in found] == [second, second, first, second]


def test_what_is_begun_with_is_done_before_the_first_call() -> None:
    with Processes(2) as processes:
        processes.begin(remembered)
        found = processes.run([recalled, recalled], progress=ignore, cancelled=never)
    assert found == [1, 1]
    with Processes(1) as processes:
        processes.begin(remembered)
        assert processes.run([recalled], progress=ignore, cancelled=never) == [0]


def test_closing_does_not_wait_for_the_work(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def enough(_done: int, _share: float) -> None:
        raise Enough

    with pytest.raises(Enough), Processes(2) as processes:
        processes.run([endless, endless], progress=enough, cancelled=never)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_process_that_is_killed_is_replaced_by_this_one() -> None:
    with Processes(2) as processes:
        calls = [partial(killed, os.getpid())] * 2
        found = processes.run(calls, progress=ignore, cancelled=never)
    assert found == ["done here", "done here"]


def test_a_process_ends_by_itself_when_its_work_is_done() -> None:
    """What waits in it for the program's own end keeps it from nothing."""
    context = multiprocessing.get_context("spawn")
    shared = context.Event(), context.Array("d", 1)
    helper = context.Process(target=_begin, args=shared)
    helper.start()
    helper.join()
    assert helper.exitcode == 0


_PARENT = """
    import os, sys
    sys.path.insert(0, {folder!r})
    from tests.sent_calls import endless, ignore, never
    from reviewer.processes import Processes

    if __name__ == "__main__":
        with Processes(2) as processes:
            told = []
            def tell(done, share):
                if not told:
                    told.append(print("working", flush=True))
            processes.run([endless, endless], progress=tell, cancelled=never)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="there is no list of processes to look at")
def test_no_process_is_left_when_the_program_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    folder = str(Path(__file__).parents[1])
    script.write_text(textwrap.dedent(_PARENT).format(folder=folder))
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "working\n"
    while len(_descendants(parent.pid)) < 3:
        time.sleep(0.05)  # the two processes and multiprocessing's own helper
    children = _descendants(parent.pid)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    ended(children)


def ended(children: list[int]) -> None:
    """Returns when none of them runs any more; the test's own limit ends it otherwise."""
    while any(map(_runs, children)):
        time.sleep(0.02)


def _descendants(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(word) for word in text.split()]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_no_more_processes_than_asked_for() -> None:
    assert fitting(1) == 1
    assert 1 <= fitting(1000) <= (os.cpu_count() or 1)


@pytest.mark.parametrize(("pages", "count"), [(0, 1), (399, 1), (799, 1), (800, 2), (10_000, 4)])
def test_free_memory_bounds_the_processes(
    monkeypatch: pytest.MonkeyPatch, pages: int, count: int
) -> None:
    values = {"SC_AVPHYS_PAGES": pages, "SC_PAGE_SIZE": 1 << 20}
    monkeypatch.setattr(os, "sysconf", values.__getitem__, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 1, 2, 3}, raising=False)
    assert fitting(8) == count
