"""HTML as browsers read it: tags by the HTML Standard, what is seen and what is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewer import formats
from reviewer.domain import ReviewerError, Span, TextEdit
from tests.formats.html.pages import after, page, texts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p><b class='x''>One</b> two.</p><p>It's three.</p>", ["One two.", "It's three."]),
        ('<p><a href=x target=_blank">One</a></p><p>Two "quoted".</p>', ["One", 'Two "quoted".']),
        ('<p><img alt="a" "b=c">One</p><p>Two "2".</p>', ["One", 'Two "2".']),
        ("<p title=“a b”>One</p><p>Two “2”.</p>", ["One", "Two “2”."]),
        ("<p data-x=it's>One</p><p>It's two.</p>", ["One", "It's two."]),
        ("<p a=b='c>d'>One</p>", ["d'>One"]),
        ('<p title = "a > b">One</p>', ["One"]),
        ("<p title = 'a > b'>One</p>", ["One"]),
        ('<p title="never closed>One</p><p>Two</p>', ["One", "Two"]),
        ("<p =x>One</p>", ["One"]),
        ("<p/x='>'>One</p>", ["One"]),
        ("<p>1 <2 and </ gone> 3</p>", ["1 <2 and 3"]),
        ("<p>a<!-->b<!--->c<!-- x --!>d</p>", ["abcd"]),
        ("<title>a <b>c</b></title><p>One</p>", ["a <b>c</b>", "One"]),
        ("<title>open<p>One</p>", ["open", "One"]),
        ("<form><p>One<form><p>Two</form><p>Three", ["One", "Two", "Three"]),
        ("<h2>One<h3>Two</h2>Three", ["One", "Two", "Three"]),
        ("<p>&#65;&#x42;&#0067;&#128;&amp;lt;&notit;&copy2</p>", ["ABC€&lt;¬it;©2"]),
        ("<p>a&#0;b\0c</p>", ["a\ufffdbc"]),
        ("<P>One<BR/>two", ["One", "two"]),
        ("<p>One</br>Two", ["One", "Two"]),
    ],
)
def test_tags_and_references(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>X</p>",
        "<p style='display:none !important'>X</p>",
        "<p style='visibility: hidden'>X</p>",
        "<p class=sr-only>X</p>",
        "<p class=screenReader>X</p>",
        "<p class='u-visually-hidden'>X</p>",
        "<p class=away>X</p>",
        "<p id=gone>X</p>",
        "<aside class='box away'>X</aside>",
        "<div class=cut>X</div>",
        "<dialog>X</dialog>",
        "<template><p>X</p></template>",
        "<p><del>X</del></p>",
        "<p><span hidden>X</span></p>",
        "<del><p>X</p></del>",
        "<noscript>X</noscript>",
    ],
)
def test_what_nobody_sees_is_no_text(hidden: str) -> None:
    sheet = (
        "<style>p.away, .box.away {display:none} #gone{color:red;visibility:hidden}"
        ".cut{position:absolute;clip:rect(0,0,0,0)}</style>"
    )
    assert texts(f"{sheet}<h1>Head</h1><p>Before it.</p>{hidden}<p>After it.</p>") == [
        "Head",
        "Before it.",
        "After it.",
    ]


@pytest.mark.parametrize(
    "seen",
    [
        "<p class=later>X</p>",
        "<p class=narrow>X</p>",
        "<p class=paper>X</p>",
        "<p class='sr-only-focusable'>X</p>",
        "<p class=away style='display:block'>X</p>",
        "<div class=away-not>X</div>",
        "<p hidden=until-found>X</p>",
        "<p><ins>X</ins></p>",
        "<details><p>X</p></details>",
        "<section class=menu-open>X</section>",
        "<div><template shadowrootmode=open><p>X</p></template></div>",
    ],
)
def test_what_is_seen_is_text(seen: str) -> None:
    sheet = (
        "<style>.away{display:none}.later{display:none}.later{display:block}"
        "@media (max-width:5em){.narrow{display:none}}@media print{.paper{display:none}}</style>"
    )
    assert texts(f"{sheet}<h1>Head</h1><p>Before it.</p>{seen}<p>After it.</p>") == [
        "Head",
        "Before it.",
        "X",
        "After it.",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("10<sup>6</sup>", "10⁶"),
        ("10<sup>-3</sup> m<sup>2</sup>", "10⁻³ m²"),
        ("CO<sub>2</sub> and x<sub>12</sub>", "CO₂ and x₁₂"),
        ("the 21<sup>st</sup> and the 1<sup>er</sup>", "the 21st and the 1er"),
        ("rain.<sup>4</sup> Sun", "rain.⁴ Sun"),
        ("rain.<sup>b</sup> Sun<sup>(c)</sup>", "rain.ᵇ Sun(c)"),
        ("rain.<a href='#n4'>4</a> Sun<a href='#n5'>5</a>.", "rain. Sun."),
        ("see <a href='#c4'>4</a>", "see 4"),
        ("rain.<sup>4,&nbsp;5</sup>", "rain.⁴,\u00a0⁵"),
        ("rain<sup><a href='#f'>[1]</a></sup> fell", "rain fell"),
        ("<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> of it", "3/4 of it"),
        (
            "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></math>",
            "(a+1)/2",
        ),
        ("<math><msup><mn>10</mn><mn>6</mn></msup></math>", "10⁶"),
        ("<math><msup><mi>x</mi><mi>k</mi></msup></math>", "x^k"),
        ("a <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> share", "a 3/4 share"),
        ("<math><mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "2 1/2"),
        ("<math><mi>x</mi><mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "x2 1/2"),
        ("<math><mn>2</mn><mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "2x1/2"),
        ("<math> <msub> <mi>v</mi> <mn>0</mn> </msub> </math>", "v₀"),
        ("<math><msqrt><mn>2</mn></msqrt></math>", "√2"),
        (
            "<math><semantics><mn>5</mn><annotation>5tex</annotation></semantics></math>",
            "5",
        ),
    ],
)
def test_powers_indices_and_formulas(source: str, expected: str) -> None:
    assert texts(f"<p>{source}</p>") == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("45 Mil&shy;li&shy;onen", "45 Millionen"),
        ("drei\u00adßig", "dreißig"),
        ("1&#8203;000 and a&#x2060;b&ZeroWidthSpace;c", "1000 and abc"),
        ("one<wbr>two", "onetwo"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_signs_that_nobody_sees_are_read_through(source: str, expected: str) -> None:
    assert texts(f"<p>{source}</p>") == [expected]


@pytest.mark.parametrize(
    ("source", "start", "end", "new", "result"),
    [
        ("<p>10<sup>6</sup> m", 2, 3, "⁷", "<p>10<sup>7</sup> m"),
        ("<p>10<sup>6</sup> m", 0, 2, "20", "<p>20<sup>6</sup> m"),
        ("<p>45 Mil&shy;li&shy;onen Euro", 3, 12, "Mrd.", "<p>45 Mrd. Euro"),
        ("<p>45 Mil&shy;li&shy;onen Euro", 0, 2, "95", "<p>95 Mil&shy;li&shy;onen Euro"),
        ("<p>a\0b c", 3, 4, "d", "<p>a\0b d"),
        (
            "<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> x",
            4,
            5,
            "y",
            "<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> y",
        ),
        ("<p>It is the end.<b>The next</b> one", 15, 18, "A", "<p>It is the end.<b>A next</b> one"),
        ("<pre>one two\nthree four\n</pre>", 0, 3, "1", "<pre>1 two\nthree four\n</pre>"),
    ],
)
def test_an_edit_beside_them(source: str, start: int, end: int, new: str, result: str) -> None:
    assert after(source, start, end, new) == result


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("It was a cold and windy day in<br>the town by the river.", 1),
        ("The old mill at the end of our street<br>Opened in 1833", 2),
        ("We went home late that evening.<br>the end", 2),
        ("One line<br>another", 2),
        ("It was a cold and windy day in<br><br>the town by the river.", 2),
    ],
)
def test_a_line_break_inside_a_sentence(source: str, expected: int) -> None:
    assert len(texts(f"<p>{source}</p>")) == expected


def test_prose_that_is_wrapped_by_hand_in_pre() -> None:
    lines = (
        "The bridge over the river was opened on a\nMonday in May, and the whole town came to see\n"
        "it before the rain began in the evening.\n\nNobody had expected so many people, and the\n"
        "baker sold all of his bread before noon."
    )
    assert texts(f"<pre>{lines}</pre>") == [
        "The bridge over the river was opened on a Monday in May, and the whole town came to see "
        "it before the rain began in the evening.",
        "Nobody had expected so many people, and the baker sold all of his bread before noon.",
    ]


def test_two_sentences_that_only_markup_keeps_apart() -> None:
    assert texts("<p><span>It rained.</span><span>Then it stopped.</span></p>") == [
        "It rained. Then it stopped."
    ]
    assert texts("<p><b>Node.</b>js and <i>e.</i><b>V.</b></p>") == ["Node.js and e.V."]


def test_a_box_in_the_midst_of_a_line_does_not_break_it() -> None:
    box = "<div style='display:inline-block'>quick</div>"
    assert texts(f"<div>The {box} fox ran.</div>") == ["The quick fox ran."]
    assert texts(f"<div>{box}{box}</div>") == ["quick", "quick"]


def test_an_article_that_stands_in_noscript_is_read() -> None:
    body = "<p>The bridge over the river opened on Monday.</p><p>All the town came to see it.</p>"
    source = f"<h1>Bridge</h1><noscript>{body}</noscript><p>Menu</p>"
    assert texts(source)[:3] == [
        "Bridge",
        "The bridge over the river opened on Monday.",
        "All the town came to see it.",
    ]


@pytest.mark.parametrize("element", ["noscript", "span style='display:none'", "b hidden"])
def test_paragraphs_in_an_unseen_element_behind_a_word_are_not_lost(element: str) -> None:
    """They were in no block at all, and a page of them was empty."""
    name = element.partition(" ")[0]
    body = "<p>The bridge over the river opened on Monday.</p><p>All the town came to see it.</p>"
    source = f"<a href=/>Home</a><{element}><h1>Bridge</h1>{body}</{name}>"
    assert texts(source)[-3:] == [
        "Bridge",
        "The bridge over the river opened on Monday.",
        "All the town came to see it.",
    ]


@pytest.mark.parametrize("element", ["noscript", "span hidden"])
def test_a_picture_in_an_unseen_element_does_not_break_the_line(element: str) -> None:
    name = element.partition(" ")[0]
    source = f"<div>The quick <{element}><img src=x.png></{name}>fox ran.</div>"
    assert texts(source) == ["The quick fox ran."]


@pytest.mark.parametrize("name", ["p", "h2", "div", "ul", "span", "table"])
def test_a_drawing_that_is_never_closed_ends_where_text_begins(name: str) -> None:
    inner = (
        "<li>Text here." if name == "ul" else "<td>Text here." if name == "table" else "Text here."
    )
    assert texts(f"<div><svg><path d='M0'><{name}>{inner}</{name}></div><p>More.</p>") == [
        "Text here.",
        "More.",
    ]


def test_html_that_stands_in_a_drawing_is_a_part_of_it() -> None:
    inner = "<foreignObject><p>Label.</p></foreignObject><text>Axis</text>"
    assert texts(f"<p>One.</p><svg>{inner}</svg><p>Two.</p>") == ["One.", "Two."]


_PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<b>", "</b>", "<div class='a b'>", "</div>", "<br>", "<sup>", "</sup>"),
        *("<a href='#x'>", "</a>", "<li>", "<td>", "<table>", "</table>", "<h2>", "</h2>", "<pre>"),
        *("</pre>", "<!-- c -->", "<script>x</script>", "<span hidden>", "</span>", "<math>"),
        *("<mfrac>", "</mfrac>", "<mn>", "</mn>", "</math>", "<i x='y''>", '<i y="z>', "<", "&"),
        *("word ", "Other. ", "12", "3 ", "&amp;", "&shy;", "&nbsp;", "\n", " ", "é", "漢", "\0"),
        *(
            "<del>",
            "</del>",
            "<form>",
            "</form>",
            "<noscript>",
            "</noscript>",
            "<title>",
            "</title>",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_an_edit_changes_its_word_and_nothing_else(source: str) -> None:
    try:
        document = page("<p>First.</p>" + source)
    except ReviewerError:
        return
    kept = [block.text for block in document.blocks]
    words = [
        (number, text.split()[0])
        for number, text in enumerate(kept)
        if text.split() and text.split()[0].isalpha() and text.split()[0].isascii()
    ]
    for number, word in words:
        start = kept[number].index(word)
        edit = TextEdit(number, Span(start, start + len(word)), "changed")
        changed = formats.edited_bytes(document, [edit])
        # A word may begin in one element and end in another.
        assert re.sub(b"<[^<>]*>", b"", changed).count(b"changed") == 1
        again = [block.text for block in page(changed).blocks]
        assert sum("changed" in text for text in again) == 1
        assert len(changed) <= len(document.original) + len("changed")


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_without_an_edit_the_bytes_stay(source: str) -> None:
    data = ("<p>First.</p>" + source).encode()
    # A file with more of them is no page.
    assume(data.count(0) <= 0.2 * len(data))
    document = page(data)
    first = document.blocks[0].text
    same = [TextEdit(0, Span(0, len(first)), first)]
    assert formats.edited_bytes(document, []) == data
    assert formats.edited_bytes(document, same) == data
