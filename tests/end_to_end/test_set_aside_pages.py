"""Pages with much beside their article: it is set aside, and said; where it is translated, not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, analyse

ARTICLE = [
    (
        "The bridge over the Senn was closed in March, said the Gazette on Friday.",
        "Die Senn-Brücke wurde im März gesperrt, schrieb die Zeitung am Freitag.",
    ),
    (
        "Two of its seven piers have deep cracks, said the Gazette on Friday.",
        "Zwei der sieben Pfeiler haben tiefe Risse, schrieb die Zeitung am Freitag.",
    ),
    (
        "Mending them would cost 45 million euros, said the Gazette on Friday.",
        "Sie zu heilen würde 45 Millionen Euro kosten, schrieb die Zeitung am Freitag.",
    ),
    (
        "A new bridge of steel will open in 2031, said the Gazette on Friday.",
        "Eine neue aus Stahl wird 2031 eröffnet, schrieb die Zeitung am Freitag.",
    ),
    (
        "The mayor, Orla Finch, had promised it, said the Gazette on Friday.",
        "Bürgermeisterin Orla Finch hatte sie versprochen, schrieb die Zeitung am Freitag.",
    ),
    (
        "Until then a ferry crosses every 20 minutes, said the Gazette on Friday.",
        "Bis dahin fährt alle 20 Minuten eine Fähre, schrieb die Zeitung am Freitag.",
    ),
]
BESIDE = [
    (
        "I drove over it for 31 years without a care, said the Gazette on Friday.",
        "Ich fuhr 31 Jahre lang sorglos darüber, schrieb die Zeitung am Freitag.",
    ),
    (
        "My dog is afraid of every ferry there is, said the Gazette on Friday.",
        "Mein Hund hat vor jeder Fähre Angst, schrieb die Zeitung am Freitag.",
    ),
    (
        "Who will pay for the 12 buses that we need until the ferry runs?",
        "Wer bezahlt die 12 Busse, die wir brauchen, bis die Fähre fährt?",
    ),
    (
        "The old mill was a nicer place in any case, said the Gazette on Friday.",
        "Die alte Mühle war ohnehin ein schönerer Ort, schrieb die Zeitung am Freitag.",
    ),
    (
        "Nobody has asked the people of Kell at all, said the Gazette on Friday.",
        "Die Leute von Kell hat niemand gefragt, schrieb die Zeitung am Freitag.",
    ),
]

BOXES = {
    "comments": "<section class=comments><h2>5 comments</h2>{}</section>",
    "sidebar": "<div class=sidebar>{}</div>",
    "related stories": "<div class=related>{}</div>",
    "consent": "<div role=dialog id=cookie-consent>{}<button>Accept</button></div>",
    "foot": "<footer>{}</footer>",
    "series": "<nav>{}</nav>",
    "newsletter": "<form class=newsletter>{}<input type=email><button>Send</button></form>",
    "sharing": "<div id=social>{}</div>",
    "advertisement": "<div class=ad-box>{}</div>",
    "subscription": "<div class='modal popup'>{}<button>Subscribe</button></div>",
}


def page(box: str) -> str:
    article = "".join(f"<p>{english}</p>" for english, _ in ARTICLE)
    beside = "".join(f"<p>{english}</p>" for english, _ in BESIDE)
    return (
        "<html lang=en><title>The bridge</title><body><nav>Home</nav>"
        f"<article><h1>The bridge</h1>{article}</article>{BOXES[box].format(beside)}</body></html>"
    )


def compared(box: str, translated: list[str]) -> Analysis:
    source = formats.read_bytes(Path("page.html"), page(box).encode())
    german = "\n".join(["Die Brücke", *(german for _, german in ARTICLE), *translated])
    return analyse(source, [formats.read_bytes(Path("text.txt"), german.encode())])


def text(analysis: Analysis) -> set[str]:
    return {s.text for s in analysis.source.segments if s.kind != "furniture"}


@pytest.mark.parametrize("box", BOXES)
def test_what_no_translation_has_is_set_aside_and_said(box: str) -> None:
    analysis = compared(box, [])
    kept = text(analysis)
    assert {english for english, _ in ARTICLE} <= kept
    assert not {english for english, _ in BESIDE} & kept
    [warning] = analysis.source.warnings
    assert "5 of 11 paragraphs were taken for page furniture" in str(warning)


@pytest.mark.parametrize("box", BOXES)
def test_what_is_translated_is_text_and_nothing_is_said(box: str) -> None:
    analysis = compared(box, [german for _, german in BESIDE])
    assert {english for english, _ in [*ARTICLE, *BESIDE]} <= text(analysis)
    assert analysis.source.warnings == ()


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("number", [0, len(BESIDE) - 1])
def test_one_sentence_that_is_missing_from_a_box_is_told(box: str, number: int) -> None:
    rest = [german for _, german in BESIDE]
    del rest[number]
    analysis = compared(box, rest)
    missing = [
        analysis.source.segments[index].text
        for bead in analysis.translations[0].beads
        if bead.relation == "missing"
        for index in bead.source
    ]
    assert BESIDE[number][0] in missing
