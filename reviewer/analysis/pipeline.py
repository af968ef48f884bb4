"""The steps of an analysis, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from reviewer.analysis.aligning import Confirmed, all_aligned
from reviewer.analysis.checking import all_checked
from reviewer.analysis.meanings import Meanings
from reviewer.analysis.reading import sides_of, with_warnings
from reviewer.analysis.result import Analysis
from reviewer.analysis.said_languages import language_warnings
from reviewer.analysis.steps import Progress, Steps
from reviewer.analysis.strangers import stranger_warning
from reviewer.analysis.translating import Translator, translated_back
from reviewer.analysis.wrongly_set_aside import answered, called_back
from reviewer.domain import Document
from reviewer.processes import Processes, fitting
from reviewer.profiles import Profile
from reviewer.text.lengths import letters
from reviewer.wording import language_name, tr

_WORTH_PROCESSES = 100_000
"""Letters of the translations together from which starting processes costs less than it gives:
a process needs some 0.6 s to begin, a thousand sentences of 85 letters some 1.5 s of work."""

_WORTH_TWO = 250_000
"""Letters of one translation from which two processes are worth it: while one looks at its
pairs, the other looks at it as a whole."""


def analyse(
    source: Document,
    translations: Sequence[Document],
    *,
    translator: Translator | None = None,
    confirmed: Confirmed | None = None,
    profile: Profile | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    takes_part: bool = False,
) -> Analysis:
    """Align every translation with the source and check it.

    A document's `language` is taken as said; "" has it detected. `confirmed` gives the pairs
    that earlier reviews confirmed, `profile` what the client wants. `takes_part` as for
    `Processes`: not for a window, which must answer meanwhile. Raises SameLanguageError and
    NothingToReviewError, and Cancelled within half a second after `cancelled()` is true.
    """
    steps = Steps(3 + 3 * len(translations), progress, cancelled)
    with Processes(_processes(translations), takes_part=takes_part) as processes:
        processes.begin(ready)
        steps.begin(tr("Reading the documents"))
        original, sides = sides_of(source, translations, steps)
        translated = []
        for side in sides:
            steps.begin(tr("Translating {language} back", language=language_name(side.language)))
            translated.append(translated_back(original, side, translator, steps))
        meanings = Meanings()
        comparisons = all_aligned(
            original, sides, translated, confirmed, meanings, processes, steps
        )
        encode = partial(meanings.at_once, stopped=steps.stopped)
        looked = called_back(original, comparisons, encode)
        if looked is not None:
            original, sides = looked
            translated = [translated_back(original, side, translator, steps) for side in sides]
            comparisons = all_aligned(
                original, sides, translated, confirmed, meanings, processes, steps
            )
        original, comparisons = answered(original, comparisons)
        checks = (profile or Profile()).checks()
        checked = all_checked(original, comparisons, checks, processes, steps)
    said, *of_each = language_warnings(original, [each.side for each in checked])
    return Analysis(
        with_warnings(original, None, said),
        tuple(
            replace(
                each,
                side=with_warnings(
                    each.side,
                    original,
                    (*of_side, *stranger_warning(each.beads, each.side.document.path)),
                ),
            )
            for each, of_side in zip(checked, of_each, strict=True)
        ),
        profile,
    )


def ready(*, within: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
    """Called in a process: all that is needed there is imported along with this module."""


def _processes(translations: Sequence[Document]) -> int:
    """How many processes look at the translations; short texts are done before one has begun."""
    length = sum(letters(block.text) for each in translations for block in each.blocks)
    if len(translations) == 1:
        return fitting(2) if length >= _WORTH_TWO else 1
    return fitting(len(translations)) if length >= _WORTH_PROCESSES else 1
