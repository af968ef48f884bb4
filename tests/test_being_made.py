"""What a program that is killed leaves of its files and folders for a while."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.being_made import new_folder, note, remove_left, working_folder
from reviewer.folders import data_folder
from reviewer.formats.atomic import write_bytes
from reviewer.formats.unfinished import unfinished

AT_WORK = """
import sys
from pathlib import Path
from reviewer.being_made import new_folder
from reviewer.formats.unfinished import unfinished
folder = new_folder(Path(sys.argv[1]))
(folder / "copy.review").write_bytes(b"private")
part = unfinished(Path(sys.argv[1]) / "a.docx", "part")
for one in (part, part.with_name(part.name + "-journal")):
    one.touch(0o600)
print(folder.name, part.name, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "place"
    place.mkdir()
    return place


def at_work(place: Path) -> subprocess.Popen[str]:
    """Another program that has begun a folder and a file in `place`."""
    program = subprocess.Popen(
        [sys.executable, "-c", AT_WORK, str(place)],
        cwd=Path(__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    assert len(program.stdout.readline().split()) == 2
    return program


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_folder_goes_when_its_work_is_done(place: Path) -> None:
    with working_folder(place) as folder:
        (folder / "copy").write_bytes(b"private")
    assert not names(place)


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_nobody_else_can_look_into_it(place: Path) -> None:
    assert new_folder(place).stat().st_mode & 0o777 == 0o700


def test_what_a_killed_program_left_is_removed_at_the_next_start(place: Path) -> None:
    with at_work(place) as program:
        assert len(names(place)) == 3
        remove_left()
        assert len(names(place)) == 3, "it is still at work"
        program.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        program.wait()
        remove_left()
    assert not names(place)
    assert not names(data_folder() / "unfinished")


def test_the_next_file_that_is_made_is_soon_enough(place: Path, tmp_path: Path) -> None:
    with at_work(place) as program:
        program.kill()
    write_bytes(tmp_path / "elsewhere.txt", b"x")
    assert not names(place)


def test_a_program_that_ends_in_order_leaves_no_note(place: Path) -> None:
    with at_work(place) as program:
        pass  # its input ends
    assert program.returncode == 0
    assert not names(place)
    assert not names(data_folder() / "unfinished")


@pytest.mark.parametrize(
    "name",
    ["reviewer-mine", "thesis.part", ".reviewer-0123456789abcdef.txt", "reviewer-0123456789"],
)
def test_a_note_removes_nothing_of_another_name(name: str, place: Path) -> None:
    (place / name).touch(0o600)
    left_note(place / name)
    remove_left()
    assert names(place) == [name]


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_what_others_can_read_is_not_ours(place: Path) -> None:
    open_to_all = place / ".reviewer-0123456789abcdef.part"
    open_to_all.touch(0o600)
    open_to_all.chmod(0o644)
    left_note(open_to_all)
    remove_left()
    assert names(place) == [open_to_all.name]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_followed(place: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir(0o700)
    (mine / "thesis").touch()
    link = place / "reviewer-0123456789abcdef"
    link.symlink_to(mine)
    left_note(link)
    remove_left()
    assert names(mine) == ["thesis"]


def test_where_no_note_can_be_kept_the_work_goes_on(place: Path) -> None:
    data_folder().write_bytes(b"no folder")
    note(place / "x")
    remove_left()
    write_bytes(place / "a.txt", b"x")
    with working_folder(place):
        pass
    assert names(place) == ["a.txt"]


def test_strange_files_among_the_notes_are_left_alone(place: Path) -> None:
    notes = data_folder() / "unfinished"
    notes.mkdir(parents=True)
    (notes / "0123456789abcde0").mkdir()
    (notes / "thesis.txt").write_bytes(b"mine")
    if hasattr(os, "mkfifo"):
        os.mkfifo(notes / "0123456789abcde1")
    before = names(notes)
    remove_left()
    assert names(notes) == before


def left_note(path: Path) -> None:
    """A note that a killed program left."""
    notes = data_folder() / "unfinished"
    notes.mkdir(parents=True, exist_ok=True)
    (notes / "0123456789abcdef").write_bytes(os.fsencode(path) + b"\0")


def test_unfinished_names_are_noted(place: Path) -> None:
    path = unfinished(place / "a", "part")
    noted = b"".join(one.read_bytes() for one in (data_folder() / "unfinished").iterdir())
    assert os.fsencode(path) in noted
