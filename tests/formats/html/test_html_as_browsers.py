"""HTML as browsers read it: tags by the HTML Standard, what is seen and what is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import formats
from reviewer.domain import Document, ReviewerError, Span, TextEdit


def page(source: str | bytes) -> Document:
    data = source if isinstance(source, bytes) else source.encode()
    return formats.read_bytes(Path("page.html"), data)


def texts(source: str | bytes) -> list[str]:
    return [block.text for block in page(source).blocks if not block.chrome]


def after(source: str, start: int, end: int, new: str, block: int = 0) -> str:
    edits = [TextEdit(block, Span(start, end), new)]
    return formats.edited_bytes(page(source), edits).decode()


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


_WORD = "<meta name=Generator content='Microsoft Word 15 (filtered)'>"
_FILLER = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<h2>3.1{_FILLER}Costs</h2>", ("heading", "Costs")),
        (
            f"<p class=MsoListParagraph><span lang=DE>·{_FILLER}</span>Bread</p>",
            ("list_item", "Bread"),
        ),
        ("<p class=MsoTitle>Report</p>", ("title", "Report")),
        ("<p>Bread<a href='#_ftn1' name='_ftnref1'>[1]</a> rose</p>", ("paragraph", "Bread rose")),
        ("<p><a href='#_ftnref1' name='_ftn1'>[1]</a> A note.</p>", ("paragraph", "A note.")),
        ("<p>Bread<a class=msocomanchor href='#_msocom_1'>[AR1]</a></p>", ("paragraph", "Bread")),
        ("<p>See chapter <a href='#c3'>3</a>.</p>", ("paragraph", "See chapter 3.")),
    ],
)
def test_a_page_saved_by_word(source: str, expected: tuple[str, str]) -> None:
    block = page(_WORD + source).blocks[0]
    assert (block.role, block.text) == expected


def test_the_comments_of_a_word_processor_are_set_aside() -> None:
    source = (
        "<body class=doc-content><p>It rains.<sup><a href='#cmnt1'>[a]</a></sup></p>"
        "<div><p><a href='#cmnt_ref1' id=cmnt1>[a]</a><span>Please check.</span></p></div>"
    )
    assert texts(source) == ["It rains."]
    word = "<p>It rains.</p><div class=msocomtxt><p>Please check.</p></div>"
    assert texts(_WORD + word) == ["It rains."]


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
    document = page(data)
    first = document.blocks[0].text
    same = [TextEdit(0, Span(0, len(first)), first)]
    assert formats.edited_bytes(document, []) == data
    assert formats.edited_bytes(document, same) == data


_PROSE = "The bridge was closed in March, since two of its seven piers had cracks in them. " * 4


@pytest.mark.parametrize(
    "element",
    [
        "<template><h2>Why</h2><p>{}</p></template>",
        "<script type='text/template'><h2>Why</h2><p>{}</p></script>",
        '<script type="text/x-handlebars"><div><h2>Why</h2>{}</div></script>',
        "<div><template><h2>Why</h2>{}</template></div>",
    ],
)
def test_an_article_that_only_a_template_holds_is_read(element: str) -> None:
    source = f"<nav>Home</nav><h1>Bridge</h1>{element.format(_PROSE)}"
    assert texts(source) == ["Bridge", "Why", _PROSE.strip()]
    assert after(source, 4, 10, "ferry", 3) == source.replace("bridge", "ferry", 1)
    assert formats.edited_bytes(page(source), []) == source.encode()


@pytest.mark.parametrize(("times", "read"), [(3, False), (3.01, True)])
def test_a_template_is_read_where_it_says_many_times_as_much(times: float, read: bool) -> None:
    shown = "a" * 100
    source = f"<p>{shown}</p><template><p>{'b' * round(times * 100)}</p></template>"
    assert (len(texts(source)) == 2) is read


@pytest.mark.parametrize(("shown", "read"), [(300, True), (301, False)])
def test_a_template_is_not_read_beside_a_text(shown: int, read: bool) -> None:
    source = f"<p>{'a' * shown}</p><template><p>{'b' * 2000}</p></template>"
    assert (len(texts(source)) == 2) is read


_FORMULA = "<math><msup><mn>10</mn><mn>6</mn></msup></math>"


@pytest.mark.parametrize(
    "drawn",
    [
        f"<span class=katex><span class=katex-mathml>{_FORMULA}</span>"
        "<span class=katex-html aria-hidden=true>10<span>6</span></span></span>",
        f"<mjx-container class=MathJax><mjx-math aria-hidden=true><mjx-mn>10</mjx-mn></mjx-math>"
        f"<mjx-assistive-mml>{_FORMULA}</mjx-assistive-mml></mjx-container>",
        f"<span class=MathJax><nobr aria-hidden=true>106</nobr>"
        f"<span class=MJX_Assistive_MathML>{_FORMULA}</span></span>",
        f"<span class='mwe-math-mathml-inline mwe-math-mathml-a11y' style='display:none'>{_FORMULA}"
        "</span><img class=mwe-math-fallback-image-inline alt='10^6'>",
    ],
)
def test_a_formula_that_a_script_draws_is_read_as_it_is_seen(drawn: str) -> None:
    sheet = (
        "<style>.katex-mathml,.MJX_Assistive_MathML,mjx-assistive-mml"
        "{position:absolute;clip:rect(1px,1px,1px,1px)}</style>"
    )
    assert texts(f"{sheet}<p>It is {drawn} times.</p>") == ["It is 10⁶ times."]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>10<span style='vertical-align: super'>6</span></p>", "10⁶"),
        ("<style>.c0{color:red;vertical-align:super}</style><p>10<span class=c0>6</span>", "10⁶"),
        ("<style>.c5{vertical-align:sub}</style><p>CO<span class=c5>2</span>", "CO₂"),
        ("<style>.c1{vertical-align:baseline}</style><p>10<span class=c1>6</span>", "106"),
        ("<style>.c1{vertical-align:middle}</style><p>10<span class=c1>6</span>", "106"),
        ("<style>p{vertical-align:super}</style><p>106", "106"),
    ],
)
def test_what_a_style_sheet_raises_or_lowers(source: str, expected: str) -> None:
    assert texts(source) == [expected]


_GOOGLE_DOCS = """<html><head><style type="text/css">ol{margin:0}.c0{vertical-align:super}
.c1{color:#000;vertical-align:baseline}.c2{max-width:451pt;padding:72pt}</style></head>
<body class="c2 doc-content"><p class="c3 title"><span class="c1">The mill of Kell</span></p>
<h1 id="h.a"><span class="c1">Why it stands still</span></h1>
<p><span class="c1">It broke in March.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span
 class="c1"> It had ground 10</span><span class="c0">6</span><span class="c1"> sacks.</span><sup><a
 href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><p class="c3"><span class="c1"></span></p>
<ol class="lst-kix_a-0 start" start="1"><li><span class="c1">Weigh it.</span></li></ol>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;On a Sunday.</span></p></div>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span class="c1">Please check.</span></p></div>
</body>"""


def test_a_page_that_google_docs_saved() -> None:
    blocks = [(b.role, b.mark, b.text) for b in page(_GOOGLE_DOCS).blocks if not b.chrome]
    assert blocks == [
        ("title", "", "The mill of Kell"),
        ("heading", "", "Why it stands still"),
        ("paragraph", "", "It broke in March. It had ground 10⁶ sacks."),
        ("list_item", "1.", "Weigh it."),
        ("paragraph", "", "\u00a0On a Sunday."),
    ]


_LIBREOFFICE = """<!DOCTYPE html><html><head>
<meta name="generator" content="LibreOffice 7.4 (Linux)"/>
<style type="text/css">p { margin-bottom: 0.1in } a.sdfootnoteanc { font-size: 57% }</style></head>
<body lang="en-US" link="#000080" dir="ltr"><h1 class="western">The mill of Kell</h1>
<p style="line-height: 100%">It broke in
March.<sup><a class="sdfootnoteanc" name="sdfootnote1anc"
 href="#sdfootnote1sym"><sup>1</sup></a></sup>
It had ground 10<sup>6</sup> sacks. <span style="display: none">Nobody sees this.</span></p>
<ol><li><p>Weigh it.</p></li><li><p>Grind it.</p></li></ol>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>
On a Sunday.</p></div></body></html>"""


def test_a_page_that_libreoffice_saved() -> None:
    blocks = [(b.mark, b.text) for b in page(_LIBREOFFICE).blocks if not b.chrome]
    assert blocks == [
        ("", "The mill of Kell"),
        ("", "It broke in March. It had ground 10⁶ sacks."),
        ("1.", "Weigh it."),
        ("2.", "Grind it."),
        ("", "On a Sunday."),
    ]
    assert formats.edited_bytes(page(_LIBREOFFICE), []) == _LIBREOFFICE.encode()


@pytest.mark.parametrize(("more", "seen"), [("", 1), ("b", 5)])
def test_slides_that_hide_more_than_four_fifths_of_a_page_are_text(more: str, seen: int) -> None:
    slides = "".join(f"<p hidden>{letter * 100}</p>" for letter in "cde")
    source = f"<p>{'a' * 100}</p>{slides}<p hidden>{'b' * 100}{more}</p>"
    assert len(texts(source)) == seen
