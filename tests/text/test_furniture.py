"""Page furniture on pages of different make; what belongs to the article stays in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.domain import Block, Document, Role, Segment
from reviewer.text import line_shapes
from reviewer.text.furniture import mark_furniture
from reviewer.text.line_shapes import is_date_line
from reviewer.text.segments import segments

_PAGES = sorted(Path(__file__).with_name("pages").glob("*.txt"))
_ROLES: dict[str, Role] = {
    "T": "title", "H": "heading", "C": "caption", "L": "list_item", "B": "paragraph",
    "F": "paragraph",
}  # fmt: skip


def _document(language: str, *blocks: Block) -> Document:
    return Document(f"page.{language}.txt", "text", blocks, b"", language=language)


def _page(path: Path) -> tuple[Document, list[str]]:
    """The document and its lines of furniture: the ones marked F; a line "+|F|n" says that
    the last n sentences of the paragraph before are furniture too."""
    blocks: list[Block] = []
    expected: list[str] = []
    language = path.stem.rpartition(".")[2]
    for line in path.read_text("utf-8").splitlines():
        mark, _, text = line.partition("|")
        if mark == "+":
            last = segments(_document(language, blocks[-1]), "s")
            expected += [segment.text for segment in last[-int(text.partition("|")[2]) :]]
            continue
        blocks.append(Block(text, _ROLES[mark]))
        if mark == "F":
            expected.append(text)
    return _document(language, *blocks), expected


def _marked(document: Document, *others: Document) -> list[Segment]:
    documents = [document, *others]
    of_all = [segments(each, "s") for each in documents]
    return mark_furniture(documents, of_all)[0]


def _furniture(marked: list[Segment], document: Document) -> list[str]:
    """The furniture as whole blocks where all of a block is, else as sentences."""
    found: list[str] = []
    for number, block in enumerate(document.blocks):
        own = [segment for segment in marked if segment.block == number]
        if own and all(segment.kind == "furniture" for segment in own):
            found.append(block.text)
        else:
            found += [segment.text for segment in own if segment.kind == "furniture"]
    return found


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.stem)
def test_a_page_alone(path: Path) -> None:
    document, expected = _page(path)
    marked = _marked(document)
    assert _furniture(marked, document) == expected


def test_ids_text_and_order_stay_as_they_were() -> None:
    document, _ = _page(_PAGES[0])
    before = segments(document, "s")
    after = mark_furniture([document], [before])[0]
    assert [(s.id, s.text, s.span) for s in after] == [(s.id, s.text, s.span) for s in before]


def test_markup_that_says_navigation_is_believed() -> None:
    document = _document(
        "en",
        Block("Everything about our town and its river.", chrome=True),
        Block("The bridge opens.", "title", chrome=True),
        Block("The old bridge opens again on Monday."),
    )
    assert _furniture(_marked(document), document) == ["Everything about our town and its river."]


def test_the_title_of_the_window_repeats_that_of_the_article() -> None:
    document = _document(
        "en",
        Block("The bridge opens | Tower News", "title", chrome=True),
        Block("The bridge opens", "title"),
        Block("The old bridge opens again on Monday."),
    )
    assert _furniture(_marked(document), document) == ["The bridge opens | Tower News"]


def test_a_label_that_most_translations_lack_is_furniture() -> None:
    text = Block("The old bridge opens again on Monday.")
    document = _document("en", Block("The bridge opens", "title"), Block("By Ida Berg"), text)
    bare = _document("en", Block("The bridge opens", "title"), text)
    assert _furniture(_marked(document, bare, bare, document), document) == ["By Ida Berg"]
    assert _furniture(_marked(document, document, document, bare), document) == []


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("In old days one man rowed them", True),
        ("In old days one man rowed them all", True),
        ("In old days one man rowed them all over", False),
    ],
)
def test_a_label_may_take_twice_as_many_words_in_the_other_text(label: str, kept: bool) -> None:
    title, text = Block("The bridge opens", "title"), Block("The old bridge opens on Monday.")
    document = _document("en", title, Block("The old ferryman"), text)
    other = _document("en", title, Block(label), text)
    furniture = _furniture(_marked(document, other), document)
    assert furniture == ([] if kept else ["The old ferryman"])


def test_a_sentence_that_ends_with_an_address_belongs_to_the_article() -> None:
    document = _document(
        "en",
        Block("The old bridge opens again on Monday."),
        Block("More on this is at https://bridge.example/opening."),
        Block("Source: https://tower.example/news/17"),
    )
    assert _furniture(_marked(document), document) == ["Source: https://tower.example/news/17"]


def test_lines_at_the_end_that_no_translation_has_are_furniture() -> None:
    source = _document(
        "en",
        Block("The old bridge opens again on Monday."),
        Block("Ferry cancelled"),
        Block("New school for the north"),
    )
    german = _document("de", Block("Die alte Brücke öffnet am Montag wieder."))
    assert _furniture(_marked(source, german), source) == [
        "Ferry cancelled",
        "New school for the north",
    ]
    assert _furniture(_marked(source), source) == []


def test_lines_at_the_end_that_a_translation_has_too_belong_to_the_article() -> None:
    lines = ["Press office", "Tower Square", "Second floor", "Ring twice"]
    source = _document("en", Block("The bridge opens on Monday."), *map(Block, lines))
    german = _document(
        "de",
        Block("Die Brücke öffnet am Montag."),
        *map(Block, ["Pressestelle", "Turmplatz", "Zweiter Stock", "Zweimal läuten"]),
    )
    assert _furniture(_marked(source, german), source) == []


def test_a_sentence_that_a_translation_repeats_too_is_meant_to_be_repeated() -> None:
    twice = [Block("We will build this bridge with our own hands.")] * 2
    source = _document("en", *twice, Block("So they sang."))
    german = _document(
        "de",
        *[Block("Wir bauen diese Brücke mit unseren eigenen Händen.")] * 2,
        Block("So sangen sie."),
    )
    assert _furniture(_marked(source, german), source) == []
    assert len(_furniture(_marked(source), source)) == 1


def test_what_only_a_translation_has_twice_is_an_error_unless_it_is_a_page() -> None:
    source = _document("en", Block("The bridge opens on Monday at noon."), Block("All came."))
    twice = Block("Die Brücke öffnet am Montag um zwölf.")
    german = _document("de", twice, twice, Block("Alle kamen."))
    of_all = mark_furniture([source, german], [segments(source, "s"), segments(german, "t")])
    assert all(segment.kind == "body" for segment in of_all[1])
    page = _document("de", twice, twice, Block("Alle kamen."), Block("Kommentare (3)"))
    of_all = mark_furniture([source, page], [segments(source, "s"), segments(page, "t")])
    assert _furniture(of_all[1], page) == [twice.text, "Kommentare (3)"]


def test_a_caption_of_several_sentences_can_stand_there_twice() -> None:
    caption = Block("The mayor crosses the new bridge. Behind her the school.", "caption")
    document = _document("en", caption, caption, Block("The bridge opens on Monday."))
    assert _furniture(_marked(document), document) == [caption.text]


def test_a_lead_that_repeats_a_sentence_of_the_text_is_the_copy() -> None:
    lead = "The old bridge over the river opens again on Monday after eleven months."
    document = _document(
        "en",
        Block(lead),
        Block("Workers were seen early."),
        Block(f"It is done. {lead} The mayor is happy."),
    )
    marked = _marked(document)
    assert [s.kind for s in marked if s.text == lead] == ["furniture", "body"]


def test_a_line_that_comes_back_and_back_is_furniture_unless_a_translation_has_it_too() -> None:
    def page(language: str, line: str) -> Document:
        sentences = ["Eins.", "Zwei.", "Drei.", "Vier."]
        return _document(
            language, *(Block(text) for one in sentences for text in (one, line) if text)
        )

    with_ads, without = page("en", "Advertisement"), page("de", "")
    assert _furniture(_marked(with_ads, without), with_ads) == ["Advertisement"] * 4
    verses, refrain = page("en", "And so we sang"), page("de", "Und so sangen wir")
    assert _furniture(_marked(verses, refrain), verses) == []


_SEEDS = Path(__file__).parents[2] / "../shared/seeds"


@pytest.mark.skipif(not _SEEDS.exists(), reason="the five articles are not here")
def test_the_five_articles() -> None:
    from reviewer.formats import read
    from reviewer.text.languages import detect

    # The English one is the source.
    paths = sorted(_SEEDS.glob("*.txt"), key=lambda path: (not path.name.startswith("002"), path))
    documents = []
    for path in paths:
        read_one = read(path)
        language = detect("\n".join(block.text for block in read_one.blocks))[0]
        documents.append(_document(language, *read_one.blocks))
    of_all = mark_furniture(documents, [segments(each, "s") for each in documents])
    counts = {
        document.language: sum(s.kind == "furniture" for s in marked)
        for document, marked in zip(documents, of_all, strict=True)
    }
    assert counts == {"id": 3, "uk": 4, "en": 23, "ar": 2, "de": 2}
    english = of_all[[d.language for d in documents].index("en")]
    assert [s.text for s in english if s.kind == "heading"] == [
        "Information technology revenue reaches nearly 2 million billion VND"
    ]


def test_the_lines_around_a_pages_own_menu_are_furniture_without_count() -> None:
    page = _document(
        "en",
        Block("Harbour Herald"),
        Block("Home | News | Sport | Weather"),
        Block("Share this article"),
        Block("Floods force hundreds from their homes in the valley"),
        Block("Published 14 March 2025, 7:45 a.m."),
        Block("The river rose by two metres. Bridges were closed."),
        Block("Read more: Ten photos from the flooded valley"),
        Block("Read more: How to protect your cellar in winter"),
        Block("Comments (17)"),
    )
    plain = _document(
        "de",
        Block("Hochwasser vertreibt Hunderte aus ihren Häusern"),
        Block("Der Fluss stieg um zwei Meter. Brücken wurden gesperrt."),
    )
    kept = {s.text for s in _marked(page, plain) if s.kind != "furniture"}
    assert kept == {
        "Floods force hundreds from their homes in the valley",
        "The river rose by two metres.",
        "Bridges were closed.",
    }


def test_a_line_before_the_title_that_the_translation_has_too_is_kept() -> None:
    page = _document(
        "en",
        Block("Home | News | Sport"),
        Block("Our rivers"),
        Block("Floods force hundreds from their homes in the valley"),
        Block("The river rose by two metres."),
    )
    plain = _document(
        "de",
        Block("Unsere Flüsse"),
        Block("Hochwasser vertreibt Hunderte aus ihren Häusern im Tal"),
        Block("Der Fluss stieg um zwei Meter."),
    )
    assert _furniture(_marked(page, plain), page) == ["Home | News | Sport"]


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 14 mars 2025 à 7 h 45",
        "Published 14 March 2025, 7:45 a.m.",
        "14 Mart 2025, 07.45",
        "2024年9月28日 10时30分",
        "오르후스, 2024년 2월 21일",
    ],
)
def test_a_date_with_a_time_is_a_date_line(line: str) -> None:
    assert is_date_line(line)


def test_the_lines_under_a_letter_are_kept_where_the_translation_has_one_less() -> None:
    letter = _document(
        "en",
        Block("We sold more bicycles than ever before. I thank you for your trust."),
        Block("Yours sincerely,"),
        Block("Johanna Riis"),
        Block("Chief Executive Officer"),
        Block("Aarhus, 21 February 2024"),
    )
    german = _document(
        "de",
        Block("Wir haben mehr Fahrräder verkauft als je zuvor. Ich danke Ihnen für Ihr Vertrauen."),
        Block("Johanna Riis"),
        Block("Vorstandsvorsitzende"),
        Block("Aarhus, 21. Februar 2024"),
    )
    assert "Yours sincerely," not in _furniture(_marked(letter, german), letter)


@pytest.mark.parametrize(
    ("words", "lines", "is_menu"),
    [(3, 4, True), (4, 4, True), (5, 4, False), (4, 3, False), (4, 5, True)],
)
def test_lines_before_the_title_are_a_menu_when_they_are_short_and_many(
    words: int, lines: int, is_menu: bool
) -> None:
    names = ("Sport", "Weather", "Travel", "Culture", "Markets")
    before = [" ".join([name, "and", "the", "rest", "too"][:words]) for name in names[:lines]]
    page = _document(
        "en",
        *map(Block, before),
        Block("Floods force hundreds from their homes in the valley", "title"),
        Block("The river rose by two metres. Bridges were closed."),
    )
    assert _furniture(_marked(page), page) == (before if is_menu else [])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ann Weaver, 5 May 2024: It was great.", "Ann Weaver"),
        ("Ann (2024-05-05)", "Ann"),
        ("5 May 2024", ""),
        ("王明 2024年5月5日", "王明"),
        ("Ann Weaver", None),
        ("The council of the old town met on 5 May 2024.", None),
        ("Ann, at ten: " + "it was great and " * 6 + "5 May 2024", None),
    ],
)
def test_a_name_before_a_date(line: str, name: str | None) -> None:
    assert line_shapes.name_before_date(line) == name
