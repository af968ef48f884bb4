"""What jobs do: plain data in, plain data out, nothing of the store and no widget."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.domain import BackTranslation, Document, Pair
from reviewer.ui.background.jobs import Deliver, DeliveringWork, Progress, Work
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.formats.tables.columns import Columns

_DELIVER_EVERY = 0.4
"""Seconds between two deliveries: each is written, checked and shown."""

FindTranslator = Callable[[], Any]
"""Gives the translator to use; called in the job, since installing and loading take time."""


@dataclass(frozen=True)
class Helpers:
    """What an analysis leans on: the translator, and the pairs that earlier reviews confirmed
    (see `reviewer.analysis.Confirmed`)."""

    translator: FindTranslator
    confirmed: Callable[[str, str], frozenset[tuple[str, str]]] | None = None


def analysis_of(source: Document, translations: Sequence[Document], helpers: Helpers) -> Work:
    """The work that gives an Analysis of documents that were read."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
        from reviewer.analysis import analyse

        progress(tr("Reading the documents"), 0.0)
        return analyse(
            source,
            translations,
            translator=helpers.translator(),
            confirmed=helpers.confirmed,
            progress=progress,
            cancelled=cancelled,
        )

    return work


def first_checks(pairs: Sequence[Pair]) -> Work:
    """The work that loads what checking and aligning these pairs needs, and gives nothing: the
    first pause in typing and the first correction would have to wait for it."""

    def work(_progress: Progress, cancelled: Callable[[], bool]) -> None:
        from reviewer.checks import check_document, check_pair

        check_document(pairs)
        for pair in pairs:
            if cancelled():
                return
            check_pair(pair)
        if pairs:
            _align_once(pairs)

    return work


def _align_once(pairs: Sequence[Pair]) -> None:
    from reviewer.alignment.align import align
    from reviewer.text.sentences import split_sentences

    one = pairs[0]
    align(
        [pair.source for pair in pairs],
        [pair.target for pair in pairs],
        source_language=one.source_language,
        target_language=one.target_language,
    )
    split_sentences(one.target, one.target_language)


def read(path: Path) -> tuple[Document, str, float]:
    """A document, its language (what it says itself, or detected), and how sure that is."""
    from reviewer import formats

    return _with_language(formats.read(path))


def read_converted(path: Path) -> list[tuple[Document, str, float]]:
    """As `read_one`, of a file that LibreOffice converts first."""
    from reviewer.formats import conversion

    return [_with_language(conversion.read_converted(path))]


def read_one(path: Path) -> list[tuple[Document, str, float]]:
    """As `read`, for one side of a review."""
    return [read(path)]


def read_sides(path: Path) -> list[tuple[Document, str, float]]:
    """As `read`, for a file that may hold its translations as well: the source comes first."""
    from reviewer import formats
    from reviewer.formats.errors import DamagedFileError

    if not formats.may_be_bilingual(path):
        return read_one(path)
    try:
        both = formats.read_bilingual(path)
    except DamagedFileError:
        # A table without columns by language is a text like any other.
        return read_one(path)
    return [_with_language(document) for document in (both.source, *both.translations)]


def read_columns(path: Path, columns: Columns) -> list[tuple[Document, str, float]]:
    """As `read_sides`, of a table whose columns somebody has chosen."""
    from reviewer import formats

    found = formats.read_columns(path, columns)
    several = [found] if isinstance(found, Document) else [found.source, *found.translations]
    return [_with_language(document) for document in several]


def _with_language(document: Document) -> tuple[Document, str, float]:
    from reviewer.text import languages

    if document.language:
        return document, document.language, 1.0
    text = "\n".join(block.text for block in document.blocks)
    return document, *languages.detect_file(document.path, text)


def comparison_of(
    source: Document, path: Path, language: str, beside: Sequence[Document], helpers: Helpers
) -> Work:
    """The work that reads a translation and gives its Comparison; `language` "" is detected.

    `beside` are the other translations, for what they agree on.
    """

    def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
        document, found, _sure = read(path)
        documents = [*beside, replace(document, language=language or found)]
        work_on = comparison_again(source, documents, len(beside), helpers)
        return work_on(progress, cancelled)

    return work


def comparison_again(
    source: Document, translations: Sequence[Document], number: int, helpers: Helpers
) -> Work:
    """The work that gives the Comparison of translation `number` anew, with the others beside it.

    The others are there for what they agree on; only the one is translated back.
    """

    def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
        only = partial(_OnlyFrom, helpers.translator, translations[number].language)
        work_on = analysis_of(source, translations, replace(helpers, translator=only))
        return work_on(progress, cancelled).translations[number]

    return work


class _OnlyFrom:
    """A translator that knows one language."""

    def __init__(self, translator: FindTranslator, language: str) -> None:
        made = translator()
        self._evidence, self.translate = made.evidence, made.translate
        self._language = language

    def evidence(self, from_language: str, to_language: str) -> str | None:
        """See `reviewer.analysis.Translator`."""
        return (
            self._evidence(from_language, to_language) if from_language == self._language else None
        )


@dataclass(frozen=True)
class BackTranslating:
    """Texts to translate from one language into another, those in `first` (indices) first."""

    texts: Sequence[str]
    from_language: str
    to_language: str
    first: Sequence[int] = ()


def back_translations_of(
    wanted: BackTranslating,
    translator: FindTranslator,
) -> DeliveringWork:
    """The work that gives the back-translations by text.

    What is there is delivered every now and then; the result is what was not delivered.
    """

    def work(
        deliver: Deliver, progress: Progress, cancelled: Callable[[], bool]
    ) -> dict[str, BackTranslation]:
        waiting: dict[str, BackTranslation] = {}
        delivered = time.monotonic()

        def told(done: int, total: int) -> None:
            progress(
                tr("Translating back, {done} of {total} sentences", done=done, total=total),
                done / max(total, 1),
            )

        def take(index: int, made: BackTranslation) -> None:
            nonlocal delivered
            waiting[wanted.texts[index]] = made
            if time.monotonic() - delivered > _DELIVER_EVERY:
                delivered = time.monotonic()
                deliver(dict(waiting))
                waiting.clear()

        translator().translate(
            wanted.texts,
            wanted.from_language,
            wanted.to_language,
            first=wanted.first,
            progress=told,
            on_result=take,
            cancelled=cancelled,
        )
        return waiting

    return lambda deliver: partial(work, deliver)
