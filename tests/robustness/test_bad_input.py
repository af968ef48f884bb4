"""Whatever is wrong with a file: exit code 2, words that say so, nothing written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reviewer.cli import main
from reviewer.store.project import ProjectFile
from reviewer.store.schema import APPLICATION_ID

DOCUMENTS = Path(__file__).parents[1] / "formats" / "files"
BRIDGE = (DOCUMENTS / "bridge.docx").read_bytes()

Make = Callable[[Path], object]


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def bomb(path: Path) -> None:
    """A Word document of half a megabyte that unpacks to 200 MB of text."""
    with zipfile.ZipFile(DOCUMENTS / "bridge.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"]
    at = text.index(b"<w:body>") + len(b"<w:body>")
    paragraph = b"<w:p><w:r><w:t>" + b"bomb " * 40_000 + b"</w:t></w:r></w:p>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            if name != "word/document.xml":
                package.writestr(name, data)
        with package.open("word/document.xml", "w") as part:
            part.write(text[:at])
            for _ in range(1_000):
                part.write(paragraph)
            part.write(text[at:])


def written(content: bytes) -> Make:
    return lambda path: path.write_bytes(content)


def copied(name: str) -> Make:
    return lambda path: shutil.copyfile(DOCUMENTS / name, path)


BAD_TEXTS: dict[str, tuple[str, Make, str]] = {
    "missing": ("x.txt", lambda path: None, "There is no file"),
    "in no folder": ("none/x.txt", lambda path: None, "There is no file"),
    "inside a file": ("source.txt/x.txt", lambda path: None, "There is no file"),
    "name too long": (f"{'x' * 300}.txt", lambda path: None, "cannot be read"),
    "folder": ("x.txt", lambda path: path.mkdir(), "not a file"),
    "pipe": ("x.txt", lambda path: os.mkfifo(path), "not a file"),
    "empty": ("x.txt", written(b""), "empty"),
    "only blanks": ("x.txt", written(b" \n\t\r\n"), "no text"),
    "binary": ("x.txt", written(bytes(range(256)) * 40), "not a text file"),
    "an image as a page": ("x.html", written(b"\xff\xd8\xff\xe0" + bytes(40)), "image"),
    "unknown kind": ("x.recipe", written(b"text"), "What can be read"),
    "no suffix": ("x", written(b"text"), "What can be read"),
    "a review": ("x.review", written(b"SQLite format 3\0"), "It is a review"),
    "password": ("x.docx", copied("locked.docx"), "password"),
    "cut off": ("x.docx", written(BRIDGE[: len(BRIDGE) // 2]), "damaged"),
    "no zip": ("x.docx", written(b"no zip at all"), "damaged"),
    "200 MB of text": ("x.txt", lambda path: sparse(path, 200 * 2**20), "larger than"),
    "200 MB of Word": ("x.docx", lambda path: sparse(path, 200 * 2**20), "larger than"),
    "bomb": ("x.docx", bomb, "unpacks"),
    "the source itself": ("source.txt", lambda path: None, "English"),
}


@pytest.mark.parametrize(("name", "make", "words"), BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_a_translation_that_cannot_be_checked(
    name: str,
    make: Make,
    words: str,
    source: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / name
    if name == "x.txt" and words == "not a file" and not hasattr(os, "mkfifo"):
        pytest.skip("this system has no such pipes")
    make(path)
    arguments = ["check", "--format", "json", "--output", tmp_path / "report.json"]
    told = refused([*arguments, source, path], tmp_path, capsys)
    assert words in told
    assert path.name in told


@pytest.mark.parametrize("name", ["none/report.json", ".", "source.txt/report.json", "r" * 300])
def test_a_report_that_cannot_be_written(
    name: str, source: Path, german: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["check", "--format", "json", "--output", tmp_path / name, source, german]
    told = refused(arguments, tmp_path, capsys)
    assert "Choose another" in told or "choose another" in told


def newer(path: Path) -> None:
    version_of(path, 99)


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE articles (title)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID + 1}")


def version_of(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {number}")


def scrambled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = os.urandom(len(data) // 2 - 4096)
    path.write_bytes(data)


def to_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


BAD_REVIEWS: dict[str, tuple[Make, str]] = {
    "missing": (lambda path: path.unlink(), "There is no file"),
    "folder": (to_folder, "not a review"),
    "empty": (written(b""), "not a review"),
    "text": (written(b"text " * 100), "not a review"),
    "another program's": (foreign, "not a review"),
    "newer": (newer, "Update Reviewer"),
    "scrambled": (scrambled, "damaged"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:6_000]), "damaged"),
}


@pytest.mark.parametrize(("make", "words"), BAD_REVIEWS.values(), ids=BAD_REVIEWS)
def test_a_review_that_cannot_be_opened(
    make: Make, words: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(project)
    told = refused(["export", project, "--output", tmp_path], tmp_path, capsys)
    assert words in told
    assert project.name in told


@pytest.mark.parametrize("name", ["none/x.review", "source.txt/x.review", f"{'x' * 300}.review"])
def test_a_review_where_none_can_be(
    name: str, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(["export", tmp_path / name], tmp_path, capsys)


def test_a_review_that_is_open_elsewhere(project: Path, tmp_path: Path, reviewer: Any) -> None:
    there = ProjectFile.open(project)
    try:
        ended = reviewer("export", project, "--output", tmp_path)
    finally:
        there.close()
    assert ended.returncode == 2
    assert "open in another window" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not list(tmp_path.glob("*.reviewed.*"))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("missing.argosmodel", lambda path: None),
        ("folder.argosmodel", lambda path: path.mkdir()),
        ("empty.argosmodel", written(b"")),
        ("text.argosmodel", written(b"text " * 100)),
        ("word.argosmodel", written(BRIDGE)),
        (f"{'x' * 300}.argosmodel", lambda path: None),
    ],
    ids=lambda value: value.split(".")[0][:12] if isinstance(value, str) else "",
)
def test_a_package_that_cannot_be_installed(
    name: str, make: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / name)
    refused(["packages", "install", tmp_path / name], tmp_path, capsys)


def test_a_package_that_is_not_there_is_not_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "No package" in refused(["packages", "remove", "de-en"], tmp_path, capsys)


def refused(arguments: list[Any], folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the program says; it ended with 2, printed nothing and left `folder` as it was."""
    before = dict(contents(folder))
    assert main([str(argument) for argument in arguments]) == 2
    told = capsys.readouterr()
    assert not told.out
    assert told.err.startswith("reviewer: ")
    assert dict(contents(folder)) == before
    return told.err


def contents(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*")):
        small = path.is_file() and path.stat().st_size < 2**20
        # Opening a database counts in its header, whatever becomes of it.
        start = 100 if path.suffix == ".review" else 0
        yield path, path.read_bytes()[start:] if small else b""
