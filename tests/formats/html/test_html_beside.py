"""Lines in the midst of an article that belong to something else are left to the translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.domain import Block

TEXT = [
    "The old lighthouse of Marn reopens to visitors on Saturday after six years of repairs.",
    "Salt water had eaten its way into the walls, and the lamp room leaked in every storm.",
    "Engineers replaced 312 steps of the spiral staircase and every one of the 40 windows.",
    "About 20,000 guests are expected in the first season, and tickets cost nine euros.",
]
GERMAN = [
    "Der alte Leuchtturm von Marn öffnet am Samstag nach sechs Jahren Reparaturen wieder.",
    "Salzwasser hatte sich in die Mauern gefressen, und der Lampenraum leckte bei jedem Sturm.",
    "Ingenieure ersetzten 312 Stufen der Wendeltreppe und jedes einzelne der 40 Fenster.",
    "Etwa 20.000 Gäste werden in der ersten Saison erwartet, und Karten kosten neun Euro.",
]
AMONG = {
    "a linked headline": "<p><a href=/1>Bridge closed until the spring</a></p>",
    "a linked headline behind a label": "<h3>Read more: <a href=/1>Bridge closed until spring</a>"
    "</h3>",
    "a question behind a label": "<p>Also: <a href=/1>Why were the storks so early?</a></p>",
    "a field that asks for an address": "<div class=x><p>Get the best stories of the week by mail."
    "</p><input type=email><button>Send</button></div>",
    "the life of the author": "<div class=author-info><p>Ann Weaver writes about the coast and has "
    "lived on a boat for thirty years.</p></div>",
    "rules for readers who comment": "<div id=comment_rules><ol><li>We welcome what readers think "
    "and say about the stories of the day.<li>Please stay polite and keep to the matter that the "
    "story is about.</ol></div>",
    "a line over a list of links": "<p>You may want to read the following stories as well:</p><ul>"
    "<li><a href=/1>Bridge closed until spring</a><li><a href=/2>Council votes</a></ul>",
    "a heading over linked stories": "<div><h3>Neighbours</h3><ul><li><a href=/1>Bridge closed</a>"
    "<li><a href=/2>Council votes</a><li><a href=/3>Storks are back</a></ul></div>",
}
BEHIND = {
    "a heading over linked stories": "<h3>Neighbours</h3><p><a href=/1>Bridge closed</a></p>"
    "<p><a href=/2>Council votes</a></p><p><a href=/3>Storks are back</a></p>",
    "a label over a list of them": "<p>See also:</p><ul><li><a href=/1>Bridge closed</a>"
    "<li><a href=/2>Council votes</a><li><a href=/3>Storks are back</a></ul>",
    "a long line over a list of them": "<p>You may want to read the following stories as well:</p>"
    "<ul><li><a href=/1>Bridge closed until the spring</a><li><a href=/2>Council votes on the new "
    "school</a><li><a href=/3>Storks are back in the valley</a></ul>",
    "teasers in boxes": "<div class=row><h2>More of the coast</h2>"
    "<div class=crd><h4><a href=/1>Bridge closed until the spring</a></h4><p>Rust has eaten two of "
    "its four pillars, and nobody knows who is to pay for that.</p></div>"
    "<div class=crd><h4><a href=/2>Council votes on the new school</a></h4><p>Parents want it near "
    "the station, while the mayor prefers the old harbour.</p></div></div>",
    "teasers one below the other": "<div class=nxt><h2><a href=/1>Bridge closed until May</a></h2>"
    "<p>Rust has eaten two of its four pillars, and nobody knows who is to pay for that.</p>"
    "<p><a href=/1>Go on</a></p><h2><a href=/2>Council votes on the school</a></h2><p>Parents want "
    "it near the station, while the mayor prefers the old harbour.</p><p><a href=/2>Go on</a></p>"
    "</div>",
    "a line that announces them": "<p>Neighbours:</p><p><a href=/1>Bridge closed</a></p>"
    "<p><a href=/2>Council votes</a></p><p><a href=/3>Storks are back</a></p>",
}


def page(among: str = "", behind: str = "") -> bytes:
    paragraphs = [f"<p>{text}</p>" for text in TEXT]
    text = "".join([*paragraphs[:2], among, *paragraphs[2:], behind])
    return f"<html lang=en><body><h1>The lighthouse</h1>{text}</body></html>".encode()


def blocks(among: str = "", behind: str = "") -> list[Block]:
    return list(formats.read_bytes(Path("p.html"), page(among, behind)).blocks)


def compared(among: str = "", behind: str = "") -> list[str]:
    """What the source has alone, beside a translation of the article."""
    source = formats.read_bytes(Path("p.html"), page(among, behind))
    german = "\n\n".join(["Der Leuchtturm", *GERMAN]).encode()
    analysis = analyse(source, [formats.read_bytes(Path("t.txt"), german)])
    beads = analysis.translations[0].beads
    return [
        analysis.source.segments[i].text
        for each in beads
        if each.relation == "missing"
        for i in each.source
    ]


@pytest.mark.parametrize("among", AMONG)
def test_what_stands_among_the_text_is_no_missing_sentence(among: str) -> None:
    assert compared(among=AMONG[among]) == []


@pytest.mark.parametrize("behind", BEHIND)
def test_what_stands_over_set_aside_lines_is_no_missing_sentence(behind: str) -> None:
    assert compared(behind=BEHIND[behind]) == []


@pytest.mark.parametrize(
    "among",
    [
        "<p><a href=/1>The keeper's daughter cut the ribbon.</a></p>",
        "<h3>The ceremony</h3><p>She said the sea sounded different from up there.</p>",
        "<p><a href='mailto:a@b.example'>a@b.example</a></p>",
        "<p>Two things are new:</p><ul><li>the stairs</li><li>the windows</li></ul>",
        "<div><button>Open</button><p>She said the sea sounded different from up there.</p></div>",
    ],
)
def test_sentences_and_headings_of_the_article_are_not_in_doubt(among: str) -> None:
    told = [each.text for each in blocks(among=among) if each.reason]
    assert [text for text in told if text != "Open"] == []


APPS = {
    "en": ["Tides for all", "Star map of Marn", "Bird calls", "Wind and waves"],
    "de": ["Gezeiten für alle", "Sternkarte von Marn", "Vogelrufe", "Wind und Wellen"],
}
ABOUT = {
    "en": [
        "It shows when the water comes and goes in 900 harbours, without any connection.",
        "Hold your telephone up to the sky, and it names every star that you can see there.",
        "You hear 250 birds of the coast, and learn to tell the young from the old ones.",
        "It warns you two hours before a storm, which has saved more than one old boat.",
    ],
    "de": [
        "Sie zeigt ohne Verbindung, wann das Wasser in 900 Häfen kommt und geht.",
        "Halten Sie das Telefon zum Himmel, und sie nennt jeden Stern, den man dort sieht.",
        "Man hört 250 Vögel der Küste und lernt, die jungen von den alten zu unterscheiden.",
        "Sie warnt zwei Stunden vor einem Sturm, was schon manches alte Boot gerettet hat.",
    ],
}


@pytest.mark.parametrize("left_out", [1, 3])
def test_an_entry_that_is_left_out_of_a_list_of_links_is_told(left_out: int) -> None:
    """A list with linked headings is the article where the translation has its entries."""

    def listed(language: str, without: int = -1) -> bytes:
        entries = "".join(
            f"<h3><a href=/{n}>The app {name}</a></h3><p>{about}</p>"
            for n, (name, about) in enumerate(zip(APPS[language], ABOUT[language], strict=True))
            if n != without
        )
        text = "".join(f"<p>{each}</p>" for each in {"en": TEXT, "de": GERMAN}[language])
        return f"<html lang={language}><body><h1>Marn</h1>{text}{entries}</body></html>".encode()

    source = formats.read_bytes(Path("p.html"), listed("en"))
    analysis = analyse(source, [formats.read_bytes(Path("t.html"), listed("de", left_out))])
    missing = [
        analysis.source.segments[i].text
        for each in analysis.translations[0].beads
        if each.relation == "missing"
        for i in each.source
    ]
    assert ABOUT["en"][left_out] in missing


BOX = (
    "<div class={}><p>Ann Weaver writes about the coast for this paper, and she has lived on a "
    "boat of twelve metres for more than thirty years, with a dog, two cats and very many books."
    "</p></div>"
)


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("author-bio", True),
        ("article-comments", True),
        ("authority", False),
        ("a-b-c-d-e-f-g-author", True),
        ("a-b-c-d-e-f-g-h-author", False),
    ],
)
def test_a_box_called_a_life_or_a_talk_is_left_to_the_translation(name: str, doubt: bool) -> None:
    found = [each for each in blocks(behind=BOX.format(name)) if "boat" in each.text]
    assert [each.reason for each in found] == (["named"] if doubt else [""])
    assert not found[0].chrome


def test_a_translation_that_has_such_a_box_makes_it_text() -> None:
    # The number differs, which is told only of what is compared.
    both = [
        f"<html lang={language}><body><h1>{title}</h1>{''.join(f'<p>{t}</p>' for t in text)}"
        f"<div class=author-bio><p>{life}</p></div></body></html>".encode()
        for language, title, text, life in (
            ("en", "The lighthouse", TEXT, "Ann Weaver has lived on a boat for 30 years now."),
            ("de", "Der Leuchtturm", GERMAN, "Ann Weaver lebt nun seit 13 Jahren auf einem Boot."),
        )
    ]
    source, translation = (formats.read_bytes(Path(f"{n}.html"), b) for n, b in enumerate(both))
    found = analyse(source, [translation]).translations[0].findings
    assert any("30" in str(each) and "13" in str(each) for each in found)


@pytest.mark.parametrize(("lives", "doubt"), [(1, True), (2, True), (3, False)])
def test_boxes_that_hold_most_of_the_text_are_the_text(lives: int, doubt: bool) -> None:
    line = "The keeper number {} wrote a long book on the storms that he had seen from up there."
    text = "".join(
        f"<div class=author-life><p>{line.format(n)}</p></div>"
        if n < lives
        else f"<p>{line.format(n)}</p>"
        for n in range(4 if lives == 2 else 5)
    )
    page = f"<html lang=en><body><main><h1>The keepers</h1>{text}</main></body></html>".encode()
    found = formats.read_bytes(Path("p.html"), page).blocks
    assert [each.reason == "named" for each in found if "number 0" in each.text] == [doubt]


@pytest.mark.parametrize(("words", "doubt"), [(4, False), (3, True), (2, True)])
def test_from_seven_tenths_a_line_is_there_for_its_link(words: int, doubt: bool) -> None:
    # Ten letters to a word, of which the last ones are the link.
    line = f"<p>{'abcdefghi ' * words}<a href=/1>{'abcdefghi ' * (10 - words)}</a></p>"
    found = [each for each in blocks(among=line) if each.text.startswith("abc")]
    assert [bool(each.reason) for each in found] == [doubt]


@pytest.mark.parametrize(("words", "doubt"), [(19, True), (20, True), (21, False)])
def test_a_long_heading_over_nothing_is_a_paragraph(words: int, doubt: bool) -> None:
    heading = f"<h3>{'word ' * words}</h3>"
    found = blocks(
        behind=BEHIND["a heading over linked stories"].replace("<h3>Neighbours</h3>", heading)
    )
    assert [bool(each.reason) for each in found if each.text.startswith("word ")] == [doubt]


@pytest.mark.parametrize(("count", "doubt"), [(1, True), (2, True), (3, False)])
def test_a_box_with_a_field_and_much_prose_is_a_text(count: int, doubt: bool) -> None:
    prose = f"<p>{TEXT[0]} It was built of granite in 18{{}}.</p>"
    box = f"<div>{''.join(prose.format(n) for n in range(10, 10 + count))}<input type=text></div>"
    found = [each for each in blocks(among=box) if "granite" in each.text]
    assert [bool(each.reason) for each in found] == [doubt] * count


LINES = [
    "The lamp room opens at nine",
    "Children pay half the price",
    "Dogs stay outside the tower",
    "The last tour begins at five",
]
GERMAN_LINES = [
    "Der Lampenraum öffnet um neun",
    "Kinder zahlen die Hälfte",
    "Hunde bleiben vor dem Turm",
]


@pytest.mark.parametrize(
    ("box", "behind", "told"),
    [
        ("footer", "", LINES[-1:]),
        ("aside", "", LINES[-1:]),
        ("nav", "", LINES[-1:]),
        ("section", "", LINES[-1:]),
        # A foot with a link in it is that of the site.
        ("footer", "<li><a href=/1>All that we offer</a>", []),
    ],
)
def test_a_line_lost_from_a_list_beside_the_main_part_is_told(
    box: str, behind: str, told: list[str]
) -> None:
    def page(title: str, text: list[str], lines: list[str]) -> bytes:
        items = "".join(f"<li>{line}" for line in lines)
        paragraphs = "".join(f"<p>{each}</p>" for each in text)
        main = f"<main><h1>{title}</h1>{paragraphs}</main>"
        return f"<body>{main}<{box}><ul>{items}{behind}</ul></{box}>".encode()

    source = formats.read_bytes(Path("s.html"), page("The lighthouse", TEXT, LINES))
    german = formats.read_bytes(Path("t.html"), page("Der Leuchtturm", GERMAN, GERMAN_LINES))
    analysis = analyse(source, [german])
    beads = analysis.translations[0].beads
    missing = [n for bead in beads if bead.relation == "missing" for n in bead.source]
    assert [analysis.source.segments[n].text for n in missing] == told


def teaser(number: int, headline: str = "Bridge closed until spring") -> str:
    about = f"Rust has eaten {number} of its four pillars, and nobody knows who is to pay."
    return f"<h4><a href=/{number}>{headline}</a></h4><p>{about}</p>"


@pytest.mark.parametrize(
    ("behind", "doubt"),
    [
        (teaser(1), False),
        (teaser(1) + teaser(2), True),
        (teaser(1, "Bridge closed") + teaser(2, "Council votes"), False),
        (teaser(1, "Bridge now closed") + teaser(2, "Council votes today"), True),
        (teaser(1) + "<p><a href=/>Go on</a></p>" * 4 + teaser(2), True),
        (teaser(1) + "<p><a href=/>Go on</a></p>" * 5 + teaser(2), False),
        (teaser(1) + teaser(2) + f"<p>{TEXT[0][:-1]}, they say.</p>", False),
        ("".join(map(teaser, range(4))), True),
        ("".join(map(teaser, range(8))), False),
    ],
)
def test_what_is_a_row_of_teasers(behind: str, doubt: bool) -> None:
    found = [each for each in blocks(behind=behind) if each.text.startswith("Rust")]
    assert {each.reason == "links" for each in found if not each.chrome} == {doubt}
