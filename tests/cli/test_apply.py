"""`reviewer apply`: a table comes back into its review."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.cli import main
from reviewer.review import Review


@pytest.fixture
def project(tmp_path: Path) -> Path:
    source, german = tmp_path / "source.txt", tmp_path / "german.txt"
    source.write_text("The bridge cost 97 million euros.\n\nIt was opened on Monday.\n", "utf-8")
    german.write_text(
        "Die Brücke kostete 79 Millionen Euro.\n\nSie wurde am Montag eröffnet.\n", "utf-8"
    )
    path = tmp_path / "bridge.review"
    Review.create(path, analyse(formats.read(source), [formats.read(german)])).close()
    return path


def edited(project: Path, old: str, new: str) -> Path:
    """The exported table with a cell of the corrected column changed."""
    arguments = ["export", str(project), "--as", "table-docx", "--output", str(project.parent)]
    assert main([*arguments, "--force"]) == 0
    path = project.parent / "german.table.docx"
    document = docx.Document(str(path))
    for row in document.tables[0].rows:
        if row.cells[3].text == old:
            row.cells[3].text = new
    document.save(str(path))
    return path


def test_a_correction_comes_back(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = "Die Brücke kostete 97 Millionen Euro."
    table = edited(project, "Die Brücke kostete 79 Millionen Euro.", new)
    capsys.readouterr()
    assert main(["apply", str(project), str(table), "--dry-run"]) == 0
    with Review.open(project) as review:
        assert not any(row.edited for row in review.rows(1))
    assert main(["apply", str(project), str(table)]) == 0
    said = "2 rows read; 1 corrected, 0 commented, 0 decided, 0 in conflict"
    assert capsys.readouterr().out == f"{table}: {said}\n" * 2
    with Review.open(project) as review:
        assert [row.target for row in review.rows(1) if row.edited] == [new]


def test_a_conflict_is_told_and_ends_with_1(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = edited(project, "Sie wurde am Montag eröffnet.", "Man eröffnete sie am Montag.")
    with Review.open(project) as review:
        key = next(row.key for row in review.rows(1) if "Montag" in row.target)
        review.edit(1, key, "Montags wurde sie eröffnet.")
    assert main(["apply", str(project), str(table)]) == 1
    said = capsys.readouterr()
    assert "1 in conflict" in said.out
    assert "changed here as well" in said.err
    assert "Man eröffnete sie am Montag." in said.err
    assert "Montags wurde sie eröffnet." in said.err


def test_another_file_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = project.parent / "other.docx"
    docx.Document().save(str(other))
    assert main(["apply", str(project), str(other)]) == 2
    assert "no table of this review" in capsys.readouterr().err
    assert main(["apply", str(project), str(project.parent / "german.txt")]) == 2
    assert "docx or xlsx" in capsys.readouterr().err
