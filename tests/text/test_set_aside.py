"""When so much was set aside that it has to be said."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, analyse
from reviewer.domain import Block, Document, Segment, SegmentKind, Span
from reviewer.text.furniture import mark_furniture
from reviewer.text.segments import segments
from reviewer.text.set_aside import Reading, far_apart, much_set_aside, share, unseen_on_both

SEEDS = Path(__file__).parents[2] / "../shared/seeds"
SENTENCE = "The council of the town approved the bridge number {} on a Monday in the spring."


def document(kept: int, out: int, reason: str = "named", menu: int = 0) -> Document:
    blocks = [Block(SENTENCE.format(n)) for n in range(kept)]
    blocks += [Block(SENTENCE.format(100 + n), chrome=True, reason=reason) for n in range(out)]
    blocks += [Block(f"Menu {n}", chrome=True, reason="links") for n in range(menu)]
    return Document("page.html", "html", tuple(blocks), b"", language="en")


def warning(of: Document) -> str | None:
    marked = mark_furniture([of], [segments(of, "s")])[0]
    return much_set_aside(Reading(of.path, of.blocks, marked))


@pytest.mark.parametrize(
    ("kept", "out", "said"),
    [(6, 3, False), (6, 4, True), (15, 37, True), (100, 60, False), (3, 2, False), (0, 2, False)],
)
def test_a_share_of_the_prose_is_much(kept: int, out: int, said: bool) -> None:
    found = warning(document(kept, out))
    assert (found is not None) == (said or kept == 0)


def test_the_line_says_how_many_of_how_many() -> None:
    assert "37 of 52 paragraphs were taken for page furniture" in str(warning(document(15, 37)))


def test_menus_and_remarks_say_nothing() -> None:
    assert warning(document(5, 0, menu=400)) is None
    assert warning(document(5, 40, reason="comment")) is None


def test_the_share_counts_letters() -> None:
    of = document(5, 5)
    assert 0.45 < share(mark_furniture([of], [segments(of, "s")])[0]) < 0.55
    assert share([]) == 0.0


@pytest.mark.skipif(not SEEDS.exists(), reason="the articles are not here")
def test_the_articles_are_silent() -> None:
    documents = [formats.read(path) for path in sorted(SEEDS.glob("*.txt"))]
    analysis = analyse(documents[-1], documents[:-1])
    assert not warnings(analysis)


def warnings(analysis: Analysis) -> list[str]:
    sides = [analysis.source, *(each.side for each in analysis.translations)]
    return [str(warning) for side in sides for warning in side.warnings]


def many(item: str, count: int = 6) -> str:
    return "".join(item.format(s=SENTENCE.format(10 + n), n=n) for n in range(count))


BODY = "".join(f"<p>{SENTENCE.format(n)}</p>" for n in range(6))
LONG = many("<p>{s}</p>", 9)
MAIN = f"<main><h1>Bridge</h1>{BODY}</main>"
POST = f"<div class=post><h1>Bridge</h1>{BODY}</div>"


@pytest.mark.parametrize(
    "page",
    [
        f"{MAIN}<nav class=foot>{many('<div><h4>Part {n}</h4><p>{s}</p></div>')}</nav>",
        f"{MAIN}<footer>{many('<div><a href=/{n}>Imprint {n}</a><p>{s}</p></div>')}</footer>",
        f"{POST}<div role=dialog>{many('<p>{s}</p>')}</div>",
        f"{POST}<dialog open>{many('<p>{s}</p>', 5)}</dialog>",
        f"{POST}<noscript>{many('<p>{s}</p>', 5)}</noscript>",
        f"{POST}<nav>{many('<p>{s}</p>', 5)}</nav>",
        f"<div role=alertdialog>{many('<p>{s}</p>', 5)}</div>{MAIN}",
        f"{POST}<ul class=popular>{many('<li><a href=/{n}>{s}</a></li>')}</ul>",
        f"{MAIN}<div class=more>{many('<a href=/{n}><h3>Ferry {n}</h3><p>{s}</p></a>')}</div>",
        f"{POST}<menu>{many('<li><a href=/{n}>{s}</a></li>', 5)}</menu>",
        f"{MAIN}<footer>{'<br>'.join(SENTENCE.format(n) for n in range(10, 16))}</footer>",
        f"{MAIN}<footer><dl>{many('<dt>Boat {n}<dd>{s}')}</dl></footer>",
    ],
)
def test_pages_that_lose_much_say_so(page: str) -> None:
    of = formats.read_bytes(Path("page.html"), f"<html lang=en><body>{page}".encode())
    marked = mark_furniture([of], [segments(of, "s")])[0]
    out = sum(s.text.startswith("The council") and s.kind == "furniture" for s in marked)
    assert out >= 5
    assert f"{out} of {out + 6} paragraphs" in str(warning(of))


CHINESE = "".join(f"<p>第{n}座桥梁在星期一上午由市长宣布开放通行。</p>" for n in range(6))
TWENTY = " ".join(SENTENCE.format(n) for n in range(20, 40))


@pytest.mark.parametrize(
    ("page", "out", "language"),
    [
        (f"{MAIN}<footer>{many('<p>Boat {n} came late today.</p>', 30)}</footer>", 30, "en"),
        (f"{MAIN}<nav>{many('<p>— Wo ist Boot {n}?</p>', 40)}</nav>", 40, "de"),
        (
            f"{MAIN}<nav>{many('<h2>Why boat {n}?</h2><p>Of the river {n}.</p>', 20)}</nav>",
            40,
            "en",
        ),
        (f"{MAIN}<nav><p>{TWENTY}</p></nav>", 1, "en"),
        (f"{POST}<footer><p>{TWENTY}</p><p>So {TWENTY}</p></footer>", 2, "en"),
        (f"{MAIN}<footer><pre>{TWENTY}</pre></footer>", 1, "en"),
        (f"<main>{CHINESE}</main><footer>{many('<p>他们走了{n}里。</p>', 40)}</footer>", 40, "zh"),
        (f"<main>{CHINESE}</main><div hidden>{CHINESE.replace('第', '新')}</div>", 6, "zh"),
        (f"{MAIN}<nav>{many('<p>رأينا القارب {n} اليوم.</p>', 40)}</nav>", 40, "ar"),
        (f"{MAIN}<footer><p>{' river and stone' * 60}</p></footer>", 1, "en"),
    ],
)
def test_short_sentences_and_long_paragraphs_are_text(page: str, out: int, language: str) -> None:
    of = formats.read_bytes(Path("page.html"), f"<html lang={language}><body>{page}".encode())
    said = str(warning(of))
    assert f": {out} of " in said


@pytest.mark.parametrize("name", ["teaser related", "promo", "sidebar"])
@pytest.mark.parametrize("copies", [2, 3, 5, 9])
def test_copies_of_one_teaser_say_nothing(name: str, copies: int) -> None:
    teaser = (
        f"<div class='{name}'><h4><a href=/f>Ferry</a></h4><p>{SENTENCE.format('of all')}</p></div>"
    )
    blocks = f"{MAIN}{teaser * copies}"
    of = formats.read_bytes(Path("page.html"), f"<html lang=en><body>{blocks}".encode())
    assert warning(of) is None


@pytest.mark.parametrize(("words", "said"), [(149, False), (150, True), (151, True)])
def test_one_long_paragraph_is_no_box(words: int, said: bool) -> None:
    whole = " ".join(["word"] * words) + "."
    blocks = (Block(SENTENCE.format("of all")), Block(whole, chrome=True, reason="named"))
    assert (warning(Document("a.html", "html", blocks, b"", language="en")) is not None) is said


@pytest.mark.parametrize(("words", "said"), [(2, False), (3, True), (4, True)])
def test_a_short_sentence_is_text(words: int, said: bool) -> None:
    texts = [f"{'word ' * (words - 1)}{n}." for n in range(90)]
    blocks = (Block(SENTENCE.format(1)), *(Block(t, chrome=True, reason="named") for t in texts))
    assert (warning(Document("a.html", "html", blocks, b"", language="en")) is not None) is said


@pytest.mark.parametrize(("words", "said"), [(24, False), (25, True), (26, True)])
def test_so_many_words_are_text_without_a_full_stop(words: int, said: bool) -> None:
    texts = [f"{n}{' word' * (words - 1)}" for n in range(9)]
    blocks = (Block(SENTENCE.format(1)), *(Block(t, chrome=True, reason="named") for t in texts))
    assert (warning(Document("a.html", "html", blocks, b"", language="en")) is not None) is said
    linked = (blocks[0], *(Block(t, chrome=True, reason="links") for t in texts))
    assert warning(Document("a.html", "html", linked, b"", language="en")) is None


def test_a_side_with_much_less_text_says_so() -> None:
    def reading(kept: int, out: int) -> Reading:
        of = document(kept, out)
        return Reading(of.path, of.blocks, mark_furniture([of], [segments(of, "s")])[0])

    assert far_apart(reading(20, 0), reading(20, 0)) is None
    assert far_apart(reading(20, 0), reading(9, 0)) is None
    assert far_apart(reading(20, 0), reading(12, 8)) is None
    assert "% of it was taken for page furniture" in str(far_apart(reading(20, 0), reading(9, 11)))
    assert "% of it was taken for page furniture" in str(far_apart(reading(9, 11), reading(20, 0)))


@pytest.mark.parametrize(("letters", "said"), [(399, False), (400, True), (401, True)])
def test_so_little_set_aside_makes_no_side_short(letters: int, said: bool) -> None:
    def reading(*texts: tuple[str, SegmentKind]) -> Reading:
        made = [
            Segment(f"s{n}", text, n, Span(0, len(text)), kind)
            for n, (text, kind) in enumerate(texts)
        ]
        return Reading("page", [Block(text) for text, _ in texts], made)

    full = reading(("a" * 1000, "body"))
    short = reading(("a" * 500, "body"), ("a" * letters, "furniture"))
    assert (far_apart(full, short) is not None) == said
    assert (far_apart(short, full) is not None) == said


@pytest.mark.parametrize(
    "page",
    [
        f"<div class='layout has-sidebar'><h1>Bridge</h1>{BODY}</div>",
        f"<form id=site><h1>Bridge</h1>{BODY}</form>",
        f"<header><h1>Bridge</h1>{BODY}{LONG}",
        f"<div class=comments-open><main><h1>Bridge</h1>{BODY}</main></div>",
        f"<nav><a href=1>One</a><a href=2>Two</a></nav><h1>Bridge</h1>{BODY}<footer>©</footer>",
    ],
)
def test_pages_that_lose_nothing_are_silent(page: str) -> None:
    of = formats.read_bytes(Path("page.html"), f"<html lang=en><body>{page}".encode())
    assert warning(of) is None
    marked = mark_furniture([of], [segments(of, "s")])[0]
    assert sum(s.text.startswith("The council") and s.kind == "body" for s in marked) >= 6


def hidden(*texts: str, reason: str = "hidden") -> Reading:
    blocks = [Block(SENTENCE.format(1)), *(Block(t, chrome=True, reason=reason) for t in texts)]
    of = Document("page.html", "html", tuple(blocks), b"", language="en")
    return Reading(of.path, of.blocks, mark_furniture([of], [segments(of, "s")])[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SENTENCE.format(2), True),
        ("Nobody was hurt in the harbour today.", False),
        ("Nobody was hurt in the harbour on Monday.", True),
        ("Costs 5 euros", True),
        ("Page 5", False),
        ("Costs ٥ euros", True),
        ("Open the menu", False),
    ],
)
def test_hidden_sentences_and_figures_on_both_sides_are_said(text: str, said: bool) -> None:
    found = unseen_on_both(hidden(text), hidden(text))
    assert (found is not None) == said
    assert unseen_on_both(hidden(text), hidden()) is None
    assert unseen_on_both(hidden(), hidden(text)) is None
    assert unseen_on_both(hidden(text, reason="comment"), hidden(text, reason="comment")) is None


def test_short_hidden_sentences_are_said_where_they_make_a_text() -> None:
    one, two = "Nobody was hurt.", "All of them went home again."
    assert unseen_on_both(hidden(one), hidden(one)) is None
    both = unseen_on_both(hidden(one, two), hidden(one, two))
    assert "2 hidden paragraphs" in str(both)
    assert unseen_on_both(hidden(one, "Thank you."), hidden(one, "Thank you.")) is None
    labels = ("Home", "News of the town", "All that is new")
    assert unseen_on_both(hidden(*labels), hidden(*labels)) is None


@pytest.mark.parametrize(("words", "said"), [(11, False), (12, True)])
def test_a_long_hidden_line_without_a_full_stop_is_said(words: int, said: bool) -> None:
    line = " ".join(["word"] * words)
    assert (unseen_on_both(hidden(line), hidden(line)) is not None) is said


def test_a_second_copy_of_what_is_compared_is_no_loss() -> None:
    text = "The old bridge over the river was closed in the spring."
    blocks = (Block(text), Block(text, chrome=True, reason="named"), Block(text, chrome=True))
    segments = [
        Segment(f"s{n}", text, n, Span(0, len(text)), "body" if not n else "furniture")
        for n in range(3)
    ]
    assert much_set_aside(Reading("a.html", blocks, segments)) is None


def test_the_line_counts_the_hidden_paragraphs() -> None:
    three = hidden(*map(SENTENCE.format, (2, 3, 4)))
    assert "1 hidden paragraph," in str(unseen_on_both(three, hidden(SENTENCE.format(2))))
    assert "3 hidden paragraphs" in str(unseen_on_both(hidden(SENTENCE.format(2)), three))
