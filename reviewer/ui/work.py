"""What jobs do: plain data in, plain data out, nothing of the store and no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reviewer.domain import BackTranslation, Document
from reviewer.ui.jobs import Progress, Work

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

        progress("Reading the documents", 0.0)
        return analyse(
            source,
            translations,
            translator=helpers.translator(),
            confirmed=helpers.confirmed,
            progress=progress,
            cancelled=cancelled,
        )

    return work


def comparison_of(source: Document, path: Path, language: str, helpers: Helpers) -> Work:
    """The work that reads a translation and gives its Comparison; `language` "" is detected."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
        from reviewer import formats

        document = formats.read(path)
        if language:
            document = replace(document, language=language)
        work_on = analysis_of(source, [document], helpers)
        return work_on(progress, cancelled).translations[0]

    return work


def back_translations_of(
    texts: Sequence[str], from_language: str, to_language: str, translator: FindTranslator
) -> Work:
    """The work that gives the back-translations by text."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> dict[str, BackTranslation]:
        def told(done: int, total: int) -> None:
            progress(f"Translating back, {done} of {total} sentences", done / max(total, 1))

        made = translator().translate(
            texts, from_language, to_language, progress=told, cancelled=cancelled
        )
        return dict(zip(texts, made, strict=True))

    return work
