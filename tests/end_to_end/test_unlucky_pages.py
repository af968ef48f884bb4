"""Pages whose markup is unlucky: what is left out of their translation is told all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, analyse

SENTENCES = [
    (
        "The old ferry at Marsh End sank in the night of 3 May.",
        "Die alte Fähre in Marsh End sank in der Nacht zum 3. Mai.",
    ),
    ("Nobody was hurt.", "Niemand wurde verletzt."),
    (
        "The captain, Ida Brandt, had left the boat at nine and gone home to her family.",
        "Die Kapitänin Ida Brandt hatte das Boot um neun verlassen und war nach Hause gegangen.",
    ),
    (
        "Divers found a hole of 40 centimetres below the water line.",
        "Taucher fanden ein Loch von 40 Zentimetern unter der Wasserlinie.",
    ),
    ("It was not new.", "Es war nicht neu."),
    (
        "A new boat would cost 1.2 million euros, and the council has set aside half of that.",
        "Ein neues Boot würde 1,2 Millionen Euro kosten, der Rat hat die Hälfte zurückgelegt.",
    ),
    ("It takes 50 minutes.", "Er braucht 50 Minuten."),
    (
        "The people of the island wait for the answer that the minister promised them in autumn.",
        "Die Leute der Insel warten auf die Antwort, die ihnen der Minister im Herbst versprach.",
    ),
    ("They have waited before.", "Sie haben schon einmal gewartet."),
]
TITLES = ("The ferry that sank", "Die Fähre, die sank")
MENU = "<ul class=menu><li><a href=/>Home</a><li><a href=/n>News</a><li><a href=/s>Sport</a></ul>"
MORE = (
    "<div class=related><h3>More on this</h3><a href=/1>Bridge closed until the spring</a>"
    "<a href=/2>Council votes on harbour plan</a></div>"
)
FORM = (
    "<form class=newsletter><p>Get the best of the week by mail.</p><input type=email>"
    "<button>Subscribe</button></form>"
)
FOOT = "<footer><p>© 2024 Harbour Gazette. All rights reserved.</p><a href=/i>Imprint</a></footer>"


def lines(texts: Sequence[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag.split()[0]}>" for text in texts)


def parted(texts: Sequence[str], wrapped: str, size: int = 3) -> str:
    parts = [texts[at : at + size] for at in range(0, len(texts), size)]
    return "".join(wrapped.format(lines(part)) for part in parts)


LAYOUTS: dict[str, Callable[[Sequence[str]], str]] = {
    "a wrapper with a name": lambda t: f"<div class='layout no-sidebar'>{lines(t)}</div>",
    "parts of a page builder": lambda t: parted(t, "<div class=builder-widget>{}</div>", 2),
    "parts and advertisements": lambda t: parted(t, "{}<div class=ad>Advertisement</div>"),
    "parts that scroll in": lambda t: parted(t, "<div data-aos=up style='opacity:0'>{}</div>"),
    "columns": lambda t: (
        "<div style='font-size:0'>"
        + parted(t, "<div style='font-size:16px'>{}</div>", 4)
        + "</div>"
    ),
    "an end with a name": lambda t: (
        f"<div>{lines(t[:-2])}</div><div class='text promo'>{lines(t[-2:])}</div>"
    ),
    "an end in a box of its own": lambda t: f"<div>{lines(t[:-3])}</div><div>{lines(t[-3:])}</div>",
    "an end in no paragraph": lambda t: f"{lines(t[:-1])}{t[-1]}",
    "an end in another element": lambda t: f"{lines(t[:-1])}<center>{t[-1]}</center>",
    "a beginning in a banner": lambda t: (
        f"<div class=page-banner>{lines(t[:2])}</div><div>{lines(t[2:])}</div>"
    ),
    "an end behind related stories": lambda t: f"{lines(t[:-2])}{MORE}{lines(t[-2:])}",
    "an end behind a form": lambda t: f"{lines(t[:-2])}{FORM}{lines(t[-2:])}",
    "a paragraph set aside": lambda t: (
        f"{lines(t[:5])}<aside>{lines(t[5:6])}</aside>{lines(t[6:])}"
    ),
    "a drawing without end": lambda t: f"{lines(t[:3])}<a><svg><use href=x>{lines(t[3:])}",
    "quotes gone astray": lambda t: f'{lines(t[:3])}<i class=x\' id="y"">{t[3]}</i>{lines(t[4:])}',
}


def page(layout: str, title: str, texts: Sequence[str]) -> bytes:
    return (
        f"<html><head><title>{title} - Harbour Gazette</title></head><body><header>{MENU}</header>"
        f"<h1>{title}</h1>{LAYOUTS[layout](texts)}{MORE}{FOOT}</body></html>"
    ).encode()


def compared(layout: str, left_out: int | None, *, as_page: bool) -> Analysis:
    german = [text if at != left_out else "" for at, (_, text) in enumerate(SENTENCES)]
    source = page(layout, TITLES[0], [english for english, _ in SENTENCES])
    if as_page:
        target, name = page(layout, TITLES[1], german), "text.html"
    else:
        target, name = "\n\n".join([TITLES[1], *filter(None, german)]).encode(), "text.txt"
    documents = [
        formats.read_bytes(Path(name), data)
        for name, data in (("page.html", source), (name, target))
    ]
    return analyse(documents[0], documents[1:])


def alone(analysis: Analysis, relation: str) -> list[str]:
    side = analysis.translations[0].side if relation == "added" else analysis.source
    return [
        side.segments[index].text
        for bead in analysis.translations[0].beads
        if bead.relation == relation
        for index in (bead.target if relation == "added" else bead.source)
    ]


@pytest.mark.parametrize("as_page", [True, False], ids=["page", "text"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_told_of_a_translation_that_is_complete(layout: str, as_page: bool) -> None:
    analysis = compared(layout, None, as_page=as_page)
    assert alone(analysis, "missing") == alone(analysis, "added") == []
    assert analysis.source.warnings == ()


@pytest.mark.parametrize("as_page", [True, False], ids=["page", "text"])
@pytest.mark.parametrize("left_out", [1, 6, 8])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_short_sentence_that_is_left_out_is_told(
    layout: str, left_out: int, as_page: bool
) -> None:
    analysis = compared(layout, left_out, as_page=as_page)
    assert alone(analysis, "missing") == [SENTENCES[left_out][0]]
    assert alone(analysis, "added") == []
