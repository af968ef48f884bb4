"""Make every small mistake of some files, one after the other, and list what no test notices.

    python tools/mutations/sweep.py checks/numbers --tests checks/numbers text/quantities
    python tools/mutations/sweep.py --list NAME.toml --tests .

Files and folders are below reviewer/, those of --tests below tests/. Run it in a copy of the tree
(`git clone . /somewhere`) where you mean to work on beside it. Options:

    --list NAME.toml                  the mistakes of a list beside this file, in place of all
    --nearest                         the tests nearest by name and import (nearest.py), without
                                      the first run
    --kinds "plus, minus" "and, or"   only these kinds of draw.py
    --every N                         each N-th place of what is left
    --jobs N                          so many processes, 1 if nothing is said
    --longest S                       at most S processor seconds of tests for one mistake (20)
    --out FILE                        writes all verdicts there; as they come, job by job, to FILE.N

First all these tests run once, and it is noted which of them comes by which line. A mistake is
then tried with the tests alone that come by its line, the quickest that noticed others of the file
first, and is noticed when one fails. What is imported and collected stays in memory: each try is a
fork of that, where the changed function gets its new code (some 0.1 s). Where the mistake is in
what runs on import, the fork comes from before the imports (1 to 2 s). Programs that a test starts
make the mistake too. What waits for ever is ended by the clock, and is noticed. Needs Python 3.11,
Linux or macOS.
"""

from __future__ import annotations

import argparse
import functools
import gc
import inspect
import json
import math
import os
import resource
import signal
import sys
import tempfile
import time
import tomllib
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import hypothesis  # noqa: F401 - loaded once, before all forks
import pytest
import regex  # noqa: F401 - the same
from draw import ROOT, Place, Places
from in_children.sitecustomize import FILE, TEXT, import_changed
from nearest import nearest

TESTS = ROOT.parent / "tests"
PYTEST = ["-q", "-x", "-s", "-p", "no:cacheprovider", "-m", "not benchmark and not packaging"]
PYTEST += ["-o", "timeout=0", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
MOST_MEMORY = 6 << 30
IN_CHILDREN = Path(__file__).with_name("in_children")
Lines = dict[str, dict[str, list[int]]]
"""By test the lines of each file that it comes by; "" is what runs before the first test."""


# What runs: each in a process of its own.


def forked(work: Callable[[], int]) -> int:
    """What `work` ends with in a fork of this process, without a word of what it prints. The
    programs that it started and left are ended."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        return code
    os.setpgid(0, 0)
    null, loud = os.open(os.devnull, os.O_RDWR), os.dup(2)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    code = 99
    try:
        code = work()
    except BaseException:
        os.write(loud, traceback.format_exc().encode())
    finally:
        os._exit(code)


class Watch:
    """A plugin that notes which test comes by which line of the functions with a place, and how
    long it takes: processor seconds, and those of the clock."""

    def __init__(self, wanted: dict[str, set[int]]) -> None:
        self.wanted = {str(ROOT / file): (file, lines) for file, lines in wanted.items()}
        self.inside: dict[CodeType, bool] = {}
        self.test = ""
        self.lines: defaultdict[str, defaultdict[str, set[int]]]
        self.lines = defaultdict(lambda: defaultdict(set))
        self.seconds: dict[str, tuple[float, float]] = {}
        self.failed: set[str] = set()
        sys.settrace(self.called)

    def called(self, frame: FrameType, *_: object) -> Any:
        code = frame.f_code
        if code.co_filename not in self.wanted:
            return None
        file, lines = self.wanted[code.co_filename]
        seen = self.lines[self.test][file]
        if code not in self.inside:
            own = [line for _, _, line in code.co_lines() if line]
            self.inside[code] = any(min(own) <= line <= max(own) for line in lines)
        if not self.inside[code]:
            return None
        seen.add(frame.f_lineno)

        def line(frame: FrameType, *_: object) -> Any:
            seen.add(frame.f_lineno)
            return line

        return line

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.test, before, began = item.nodeid, time.process_time(), time.monotonic()
        sys.settrace(self.called)
        result = yield
        self.seconds[self.test] = time.process_time() - before, time.monotonic() - began
        return result  # type: ignore[return-value]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)

    def told(self) -> dict[str, Any]:
        lines = {
            test: {file: sorted(numbers) for file, numbers in files.items()}
            for test, files in self.lines.items()
            if test not in self.failed
        }
        return {"lines": lines, "seconds": self.seconds}


def watched(
    tests: list[str], wanted: dict[str, set[int]], out: Path, *options: str
) -> tuple[Lines, dict[str, tuple[float, float]]]:
    """Which test comes by which line of the functions with a wanted one, and the seconds of
    each."""

    def work() -> int:
        watch = Watch(wanted)
        others = [one for one in PYTEST if one != "-x"]
        pytest.main([*others, *options, *tests], plugins=[watch])
        sys.settrace(None)
        out.write_text(json.dumps(watch.told()))
        return 0

    forked(work)
    told = json.loads(out.read_text())
    return told["lines"], told["seconds"]


class Stop:
    """A plugin that ends the process with 1 at the first test that fails, and with 0 behind the
    test in which the processor seconds are used up."""

    def __init__(self, noticed: int, longest: float = math.inf) -> None:
        self.noticed = noticed
        self.last = time.process_time() + longest

    def pytest_runtest_logfinish(self) -> None:
        if time.process_time() > self.last:
            os._exit(0)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os.write(self.noticed, report.nodeid.encode())
            os._exit(1)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            os.write(self.noticed, b"at import")
            os._exit(1)


def limited(seconds: float, by_the_clock: float) -> None:
    """Let the kernel end this process where it computes or waits for ever, or eats the memory."""
    signal.alarm(int(60 + 10 * by_the_clock))
    most = int(10 + 5 * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


# What a mistake changes.


def changed_text(place: Place) -> str:
    text = (ROOT / place.file).read_text("utf-8")
    return text[: place.start] + place.new + text[place.end :]


def own(code: CodeType) -> tuple[object, ...]:
    """What a function does, without those inside it."""
    constants = [(type(one), one) for one in code.co_consts if not isinstance(one, CodeType)]
    return code.co_code, repr(constants), code.co_names, code.co_varnames, code.co_freevars


def is_function(code: CodeType) -> bool:
    """Whether a code of a module is one that runs when called: no class and no comprehension."""
    of_own_names = bool(
        code.co_flags & inspect.CO_NEWLOCALS and code.co_flags & inspect.CO_OPTIMIZED
    )
    return of_own_names and (code.co_name == "<lambda>" or not code.co_name.startswith("<"))


def functions(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    """The outermost functions of a module or class by their full names."""
    for one in code.co_consts:
        if not isinstance(one, CodeType):
            continue
        if is_function(one):
            yield one.co_qualname, one
        else:
            yield from functions(one)


def bodies(code: CodeType) -> Iterator[tuple[object, ...]]:
    """What runs on import: the module and its classes."""
    yield own(code)
    for one in code.co_consts:
        if isinstance(one, CodeType) and not is_function(one):
            yield from bodies(one)


def new_codes(place: Place) -> list[tuple[str, int, CodeType]] | None:
    """The functions that a mistake changes (name, first line, code); None: also what runs on
    import."""
    path = str(ROOT / place.file)
    before = compile((ROOT / place.file).read_text("utf-8"), path, "exec", dont_inherit=True)
    after = compile(changed_text(place), path, "exec", dont_inherit=True)
    if list(bodies(before)) != list(bodies(after)):
        return None
    pairs = zip(functions(before), functions(after), strict=True)
    return [(name, old.co_firstlineno, new) for (name, old), (_, new) in pairs if old != new]


def exchange(codes: list[tuple[str, int, CodeType]], path: str) -> bool:
    """Give the functions in memory their new code; whether all of them were found."""
    wanted = {(name, line): code for name, line, code in codes}
    done = set()
    gc.unfreeze()  # what the tests froze is not listed otherwise
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename == path:
            key = (one.__code__.co_qualname, one.__code__.co_firstlineno)
            if key in wanted:
                one.__code__ = wanted[key]
                done.add(key)
        elif isinstance(one, functools._lru_cache_wrapper):
            wrapped = getattr(one, "__wrapped__", None)
            if getattr(getattr(wrapped, "__code__", None), "co_filename", "") == path:
                one.cache_clear()
    return len(done) == len(wanted)


# The sweep.


class Sweep:
    """The places to try, the tests that come by them, and what was found."""

    def __init__(
        self,
        places: list[Place],
        lines: Lines,
        seconds: dict[str, tuple[float, float]],
        longest: float,
    ) -> None:
        self.places = places
        self.longest = longest
        self.near: dict[str, list[str]] = {}
        self.seconds = seconds
        self.noticed: Counter[str] = Counter()
        self.early = {(file, line) for file, all_ in lines.get("", {}).items() for line in all_}
        self.tests: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        self.of_file: defaultdict[str, set[str]] = defaultdict(set)
        for test, files in lines.items():
            for file, numbers in files.items() if test else ():
                self.of_file[file].add(test)
                for number in numbers:
                    self.tests[file, number].append(test)
        self.texts = {file: (ROOT / file).read_text("utf-8") for file in {p.file for p in places}}

    def line(self, place: Place) -> int:
        return self.texts[place.file].count("\n", 0, place.start) + 1

    @property
    def most(self) -> float:
        return math.inf if self.seconds else self.longest

    def cost(self, test: str) -> float:
        return self.seconds.get(test, (0, 0))[0]

    def chosen(self, place: Place) -> list[str]:
        """The tests that come by the line of a place, the most promising first; without knowing
        that, those of the nearest files."""
        if not self.seconds:
            return [test for one in nearest(place.file, self.near) for test in self.near[one]]
        line = self.line(place)
        tests = self.tests[place.file, line]
        if not tests:  # what runs on import
            tests = sorted(self.of_file[place.file])
        ordered = sorted(tests, key=lambda one: (-self.noticed[one], self.cost(one)))
        spent, kept = 0.0, []
        for one in ordered:
            spent += self.cost(one)
            if spent > self.longest and kept:
                break
            kept.append(one)
        return kept

    def know(self, tests: Iterable[str]) -> None:
        """Which tests there are."""
        for test in tests:
            self.near.setdefault(test.split("::")[0], []).append(test)

    def ran_early(self, file: str, code: CodeType) -> bool:
        """Whether a function ran before the first test, so that others may keep what it gave."""
        lines = {line for _, _, line in code.co_lines() if line != code.co_firstlineno}
        return any((file, line) in self.early for line in lines)

    def told(self, place: Place, verdict: str) -> str:
        line = self.line(place)
        words = " ".join(self.texts[place.file].splitlines()[line - 1].split())
        old = " ".join(self.texts[place.file][place.start : place.end].split())
        new = " ".join(place.new.split())
        where = f"{place.file}:{line} {place.function}"
        return f"{verdict} {where}: {place.kind}: {words}  [{old} → {new}]"

    def serve(self, session: pytest.Session, out: Path, left: Path) -> None:
        """Try the places from memory; those that need a new import go to `left`."""
        items = {item.nodeid: item for item in session.items}
        self.know(items)
        with out.open("a") as told, left.open("a") as later:
            for number, place in enumerate(self.places):
                try:
                    codes = new_codes(place)
                except SyntaxError:
                    continue
                if codes is None or any(self.ran_early(place.file, one) for _, _, one in codes):
                    later.write(f"{number}\n")
                    later.flush()
                    continue
                if not codes:
                    continue
                chosen = self.chosen(place)
                verdict = self.tried(place, chosen, functools.partial(self.again, items, codes))
                told.write(self.told(place, verdict) + "\n")
                told.flush()

    def again(
        self, items: dict[str, Any], codes: Any, place: Place, tests: list[str], noticed: int
    ) -> int:
        path = str(ROOT / place.file)
        if path not in {getattr(one, "__file__", "") for one in [*sys.modules.values()]}:
            import_changed(path, changed_text(place))
        elif not exchange(codes, path):
            return 98
        chosen = [items[one] for one in tests if one in items]
        session = chosen[0].session
        session.config.pluginmanager.register(Stop(noticed, self.most))
        for item, after in zip(chosen, [*chosen[1:], None], strict=True):
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        return 0

    def anew(self, place: Place, tests: list[str], noticed: int) -> int:
        import_changed(str(ROOT / place.file), changed_text(place))
        return int(pytest.main([*PYTEST, *tests], plugins=[Stop(noticed, self.most)]) == 1)

    def tried(
        self, place: Place, tests: list[str], work: Callable[[Place, list[str], int], int]
    ) -> str:
        if not tests:
            return "NO TEST"
        reading, writing = os.pipe()

        def run() -> int:
            known = self.seconds or dict.fromkeys(tests[:1], (self.longest, 2 * self.longest))
            limited(*(sum(known.get(one, (0, 0))[n] for one in tests) for n in (0, 1)))
            return work(place, tests, writing)

        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as text:
            text.write(changed_text(place))
            text.flush()
            os.environ.update({FILE: str(ROOT / place.file), TEXT: text.name})
            code = forked(run)
        os.close(writing)
        test = os.read(reading, 1000).decode()
        os.close(reading)
        self.noticed[test] += bool(test)
        if code in (98, 99):
            return "UNKNOWN"
        return "PASSES " if code == 0 else "noticed" if code > 0 else "ended  "


def swept(sweep: Sweep, tests: list[str], out: Path) -> None:
    """Try all places of a sweep, and write a line for each to `out`."""
    left = out.with_suffix(".left")
    left.write_text("")

    class Serve:
        def pytest_runtestloop(self, session: pytest.Session) -> bool:
            sweep.serve(session, out, left)
            return True

    forked(lambda: int(pytest.main([*PYTEST, *tests], plugins=[Serve()])))
    sweep.know(files_below(tests))
    with out.open("a") as told:
        for number in left.read_text().split():
            place = sweep.places[int(number)]
            verdict = sweep.tried(place, sweep.chosen(place), sweep.anew)
            told.write(sweep.told(place, verdict) + "\n")
            told.flush()
    left.unlink()


def files_below(tests: list[str]) -> list[str]:
    """The files of tests at these places, as pytest names them."""
    every = [path for one in tests for path in [Path(one), *sorted(Path(one).rglob("test_*.py"))]]
    return [str(path.relative_to(ROOT.parent)) for path in every if path.suffix == ".py"]


def files_of(names: list[str]) -> list[str]:
    found = []
    for name in names:
        path = ROOT / name
        every = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        found += [one.relative_to(ROOT).as_posix() for one in every]
    return found


def of_list(name: str) -> Iterator[Place]:
    """The mistakes of a list, without those that nobody could notice."""
    for one in tomllib.loads((IN_CHILDREN.parent / name).read_text("utf-8"))["mutation"]:
        if "refused" not in one:
            text = (ROOT / one["file"]).read_text("utf-8")
            letters = zip(one["old"], one["new"], strict=False)
            same = sum(1 for _ in takewhile(lambda both: both[0] == both[1], letters))
            start = text.index(one["old"])
            kind = one["what"].split(": ")[1 if ": " in one["what"] else 0]
            end, new = start + len(one["old"]), one["new"][same:]
            yield Place(one["file"], kind, start + same, end, new, one["what"].split(": ")[0])


def summary(lines: list[str]) -> str:
    """How many of each file and each kind were tried, and how many passed."""
    tried: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for line in lines:
        verdict, rest = line[:7], line[8:]
        for name in (rest.split(":")[0], "kind " + rest.split(": ")[1]):
            tried[name] += 1
            passed[name] += verdict in ("PASSES ", "NO TEST")
    return "\n".join(f"{passed[one]:5} of {tried[one]:5} pass  {one}" for one in sorted(tried))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*")
    parser.add_argument("--list")
    parser.add_argument("--nearest", action="store_true")
    parser.add_argument("--tests", nargs="+", required=True)
    parser.add_argument("--kinds", nargs="+")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--longest", type=float, default=20)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    os.nice(10)
    os.chdir(ROOT.parent)
    sys.path[:0] = [str(ROOT.parent)]
    os.environ["PYTHONPATH"] = os.pathsep.join([str(IN_CHILDREN), str(ROOT.parent)])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.dont_write_bytecode = True
    del sys.modules["__main__"].__file__  # what a test spawns would import it
    files = files_of(options.files)
    tests = [str(TESTS / name) for name in options.tests]
    places = [one for file in files for one in Places(file, (ROOT / file).read_text("utf-8")).found]
    places = [one for one in places if not options.kinds or one.kind in options.kinds]
    places = [*places, *(of_list(options.list) if options.list else ())][:: options.every]
    with tempfile.TemporaryDirectory() as temporary:
        wanted: defaultdict[str, set[int]] = defaultdict(set)
        for one in places:
            text = (ROOT / one.file).read_text("utf-8")
            wanted[one.file].add(text.count("\n", 0, one.start) + 1)
        first = ["--collect-only"] if options.nearest else []
        lines, seconds = watched(tests, wanted, Path(temporary) / "lines.json", *first)
        took = sum(cost for cost, _ in seconds.values())
        print(f"{len(places)} places, {len(seconds)} tests, {took:.0f} s", flush=True)
        out = options.out or Path(temporary) / "told"
        children, outs = [], []
        for job in range(options.jobs):
            outs.append(out.with_name(f"{out.name}.{job}"))
            outs[-1].write_text("")
            child = os.fork()
            if not child:
                sweep = Sweep(places[job :: options.jobs], lines, seconds, options.longest)
                swept(sweep, tests, outs[-1])
                os._exit(0)
            children.append(child)
        for child in children:
            os.waitpid(child, 0)
        told = sorted(line for one in outs for line in one.read_text().splitlines())
        for one in outs:
            one.unlink()
        out.write_text("\n".join(told) + "\n")
    print("\n".join(line for line in told if not line.startswith("noticed")))
    print(summary(told))


if __name__ == "__main__":
    main()
