"""Small mistakes made on purpose, to see whether the tests notice them.

    python tools/mutations/run.py [LIST] [--jobs N] [--only WORD] [--markdown]

LIST is list.toml if nothing else is said. Each of its entries replaces one piece of text in one
file; it must be there exactly once. The tests that it names run in a copy of the committed tree,
first without any mistake, then with each alone. A mistake is caught when a test fails. An entry
with `refused` changes nothing that anybody could notice, and is left out. Exit 1 where an entry
does not apply, the tests fail without a mistake, or fewer than FLOOR are caught.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).resolve().parents[2]
FLOOR = 0.85
LONGEST = 900
"""Seconds after which the tests of a mistake are given up: it hangs, and is caught."""


@dataclass(frozen=True)
class Mutation:
    """Replace `old` by `new` in `file` (below reviewer/); `tests` are paths below tests/."""

    file: str
    old: str
    new: str
    what: str
    tests: tuple[str, ...]

    @property
    def room(self) -> str:
        return self.file.split("/")[0].removesuffix(".py")


def listed(name: str) -> list[Mutation]:
    data = tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return [
        Mutation(one["file"], one["old"], one["new"], one["what"], tuple(one["tests"].split()))
        for one in data["mutation"]
        if "refused" not in one
    ]


def misfits(mutations: list[Mutation], tree: Path) -> list[str]:
    """Entries whose text is not there exactly once, or whose tests are not there."""
    wrong = []
    for one in mutations:
        file = tree / "reviewer" / one.file
        times = file.read_text("utf-8").count(one.old) if file.is_file() else 0
        if times != 1 or one.old == one.new:
            wrong.append(f"{one.file}: there {times} times: {one.old!r}")
        wrong += [f"no tests/{path}" for path in one.tests if not (tree / "tests" / path).exists()]
    return wrong


def copy_of_the_tree(folder: Path) -> Path:
    """The committed tree in a new folder, with this environment."""
    tree = folder / "tree"
    command = ["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(tree)]
    subprocess.run(command, check=True)
    (tree / ".venv").symlink_to(ROOT / ".venv")
    return tree


def caught_by(one: Mutation, tree: Path) -> str:
    """What fails of the tests of one mistake in `tree`, which is left as it was; "" for nothing."""
    file = tree / "reviewer" / one.file
    right = file.read_text("utf-8")
    file.write_text(right.replace(one.old, one.new), "utf-8")
    try:
        return failing(one.tests, tree)
    finally:
        file.write_text(right, "utf-8")


def failing(tests: tuple[str, ...], tree: Path, longest: int | None = LONGEST) -> str:
    """The first test that fails, "" when all pass."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    command += ["-m", "not benchmark", *(f"tests/{path}" for path in tests)]
    # The environment's own `reviewer` is the tree that is worked on, not this one.
    env = {**os.environ, "PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(command, cwd=tree, env=env, capture_output=True, timeout=longest)
    except subprocess.TimeoutExpired:
        return "time: it hangs"
    if done.returncode not in (0, 1, 2):
        raise SystemExit(done.stdout.decode() + done.stderr.decode())
    if done.returncode == 0:
        return ""
    told = done.stdout.decode().splitlines()
    return next((line for line in told if line.startswith(("FAILED", "ERROR"))), "no test begins")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("list", nargs="?", default="list.toml", help="a file beside this one")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="entries whose file or words hold this")
    parser.add_argument("--markdown", action="store_true", help="print the table of the docs")
    options = parser.parse_args()
    mutations = [one for one in listed(options.list) if options.only in f"{one.file} {one.what}"]
    wrong = misfits(mutations, ROOT)
    if wrong or not mutations:
        print("\n".join(wrong) or "No entry is named so.")
        return 1
    # A shell starts what it runs in the background deaf to Ctrl+C, which some tests press.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as temporary:
        trees: SimpleQueue[Path] = SimpleQueue()
        for number in range(options.jobs):
            trees.put(copy_of_the_tree(Path(temporary) / str(number)))

        every = tuple(dict.fromkeys(path for one in mutations for path in one.tests))
        if told := failing(every, Path(temporary) / "0/tree", longest=None):
            print(f"The tests fail without a mistake: {told}")
            return 1

        def tried(one: Mutation) -> bool:
            tree = trees.get()
            try:
                caught = caught_by(one, tree)
            finally:
                trees.put(tree)
            print("caught" if caught else "NOT   ", one.file, "|", one.what, flush=True)
            if caught:
                print("      ", caught, flush=True)
            return bool(caught)

        with ThreadPoolExecutor(options.jobs) as pool:
            results = list(pool.map(tried, mutations))
        shutil.rmtree(temporary, ignore_errors=True)
    by_room: defaultdict[str, list[bool]] = defaultdict(list)
    for one, caught in zip(mutations, results, strict=True):
        by_room[one.room].append(caught)
    if options.markdown:
        print("\n| file | mistake | |\n|---|---|---|")
        for one, caught in zip(mutations, results, strict=True):
            print(f"| `{one.file}` | {one.what} | {'caught' if caught else '**not caught**'} |")
        print("\n| room | caught | of |\n|---|---|---|")
        for room, found in sorted(by_room.items()):
            print(f"| {room} | {sum(found)} | {len(found)} |")
    share = sum(results) / max(len(results), 1)
    print(f"\n{sum(results)} of {len(results)} caught ({share:.0%})")
    return 0 if share >= FLOOR else 1


if __name__ == "__main__":
    raise SystemExit(main())
