"""`reviewer check` of folders, patterns and standard input, and what it prints in which order."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from reviewer.cli import main

SOURCE = "The bridge cost 97 million euros.\n\nIt was opened on Monday, as everybody knows.\n"
GERMAN = "Die Brücke kostete 97 Millionen Euro.\n\nSie wurde am Montag eröffnet, wie alle wissen.\n"
WRONG = GERMAN.replace("97", "79")


def made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_totals_come_first_and_what_is_alone_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = made(tmp_path / "en", {"a.txt": SOURCE, "b.txt": SOURCE, "alone.txt": SOURCE})
    german = made(tmp_path / "de", {"a.txt": GERMAN, "b.txt": WRONG})
    assert main(["check", str(english), str(german)]) == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0].endswith("a.txt (German): no findings")
    assert lines[1].endswith("b.txt (German): 1 critical")
    assert lines[2] == "All 2 translations: 1 critical"
    assert "[critical]" in "\n".join(lines[3:])
    assert "alone.txt: no file of the same name" in said.err
    assert "\x1b" not in said.out


def test_folders_as_json_are_one_text_with_totals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = made(tmp_path / "en", {"a.txt": SOURCE, "b.txt": SOURCE})
    german = made(tmp_path / "de", {"a.txt": GERMAN, "b.txt": WRONG})
    assert main(["check", str(english), str(german), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["totals"] == {"critical": 1, "major": 0, "minor": 0, "info": 0}
    assert len(told["documents"]) == 2


def test_folders_as_pages_go_into_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = made(tmp_path / "en", {"a.txt": SOURCE, "b.txt": SOURCE})
    german = made(tmp_path / "de", {"a.txt": GERMAN, "b.txt": GERMAN})
    arguments = ["check", str(english), str(german), "--format", "html"]
    assert main(arguments) == 2
    assert "--output" in capsys.readouterr().err
    assert main([*arguments, "--output", str(tmp_path / "out")]) == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["001 a.html", "002 b.html"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = made(tmp_path / "en", {"a.txt": SOURCE, "b.docx": "no document"})
    german = made(tmp_path / "de", {"a.txt": WRONG, "b.txt": GERMAN})
    assert main(["check", str(english), str(german)]) == 2
    said = capsys.readouterr()
    assert "[critical]" in said.out
    assert "b.docx" in said.err
    assert "Traceback" not in said.err


def test_folders_without_pairs_say_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = made(tmp_path / "en", {"a.txt": SOURCE})
    german = made(tmp_path / "de", {"b.txt": GERMAN})
    assert main(["check", str(english), str(german)]) == 2
    assert "same name but for the language" in capsys.readouterr().err
    assert main(["check", str(english), str(german / "b.txt")]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_standard_input_is_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, {"german.txt": WRONG})
    stream = io.TextIOWrapper(io.BytesIO(SOURCE.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["check", "-", str(tmp_path / "german.txt")]) == 1
    assert "[critical]" in capsys.readouterr().out
    assert main(["check", "-", "-"]) == 2
    assert "one text only" in capsys.readouterr().err


XLIFF = """<?xml version="1.0"?><xliff version="1.2">
<file source-language="en" target-language="de"><body><trans-unit id="1">
<source>It has 12 doors.</source><target>Es hat 21 Türen.</target>
</trans-unit></body></file></xliff>"""


@pytest.mark.parametrize(
    "given",
    [
        XLIFF,
        "Source\tTarget\nIt has 12 doors.\tEs hat 21 Türen.\n",
        "en,de\nIt has 12 doors.,Es hat 21 Türen.\n",
        'msgid ""\nmsgstr "Language: de\\n"\n\n'
        'msgid "It has 12 doors."\nmsgstr "Es hat 21 Türen."\n',
    ],
    ids=["xliff", "tsv", "csv", "po"],
)
def test_a_bilingual_file_through_standard_input_is_enough(
    given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert main(["check", "-"]) == 1
    assert "12 → 21" in capsys.readouterr().out


def test_one_text_through_standard_input_is_not_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOURCE.encode())))
    assert main(["check", "-"]) == 2
    assert "holds one text" in capsys.readouterr().err


def test_a_pattern_stands_for_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path, {"source.txt": SOURCE, "t-1.txt": GERMAN, "t-2.txt": WRONG})
    assert main(["check", str(tmp_path / "source.txt"), str(tmp_path / "t-*.txt")]) == 1
    assert "All 2 translations: 1 critical" in capsys.readouterr().out


@pytest.mark.parametrize(("colour", "painted"), [("always", True), ("never", False)])
def test_colours_are_for_terminals_or_who_asks(
    colour: str, painted: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, {"source.txt": SOURCE, "german.txt": WRONG})
    names = [str(tmp_path / name) for name in ("source.txt", "german.txt")]
    main(["check", *names, "--colour", colour])
    assert ("\x1b[1;31m[critical]\x1b[0m" in capsys.readouterr().out) is painted


def test_two_texts_in_one_language_do_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = made(tmp_path / "source", {"a.txt": SOURCE, "b.txt": SOURCE})
    targets = made(tmp_path / "target", {"a.txt": SOURCE, "b.txt": WRONG})
    assert main(["check", str(sources), str(targets)]) == 2
    said = capsys.readouterr()
    assert "as its source is" in said.err
    assert "[critical]" in said.out
