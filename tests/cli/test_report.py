"""`reviewer report`: a page or a PDF of a review, or of texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.cli import main


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    source, german = tmp_path / "source.txt", tmp_path / "german.txt"
    source.write_text("The bridge cost 97 million euros.\n\nIt was opened on Monday.\n", "utf-8")
    german.write_text(
        "Die Brücke kostete 79 Millionen Euro.\n\nSie wurde am Montag eröffnet.\n", "utf-8"
    )
    return [str(source), str(german)]


def test_a_page_of_texts(
    texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "out.html"
    assert main(["report", *texts, "--output", str(out), "--author", "Ann Lee"]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    written = out.read_text("utf-8")
    assert "Ann Lee" in written
    assert "79" in written
    assert main(["report", *texts, "--output", str(out)]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["report", *texts, "--output", str(out), "--force"]) == 0


@pytest.mark.usefixtures("qapp")
def test_a_pdf_can_be_read(texts: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert main(["report", *texts, "--output", str(out)]) == 0
    said = " ".join(block.text for block in formats.read(out).blocks)
    assert "Die Brücke kostete 79 Millionen Euro." in said
    assert "1 / 1" in said


def test_another_suffix_is_refused(
    texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *texts, "--output", str(tmp_path / "out.doc")]) == 2
    assert ".html or .pdf" in capsys.readouterr().err
