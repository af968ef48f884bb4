"""Ends what keeps files by force at many moments, and looks at what is left. Run as a program:

python -m tests.robustness.killed_at FOLDER MOMENTS...

A moment is a share of the way through.

Each end is one of a process of its own, just before it writes, renames, removes or makes durable
something. For each it prints what is wrong afterwards, if anything is.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from reviewer import being_made
from reviewer.analysis import analyse
from reviewer.cli import main as cli
from reviewer.domain import ReviewerError
from reviewer.formats import read
from reviewer.review import Review
from reviewer.sets.packing import pack_set
from reviewer.sets.set_file import read_set, write_set
from reviewer.store import backups

TOUCHING = frozenset(
    {"write", "pwrite", "fsync", "open", "rename", "replace", "unlink", "mkdir", "rmdir", "chmod"}
    | {"truncate", "ftruncate", "execute", "executemany", "commit", "close", "link", "sendfile"}
)


@cache
def fresh_review(folder: Path) -> Path:
    """A review without a step."""
    source, german = folder / "a.txt", folder / "b.txt"
    source.write_text("".join(f"House {n} is old.\n\n" for n in range(30)), "utf-8")
    german.write_text("".join(f"Haus {n} ist alt.\n\n" for n in range(30)), "utf-8")
    Review.create(folder / "fresh.review", analyse(read(source), [read(german)])).close()
    return folder / "fresh.review"


class Scene:
    """A review in a folder of its own, with a backup of before its last remark."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        os.environ["REVIEWER_DATA"] = str(folder / "data")
        self.path = Path(shutil.copy(fresh_review(folder.parent), folder / "r.review"))
        self.remark("first")
        self.now = "second"
        self.remark(self.now)
        self.backup = backups.of(self.path)[0].path
        self.set = write_set(folder / "s.reviewset", [self.path]).path
        self.packed = folder / "s.zip"
        self.packed.write_bytes(b"the zip of before")
        self.exported = folder / "out" / "b.reviewed.txt"
        self.exported.parent.mkdir()
        self.exported.write_bytes(b"the export of before")

    def remark(self, text: str) -> None:
        with Review.open(self.path) as review:
            review.comment(1, "s1", text)

    def not_closed(self) -> None:
        """Its last remark is in its log alone, since its program was ended by force."""

        def work() -> None:
            Review.open(self.path).comment(1, "s1", "third")
            os.kill(os.getpid(), signal.SIGKILL)

        in_process(work)
        self.now = "third"

    def said(self, path: Path) -> str:
        with Review.open(path) as review:
            return review.row(1, "s1").comment

    def back_up(self) -> None:
        self.remark("third")

    def backed_up(self) -> str:
        if self.said(self.path) not in ("second", "third"):
            return f"the review says {self.said(self.path)}"
        return self._bad_backup()

    def restore(self) -> None:
        backups.restore(self.backup, self.path)

    def restored(self) -> str:
        before = self.said(self.backup_copy())
        there = [self.path, *self.folder.glob("r*kept*"), *self.folder.glob("r*before*")]
        states = [self.said(one) for one in there if one.suffix == ".review"]
        if self.said(self.path) not in (self.now, before):
            return f"the review says {self.said(self.path)}"
        if self.now not in states:
            return f"what was there is gone: {sorted(x.name for x in self.folder.iterdir())}"
        return self._bad_backup()

    def pack(self) -> None:
        pack_set(read_set(self.set), self.packed)

    def has_packed(self) -> str:
        if self.packed.read_bytes() != b"the zip of before":
            with zipfile.ZipFile(self.packed) as archive:
                if archive.testzip() or len(archive.namelist()) != 2:
                    return "the zip is not whole"
        return self._bad_review()

    def export(self) -> None:
        cli(["export", str(self.path), "--force", "--output", str(self.exported.parent)])

    def has_exported(self) -> str:
        text = self.exported.read_bytes()
        if text != b"the export of before" and text != (self.folder.parent / "b.txt").read_bytes():
            return "the export is not whole"
        return self._bad_review()

    def backup_copy(self) -> Path:
        return self._copied(self.backup)

    def _copied(self, path: Path) -> Path:
        place = self.folder / "copies"
        place.mkdir(exist_ok=True)
        return Path(shutil.copyfile(path, place / f"{len(list(place.iterdir()))}.review"))

    def _bad_review(self) -> str:
        said = self.said(self.path)
        return "" if said == "second" else f"the review says {said}"

    def _bad_backup(self) -> str:
        for one in backups.of(self.path):
            if self.said(self._copied(one.path)) not in ("", "first", "second", "third"):
                return "a backup is not whole"
        return ""


KINDS: dict[str, tuple[Callable[[Scene], None], Callable[[Scene], str]]] = {
    "backup": (Scene.back_up, Scene.backed_up),
    "restore": (Scene.restore, Scene.restored),
    "restore over one that was not closed": (Scene.restore, Scene.restored),
    "pack": (Scene.pack, Scene.has_packed),
    "export": (Scene.export, Scene.has_exported),
}


class Ending:
    """Counts what touches files, and ends the process at the one with number `at`."""

    def __init__(self, at: int = -1) -> None:
        self.count, self._at = 0, at

    def __call__(self, _frame: FrameType, event: str, what: Any) -> None:
        if event == "c_call" and getattr(what, "__name__", "") in TOUCHING:
            if self.count == self._at:
                os.kill(os.getpid(), signal.SIGKILL)
            self.count += 1


def in_process(work: Callable[[], None], at: int = -1) -> tuple[int, int]:
    """The status of a process that does it, and how often it touched files (if it lived)."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        ending = Ending(at)
        being_made._own.clear()  # the notes of what it makes end with it, not with this process
        try:
            sys.setprofile(ending)
            work()
            sys.setprofile(None)
            os.write(writing, str(ending.count).encode())
        finally:
            os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    counted = os.read(reading, 20)
    os.close(reading)
    return status, int(counted or 0)


def left_in(folder: Path) -> list[str]:
    """The names of what was there for a while only."""
    return [one.name for one in folder.rglob("*reviewer-*")]


def main(folder: Path, kind: str, moments: list[float]) -> None:
    do, wrong = KINDS[kind]

    def made(name: str) -> Scene:
        scene = Scene(folder / f"{kind} {name}")
        if kind.endswith("not closed"):
            scene.not_closed()
        return scene

    model = made("model")
    _, touched = in_process(lambda: do(model))
    assert touched >= 20, touched
    assert not wrong(model), wrong(model)
    for number, share in enumerate(moments):
        scene = made(str(number))
        status, _ = in_process(lambda scene=scene: do(scene), int(share * touched))
        try:
            said = "" if status == signal.SIGKILL else f"it was not killed ({status})"
            said = said or wrong(scene)
            scene.remark("and on")
            backups.restore(backups.of(scene.path)[0].path, scene.folder / "other.review")
            being_made.remove_left()
            said = said or ", ".join(f"{one} is left" for one in left_in(folder))
        except (ReviewerError, OSError, zipfile.BadZipFile) as error:
            said = f"{type(error).__name__}: {error}"
        print(f"{kind} at {share:.2f}: {said}", file=sys.__stdout__)


if __name__ == "__main__":
    sys.stdout = sys.stderr
    for one in KINDS:
        main(Path(sys.argv[1]), one, [float(moment) for moment in sys.argv[2:]])
