"""`reviewer export`: corrected texts and the record of decisions, out of a real review."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.cli import main
from reviewer.review import Review

SOURCE = """The bridge cost 97 million euros.

It was opened by Anna Kessler on Monday, 14 months later than planned.
"""
GERMAN = """Die Brücke kostete 97 Milliarden Euro.

Sie wurde am Montag von Anna Kessler eröffnet, 14 Monate später als geplant.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A review in which the wrong amount was corrected, closed."""
    source, german = tmp_path / "source.txt", tmp_path / "german.txt"
    source.write_text(SOURCE, "utf-8")
    german.write_text(GERMAN, "utf-8")
    path = tmp_path / "bridge.review"
    analysis = analyse(formats.read(source), [formats.read(german)])
    with Review.create(path, analysis) as review:
        [info] = review.translations
        row = next(row for row in review.rows(info.id) if "Milliarden" in row.target)
        [found] = row.findings
        review.decide(info.id, row.key, found.fingerprint, "accept", "=a slip")
        review.edit(info.id, row.key, row.target.replace("Milliarden", "Millionen"))
    german.unlink()
    return path


def test_the_corrected_text_differs_only_where_it_was_corrected(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert main(["export", str(project), "--output", str(folder)]) == 0
    [path] = folder.iterdir()
    assert str(path) in capsys.readouterr().out
    assert path.read_text("utf-8") == GERMAN.replace("Milliarden", "Millionen")


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_record_of_decisions(form: str, project: Path, tmp_path: Path) -> None:
    assert main(["export", str(project), "--findings", form, "--output", str(tmp_path)]) == 0
    path = tmp_path / f"german.findings.{form}"
    if form == "json":
        assert json.loads(path.read_text("utf-8"))
    else:
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
        assert len(rows) >= 1


def test_a_file_that_is_there_is_not_replaced_unasked(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "german.reviewed.txt"
    there.write_text("mine")
    arguments = ["export", str(project), "--output", str(tmp_path)]
    assert main(arguments) == 2
    assert "--force" in capsys.readouterr().err
    assert there.read_text() == "mine"
    assert main([*arguments, "--force"]) == 0
    assert "Millionen" in there.read_text("utf-8")


@pytest.mark.parametrize("content", [None, b"", b"not a database, only words" * 40])
def test_what_is_no_review_is_told(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.review"
    if content is not None:
        path.write_bytes(content)
    assert main(["export", str(path)]) == 2
    told = capsys.readouterr().err
    assert "a.review" in told
    assert "Traceback" not in told


def test_a_language_that_is_not_there_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(project), "--language", "fr"]) == 2
    assert "de" in capsys.readouterr().err


def test_tracked_changes_are_signed_and_open_findings_are_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Review.open(project) as review:
        row = next(row for row in review.rows(1) if "14 Monate" in row.target)
        review.edit(1, row.key, row.target.replace("14", "15"))
        review.comment(1, row.key, "Is that so?")
    folder = tmp_path / "new" / "folder"
    arguments = ["export", str(project), "--as", "tracked", "--author", "Ann Lee"]
    assert main([*arguments, "--output", str(folder)]) == 0
    said = capsys.readouterr()
    assert "german.tracked.docx" in said.out
    assert "findings still open: 1 critical" in said.err
    with zipfile.ZipFile(folder / "german.tracked.docx") as package:
        text = package.read("word/document.xml").decode()
        comments = package.read("word/comments.xml").decode()
    assert re.findall(r"<w:delText[^>]*>([^<]*)", text) == ["Milliarden", "14"]
    assert 'w:author="Ann Lee"' in text
    assert "Is that so?" in comments
    assert "14" in comments
    assert 'w:author="Reviewer"' in comments
    assert "Millionen" in " ".join(
        block.text for block in formats.read(folder / "german.tracked.docx").blocks
    )

    assert main([*arguments, "--output", str(folder), "--force", "--no-findings"]) == 0
    with zipfile.ZipFile(folder / "german.tracked.docx") as package:
        assert 'w:author="Reviewer"' not in package.read("word/comments.xml").decode()


def test_it_says_what_becomes_of_the_note_of_a_deleted_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noted = "Die Brücke kostete 97 Millionen.[^1] Sie wurde am Montag eröffnet.\n\n[^1]: Amtlich.\n"
    (tmp_path / "a.md").write_text("It cost 97 million. It was opened on Monday.\n", "utf-8")
    (tmp_path / "b.md").write_text(noted, "utf-8")
    analysis = analyse(formats.read(tmp_path / "a.md"), [formats.read(tmp_path / "b.md")])
    path = tmp_path / "bridge.review"
    with Review.create(path, analysis) as review:
        row = next(row for row in review.rows(1) if row.target.startswith("Die Brücke"))
        review.edit(1, row.key, "")
    assert main(["export", str(path), "--output", str(tmp_path)]) == 0
    said = capsys.readouterr().err
    assert "“Die Brücke kostete 97 Millionen.”" in said
    assert "The mark of its note goes with it" in said
    made = (tmp_path / "b.reviewed.md").read_text("utf-8")
    assert made == "Sie wurde am Montag eröffnet.\n\n[^1]: Amtlich.\n"


@pytest.mark.parametrize("whose", ["review", "source"])
def test_a_link_to_what_is_worked_on_is_not_written_through(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], whose: str
) -> None:
    with Review.open(project) as review:
        source, name = Path(review.source.path), Path(review.translations[0].path)
    target = project if whose == "review" else source
    before = target.read_bytes()
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / f"{name.stem}.reviewed{name.suffix}").symlink_to(target)
    assert main(["export", str(project), "--output", str(folder), "--force"]) == 2
    assert "Choose another name" in capsys.readouterr().err.replace("\n", " ")
    with Review.open(project):
        assert source.exists()
    assert whose == "review" or target.read_bytes() == before


def test_what_can_only_be_read_is_made_anew_in_a_format_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = Path(__file__).parents[1] / "formats/files"
    path = tmp_path / "bridge.review"
    source = tmp_path / "source.txt"
    source.write_text(GERMAN, "utf-8")
    with Review.create(
        path, analyse(formats.read(source), [formats.read(files / "bridge.rtf")])
    ) as review:
        [info] = review.translations
        row = next(row for row in review.rows(info.id) if row.relation and row.target)
        review.edit(info.id, row.key, "The price was named.")
    capsys.readouterr()
    folder = str(tmp_path / "out")
    assert main(["export", str(path), "--output", folder]) == 2
    assert main(["export", str(path), "--output", folder, "--format", "docx"]) == 0
    [made] = (tmp_path / "out").iterdir()
    assert made.name == "bridge.reviewed.docx"
    texts = [block.text for block in formats.read(made).blocks]
    assert any("The price was named." in text for text in texts)
    assert main(["export", str(path), "--format", "docx", "--as", "html"]) == 2
    assert "--format is for the corrected text" in capsys.readouterr().err


@pytest.mark.parametrize("within", [".", "deeper"])
def test_a_file_is_no_folder_to_write_into(
    within: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "there.txt"
    there.write_text("mine")
    assert main(["export", str(project), "--output", str(there / within)]) == 2
    assert "is no folder" in capsys.readouterr().err
    assert there.read_text() == "mine"


@pytest.mark.parametrize("form", ["tracked", "text"])
def test_two_exports_at_once_are_refused(
    form: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "new")
    assert (
        main(["export", str(project), "--findings", "csv", "--as", form, "--output", folder]) == 2
    )
    said = capsys.readouterr()
    assert "--findings" in said.err
    assert not said.out
