"""How often the language of a text is told rightly, by its length.

    .venv/bin/python -m pytest -m benchmark -s tests/benchmarks/test_languages.py

Texts are cut from the lines of flores-dev, of a novel and of Text+Berg, at the sizes of a line, a
notice, a short article and a document; each is detected alone, as a file that does not name it.
Legacy encodings: the same texts written in each encoding that holds them, read back as a text file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from reviewer import formats
from reviewer.text.languages import base, detect
from reviewer.text.scripts import has_spaces
from tests.benchmarks.articles import SHARED

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data is not beside the project"),
]

SIZES = (50, 100, 200, 500, 2_000)
ENCODINGS = {
    "de": ("cp1252", "iso8859-15", "mac-roman", "cp850"),
    "fr": ("cp1252", "iso8859-15", "mac-roman", "cp850"),
    "es": ("cp1252", "iso8859-15", "mac-roman"),
    "tr": ("cp1254", "iso8859-9", "mac-turkish"),
    "uk": ("cp1251", "koi8-u", "iso8859-5", "mac-cyrillic", "cp1125"),
    "ar": ("cp1256", "iso8859-6"),
    "vi": ("cp1258",),
    "zh": ("gb18030", "gbk"),
}

TONES = "\u0300\u0301\u0303\u0309\u0323"


def texts() -> dict[str, str]:
    """All that there is in each language."""
    found = {path.stem: path.read_text("utf-8") for path in (SHARED / "flores-dev").glob("??.txt")}
    found["de"] += (SHARED / "textberg-dev/source.de").read_text("utf-8")
    found["fr"] = (SHARED / "textberg-dev/target.fr").read_text("utf-8")
    found["es"] = (SHARED / "novels-dev/Candide_EN-ES.tgt").read_text("utf-8")
    return found


def pieces(text: str, size: int, language: str) -> Iterator[str]:
    """Runs of whole lines of about so many characters (of Chinese a third), one paragraph each."""
    size = size if has_spaces(language) else max(size // 3, 12)
    glue = " " if has_spaces(language) else ""
    run = ""
    for line in text.splitlines():
        run = f"{run}{glue}{line.strip()}".strip()
        if len(run) >= size:
            yield run[:size]
            run = ""


def apart(text: str, encoding: str) -> str:
    """The text with its tones as characters of their own, where the encoding has them so."""
    return "".join(map(_toned, text)) if encoding == "cp1258" else text


def _toned(letter: str) -> str:
    parts = normalize("NFD", letter)
    tone = "".join(part for part in parts if part in TONES)
    return normalize("NFC", "".join(part for part in parts if part not in TONES)) + tone


@pytest.mark.parametrize("size", SIZES)
def test_the_language_of_texts(size: int) -> None:
    right = whole = 0
    for language, text in sorted(texts().items()):
        said = Counter(base(detect(piece)[0]) for piece in pieces(text, size, language))
        right += said[language]
        whole += said.total()
        wrong = ", ".join(
            f"{code or '?'} {n}" for code, n in said.most_common() if code != language
        )
        print(f"\n{size} {language}: {said[language]} of {said.total()} {wrong}", end="")
    print(f"\n{size}: {right} of {whole}, {100 * right / whole:.2f} %", end="")
    assert right >= 0.95 * whole


@pytest.mark.parametrize("size", [200, 500, 2_000])
def test_texts_in_the_encodings_of_old(size: int, tmp_path: Path) -> None:
    known = texts()
    path = tmp_path / "a.txt"
    right = whole = 0
    for language, encodings in ENCODINGS.items():
        for encoding in encodings:
            told = read = count = 0
            wrong: Counter[str] = Counter()
            for piece in list(pieces(known[language], size, language))[:60]:
                data = apart(piece, encoding).encode(encoding, "ignore")
                text = normalize("NFC", data.decode(encoding))
                path.write_bytes(data)
                document = formats.read(path)
                found = "\n".join(block.text for block in document.blocks)
                count += 1
                same = "".join(normalize("NFC", found).split()) == "".join(text.split())
                read += same
                is_right = base(document.language or detect(found)[0]) == language
                told += is_right
                if not (same and is_right):
                    wrong[f"{document.encoding} {document.language or detect(found)[0]}"] += 1
            right += told
            whole += count
            print(
                f"\n{size} {language} {encoding}: language {told}, text {read} of {count}  "
                f"{dict(wrong.most_common(3)) or ''}",
                end="",
            )
    print(f"\n{size}: language {right} of {whole}, {100 * right / whole:.2f} %", end="")
