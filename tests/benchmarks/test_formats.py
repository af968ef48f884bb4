"""How often an old code page is told right, and how fast each format is read and written."""

from __future__ import annotations

import time
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import ReviewerError, Span, TextEdit
from reviewer.formats.plain.encodings import decode

_FLORES = Path(__file__).parents[2] / "../shared/bench/flores-dev"
_SAMPLES = 40
_CASES = [
    ("de", "cp1252"),
    ("de", "iso8859_15"),
    ("tr", "cp1254"),
    ("uk", "cp1251"),
    ("uk", "koi8_u"),
    ("ar", "cp1256"),
    ("vi", "cp1258"),
    ("zh", "gb18030"),
    ("zh", "big5"),
]
_SENTENCE = "Протягом перших 6 місяців року уряд продовжував рішуче впроваджувати рішення. "

pytestmark = pytest.mark.benchmark


def _encoded(text: str, codec: str) -> bytes:
    if codec == "cp1258":
        # The code page writes the tone behind the letter.
        tones = "\u0300\u0301\u0303\u0309\u0323"
        apart = []
        for letter in text:
            whole = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(c for c in whole if c not in tones))
            apart.append(base + "".join(c for c in whole if c in tones))
        text = "".join(apart)
    return text.encode(codec, "ignore")


def _by_charset_normalizer(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return data.decode(best.encoding, "replace") if best else None


def _by_us(data: bytes) -> str | None:
    try:
        return decode(data).text
    except ReviewerError:
        return None


@pytest.mark.skipif(not _FLORES.exists(), reason="the FLORES sentences are not here")
def test_code_pages() -> None:
    print("\n| text | code page | sentences | ours | charset-normalizer alone |")
    print("|---|---|---|---|---|")
    for language, codec in _CASES:
        lines = (_FLORES / f"{language}.txt").read_text("utf-8").splitlines()
        for count in (1, 3, 20):
            samples = [
                _encoded("\n".join(lines[n * count : (n + 1) * count]), codec)
                for n in range(_SAMPLES)
            ]
            samples = [data for data in samples if not data.isascii()]
            ours = sum(_by_us(data) == data.decode(codec) for data in samples)
            theirs = sum(_by_charset_normalizer(data) == data.decode(codec) for data in samples)
            whole = len(samples)
            print(
                f"| {language} | {codec} | {count} | {100 * ours / whole:.0f} % "
                f"| {100 * theirs / whole:.0f} % |"
            )
            if count == 20:
                assert ours >= 0.9 * whole


def _docx(paragraphs: list[str]) -> bytes:
    from docx import Document

    made = Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def test_speed() -> None:
    paragraphs = [_SENTENCE * 4] * 320
    files = {
        ".txt": "\n".join(paragraphs).encode(),
        ".md": "\n\n".join(paragraphs).encode(),
        ".html": "".join(f"<p>{each}</p>\n" for each in paragraphs).encode(),
        ".docx": _docx(paragraphs),
    }
    print("\n| 100,000 characters as | read | one edit written |")
    print("|---|---|---|")
    for suffix, data in files.items():
        times = []
        for _ in range(3):
            start = time.perf_counter()
            document = formats.read_bytes(Path(f"x{suffix}"), data)
            middle = time.perf_counter()
            formats.edited_bytes(document, [TextEdit(100, Span(0, 8), "Упродовж")])
            times.append((middle - start, time.perf_counter() - middle))
        read, write = (min(each) for each in zip(*times, strict=True))
        print(f"| {suffix} | {1000 * read:.0f} ms | {1000 * write:.0f} ms |")
