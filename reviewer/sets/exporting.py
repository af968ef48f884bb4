"""Exports of all documents of a set, into one folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.formats import atomic
from reviewer.messages import Message, message
from reviewer.reports.joined_texts import joined_in
from reviewer.reports.kinds import Kind, Options
from reviewer.reports.left_out import Hung, hung_in
from reviewer.review import Review, TranslationInfo, open_or_copy
from reviewer.sets.set_file import ReviewSet

Open = Callable[[Path], Review]
"""Opens a review of the set; it is closed when its files are written."""


@dataclass(slots=True)
class Exported:
    """The files that were written, which documents could not be exported and why, how many
    findings are still open in each document that has any, and what hung on deleted sentences."""

    written: list[Path] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    open: dict[str, int] = field(default_factory=dict)
    hung: dict[str, Hung] = field(default_factory=dict)
    joined: dict[str, tuple[Message, ...]] = field(default_factory=dict)
    """What has no place of its own in the files of each document (see `joined_in`)."""


def export_set(
    of: ReviewSet,
    folder: Path,
    kind: Kind,
    options: Options,
    *,
    opened: Open = open_or_copy,
    languages: Sequence[str] = (),
    replace: bool = False,
    printed: Callable[[bytes, str], bytes] | None = None,
    progress: Callable[[str, float], None] = lambda _words, _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write each document's translations (those into `languages`, or all) below `folder`, in the
    folders that the set has.

    A document that cannot be opened or exported does not stop the others; a file that is there
    already does, unless `replace`. `printed` makes a PDF of a drawn kind's page. Raises
    ReviewerError.
    """
    done = Exported()
    taken: set[str] = set()
    for number, path in enumerate(of.reviews):
        if cancelled():
            break
        name = of.name_of(path)
        progress(name, number / len(of.reviews))
        try:
            with ExitStack() as stack:
                review = stack.enter_context(opened(path))
                chosen = [
                    one for one in review.translations if not languages or one.language in languages
                ]
                place = folder / Path(name).parent
                if joined := joined_in(review, [one.id for one in chosen], kind):
                    done.joined[name] = joined
                for target, ids in _files(review, chosen, kind, place, taken):
                    if target.exists() and not replace:
                        raise _There(target)
                    content = kind.make(review, ids, options)
                    if kind.drawn and printed:
                        content = printed(content, target.stem)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    atomic.refuse_same(target, [Path(review.source.path)])
                    atomic.write_bytes(target, content)
                    done.written.append(target)
                if waiting := sum(review.counts(one.id).open for one in chosen):
                    done.open[name] = waiting
                hung = hung_in(review, [one.id for one in chosen], kind)
                if hung.sentences:
                    done.hung[name] = hung
        except _There as error:
            raise ReviewerError(
                message("{there} exists already. --force replaces it.", there=str(error.path))
            ) from None
        except ReviewerError as error:
            done.failed.append((name, error.args[0] if error.args else ""))
    return done


class _There(Exception):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def _files(
    review: Review,
    chosen: Sequence[TranslationInfo],
    kind: Kind,
    place: Path,
    taken: set[str],
) -> list[tuple[Path, list[int]]]:
    """Where to write, and the translations that go there; `taken` are the names of this export."""
    if not chosen:
        return []
    ids = [info.id for info in chosen]
    files = []
    for name, numbers in zip(
        kind.names(review, chosen), [ids] if kind.whole else [[one] for one in ids], strict=True
    ):
        path, again = place / name, 2
        while str(path).casefold() in taken:
            path, again = place / f"{Path(name).stem} {again}{Path(name).suffix}", again + 1
        taken.add(str(path).casefold())
        files.append((path, numbers))
    return files
