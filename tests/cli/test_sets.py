"""`reviewer set`, and the export of a set."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.cli import main

SOURCE = "The bridge cost 97 million euros.\n\nIt was opened on Monday, as everybody knows.\n"
GERMAN = "Die Brücke kostete 97 Millionen Euro.\n\nSie wurde am Montag eröffnet, wie alle wissen.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "en/a.txt": SOURCE,
        "de/a.txt": GERMAN.replace("97", "79"),
        "en/b.txt": SOURCE,
        "de/b.txt": GERMAN,
        "en/alone.txt": SOURCE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_what_belongs_together_is_shown_before_anything_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["set", "new", str(folder / "en"), str(folder / "de"), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        f"{folder / 'en' / name}: {folder / 'de' / name}" for name in ("a.txt", "b.txt")
    ]
    assert "alone.txt: no file of the same name" in said.err
    assert sorted(path.name for path in folder.iterdir()) == ["de", "en"]


def test_a_set_is_made_listed_and_exported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["set", "new", str(folder / "en"), str(folder / "de")]) == 0
    said = capsys.readouterr()
    path = folder / f"{folder.name}-review/{folder.name}.reviewset"
    assert said.out == f"{path}\n"
    assert "2 reviews made" in said.err
    assert main(["set", "new", str(folder / "en"), str(folder / "de")]) == 0
    assert "0 reviews made, 2 were there" in capsys.readouterr().err
    assert main(["set", "list", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "All 2 documents: 1 critical; 0 of 4 sentences reviewed"
    assert lines[2].startswith("a.txt: 1 critical; 0 of 2 sentences reviewed (German 1)")
    assert lines[3].startswith("b.txt: no findings")
    assert main(["export", str(path), "--output", str(folder / "out")]) == 0
    said = capsys.readouterr()
    assert [Path(line).name for line in said.out.splitlines()] == [
        "a.reviewed.txt",
        "b.reviewed.txt",
    ]
    assert "a: findings still open: 1" in said.err
    assert main(["export", str(path), "--output", str(folder / "out")]) == 2
    assert "exists already" in capsys.readouterr().err


def test_what_cannot_be_read_is_told_and_the_rest_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "de/b.txt").write_bytes(b"")
    target = folder / "work/x.reviewset"
    arguments = ["set", "new", str(folder / "en"), str(folder / "de"), "--output", str(target)]
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == f"{target}\n"
    assert "1 review made" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("command", [["set", "list"], ["export"]])
def test_what_is_no_set_is_told(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.reviewset"
    path.write_text("{}", "utf-8")
    assert main([*command, str(path)]) == 2
    assert "no set of reviews" in capsys.readouterr().err


def test_words_are_found_in_all_documents_as_they_stand_now(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from reviewer.review import Review
    from reviewer.sets import read_set

    path = folder / "set/news.reviewset"
    assert main(["set", "new", str(folder / "en"), str(folder / "de"), "--output", str(path)]) == 0
    first, second = read_set(path).reviews
    with Review.open(second) as review:
        row = next(row for row in review.rows(1) if "97" in row.target)
        review.edit(1, row.key, "Die  Überführung kostete 97 Millionen Euro.")
    capsys.readouterr()
    assert main(["set", "search", str(path), "die überFÜHRUNG"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "b (German) 1:",
        "    The bridge cost 97 million euros.",
        "    Die  Überführung kostete 97 Millionen Euro.",
    ]
    assert "1 row found" in said.err
    assert main(["set", "search", str(path), "MONDAY"]) == 0
    assert capsys.readouterr().out.count("Monday") == 2
    assert main(["set", "search", str(path), "nobody"]) == 1
    assert main(["set", "search", str(path), " "]) == 2
    first.write_bytes(b"no review")
    assert main(["set", "search", str(path), "Monday"]) == 2
    assert "reviewer: a: " in capsys.readouterr().err
