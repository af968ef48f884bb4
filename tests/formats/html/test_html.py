"""A page as a browser saves it: its article, and an edit inside its markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.html.features import _bounds

FILES = Path(__file__).parents[1] / "files"


def page(source: str) -> Document:
    return formats.read_bytes(Path("page.html"), source.encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not block.chrome]


def after(source: str, start: int, end: int, new: str, block: int = 0) -> str:
    edits = [TextEdit(block, Span(start, end), new)]
    return formats.edited_bytes(page(source), edits).decode()


def test_the_article_of_a_saved_page() -> None:
    document = formats.read(FILES / "page.html")
    assert document.language == "en-GB"
    read = [(block.role, block.text) for block in document.blocks if not block.chrome]
    assert read == [
        ("title", "Old bridge reopens"),
        ("paragraph", "By Ada Reed, 4 May 2026"),
        (
            "paragraph",
            "The bridge over the river Oss cost 4.2\u00a0million crowns & took nine months. "
            "Mayor Lena Brook opened it.",
        ),
        ("caption", "The bridge at dusk. Photo: A. Reed"),
        ("heading", "What comes next"),
        ("paragraph", "One lane stays shut \u2013 until June."),
        ("paragraph", "Carts keep to the right."),
        ("paragraph", "“It was worth it.”"),
        ("list_item", "Walkers: free"),
        ("list_item", "Carts: 3 crowns"),
        ("paragraph", "Filed under News"),
    ]


def test_what_stands_around_the_article_is_chrome_and_still_there() -> None:
    document = formats.read(FILES / "page.html")
    chrome = {block.text for block in document.blocks if block.chrome}
    assert chrome >= {"News", "Share this:", "Related", "Ferry stops", "Post comment", "Email"}
    assert not any("never read" in block.text for block in document.blocks)


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>X</nav>",
        "<aside><p>X</p></aside>",
        "<footer>X</footer>",
        '<div role="navigation">X</div>',
        '<div class="siteNav">X</div>',
        '<div class="share-buttons">X</div>',
        '<section id="comments"><p>X</p></section>',
        "<p hidden>X</p>",
        '<div style="DISPLAY : none">X</div>',
        "<button>X</button>",
        "<pre><code>X</code></pre>",
        "<ul><li><a href=1>X</a><li><a href=2>Y</a><li><a href=3>Z</a></ul>",
    ],
)
def test_furniture_by_its_markup(furniture: str) -> None:
    assert texts(page(f"<h1>Head</h1><p>Before.</p>{furniture}<p>After.</p>")) == [
        "Head",
        "Before.",
        "After.",
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comment-free text">X</div>',
        '<div class="footer-article-body">X</div>',
        "<form id=form1><p>X</p></form>",
        "<article><header><p>X</p></header></article>",
        "<ul><li><a href=1>X</a></li></ul>",
        "<div class=menu><p>X</p></div>",
    ],
)
def test_what_might_be_the_text_is_kept(body: str) -> None:
    assert texts(page(body)) == ["X"]


def test_the_largest_article_is_the_page() -> None:
    teaser = "<article><h2>Teaser</h2><p>More.</p></article>"
    long = f"<article><h1>Head</h1><p>{'Body text. ' * 30}</p></article>"
    document = page(f"<main>{teaser}{long}{teaser}</main><p>Outside.</p>")
    assert texts(document) == ["Head", ("Body text. " * 30).strip()]


def test_no_article_stands_out_where_all_are_alike() -> None:
    cards = "".join(f"<article><h2>Card {n}</h2><p>Its text.</p></article>" for n in range(4))
    assert len(texts(page(f"<main>{cards}</main>"))) == 8


def test_missing_end_tags_are_implied() -> None:
    document = formats.read(FILES / "loose.html")
    items = [block.text for block in document.blocks if block.role == "list_item"]
    cells = [block.text for block in document.blocks if block.role == "table_cell"]
    assert items == ["one", "two", "para", "inner"]
    assert cells == ["1", "2", "3"]


def test_references_and_stray_marks() -> None:
    text = texts(page("<p>&amp;amp; AT&T &copy 5 < 6 &#x41; &nope; a&NotEqualTilde;b &#0;</p>"))
    assert text == ["&amp; AT&T © 5 < 6 A &nope; a≂̸b \ufffd"]


def test_note_marks_are_no_words_but_powers_are() -> None:
    source = "<p>Five m<sup>2</sup><sup><a href='#n1'>[1]</a></sup> of it.</p>"
    assert texts(page(source)) == ["Five m² of it."]


def test_readings_over_characters_are_left_out() -> None:
    source = "<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です。</p>"
    assert texts(page(source)) == ["漢字です。"]


@pytest.mark.parametrize(
    ("source", "span", "new", "result"),
    [
        ("<p>one <b>two</b> three", (4, 7), "2", "<p>one <b>2</b> three"),
        ("<p>one <b>two</b> three", (0, 13), "one two four", "<p>one <b>two</b> four"),
        ("<p>a&nbsp;b &amp; c", (0, 1), "x", "<p>x&nbsp;b &amp; c"),
        ("<p>a &amp; c", (2, 3), "<", "<p>a &lt; c"),
        ("<p>a\n  <!-- kept -->b", (0, 1), "x", "<p>x\n  <!-- kept -->b"),
        ("<p>a <i> b</i>", (1, 2), "", "<p>a<i>b</i>"),
        ("<P CLASS=x>a</P >", (1, 1), "!", "<P CLASS=x>a!</P >"),
    ],
)
def test_an_edit_leaves_the_markup(
    source: str, span: tuple[int, int], new: str, result: str
) -> None:
    assert after(source, *span, new) == result


def test_a_new_letter_never_makes_a_tag_of_a_stray_mark() -> None:
    assert after("<p>3 < 5", 4, 5, "b") == "<p>3 &lt; b"
    assert texts(page(after("<p>3 <5 & x", 3, 4, "b"))) == ["3 <b & x"]


def test_without_html_tags_it_is_still_a_page() -> None:
    assert texts(page("just words")) == ["just words"]


def test_deep_nesting_is_read() -> None:
    assert texts(page("<div>" * 5000 + "deep" + "</div>" * 5000)) == ["deep"]


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("<p><b>What comes next</b></p>", "heading"),
        ("<div><strong>What <i>comes</i></strong></div>", "heading"),
        ("<p><b>It rained.</b></p>", "paragraph"),
        ("<p><b>Ada Reed</b> and others</p>", "paragraph"),
        ("<ul><li><b>Item</b></ul>", "list_item"),
    ],
)
def test_a_bold_line_is_a_heading(paragraph: str, role: str) -> None:
    assert page(f"{paragraph}<p>Text.</p>").blocks[0].role == role


@pytest.mark.parametrize(
    ("written", "language"),
    [("de", "de"), ("pt_BR", "pt-BR"), (" zh-Hans ", "zh-Hans"), ("", ""), ("{{lang}}", "")],
)
def test_the_language_of_a_page(written: str, language: str) -> None:
    assert page(f'<html lang="{written}"><p>Text').language == language


def test_a_page_saved_by_word() -> None:
    source = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><!--[if gte mso 9]><xml>"
        "<w:View>Normal</w:View></xml><![endif]--></head><body lang=DE>"
        "<p class=MsoNormal>Die <b style='mso-bidi-font-weight:normal'>Brücke</b><o:p></o:p></p>"
        "<p><![if !supportLists]>·&nbsp;<![endif]>Punkt</p><p><o:p>&nbsp;</o:p></p></body></html>"
    )
    assert texts(page(source)) == ["Die Brücke", "Punkt"]


INDONESIAN = (
    "Jembatan tua di atas sungai itu menelan biaya empat juta dan dibuka kembali pada hari Jumat. "
    "Wali kota mengatakan bahwa pekerjaan berlangsung sembilan bulan, dua bulan lebih lama dari "
    "yang direncanakan, karena banjir merusak salah satu tiang di tengah sungai."
)


@pytest.mark.parametrize(("said", "language"), [("en", ""), ("id", "id"), ("ms", "ms")])
def test_a_language_that_the_text_denies_is_not_believed(said: str, language: str) -> None:
    assert page(f"<html lang={said}><p>{INDONESIAN}").language == language


def test_comments_are_no_text_even_if_they_never_end() -> None:
    assert texts(page("<p>a<!-- x > --> b<![CDATA[c]]></p><p>d <!-- e")) == ["a b", "d"]


@pytest.mark.parametrize(
    ("prose", "inside", "bounds"),
    [
        ([5, 0, 5, 5], [True, True, True, False], (0, 2)),
        ([0, 5, 5, 0], [True, True, True, True], (1, 2)),
        ([5, 5], [False, False], (0, 2)),
        ([0, 0, 0], [True, True, True], (0, 3)),
    ],
)
def test_an_article_goes_from_its_first_block_of_prose_to_its_last(
    prose: list[int], inside: list[bool], bounds: tuple[int, int]
) -> None:
    assert _bounds(prose, inside) == bounds
