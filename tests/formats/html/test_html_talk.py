"""What readers wrote under an article in plain lists is left to the translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, analyse
from reviewer.formats.html.features import Evidence
from reviewer.formats.html.talk import talk
from reviewer.formats.html.walk import Walk
from tests.formats.html.test_html_beside import GERMAN, TEXT

SAID = [
    ("Ann Weaver", "5 May 2024 at 10:12", "I went there last week and it was great."),
    ("Bob", "6 May 2024 at 08:45", "Nine euros is far too much for a tower, in my opinion."),
    ("carla_77", "7 May 2024 at 21:03", "Does anybody know whether dogs are allowed?"),
    ("Dora Hill", "8 May 2024 at 11:30", "They are not, we asked at the door."),
]
DATES = {
    "words": ["5 May 2024 at 10:12", "6 May 2024 at 8:45", "7 May 2024", "8 May 2024"],
    "American": ["May 5, 2024", "May 6, 2024 8:45 pm", "May 7, 2024", "June 8, 2024"],
    "figures": ["05.05.2024, 10:12 Uhr", "06.05.2024, 8:45 Uhr", "7.5.2024", "8.5.2024"],
    "ISO": ["2024-05-05", "2024-05-06", "2024-05-07", "2024-05-08"],
    "Ukrainian": ["5 травня 2024", "6 травня 2024", "7 травня 2024", "8 травня 2024"],
    "Chinese": ["2024年5月5日 10:12", "2024年5月6日", "2024年5月7日", "2024年5月8日"],
}
SHAPES = {
    "one line and a paragraph": "<li><b>{n}</b> <span>{d}</span><p>{c}</p></li>",
    "two paragraphs": "<li><p>{n} · {d}</p><p>{c}</p></li>",
    "one paragraph": "<li>{n}, {d}: {c}</li>",
    "divs": "<div><div>{n} – {d}</div><div>{c}</div></div>",
    "definitions": "<dt>{n} ({d})</dt><dd>{c}</dd>",
    "a line for the name": "<li><p>{n}</p><p>{d}</p><p>{c}</p></li>",
    "paragraphs of the page": "<p>{n} | {d}</p><p>{c}</p>",
}
COUNTS = {
    "heading": "<h3>4 comments</h3>",
    "German": "<h3>4 Kommentare</h3>",
    "brackets": "<h4>Comments (4)</h4>",
    "more than are shown": "<h3>17 comments</h3>",
    "a line": "<p>4 replies</p>",
    "Japanese": "<h3>コメント 4件</h3>",
    "Arabic": "<h3>4 تعليقات</h3>",
}


def entries(shape: str, dates: list[str] | None = None) -> str:
    named = zip(SAID, dates or [date for _, date, _ in SAID], strict=True)
    return "".join(shape.format(n=name, d=date, c=said) for (name, _, said), date in named)


def compared(behind: str, german: list[str] = GERMAN) -> Analysis:
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<html lang=en><body><h1>The lighthouse</h1>{paragraphs}{behind}"
    translation = "\n\n".join(["Der Leuchtturm", *german])
    source = formats.read_bytes(Path("p.html"), page.encode())
    return analyse(source, [formats.read_bytes(Path("t.txt"), translation.encode())])


def missing(behind: str, german: list[str] = GERMAN) -> list[str]:
    analysis = compared(behind, german)
    [translation] = analysis.translations
    return [
        analysis.source.segments[index].text
        for bead in translation.beads
        if not bead.target
        for index in bead.source
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_entries_of_every_shape_under_a_count_are_no_loss(shape: str) -> None:
    assert missing(COUNTS["heading"] + f"<ul>{entries(SHAPES[shape])}</ul>") == []


@pytest.mark.parametrize("dates", DATES)
def test_dates_of_every_kind(dates: str) -> None:
    behind = f"<ol>{entries(SHAPES['two paragraphs'], DATES[dates])}</ol>"
    assert missing(COUNTS["heading"] + behind) == []


@pytest.mark.parametrize("count", COUNTS)
def test_lines_that_count(count: str) -> None:
    assert missing(COUNTS[count] + f"<ul>{entries(SHAPES['two paragraphs'])}</ul>") == []


def test_a_link_in_each_entry_is_as_good_as_a_count() -> None:
    shape = "<li><p>{n} wrote on {d}:</p><p>{c}</p><a href=#r>Reply</a></li>"
    assert missing(f"<ul>{entries(shape)}</ul>") == []


@pytest.mark.parametrize(
    "behind",
    [
        f"<ul>{entries(SHAPES['two paragraphs'])}</ul>",
        f"<h3>1 comment</h3><ul>{entries(SHAPES['two paragraphs'])}</ul>",
        f"<h3>2024 comments</h3><ul>{entries(SHAPES['two paragraphs'])}</ul>",
        "<h3>4 steps</h3>"
        + "".join(f"<li>On {n} May 2024 the bridge was closed again.</li>" for n in range(1, 5)),
        "<h3>4 steps</h3><li>Dig a hole.</li><li>Fill it.</li><li>Wait.</li><li>Go home.</li>",
    ],
)
def test_other_lists_are_text(behind: str) -> None:
    assert missing(behind)


@pytest.mark.parametrize(
    "dates",
    [
        "<p>5 May 2024</p>{}<p>6 May 2024</p>{}",
        "<p>Ann Weaver, 5 May 2024</p>{}<h2>More</h2><p>Bob, 6 May 2024</p>{}",
        "<p>Two days before on 2 May 2024 it rained all day on the town and on the bridge.</p>{}"
        "<p>Late that year on 7 June 2024 it rained again, as nobody had expected it to.</p>{}",
    ],
)
def test_an_article_with_dates_is_no_talk(dates: str) -> None:
    page = f"<h1>Bridge</h1><p>{TEXT[0]}</p><p>3 comments</p>{dates}"
    paragraphs = "".join(f"<p>{text}</p>" for text in [*TEXT, *TEXT[:3], TEXT[0]])
    found = Walk(f"<html lang=en><body>{page.format(paragraphs, '<p>It is over.</p>')}").found
    assert talk(found, 0, Evidence(found, 0)) == []


@pytest.mark.parametrize(("blocks", "is_talk"), [(6, True), (7, True), (8, False)])
def test_nobody_writes_so_much(blocks: int, is_talk: bool) -> None:
    said = "<p>So it is.</p>" * blocks
    entries = f"<li><p>Ann, 5 May 2024</p>{said}</li><li><p>Bob, 6 May 2024</p>{said}</li>"
    source = f"<body><h1>Bridge</h1><p>{TEXT[0]}</p><h3>2 comments</h3><ul>{entries}</ul>"
    found = Walk(source).found
    assert bool(talk(found, 0, Evidence(found, 0))) is is_talk


def test_what_readers_wrote_is_text_where_the_translation_has_it() -> None:
    german = [
        "4 Kommentare",
        "Ann Weaver · 5. Mai 2024 um 10:12",
        "Ich war letzte Woche dort, und es war großartig.",
        "Bob · 6. Mai 2024 um 08:45",
        "Neun Euro sind meiner Meinung nach viel zu viel für einen Turm.",
        "carla_77 · 7. Mai 2024 um 21:03",
        "Weiß jemand, ob Hunde erlaubt sind?",
        "Dora Hill · 8. Mai 2024 um 11:30",
    ]
    behind = COUNTS["heading"] + f"<ul>{entries(SHAPES['two paragraphs'])}</ul>"
    lost = missing(behind, [*GERMAN, *german])
    assert SAID[3][2] in lost
    assert not {said for _, _, said in SAID[:3]} & set(lost)


def test_talk_of_nothing_is_nothing() -> None:
    assert talk([], None, None) == []  # type: ignore[arg-type]
