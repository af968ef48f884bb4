"""One list of the words of a translation that no dictionary knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from reviewer.spelling.spelled_words import spelled_words
from reviewer.text.names import are_alike, folded, marks_names, names
from reviewer.text.words import word_texts


@dataclass(frozen=True, slots=True)
class Sentence:
    """A row as spelling sees it."""

    key: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word as it is written, how often, and the keys of the rows it stands in, in order."""

    word: str
    count: int
    rows: tuple[str, ...]


def asked_words(sentences: Iterable[Sentence], language: str) -> list[str]:
    """Each word of the translation that is looked up, once."""
    return list(
        dict.fromkeys(
            span.of(one.target) for one in sentences for span in spelled_words(one.target, language)
        )
    )


def unknown_words(
    sentences: Sequence[Sentence],
    unknown: Set[str],
    language: str,
    source_language: str,
) -> list[UnknownWord]:
    """The words of `unknown` that are no names of the source, the most frequent first.

    A word that the source has as well, or that may be the spelling of one of its names, is the
    business of the checks of names.
    """
    found: dict[str, list[str]] = {}
    for one in sentences:
        for span in spelled_words(one.target, language):
            word = span.of(one.target)
            if word in unknown:
                found.setdefault(word, []).append(one.key)
    source = SourceWords((one.source for one in sentences), source_language)
    listed = [
        UnknownWord(word, len(keys), tuple(dict.fromkeys(keys)))
        for word, keys in found.items()
        if not source.explains(word)
    ]
    return sorted(listed, key=lambda one: (-one.count, one.word.casefold()))


class SourceWords:
    """The words and the names of source sentences in a language."""

    def __init__(self, sources: Iterable[str], language: str) -> None:
        texts = list(sources)
        self._words = {word.casefold() for text in texts for word in word_texts(text)}
        self._names = _names(texts, language) if marks_names(language) else {}

    def explains(self, word: str) -> bool:
        """Whether a word of the translation comes from the source as it is, or nearly."""
        plain = word.replace("\u2019", "'").casefold()
        if plain in self._words or plain.removesuffix("s") in self._words:
            return True
        if word.islower():
            return False
        spelt = folded(word)
        return any(
            are_alike(name, spelt, by_sound=not word.isascii())
            for name in self._names.get(spelt[:1], ())
        )


def _names(texts: Iterable[str], language: str) -> Mapping[str, Set[str]]:
    """The words of the source's names as spellings are compared, by their first letter."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for name in names(text, language, frozenset()):
            for word in map(folded, name.words):
                found.setdefault(word[:1], set()).add(word)
    return found
