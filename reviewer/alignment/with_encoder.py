"""The alignment with the sentence encoder that is installed, for callers that bring no vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reviewer.alignment.align import align as align_with
from reviewer.domain import Bead


def align(
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_language: str,
    target_language: str,
    **more: Any,
) -> list[Bead]:
    """As `reviewer.alignment.align.align`, which says what goes in and comes out; the vectors
    are those of the encoder that is installed, if it serves both languages.

    The only place of the room that looks beyond what it is given. Nothing is loaded before the
    first call that needs vectors, and it is let go again some time after the last one.
    """
    from reviewer.machine_translation.encoders import VectorsOnDemand

    encoder = VectorsOnDemand((source, source_language), (target, target_language))
    more.setdefault("vectors", encoder)
    more.setdefault("read_together", encoder.read)
    if more["vectors"] is encoder:
        more.setdefault("word_by_word", encoder.word_by_word)
    return align_with(
        source,
        target,
        source_language=source_language,
        target_language=target_language,
        **more,
    )
