"""What becomes of a review's file, whatever happens to it: drawn scenes of a few steps each.

`held_files.txt` has each scene step by step: what is done to the open or the closed file, by the
program or behind its back, what is said then, how many operations are there, and what lies in the
folder. After a change on purpose: HELD=write pytest tests/store/test_held_files.py
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from reviewer.messages import message
from reviewer.store.errors import StoreError
from reviewer.store.project import ProjectFile
from reviewer.store.records import Operation

TABLE = Path(__file__).with_name("held_files.txt")
SCENES = 45


def operation(number: int) -> Operation:
    return Operation("edit", message("Edit {row}", row=number), 1, "s1", f"text {number}")


class Scene:
    """One folder with a review, and what is done to it."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.folder, self.dice = folder, dice
        self.path = folder / "a.review"
        self.project: ProjectFile | None = None
        self.count = 0
        self.open(lambda: ProjectFile.create(self.path, lambda one: None))
        self.write()
        self.close()

    def open(self, make: Callable[[], ProjectFile]) -> None:
        if self.project is None:
            self.project = make()

    def write(self) -> None:
        if self.project:
            self.count += 1
            self.project.commit(operation(self.count))

    def close(self) -> object:
        if self.project is None:
            return None
        project, self.project = self.project, None
        return project.close()

    def killed(self) -> None:
        """What is left of the file where the program was ended in the middle."""
        if self.project:
            kept = {
                one: one.read_bytes()
                for one in self.folder.iterdir()
                if one.is_file() and not one.name.endswith("-shm")
            }
            self.project.discard()
            self.project = None
            for one in self.folder.iterdir():
                if one.is_file() and one not in kept:
                    one.unlink()
            for one, data in kept.items():
                one.write_bytes(data)

    def beside(self, name: str) -> Path:
        return self.path.with_name(f"{self.path.name}{name}")

    def cut(self, path: Path, share: float) -> None:
        if path.exists():
            os.truncate(path, int(path.stat().st_size * share))

    def flip(self, path: Path) -> None:
        if path.exists() and path.stat().st_size:
            data = bytearray(path.read_bytes())
            data[self.dice.randrange(len(data))] ^= 0x41
            path.write_bytes(data)

    def copy(self, *ends: str) -> None:
        for end in ends:
            if self.beside(end).exists():
                shutil.copyfile(self.beside(end), self.folder / f"b.review{end}")

    def put_back(self) -> None:
        if (self.folder / "b.review").exists():
            (self.folder / "b.review").replace(self.path)

    def rename(self) -> None:
        if self.path.exists():
            self.path.rename(self.folder / "c.review")

    def rename_back(self) -> None:
        if (self.folder / "c.review").exists():
            (self.folder / "c.review").rename(self.path)

    def moved(self) -> None:
        if self.project:
            self.path = self.project.go_on_in_moved_file()

    def copied(self) -> None:
        if self.project:
            self.project.go_on_in_copy(self.folder / "d.review")
            self.path = self.folder / "d.review"

    def mailed(self) -> None:
        if self.project:
            self.project.copy_to(self.folder / "m.review", replace=True, for_mail=True)

    def steps(self) -> dict[str, Callable[[], object]]:
        log = self.beside("-wal")
        return {
            "open": lambda: self.open(lambda: ProjectFile.open(self.path)),
            "open, take over": lambda: self.open(
                lambda: ProjectFile.open(self.path, take_over=True)
            ),
            "open with losses": lambda: self.open(
                lambda: ProjectFile.open(self.path, accept_losses=True)
            ),
            "open the copy": lambda: self.open(lambda: ProjectFile.open(self.folder / "b.review")),
            "write": self.write,
            "close": self.close,
            "kill": self.killed,
            "copy": lambda: self.copy(""),
            "copy with the log": lambda: self.copy("", "-wal"),
            "put the copy back": self.put_back,
            "rename": self.rename,
            "rename back": self.rename_back,
            "remove": lambda: self.path.unlink(missing_ok=True),
            "remove the log": lambda: log.unlink(missing_ok=True),
            "cut the log": lambda: self.cut(log, 0.6),
            "empty the log": lambda: self.cut(log, 0),
            "damage the log": lambda: self.flip(log),
            "cut the file": lambda: self.cut(self.path, 0.7),
            "damage the file": lambda: self.flip(self.path),
            "remove the note": lambda: self.beside(".lock").unlink(missing_ok=True),
            "go on where it is": self.moved,
            "go on in a copy": self.copied,
            "send": self.mailed,
            "a journal": lambda: self.beside("-journal").write_bytes(b"x"),
            "a folder for the log": lambda: None if log.exists() else log.mkdir(),
        }

    def done(self, name: str) -> str:
        try:
            said = self.steps()[name]()
            told = str(said) if name == "close" and said else ""
        except StoreError as error:
            told = f"{type(error).__name__}: {error}"
        if self.project:
            try:
                told += f" [{self.project.last_operation()}]"
                if name.startswith("open"):
                    told += "".join(f" ({one})" for one in self.project.notices)
            except StoreError as error:
                told += f" [{type(error).__name__}]"
        there = sorted(one.name for one in self.folder.iterdir() if not one.name.endswith("-shm"))
        return plain(f"{name}: {told} | {' '.join(there)}", self.folder)


def plain(told: str, folder: Path) -> str:
    told = told.replace(f"{folder}/", "").replace(str(folder), ".")
    told = re.sub(r"\S+/(?:data|state)/\S+", "THERE", told)
    told = re.sub(r"(?<=[-.])[0-9a-f]{8,32}\b", "N", told)
    return re.sub(r"\d{4}-\d\d-\d\d[T ]?[\d:.+]*|\d\d:\d\d(:\d\d)?", "NOW", told)


NOT_WHILE_OPEN = {"open", "open, take over", "open with losses", "open the copy"}
ONLY_WHILE_OPEN = {"write", "close", "kill", "go on where it is", "go on in a copy", "send"}


def drawn(number: int, folder: Path) -> list[str]:
    """Something happens to the open file; then it is closed, or its program ended; then something
    happens to what lies there; then it is opened and closed twice."""
    dice = random.Random(f"file {number}")
    scene = Scene(folder, dice)
    rare = [one for one in scene.steps() if one not in ONLY_WHILE_OPEN | NOT_WHILE_OPEN]
    own = ["go on where it is", "go on in a copy", "send", "write", "write"]
    names = ["open", "write", dice.choice(rare), dice.choice((*own, *rare)), "write"]
    names += [dice.choice(("close", "kill", "kill")), dice.choice(rare), dice.choice((*rare, ""))]
    names += [dice.choice(sorted(NOT_WHILE_OPEN)), "write", "close", "open", "close"]
    told = []
    for name in names:
        if name and (name in ONLY_WHILE_OPEN) <= (scene.project is not None):
            told.append(f"{number} {scene.done(name)}")
    scene.close()
    return told


def test_what_is_said_and_what_is_left(tmp_path: Path) -> None:
    lines = []
    for number in range(SCENES):
        (tmp_path / str(number)).mkdir()
        lines += drawn(number, tmp_path / str(number))
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert lines == TABLE.read_text("utf-8").splitlines()
