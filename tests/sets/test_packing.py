"""One file to mail: a set as a zip, a review with or without what can be made again."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.domain import BackTranslation, ReviewerError
from reviewer.review import Review
from reviewer.sets import ReviewSet, make_set, pack_set, paired, read_set, total, totals
from reviewer.store import digests
from tests.sets.conftest import MAKER


@pytest.fixture
def made(three: Path) -> ReviewSet:
    found = make_set(
        three / "work/news.reviewset", paired(three / "en", [three / "de"]).together, MAKER
    ).set
    assert found
    with Review.open(found.reviews[0]) as review:
        [text] = [row.target for row in review.rows(1) if "79" in row.target]
        review.add_back_translations(1, {text: BackTranslation("The bridge", "pack", "1.0")})
        review.decide_all(1, "accept", comment="as agreed")
        review.index(1)
    return found


def test_what_is_unpacked_is_the_same_set(made: ReviewSet, tmp_path: Path) -> None:
    assert pack_set(made, tmp_path / "news.zip").reviews == 3
    with zipfile.ZipFile(tmp_path / "news.zip") as archive:
        assert sorted(archive.namelist()) == [
            "news/2026/b.review",
            "news/a.review",
            "news/c.review",
            "news/news.reviewset",
        ]
        archive.extractall(tmp_path / "there")
    there = read_set(tmp_path / "there/news/news.reviewset")
    assert total(totals(there)) == total(totals(made))
    with Review.open(there.reviews[0]) as review:
        assert not review.notices
        assert review.undo_step


@pytest.mark.parametrize(("slim", "kept"), [(False, 1), (True, 0)])
def test_back_translations_are_left_out_where_that_is_wanted(
    slim: bool, kept: int, made: ReviewSet, tmp_path: Path
) -> None:
    with Review.open(made.reviews[0]) as review:
        review.copy_to(tmp_path / "copy.review", for_mail=True, without_caches=slim)
    with Review.open(tmp_path / "copy.review") as copy:
        assert not copy.notices
        assert sum(row.back_translation is not None for row in copy.rows(1)) == kept
        [found] = [one for row in copy.rows(1) for one in row.findings]
        assert (found.state, found.comment) == ("accepted", "as agreed")


def test_a_review_that_cannot_be_opened_is_left_out_and_told(
    made: ReviewSet, tmp_path: Path
) -> None:
    made.reviews[1].write_bytes(b"no review")
    done = pack_set(made, tmp_path / "news.zip")
    assert done.reviews == 2
    assert [name for name, _ in done.failed] == ["a"]
    for path in made.reviews:
        path.unlink()
    with pytest.raises(ReviewerError, match="could be packed"):
        pack_set(made, tmp_path / "none.zip")
    assert not (tmp_path / "none.zip").exists()


def test_the_command(made: ReviewSet, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review = made.reviews[0]
    assert main(["pack", str(review), "--slim"]) == 0
    mailed = review.with_name("b.mail.review")
    assert capsys.readouterr().out == f"{mailed}\n"
    assert main(["pack", str(review), "--slim"]) == 2
    assert "exists already" in capsys.readouterr().err
    assert main(["pack", str(review), "--force"]) == 0
    capsys.readouterr()
    assert main(["pack", str(made.path), "--output", str(tmp_path / "x.zip")]) == 0
    assert zipfile.is_zipfile(tmp_path / "x.zip")
    assert main(["pack", str(review), "--output", str(review), "--force"]) == 2
    assert review.exists()
    made.reviews[2].unlink()
    assert main(["pack", str(made.path), "--output", str(tmp_path / "y.zip")]) == 2
    assert "c: " in capsys.readouterr().err


def test_a_file_to_mail_does_not_say_where_its_texts_lay(made: ReviewSet, tmp_path: Path) -> None:
    """Neither in what can be read of it nor in pages that are free; and it is sound."""
    folder = str(tmp_path).encode()
    with Review.open(made.reviews[0]) as review:
        document = review.document(1)
        analysis = MAKER.analyse(review.source_document(), [document])
        review.reload_translation(1, analysis.translations[0])
        review.copy_to(tmp_path / "whole.review")
        review.copy_to(tmp_path / "mail.review", for_mail=True)
    assert folder in (tmp_path / "whole.review").read_bytes()
    assert folder not in (tmp_path / "mail.review").read_bytes()
    with closing(sqlite3.connect(tmp_path / "mail.review")) as connection:
        assert list(digests.problems(connection)) == []
        [name] = connection.execute("SELECT detail FROM operations WHERE kind = 'translation'")
        assert "b.txt" in name[0]
    with Review.open(tmp_path / "mail.review") as copy:
        assert not copy.notices
        assert [copy.source_document().path, copy.document(1).path] == [
            "en/2026/b.txt",
            "de/2026/b.txt",
        ]


@pytest.mark.parametrize(
    ("paths", "wanted"),
    [
        (["/home/ann/a.docx", "/home/ann/b.docx"], ["a.docx", "b.docx"]),
        (["/home/ann/x/en/a.md", "/home/ann/x/de/a.md"], ["en/a.md", "de/a.md"]),
        ([r"C:\Users\ann\a.txt", r"D:\b.txt", r"C:\x\b.txt"], ["a.txt", "b.txt", "x/b.txt"]),
        (["/x/a.md", "/x/a.md", "/x/y/a.md"], ["a.md", "a.md", "y/a.md"]),
        (["a.md", "a.md"], ["a.md", "a.md"]),
    ],
)  # fmt: skip
def test_names_of_files_that_are_mailed(paths: list[str], wanted: list[str]) -> None:
    from reviewer.store.mailing import _names

    assert _names(paths) == wanted


def test_a_set_that_is_mailed_does_not_say_where_it_lay(made: ReviewSet, tmp_path: Path) -> None:
    pack_set(made, tmp_path / "news.zip")
    with zipfile.ZipFile(tmp_path / "news.zip") as archive:
        assert not any(str(tmp_path).encode() in archive.read(name) for name in archive.namelist())
        archive.extractall(tmp_path / "there")
    with Review.open(tmp_path / "there/news/2026/b.review") as copy:
        assert any(row.back_translation for row in copy.rows(1))


def test_packing_tells_where_it_is_and_leaves_nothing_when_it_is_stopped(
    made: ReviewSet, tmp_path: Path
) -> None:
    made.reviews[1].write_bytes(b"no review")
    told: list[tuple[str, float]] = []
    done = pack_set(made, tmp_path / "a.zip", progress=lambda *one: told.append(one))
    assert told == [("2026/b", 0.0), ("a", 1 / 3), ("c", 2 / 3)]
    assert done.failed[0][1]
    told.clear()
    stopped = pack_set(
        made,
        tmp_path / "b.zip",
        progress=lambda *one: told.append(one),
        cancelled=lambda: bool(told),
    )
    assert (stopped.reviews, len(told)) == (0, 1)
    assert not (tmp_path / "b.zip").exists()
