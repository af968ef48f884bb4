"""`reviewer convert`: texts or a review in another form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.cli import main
from reviewer.review import Review


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    names = []
    for name, text in (
        ("source", "The bridge cost 97 million euros.\n\nIt was opened on Monday.\n"),
        ("german", "Die Brücke kostete 79 Millionen Euro.\n\nSie wurde am Montag eröffnet.\n"),
        ("french", "Le pont a coûté 97 millions d’euros.\n\nIl a été inauguré lundi.\n"),
    ):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, "utf-8")
        names.append(str(path))
    return names


def test_texts_become_a_memory(texts: list[str], tmp_path: Path) -> None:
    out = tmp_path / "new" / "out.tmx"
    assert main(["convert", *texts, "--to", "tmx", "--output", str(out)]) == 0
    assert [one.language for one in formats.read_bilingual(out).translations] == ["de", "fr"]
    assert main(["convert", *texts, "--to", "tmx", "--output", str(out)]) == 2


def test_it_prints_without_a_name(
    texts: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["convert", *texts[:2], "--to", "sarif"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["runs"][0]["results"]


def test_a_form_for_one_translation_wants_one(
    texts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", *texts, "--to", "xliff"]) == 2
    assert "--language" in capsys.readouterr().err


@pytest.mark.parametrize(("wanted", "given"), [("", ["de", "fr"]), ("fr", ["fr"]), ("de", ["de"])])
def test_of_a_review_only_the_wanted_language_is_taken(
    texts: list[str], tmp_path: Path, wanted: str, given: list[str]
) -> None:
    source, *translations = (formats.read(Path(name)) for name in texts)
    review, out = tmp_path / "bridge.review", tmp_path / "out.tmx"
    Review.create(review, analyse(source, translations)).close()
    only = ["--language", wanted] if wanted else []
    assert main(["convert", str(review), "--to", "tmx", "--output", str(out), *only]) == 0
    assert [one.language for one in formats.read_bilingual(out).translations] == given
