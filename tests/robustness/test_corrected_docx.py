"""A Word document that went through a review differs in its corrections and nowhere else."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from reviewer.analysis import analyse
from reviewer.cli import main
from reviewer.formats import read
from reviewer.review import Review

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"


@pytest.fixture
def review_path(tmp_path: Path) -> Path:
    path = tmp_path / "a.review"
    documents = read(SAMPLE / "article.en.html"), [read(SAMPLE / "article.de.docx")]
    Review.create(path, analyse(*documents)).close()
    return path


def exported(path: Path) -> Path:
    assert main(["export", str(path), "--output", str(path.parent)]) == 0
    return path.with_name("article.de.reviewed.docx")


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def described(path: Path) -> list[tuple[Any, ...]]:
    """Of each paragraph: style, alignment, and the format of its characters as far as it is set."""
    return [
        (
            paragraph.style.name if paragraph.style else "",
            paragraph.alignment,
            sorted(
                {(run.bold, run.italic, run.font.name, run.font.size) for run in paragraph.runs},
                key=str,
            ),
        )
        for paragraph in docx.Document(str(path)).paragraphs
    ]


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_only_the_corrections_differ(review_path: Path) -> None:
    made: dict[str, str] = {}
    with Review.open(review_path) as review:
        wanted = [row for row in review.rows(1) if row.relation == "aligned"][3:12:4]
        for number, row in enumerate(wanted):
            made[row.target] = f"{row.target[:-1]}, Zusatz {number}."
            review.edit(1, row.key, made[row.target])
    before, after = SAMPLE / "article.de.docx", exported(review_path)
    old, new = texts(before), texts(after)
    assert len(old) == len(new)
    for was, became in zip(old, new, strict=True):
        for sentence, corrected in made.items():
            was = was.replace(sentence, corrected)
        assert became == was
    assert sum(was != became for was, became in zip(old, new, strict=True)) == len(made)
    assert described(after) == described(before)
    there, now = parts(before), parts(after)
    assert there.keys() == now.keys()
    assert [name for name in now if now[name] != there[name]] == ["word/document.xml"]


def test_what_was_undone_is_not_exported(review_path: Path) -> None:
    with Review.open(review_path) as review:
        row = next(row for row in review.rows(1) if row.relation == "aligned")
        review.edit(1, row.key, "Etwas anderes.")
        review.undo()
    assert exported(review_path).read_bytes() == (SAMPLE / "article.de.docx").read_bytes()


def test_decisions_alone_change_nothing(review_path: Path) -> None:
    with Review.open(review_path) as review:
        review.decide_all(1, "accept")
    assert exported(review_path).read_bytes() == (SAMPLE / "article.de.docx").read_bytes()
