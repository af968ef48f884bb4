"""Sides -> back-translations, where a package is at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from reviewer.analysis.result import SegmentedDocument, content
from reviewer.analysis.steps import Steps
from reviewer.domain import BackTranslation, Bead, joined


class Translator(Protocol):
    """What the analysis needs of the machine translation."""

    def evidence(self, from_language: str, to_language: str) -> str | None:
        """The package that would translate, as "argos PACKAGE VERSION"; None without one."""

    def translate(
        self,
        texts: Sequence[str],
        from_language: str,
        to_language: str,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[BackTranslation]:
        """The translations, parallel to `texts`."""


def translated_back(
    source: SegmentedDocument, side: SegmentedDocument, translator: Translator | None, steps: Steps
) -> tuple[dict[int, BackTranslation], str]:
    """The sentences of a translation by their index, and the package ("none" without one)."""
    evidence = translator and translator.evidence(side.language, source.language)
    if not translator or not evidence:
        return {}, "none"
    indices = content(side)
    translated = translator.translate(
        [side.segments[index].text for index in indices],
        side.language,
        source.language,
        progress=lambda done, total: steps.within(done / max(total, 1)),
        cancelled=steps.stopped,
    )
    return dict(zip(indices, translated, strict=True)), evidence


def evidence_text(translation: BackTranslation | None) -> str | None:
    """What an alignment may rely on."""
    return translation.text if translation and translation.reliable else None


def joined_back(back: Mapping[int, BackTranslation], bead: Bead) -> BackTranslation | None:
    """The back-translation of a bead, where each of its sentences has one."""
    parts = [back[index] for index in bead.target if index in back]
    if not parts or len(parts) < len(bead.target):
        return None
    return replace(
        parts[0],
        text=joined([part.text for part in parts]),
        reliable=all(part.reliable for part in parts),
    )
