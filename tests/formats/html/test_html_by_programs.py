"""Pages that Word, Google Docs, LibreOffice and scripts have written, and articles in templates."""

from __future__ import annotations

import pytest

from reviewer import formats
from tests.formats.html.pages import after, page, texts

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
