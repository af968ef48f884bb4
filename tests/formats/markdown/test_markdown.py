"""Markdown: what is text in it, and markup that survives its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit


def text(source: str) -> Document:
    return formats.read_bytes(Path("x.md"), source.encode())


def texts(source: str) -> list[str]:
    return [block.text for block in text(source).blocks]


def after(source: str, old: str, new: str) -> str:
    document = text(source)
    number, block = next((n, b) for n, b in enumerate(document.blocks) if old in b.text)
    start = block.text.index(old)
    edit = TextEdit(number, Span(start, start + len(old)), new)
    return formats.edited_bytes(document, [edit]).decode()


def test_roles() -> None:
    source = "# T\n\n## H\n\npara\n\n- item\n\n> quote\n\n| a |\n|---|\n| b |\n"
    assert [(block.role, block.level) for block in text(source).blocks] == [
        ("title", 1),
        ("heading", 2),
        ("paragraph", 0),
        ("list_item", 0),
        ("paragraph", 0),
        ("table_cell", 0),
        ("table_cell", 0),
    ]


def test_front_matter_and_code_are_chrome() -> None:
    document = text("---\ntags: x\n---\ntext\n\n```\ncode\nline\n```\n\n    more code\n")
    assert [block.text for block in document.blocks if not block.chrome] == ["text"]
    assert [block.text for block in document.blocks if block.chrome] == [
        "---",
        "tags: x",
        "---",
        "```",
        "code",
        "line",
        "```",
        "more code",
    ]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("a *b **c*** `` d`e `` f", "a b c d`e f"),
        ("a.[3](#note-3) b[*](#n) c", "a. b c"),
        ("see [chapter 3](#three)", "see chapter 3"),
        ("[[Page|a b]] c [[d]]", "a b c d"),
        ("a b\n{: .lead #top}", "a b"),
        ("# a {#b .c}", "a"),
        ("a {b} {1}", "a {b} {1}"),
        ("a b\n$$\nx = 2\n$$\nc d", "a b|$$|x = 2|$$|c d"),
        ("a ~~b~~ c", "a c"),
        ("~~a~~ b", "b"),
        ("a ~~b **c**~~", "a"),
        ("a ~~b<br>c~~ d", "a d"),
        ("a <del>b</del> <s>c</s><ins>d</ins>", "a d"),
        ("a <del>b c", "a b c"),
        ("<ruby>東京<rt>とうきょう</rt></ruby>に行く。", "東京に行く。"),
        ("<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>に行く。", "東京に行く。"),
        ("a <ruby>東<rp>(</rp><rt>Tō</rt><rp>)</rp></ruby> b", "a 東 b"),
        ("a <ruby>東<rt>Tō<rp>)</ruby> b", "a 東 b"),
        ("a <rt>b c", "a b c"),
        ("a <svg><text>b</text></svg> c", "a c"),
        ("a <span hidden>b *c* d</span> e", "a e"),
        ("a <span style='display: none'>b <span>c</span> d</span> e", "a e"),
        ("a <i class='sr-only'>b</i> <em style='visibility:hidden'>c</em> d", "a d"),
        ("a <span>b</span></span> <span hidden>c", "a b c"),
        ("a ~~b c", "a ~~b c"),
        ("a.^[b *c* d] e", "a.^[b c d] e"),
        ("a.^[b c] d.^[e] f", "a. d. f|b c|e"),
        ("a \\^[b] c", "a ^[b] c"),
        ("[a *b*](u 't') [c][r] [r] ![alt](p) <http://x.y>\n\n[r]: u", "a b c r  http://x.y|alt"),
        ("[a](a) a [b](<u u>)", "a a b"),
        ("one\n  two", "one two"),
        ("\\*a\\* &amp; &#65; 2 * 3 snake_case_word", "*a* & A 2 * 3 snake_case_word"),
        ("a <b>c</b> <!-- d --> e", "a c  e"),
        ("1. 1", "1"),
        ("- - x", "x"),
        ("# Foo # Foo #", "Foo # Foo"),
        ("![alt *x*](p)b", "b|alt x"),
    ],
)
def test_what_is_read(source: str, read: str) -> None:
    assert texts(source) == read.split("|")


def test_a_hard_break_parts_a_paragraph() -> None:
    assert texts("One.  \nTwo\\\nThree\nfour") == ["One.", "Two", "Three four"]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("a<br>break in it", ["a break in it"]),
        ("a <BR/> break", ["a break"]),
        ("One.<br>Two", ["One.", "Two"]),
        ("with 5<br>6 apples", ["with 5", "6 apples"]),
        ("On Friday,  \nLena left", ["On Friday, Lena left"]),
        ("a<br>\nb", ["a b"]),
    ],
)
def test_a_sentence_goes_on_behind_a_line_break(source: str, read: list[str]) -> None:
    assert texts(source) == read
    number = len(read) - 1
    edit = TextEdit(number, Span(len(read[-1]), len(read[-1])), " x")
    written = formats.edited_bytes(text(source), [edit]).decode()
    assert written == source + " x"


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("10<sup>6</sup> and CO<sub>2</sub>", "10⁶ and CO₂"),
        ("2<sup>nd</sup>", "2nd"),
        ("10^6^ years, CO~2~, 2^nd^", "10⁶ years, CO₂, 2nd"),
        ("so^a^ it is", "soᵃ it is"),
        ("x^2 and ~ 5 ~", "x^2 and ~ 5 ~"),
    ],
)
def test_raised_characters(source: str, read: str) -> None:
    assert texts(source) == [read]


def test_a_raised_digit_is_written_raised() -> None:
    assert after("10<sup>6</sup> x", "⁶", "⁹") == "10<sup>9</sup> x"
    assert after("10<sup>6</sup> x", "⁶", "6") == "106 x"
    assert after("10⁶ x", "⁶", "⁹") == "10⁹ x"


NOTES = "A claim.[^1] It cost 45 euros.[^b]\n\n[^1]: The *first*.\n\n    More.\n[^b]: Second.\n"


def test_footnotes_are_paragraphs_and_their_marks_no_text() -> None:
    assert texts(NOTES) == ["A claim. It cost 45 euros.", "The first.", "More.", "Second."]
    assert after(NOTES, "claim", "boast").startswith("A boast.[^1] It")
    assert after(NOTES, "Second", "Third") == NOTES.replace("Second", "Third")
    assert texts("No note.[^9]") == ["No note.[^9]"]


def test_definition_lists() -> None:
    source = "Term\n:   One\n    more\n\nOther\n: Two\n"
    assert texts(source) == ["Term", "One more", "Other", "Two"]
    assert after(source, "more", "less") == source.replace("more", "less")


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("::: warning Mind the gap\nText.\n\n- item\n:::\n", ["Mind the gap", "Text.", "item"]),
        (":::note[Take care]\nText.\n:::\n", ["Take care", "Text."]),
        ("::::{.tip}\nText.\n::::\n", ["Text."]),
        ('!!! note "Take care"\n    Text.\n', ["Take care", "Text."]),
    ],
)
def test_notes_in_colons_are_text(source: str, read: list[str]) -> None:
    document = text(source)
    assert [block.text for block in document.blocks if not block.chrome] == read
    assert after(source, read[0], "New") == source.replace(read[0], "New")
    assert after(source, read[-1], "New") == source.replace(read[-1], "New")


def test_mathematics_is_set_aside_and_dollars_are_money() -> None:
    document = text("It cost $4 or $5.\n\n$$\nx = 4\n$$\n")
    assert [(block.text, block.chrome) for block in document.blocks] == [
        ("It cost $4 or $5.", False),
        ("$$", True),
        ("x = 4", True),
        ("$$", True),
    ]


def test_the_text_of_an_image_is_a_caption_of_its_own() -> None:
    source = 'We saw ![the *old* bridge](a.png "t") at dusk.\n\n![photo.jpg](photo.jpg)\n'
    document = text(source)
    assert [(block.text, block.role) for block in document.blocks] == [
        ("We saw  at dusk.", "paragraph"),
        ("the old bridge", "caption"),
    ]
    assert after(source, "bridge", "tower") == source.replace("bridge", "tower")
    assert after(source, "We saw", "We see") == source.replace("saw", "see")


FRONT = (
    "---\n"
    "title: A bridge: the story\n"
    'description: "He said \\"no\\""   # shown in lists\n'
    "subtitle: 'It''s late'\n"
    "summary: >-\n"
    "  One line\n"
    "  and another.\n"
    "date: 2025-01-02\n"
    "tags:\n"
    "  - title: no\n"
    "---\n"
    "# Head\n"
)


def test_what_readers_see_of_the_front_matter_is_text() -> None:
    document = text(FRONT)
    assert [(block.text, block.role) for block in document.blocks if not block.chrome] == [
        ("A bridge: the story", "title"),
        ('He said "no"', "paragraph"),
        ("It's late", "heading"),
        ("One line and another.", "paragraph"),
        ("Head", "heading"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("A bridge: the story", "A road", "title: A road\n"),
        ("A bridge: the story", "Two: a #road", 'title: "Two: a #road"\n'),
        ("A bridge: the story", "- 'x'", "title: \"- 'x'\"\n"),
        ('"no"', '"yes"', 'description: "He said \\"yes\\""   # shown in lists\n'),
        ("late", "x's", "subtitle: 'It''s x''s'\n"),
        ("One line", "Two: lines", "  Two: lines\n"),
        ("date: 2025-01-02", "date: 2026-01-02", "date: 2026-01-02\n"),
    ],
)
def test_values_of_the_front_matter_are_written_as_values(old: str, new: str, line: str) -> None:
    written = after(FRONT, old, new)
    assert line in written
    assert len(written.splitlines()) == len(FRONT.splitlines())


def test_hugo_writes_its_front_matter_otherwise() -> None:
    source = '+++\ntitle = "A road"\ndraft = true\n+++\nText.\n'
    assert [block.text for block in text(source).blocks if not block.chrome] == ["A road", "Text."]
    assert after(source, "road", "way") == source.replace("road", "way")


def test_an_edited_line_of_code_leaves_the_others() -> None:
    source = "```\nfirst *line*\nsecond\n```\n"
    assert after(source, "first *line*", "1. _line_") == source.replace("first *line*", "1. _line_")


def test_a_line_separator_that_is_text_stays() -> None:
    assert after("One\u0085two three", "two three", "2") == "One\u00852"
    assert after("One\u0085two", "One\u0085two", "1\u0085two") == "1\u0085two"


def test_cells_with_marks_and_without_text() -> None:
    assert texts("| a \\| b | |\n|---|---|\n| a | a |\n") == ["a | b", "a", "a"]


def test_raw_html_is_read_as_html() -> None:
    source = "<div>\n<p>A <b>b</b> &amp; c</p>\n</div>\n\n*d*"
    assert texts(source) == ["A b & c", "d"]
    assert "<p>A <b>x &lt;</b> &amp; c</p>" in after(source, "b", "x <")


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        ("a **bold** word", "bold", "strong", "a **strong** word"),
        ("a **bold** word", "bold ", "", "a word"),
        ("a [link](u) word", "link", "tie", "a [tie](u) word"),
        ("a `code` b", "code", "x", "a `x` b"),
        ("one\ntwo three", "three", "four", "one\ntwo four"),
        ("# Head #", "Head", "Foot", "# Foot #"),
        ("Head\n====\n\ntext", "Head", "", "\n\ntext"),
        ("a b", "b", "*c*", "a \\*c\\*"),
        ("a b", "b", "c_d #1", "a c_d #1"),
        ("a b", "a", "1.", "1\\. b"),
        ("a b", "a", "-", "\\- b"),
        ("| a |\n|---|\n| b |", "b", "c|d", "| a |\n|---|\n| c\\|d |"),
        ("a *b c* d", "c", "c *x", "a *b c \\*x* d"),
        ("> a\r\n> b\r\n", "b", "c", "> a\r\n> c\r\n"),
        ("In H~2~O there is x^2^ now", "there", "here", "In H~2~O here is x^2^ now"),
        ("In H~2~O there is x^2^ now", "now", "then", "In H~2~O there is x^2^ then"),
        ("In H~2~O there is x^2^ now", "In", "Of", "Of H~2~O there is x^2^ now"),
    ],
)
def test_an_edit_keeps_the_markup(source: str, old: str, new: str, result: str) -> None:
    assert after(source, old, new) == result


def test_a_bold_line_is_a_heading() -> None:
    roles = [block.role for block in text("**What next**\n\n**It rained.**\n\n**a** b").blocks]
    assert roles == ["heading", "paragraph", "paragraph"]


def test_raw_html_in_a_quote_is_not_taken_apart() -> None:
    blocks = text("> <div>\n> x\n\ny").blocks
    assert [(block.text, block.chrome) for block in blocks] == [
        ("> <div>", True),
        ("> x", True),
        ("y", False),
    ]


def test_a_paragraph_whose_marks_break_gives_them_up() -> None:
    assert after("*a b* c", "b", "*") == "*a \\** c"
    assert after("*a b* c", "b", "") == "a  c"
    assert after("**x** *a b* c", "b", "") == "**x** a  c"


def test_a_bar_in_a_cell_goes_with_its_backslash() -> None:
    table = b"| Left | Right |\n|---|---|\n| a \\| b | c |\n"
    document = formats.read_bytes(Path("x.md"), table)
    number = next(n for n, block in enumerate(document.blocks) if block.text == "a | b")
    for text, wanted in (("", b"|  | c |"), ("b", b"| b | c |"), ("a | c", b"| a \\| c | c |")):
        made = formats.edited_bytes(document, [TextEdit(number, Span(0, 5), text)])
        assert made.splitlines()[2].replace(b"|   |", b"|  |") == wanted


def test_a_paragraph_and_the_text_of_its_picture_are_changed_together() -> None:
    source = "Some *words* here, ![a bridge](b.png) and more.\n"
    document = formats.read_bytes(Path("x.md"), source.encode())
    assert [block.text for block in document.blocks][1] == "a bridge"
    edits = [TextEdit(0, Span(0, 10), "1"), TextEdit(1, Span(2, 8), "ferry")]
    made = formats.edited_bytes(document, edits)
    again = formats.read_bytes(Path("x.md"), made)
    assert [" ".join(block.text.split()) for block in again.blocks] == [
        "1 here, and more.",
        "a ferry",
    ]


def test_a_paragraph_without_markup_keeps_the_changed_text_of_its_picture() -> None:
    source = "Intro [![a bridge](b.png)](c.html). Next.\n"
    document = formats.read_bytes(Path("x.md"), source.encode())
    first = document.blocks[0].text
    edits = [TextEdit(0, Span(0, len(first)), "1. A [x"), TextEdit(1, Span(2, 8), "ferry")]
    again = formats.read_bytes(Path("x.md"), formats.edited_bytes(document, edits))
    assert [block.text.strip() for block in again.blocks] == ["1. A [x", "a ferry"]


def test_deleted_text_and_notes_stay_where_they_are_when_the_words_around_are_edited() -> None:
    source = "It costs ~~50~~ 60 pounds.^[A note.] Two is two.\n"
    document = text(source)
    assert [block.text for block in document.blocks] == [
        "It costs 60 pounds. Two is two.",
        "A note.",
    ]
    edits = [
        TextEdit(0, Span(0, 31), "It costs 70 pounds. Two is three."),
        TextEdit(1, Span(0, 7), "A remark."),
    ]
    assert formats.edited_bytes(document, edits).decode() == (
        "It costs ~~50~~ 70 pounds.^[A remark.] Two is three.\n"
    )


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        ("A *very  \nold* and **new** one.", "old", "X Y", "A *very  \nX Y* and **new** one."),
        ("See [the old  \nbridge](x.html).", "bridge", "X Y", "See [the old  \nX Y](x.html)."),
        ("The **old  \nbridge was** long.", "was", "X Y", "The **old  \nbridge X Y** long."),
    ],
)
def test_marks_around_a_line_break_stay_where_they_are(
    source: str, old: str, new: str, result: str
) -> None:
    [block] = text(source).blocks
    assert after(source, block.text, block.text.replace(old, new)) == result
