"""Exports that take their time: beside the window, of a copy of the review as it stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError
from reviewer.ui.background.jobs import Progress, Work
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.review import Review

ROWS_AT_ONCE = 2000
"""Rows that are written while somebody waits: ten thousand take 0.5 to 1.4 s as most kinds of
file."""

DRAWN_AT_ONCE = 0
"""Rows of a page that is drawn: five hundred take a second, and as long again for the process."""

Told = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A file, and what gives its bytes; `make` gets the review, hears of its share (0 to 1), and
    stops with Cancelled when it is told to. Only with `new_folder` a folder that is not there is
    made: a name that was typed may have a slip in it."""

    path: Path
    make: Callable[[Review, Told, Callable[[], bool]], bytes]
    new_folder: bool = False


@dataclass(slots=True)
class Written:
    """The files that were written, and those that were not, with why."""

    paths: list[Path] = field(default_factory=list)
    failed: list[tuple[Path, BaseException]] = field(default_factory=list)


def write_all(
    review: Review,
    files: Sequence[ToWrite],
    progress: Progress = lambda _words, _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Written:
    """Write the files of a review; one that cannot be written does not stop the others."""
    from reviewer.formats import atomic
    from reviewer.processes import Cancelled

    done = Written()
    for number, file in enumerate(files):
        words = tr("Writing {path}", path=file.path.name)

        def told(share: float, number: int = number, words: str = words) -> None:
            progress(words, (number + share) / len(files))

        told(0.0)
        try:
            content = file.make(review, told, cancelled)
            if cancelled():
                raise Cancelled
            if file.new_folder:
                file.path.parent.mkdir(parents=True, exist_ok=True)
            atomic.write_bytes(file.path, content)
            done.paths.append(file.path)
        except (ReviewerError, OSError) as error:
            done.failed.append((file.path, error))
    return done


def exporting(name: str, snapshot: bytes, files: Sequence[ToWrite]) -> Work:
    """The work that writes the files of the review that `snapshot` was taken of, and gives what was
    Written; `name` is what the review is called."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
        from reviewer.review import copy_of

        progress(tr("Exporting"), 0.0)
        with copy_of(name, snapshot) as review:
            return write_all(review, files, progress, cancelled)

    return work
