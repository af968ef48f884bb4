"""The jobs that give an open review. Nobody else knows it yet, so that the job may do with it what
later only the window's own thread does. It also loads what shows the review: the window would stand
still as long as that takes, seconds where the computer has much to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.ui.background import collector
from reviewer.ui.background.calm import Calm
from reviewer.ui.background.jobs import Deliver, DeliveringWork, Progress, Work
from reviewer.wording import language_name, tr

if TYPE_CHECKING:
    from reviewer.analysis import Analysis
    from reviewer.profiles import Profile
    from reviewer.review import CheckedRows, CountedRows, KeyedPairs, Review
    from reviewer.store.at_rest import AtRest
    from reviewer.store.memory import Memory

_PAGE = "reviewer.ui.review.page"

FindMemory = Callable[[], "Memory | None"]


def opening(
    path: Path,
    memory: FindMemory,
    *,
    accept_losses: bool,
    take_over: bool,
    as_copy: bool = False,
) -> DeliveringWork:
    """The work that gives the review at `path`; see `open_or_copy`.

    It delivers a Glance: what can be seen of it before it has been read.
    """

    def look(deliver: Deliver, at_rest: AtRest) -> None:
        from reviewer.domain import ReviewerError
        from reviewer.review import Glance

        try:
            glance = Glance(at_rest)
            glance.prepare()
            import_module(_PAGE)
        except ReviewerError:
            at_rest.close()
        else:
            deliver(glance)

    def open_it(deliver: Deliver) -> Review:
        from reviewer.review import open_or_copy

        return open_or_copy(
            path,
            memory=memory(),
            accept_losses=accept_losses,
            take_over=take_over,
            as_copy=as_copy,
            look=partial(look, deliver),
        )

    return lambda deliver: _giving(partial(open_it, deliver), tr("Reading the review"))


def making(path: Path, analysis: Analysis, memory: FindMemory) -> Work:
    """The work that gives the new review of an analysis, kept at `path`."""

    def make_it() -> Review:
        from reviewer.review import Review

        return Review.create(path, analysis, memory=memory(), replace=True)

    return _giving(make_it, tr("Writing the review"))


def checking_all(profile: Profile, pairs: KeyedPairs) -> Work:
    """The work that gives what the checks find by a profile in all rows."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> CheckedRows:
        from reviewer.machine_translation.errors import Cancelled
        from reviewer.review import check_all

        def go_on(share: float) -> None:
            progress(tr("Checking by the profile"), share)
            if cancelled():
                raise Cancelled

        return check_all(profile.checks(), pairs, go_on)

    return work


def counting(count: Callable[[Callable[[float], None]], CountedRows], calm: Calm) -> Work:
    """The work that counts the rows of a translation (see `Review.counting`), while it is calm."""

    def work(_progress: Progress, cancelled: Callable[[], bool]) -> CountedRows:
        from reviewer.machine_translation.errors import Cancelled

        def go_on(_share: float) -> None:
            calm.wait(cancelled)
            if cancelled():
                raise Cancelled

        return count(go_on)

    return work


def _giving(give: Callable[[], Review], words: str) -> Work:
    def work(progress: Progress, cancelled: Callable[[], bool]) -> Review:
        from reviewer.machine_translation.errors import Cancelled

        progress(words, 0.0)
        with collector.at_rest():
            review = give()
            try:
                if not cancelled():
                    progress(words, 0.5)
                    review.prepare()
                    import_module(_PAGE)
                if cancelled():
                    raise Cancelled
            except BaseException:
                review.close()
                raise
        return review

    return work


def getting_ready(languages: Sequence[str]) -> Work:
    """The work that loads what the first review needs to be shown, and gives nothing: who opens
    one would have to wait for it."""

    def work(_progress: Progress, cancelled: Callable[[], bool]) -> None:
        for name in ("reviewer.review", _PAGE, "reviewer.checks.registry"):
            if not cancelled():
                import_module(name)
        for language in languages:
            if not cancelled():
                language_name(language)

    return work
