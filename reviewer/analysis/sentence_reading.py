"""What survives translation in each sentence, read by all processes before texts are aligned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reviewer.alignment.token_rows import TokenRows, token_rows, whole
from reviewer.alignment.tokens import SAMPLE, has_case
from reviewer.analysis.shares import part, parts_of_each
from reviewer.analysis.steps import Steps
from reviewer.processes import Cancelled, Processes
from reviewer.text.note_marks import bare
from reviewer.wording import tr

LanguageTexts = tuple[Sequence[str], str]
"""Sentences and their language."""

Sides = tuple[LanguageTexts, LanguageTexts]


def all_read(
    translations: Sequence[Sides | None], processes: Processes, steps: Steps
) -> list[tuple[TokenRows, TokenRows] | None]:
    """The rows of the two sides of each translation, without the marks of notes; None where
    nothing is gained by that: as many translations as processes keep all of them busy."""
    parts = parts_of_each(len(translations), processes.count)
    if len(translations) >= processes.count or not any(translations):
        steps.skip()
        return [None] * len(translations)
    calls = [
        partial(_read, [_part(side, number, parts) for side in sides or ()])
        for sides in translations
        for number in range(parts)
    ]
    found = steps.one(tr("Reading names and figures"), calls, processes)
    made: list[tuple[TokenRows, TokenRows] | None] = []
    for number, sides in enumerate(translations):
        own = found[number * parts : (number + 1) * parts]
        made.append((whole([o[0] for o in own]), whole([o[1] for o in own])) if sides else None)
    return made


def _part(side: LanguageTexts, number: int, parts: int) -> tuple[Sequence[str], str, bool]:
    texts, language = side
    cased = has_case([bare(text, language) for text in texts[:SAMPLE]])
    return part(texts, number, parts), language, cased


def _read(
    sides: Sequence[tuple[Sequence[str], str, bool]],
    *,
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> list[TokenRows]:
    def go_on() -> None:
        if cancelled():
            raise Cancelled

    found = []
    for number, (texts, language, cased) in enumerate(sides):
        within(number / len(sides))
        plain = [bare(text, language) for text in texts]
        found.append(token_rows(plain, language, cased=cased, go_on=go_on))
    return found
