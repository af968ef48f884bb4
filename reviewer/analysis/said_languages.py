"""Whether texts are in the languages that they are said to be in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewer.analysis.result import SegmentedDocument
from reviewer.messages import Message, message
from reviewer.text import languages
from reviewer.wording import language_name

_BOTH_SURE = 0.7
_SURE = 0.9
"""How sure it must be: that both sides read like the other, and that one reads otherwise."""

_LIKELY = 0.5
"""How sure it must be that a version reads otherwise than the one before it, to ask."""

_FEWEST_LETTERS = 100
"""Of a text that is said to be in another language than it reads like."""

_ALIKE = (
    frozenset({"da", "nb", "nn"}),
    frozenset({"hr", "sr", "bs", "cnr"}),
    frozenset({"id", "ms"}),
    frozenset({"cs", "sk"}),
    frozenset({"gl", "pt"}),
    frozenset({"af", "nl"}),
    frozenset({"bg", "mk"}),
    frozenset({"zh", "yue"}),
)
"""Languages that are taken for each other, by people as well."""


def another_language(new: SegmentedDocument, before: str, wanted: str) -> str:
    """The language that a new version seems to be in, where it is neither the `wanted` one nor
    the one that the text `before` it reads like; "" where it may well be the same.

    A short text is not read surely: then what its file says of it counts as well.
    """
    found, sure = languages.detect("\n".join(each.text for each in new.segments))
    same = {languages.base(wanted), languages.base(languages.detect(before)[0])}
    for group in _ALIKE:
        if group & same:
            same |= group
    if languages.base(found) in same:
        return ""
    if found and sure >= _LIKELY:
        return found
    said = new.document.language
    return said if said and languages.base(said) not in same else ""


class _Side(NamedTuple):
    path: str
    said: str
    found: str
    sure: float
    letters: int

    @property
    def is_said(self) -> bool:
        """Whether it reads like what it is said to be in."""
        alike = {self.said, self.found}
        return len(alike) == 1 or "" in alike or any(alike <= group for group in _ALIKE)


def language_warnings(
    source: SegmentedDocument, translations: Sequence[SegmentedDocument]
) -> list[tuple[Message, ...]]:
    """What has to be said of the languages of the source, and of each translation."""
    first, *others = (_read(side) for side in (source, *translations))
    exchanged = [_are_exchanged(first, other) for other in others]
    told = [() if any(exchanged) else _otherwise(first, [other.said for other in others])]
    for other, is_exchanged in zip(others, exchanged, strict=True):
        told.append((_exchanged(first),) if is_exchanged else _otherwise(other, [first.said]))
    return told


def _are_exchanged(source: _Side, translation: _Side) -> bool:
    return (
        (source.found, translation.found) == (translation.said, source.said)
        and not source.is_said
        and min(source.sure, translation.sure) >= _BOTH_SURE
    )


def _exchanged(source: _Side) -> Message:
    return message(
        "The languages seem to be exchanged: “{path}” is said to be the source in {said}, and "
        "reads like {found}; its translation the other way round. Exchange the languages, or the "
        "texts.",
        path=source.path,
        said=language_name(source.said),
        found=language_name(source.found),
    )


def _otherwise(side: _Side, others: Sequence[str]) -> tuple[Message, ...]:
    """What is said of a text that reads like another language: not like that of the other side,
    for then it is not translated, which is told of its sentences."""
    if side.is_said or side.found in others or side.sure < _SURE or side.letters < _FEWEST_LETTERS:
        return ()
    return (
        message(
            "“{path}” is said to be in {named}, but it reads like {found}.",
            path=side.path,
            named=language_name(side.said),
            found=language_name(side.found),
        ),
    )


def _read(side: SegmentedDocument) -> _Side:
    text = "\n".join(each.text for each in side.segments if each.kind != "furniture")
    found, sure = languages.detect(text)
    letters = sum(map(str.isalpha, text[: _FEWEST_LETTERS * 10]))
    said = languages.base(side.document.language)
    return _Side(side.document.path, said, languages.base(found), sure, letters)
