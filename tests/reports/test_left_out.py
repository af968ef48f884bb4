"""What is said, at every export, of the notes and links of sentences that were deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.reports.kinds import KINDS, Kind, kind
from reviewer.reports.left_out import hung_in
from reviewer.review import Review

FILES = Path(__file__).parents[1] / "formats" / "files"
GOES = "The mark of its note goes with it, so that the note is not shown."
NOTED = "Der Hafen wurde 1189 eröffnet.[^1] Rund 137 Schiffe kamen.\n\n[^1]: Notiz.\n"


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    """A text in Markdown and one of Word, of each of which a sentence with a note is deleted."""
    source = formats.read_bytes(Path("a.txt"), b"The harbour opened in 1189. Some 137 ships came.")
    word = replace(formats.read(FILES / "bridge.docx"), language="nl")
    texts = [formats.read_bytes(Path("b.md"), NOTED.encode()), word]
    with Review.create(
        tmp_path_factory.mktemp("made") / "a.review", analyse(source, texts)
    ) as made:
        for number, words in ((1, "1189"), (2, "4.2 million")):
            row = next(row for row in made.rows(number) if words in row.target)
            made.edit(number, row.key, "")
        yield made


@pytest.mark.parametrize(
    ("name", "number", "wanted"),
    [("text", 1, (GOES,)), ("text", 2, (GOES,)), ("tracked", 1, ()), ("tracked", 2, (GOES,))],
)
def test_what_becomes_of_a_note(
    review: Review, name: str, number: int, wanted: tuple[str, ...]
) -> None:
    said = hung_in(review, [number], kind(name))
    assert tuple(map(str, said.messages)) == wanted
    assert said.sentences == len(wanted)


def test_of_all_texts_each_thing_is_said_once(review: Review) -> None:
    said = hung_in(review, [1, 2], kind("text"))
    assert (said.sentences, [*map(str, said.messages)]) == (2, [GOES])


@pytest.mark.parametrize("other", [k for k in KINDS if not k.corrects], ids=lambda k: k.name)
def test_nothing_is_said_where_the_text_itself_is_not_written(review: Review, other: Kind) -> None:
    assert hung_in(review, [1, 2], other).sentences == 0
