"""Moves the folder of an open review about while somebody works in it. Run as a program:

python -m tests.robustness.moved_about FOLDER TRIES [SEED]

The review is open in a process of its own, which says of each step whether it was acknowledged;
in every other try a second program opens whatever lies at the path meanwhile. At the end the file
is where it was at first or elsewhere, and the program closes it, or is killed. Each try prints what
is wrong then, if anything is.
"""

from __future__ import annotations

import logging
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.review import Review
from reviewer.store import backups
from reviewer.store.errors import NotTheSameFile, ReviewInUse
from tests.robustness import harm

ROUNDS = 12
"""How often it is moved away and back in each try."""

PROGRAM = (sys.executable, "-m", "tests.robustness.moved_about")

AS_ANYBODY = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner")
"""Runs a program that permissions bind as they bind others."""


class Place:
    """A review in `grand/parent/place`, and the ways to move it away and back.

    Away and back are told apart by what they do, so that nothing is waited for between them.
    """

    def __init__(self, folder: Path) -> None:
        self.top = folder
        self.folder = folder / "grand" / "parent" / "place"
        self.folder.mkdir(parents=True)
        self.path = self.folder / "r.review"
        shutil.copyfile(harm.FROZEN, self.path)
        self.key = self.path.stat().st_ino
        self.other = folder / "other"
        self.copies = 0

    def ways(self) -> dict[str, tuple[Callable[[], None], Callable[[], None]]]:
        """By name: how it is moved away, and back again."""
        return {
            "folder renamed": (self.folder_away, self.folder_back),
            "grandparent renamed": (self.grand_away, self.grand_back),
            "file renamed": (self.file_away, self.file_back),
            "folder replaced by a copy": (self.replace_by_copy, self.throw_copy_away),
            "folders change places": (self.change_places, self.change_places),
            "link to the folder turned": (self.turn_link, self.turn_link_back),
            "folder not to be read": (self.lock_up, self.unlock),
            "disk taken away": (self.unmount, self.mount),
        }

    def folder_away(self) -> None:
        self.folder.rename(self.other)

    def folder_back(self) -> None:
        self.other.rename(self.folder)

    def grand_away(self) -> None:
        (self.top / "grand").rename(self.other)

    def grand_back(self) -> None:
        self.other.rename(self.top / "grand")

    def file_away(self) -> None:
        self.path.rename(self.top / "elsewhere.review")

    def file_back(self) -> None:
        (self.top / "elsewhere.review").rename(self.path)

    def copy(self) -> Path:
        """A copy of the folder as it is just now, made as a program does that knows nothing of
        SQLite."""
        self.copies += 1
        made = self.top / f"copy-{self.copies}"
        made.mkdir()
        for one in list(self.folder.iterdir()):
            try:
                shutil.copyfile(one, made / one.name)
            except FileNotFoundError:
                continue
        return made

    def replace_by_copy(self) -> None:
        made = self.copy()
        self.folder.rename(self.other)
        made.rename(self.folder)

    def throw_copy_away(self) -> None:
        self.copies += 1
        self.folder.rename(self.top / f"thrown-{self.copies}")
        self.other.rename(self.folder)

    def change_places(self) -> None:
        """Two folders that each have a review of this name."""
        if not self.other.exists():
            self.copy().rename(self.other)
        self.folder.rename(self.top / "between")
        self.other.rename(self.folder)
        (self.top / "between").rename(self.other)

    def turn_link(self) -> None:
        if not self.folder.is_symlink():
            self.folder.rename(self.top / "real")
            self.folder.symlink_to(self.top / "real")
        made = self.copy()
        (self.top / "link").symlink_to(made)
        (self.top / "link").replace(self.folder)

    def turn_link_back(self) -> None:
        (self.top / "link").symlink_to(self.top / "real")
        (self.top / "link").replace(self.folder)

    def lock_up(self) -> None:
        self.folder.chmod(0)

    def unlock(self) -> None:
        self.folder.chmod(0o755)

    def unmount(self) -> None:
        subprocess.run(["umount", "-l", str(self.folder)], check=True)

    def mount(self) -> None:
        """A disk that is mounted again has the same device and the same files."""
        if not self.other.exists():
            self.folder.rename(self.other)
            self.folder.mkdir()
        subprocess.run(["mount", "--bind", str(self.other), str(self.folder)], check=True)

    def found(self) -> Path | None:
        """Where the file that was opened is now."""
        for path in sorted(self.top.rglob("*.review")):
            if path.is_file() and path.stat().st_ino == self.key:
                return path
        return None


def work(path: Path, goes_on: bool) -> None:
    """Comment, edit and undo until there is no more input; say what became of each step."""
    logging.disable()
    review = Review.open(path, check=lambda pair: [])
    rows = [row.key for row in review.rows(1) if row.relation]
    print("ok", harm.stand(review), flush=True)
    number = 0
    while not readable():
        number += 1
        try:
            step(review, rows[number % len(rows)], number)
        except ReviewerError as error:
            print("no", harm.stand(review), f"{type(error).__name__}: {error}", flush=True)
            if goes_on and isinstance(error, NotTheSameFile) and error.moved_to:
                try:
                    review.go_on_in_moved_file()
                except ReviewerError as failed:
                    print("no", harm.stand(review), f"not gone on: {failed}", flush=True)
            continue
        print("ok", harm.stand(review), flush=True)
    print("said", review.close(), flush=True)


def readable() -> bool:
    """Whether the input has ended."""
    return bool(select.select([0], [], [], 0)[0])


def step(review: Review, key: str, number: int) -> None:
    if number % 7 == 6:
        review.undo()
    elif number % 5 == 4:
        review.edit(1, key, f"Er kam {number} Mal.")
    else:
        review.comment(1, key, f"remark {number}")


def visit(path: Path) -> str:
    """Open what lies at the path, as a second program does, and remark something; what is wrong
    with it."""
    try:
        with Review.open(path, check=lambda pair: []) as review:
            review.comment(1, "s1", "of a visitor")
    except ReviewerError as error:
        return "" if isinstance(error, ReviewInUse) else type(error).__name__
    return ""


def try_once(folder: Path, draw: random.Random, name: str) -> str:
    """What is wrong after one try, in words; "" where nothing is."""
    folder.mkdir()
    place = Place(folder)
    away, back = place.ways()[name]
    goes_on, visited, killed, ends_away = (draw.random() < 0.5 for _ in range(4))
    if name == "disk taken away":
        place.mount()
    before = AS_ANYBODY if name == "folder not to be read" and os.geteuid() == 0 else ()
    program = subprocess.Popen(
        [*before, *PROGRAM, "work", str(place.path), str(int(goes_on))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert program.stdout
    assert program.stdin
    said = [os.read(program.stdout.fileno(), 1 << 20).decode()]
    os.set_blocking(program.stdout.fileno(), False)
    wrong: list[str] = []
    for number in range(ROUNDS):
        time.sleep(draw.random() * 0.02)
        away()
        if visited and number % 3 == 0 and "read" not in name:
            visit(place.path)
        time.sleep(draw.random() * draw.choice([0, 0.002, 0.02]))
        if not (ends_away and number == ROUNDS - 1):
            back()
        said += drained(program)
    time.sleep(draw.random() * 0.02)
    if killed:
        program.send_signal(signal.SIGKILL)
    else:
        program.stdin.close()
    while program.poll() is None:
        said += drained(program)
        time.sleep(0.005)
    said += drained(program)
    if ends_away:
        back()
    lines = "".join(said).split("\n")[:-1]
    wrong += judged(place, lines, killed)
    (folder / "said").write_text("\n".join(lines), "utf-8")
    if name == "disk taken away":
        place.unmount()
    if not wrong:
        shutil.rmtree(folder)
    how = [
        word
        for word, so in (
            ("goes on", goes_on),
            ("visited", visited),
            ("killed", killed),
            ("ends away", ends_away),
        )
        if so
    ]
    return f"{', '.join(how)}: {'; '.join(wrong)}" if wrong else ""


def drained(program: subprocess.Popen[str]) -> list[str]:
    assert program.stdout
    try:
        text = os.read(program.stdout.fileno(), 1 << 20)
    except BlockingIOError:
        return []
    return [text.decode()]


def judged(place: Place, lines: list[str], killed: bool) -> list[str]:
    """What is wrong with what a program has said and left behind."""
    odd = [line for line in lines if line.split(" ")[0] not in ("ok", "no", "said")]
    if odd:
        return ["raw: " + " / ".join(odd[-3:])]
    stands = [line.split(" ")[1:3] for line in lines if line.startswith("ok")]
    after = [line.split(" ")[1:3] for line in lines if line[:2] in ("ok", "no")]
    wrong = []
    last = after[-1]
    if last != stands[-1]:
        wrong.append("a refused step is shown")
    if not killed and not lines[-1].startswith("said"):
        return [*wrong, f"did not close: {lines[-1]}"]
    path = place.found()
    if path is None:
        return [*wrong, "the file is gone"]
    found, told = seen(path)
    if found == last:
        # A visitor may have closed a copy at this place, in which other steps were.
        return wrong + ([f"told {told}"] if told and "closed here last" not in told else [])
    if killed and found and int(found[0]) - int(last[0]) == 1:
        return wrong
    if not killed:
        # A file that was not at its place when it was closed is among the backups.
        for backup in backups.every():
            if seen(backup.path)[0] == last:
                return wrong
    return [*wrong, f"{last[0]} acknowledged, {found[0] if found else 'none'} found; {told}"]


def seen(path: Path) -> tuple[list[str], str]:
    """How many steps a review has, with the digest of what it shows; and what it says."""
    try:
        with Review.open(path, check=lambda pair: []) as review:
            return harm.stand(review).split(" "), " ".join(map(str, review.notices))
    except ReviewerError as error:
        return [], f"{type(error).__name__}: {error}"


def may_mount() -> bool:
    with tempfile.TemporaryDirectory() as one:
        mount = ["mount", "--bind", one, one]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            return False
        return not subprocess.run(["umount", one], capture_output=True, check=False).returncode


def main(folder: Path, tries: int, seed: int) -> None:
    draw = random.Random(seed)
    names = list(Place.ways(Place.__new__(Place)))
    if not may_mount():
        names.remove("disk taken away")
    for number in range(tries):
        name = names[number % len(names)]
        os.environ["REVIEWER_DATA"] = str(folder / f"data-{number}")
        Path(os.environ["REVIEWER_DATA"]).mkdir()
        print(f"{name}: {try_once(folder / str(number), draw, name)}", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "work":
        work(Path(sys.argv[2]), sys.argv[3] == "1")
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]), int((*sys.argv, "1")[3]))
