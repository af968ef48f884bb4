"""What the evidence for page furniture is weighed by, on pages small enough to count by hand."""

from __future__ import annotations

import pytest

from reviewer.formats.html.features import Evidence
from reviewer.formats.html.walk import Walk

PROSE = "The old bridge over the river was closed in March, since its piers had cracks. "


def seen(page: str, words: str) -> dict[str, float]:
    """What speaks for and against the block that has these words."""
    found = Walk(page, keep_mappings=False).found
    index = next(n for n, each in enumerate(found) if words in each.block.text)
    return dict(Evidence(found, None).of(index))


@pytest.mark.parametrize(
    ("box", "share"),
    [
        ("<p>12345 here 12345</p>", 1.0),
        ("<p>12345 here <a href='/'>1234567890</a></p>", 10 / 21),
        ("<p><a href='/'>12345 here 12345</a></p>", 0.0),
        ("<p>a here</p><p><a href='/'>bcdefg</a></p>", 0.5),
    ],
)
def test_of_a_box_the_share_that_is_in_no_link_counts(box: str, share: float) -> None:
    page = f"<main><p>{PROSE * 3}</p></main><div><section>{box}</section></div>"
    found = seen(page, "here")
    assert found["parent unlinked"] == pytest.approx(share)
    assert "branch unlinked" not in found


@pytest.mark.parametrize(
    ("line", "share"), [("Read it all here", 1.0), ("<a href='/'>x</a>", 0.99)]
)
def test_of_the_part_of_the_article_too(line: str, share: float) -> None:
    branch = f"<section><p>{PROSE * 2}</p><p>{line}</p></section>"
    found = seen(f"<main>{branch}<section><p>{PROSE * 2}</p></section></main>", PROSE.strip())
    assert found["branch unlinked"] == pytest.approx(share, abs=0.005)
    assert (found["branch unlinked"] == 1) == (share == 1)


@pytest.mark.parametrize(
    ("text", "sentence", "figures", "colon"),
    [("It came 12.", 1.0, 2 / 11, 0.0), ("Seen in:", 0.0, 0.0, 1.0), ("Seen in", 0.0, 0.0, 0.0)],
)
def test_the_shape_of_a_line(text: str, sentence: float, figures: float, colon: float) -> None:
    found = seen(f"<p>{PROSE}</p><p>{text}</p>", text)
    assert (found["sentence"], found["figures"], found["colon"]) == (
        sentence,
        pytest.approx(figures),
        colon,
    )


@pytest.mark.parametrize(("times", "copy"), [(1, 0.0), (2, 1.0)])
def test_a_line_that_stands_twice_is_a_copy(times: int, copy: float) -> None:
    assert seen(f"<p>{PROSE}</p>" + "<p>Read more</p>" * times, "Read more")["copy"] == copy
