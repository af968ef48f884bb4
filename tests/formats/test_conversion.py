"""Old kinds of files are converted by LibreOffice, where it is installed and was asked to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.formats import conversion
from reviewer.formats.errors import UnreadableFileError
from tests.libreoffice import LibreOffice, needs_libreoffice

FILES = Path(__file__).parent / "files"


@pytest.fixture(scope="module")
def written(libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document of Word 97."""
    return libreoffice.converted(FILES / "bridge.odt", ".doc", tmp_path_factory.mktemp("old"))


@pytest.fixture
def old(written: Path, tmp_path: Path) -> Path:
    """The same, where other things may be put beside it."""
    return Path(shutil.copy(written, tmp_path))


@needs_libreoffice
def test_an_old_document_becomes_a_word_document(old: Path) -> None:
    before = old.read_bytes()
    document = conversion.read_converted(old)
    assert document.format == "docx"
    assert document.path.endswith("bridge.docx")
    assert any("Walkers keep to the left." in block.text for block in document.blocks)
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir() if "copy" in path.name] == []


@needs_libreoffice
def test_the_command_line_offers_it_and_does_it_when_asked(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "source.txt"
    source.write_text("Die alte Brücke ist wieder offen.\n\nFußgänger gehen links.\n", "utf-8")
    arguments = ["check", str(source), str(old), "--fail-on", "critical"]
    assert main(arguments) == 2
    assert "--convert" in capsys.readouterr().err
    assert main([*arguments, "--convert"]) in (0, 1)
    assert "bridge.docx" in capsys.readouterr().out


def test_without_libreoffice_the_words_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(conversion, "program", lambda: "")
    path = tmp_path / "old.doc"
    path.write_bytes(b"x")
    assert not conversion.can_convert(path)
    assert main(["check", str(path), str(path)]) == 2
    assert "save it as docx" in capsys.readouterr().err


def test_what_can_be_read_as_it_is_needs_no_conversion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "program", lambda: "soffice")
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0 an old document of Word")
    assert conversion.can_convert(path)
    words = b"A harbour is opened today, and some four hundred people are there to see it."
    for data in (words, b"{\\rtf1 A harbour}", b"<!DOCTYPE html><p>A harbour"):
        path.write_bytes(data)
        assert not conversion.can_convert(path)


def test_what_cannot_be_converted_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "program", lambda: "false")
    path = tmp_path / "old.doc"
    path.write_bytes(b"x")
    with pytest.raises(UnreadableFileError, match="could not convert"):
        conversion.read_converted(path)
