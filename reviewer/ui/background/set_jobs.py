"""The jobs of sets: which files belong together, their reviews, how they stand, their exports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.ui.background.analysis_jobs import Helpers
from reviewer.ui.background.jobs import Deliver, DeliveringWork, Progress, Work
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.reports.kinds import Kind, Options
    from reviewer.sets import Group, ReviewSet, StandsIn
    from reviewer.ui.background.review_jobs import FindMemory


def pairing(source: Path, folders: Sequence[Path]) -> Work:
    """The work that gives the Pairs of folders."""

    def work(progress: Progress, _cancelled: Callable[[], bool]) -> object:
        from reviewer.sets import paired

        progress(tr("Looking for files that belong together"), 0.0)
        return paired(source, folders)

    return work


def reading(path: Path) -> Work:
    """The work that gives a set and how its documents stand."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
        from reviewer.sets import read_set, totals

        found = read_set(path)
        words, many = tr("Reading the list of documents"), len(found.reviews)
        progress(words, 0.0)
        told = totals(
            found, told=lambda number: progress(words, number / many), cancelled=cancelled
        )
        return found, told

    return work


def searching(of: ReviewSet, stands_in: StandsIn) -> DeliveringWork:
    """The work that hands over each Hit and Unread of a set."""

    def make(deliver: Deliver) -> Work:
        def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
            from reviewer.machine_translation.errors import Cancelled
            from reviewer.sets import search

            words, many = tr("Searching…"), len(of.reviews)
            told = lambda number: progress(words, number / many)  # noqa: E731
            for one in search(of, stands_in, told=told, cancelled=cancelled):
                deliver(one)
            if cancelled():
                raise Cancelled
            return None

        return work

    return make


def making(path: Path, groups: Sequence[Group], helpers: Helpers, memory: FindMemory) -> Work:
    """The work that makes the reviews of a set and gives what was Made."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
        from reviewer.analysis import analyse
        from reviewer.machine_translation.errors import Cancelled
        from reviewer.sets import Maker, make_set

        maker = Maker(
            partial(
                analyse,
                translator=helpers.translator(),
                confirmed=helpers.confirmed,
                cancelled=cancelled,
            ),
            memory(),
        )
        made = make_set(path, groups, maker, progress=progress, cancelled=cancelled)
        if cancelled():
            raise Cancelled
        return made

    return work


def packing(of: ReviewSet, path: Path, *, without_caches: bool) -> Work:
    """The work that packs a set into one file and gives what was Packed."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
        from reviewer.machine_translation.errors import Cancelled
        from reviewer.sets import pack_set

        done = pack_set(
            of, path, without_caches=without_caches, progress=progress, cancelled=cancelled
        )
        if cancelled():
            raise Cancelled
        return done

    return work


def exporting(of: ReviewSet, folder: Path, kind: Kind, options: Options) -> Work:
    """The work that exports all documents of a set and gives what was Exported; what is there is
    replaced."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
        from reviewer.machine_translation.errors import Cancelled
        from reviewer.sets import export_set
        from reviewer.ui.background.pdf import pdf_of

        done = export_set(
            of,
            folder,
            kind,
            options,
            replace=True,
            printed=pdf_of,
            progress=progress,
            cancelled=cancelled,
        )
        if cancelled():
            raise Cancelled
        return done

    return work
