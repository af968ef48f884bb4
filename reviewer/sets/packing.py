"""A set as one file that can be mailed: a zip with the set and its reviews, whole and closed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from reviewer.being_made import working_folder
from reviewer.domain import ReviewerError
from reviewer.formats import atomic
from reviewer.messages import message
from reviewer.review import open_or_copy
from reviewer.sets.set_file import ReviewSet, write_set

SUFFIX = ".zip"


@dataclass(slots=True)
class Packed:
    """How many reviews are in the file, and which could not be opened and why."""

    reviews: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)


def pack_set(
    of: ReviewSet,
    path: Path,
    *,
    without_caches: bool = False,
    progress: Callable[[str, float], None] = lambda _words, _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Packed:
    """Write the set and its reviews as they stand into the zip `path`, in one folder.

    Unpacked it is the same set. A review that cannot be opened is left out, and told. Raises
    ReviewerError where none can, or nothing can be written.
    """
    done = Packed()
    data = BytesIO()
    with working_folder() as folder:
        inside = folder / of.path.stem
        kept = []
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, review in enumerate(of.reviews):
                if cancelled():
                    break
                name = of.name_of(review)
                progress(name, number / len(of.reviews))
                target = inside / review.relative_to(of.folder)
                target.parent.mkdir(parents=True, exist_ok=True)
                try:
                    with open_or_copy(review) as opened:
                        opened.copy_to(target, for_mail=True, without_caches=without_caches)
                except ReviewerError as error:
                    done.failed.append((name, error.args[0] if error.args else ""))
                    continue
                archive.write(target, target.relative_to(folder))
                target.unlink()
                kept.append(target)
            if not kept:
                raise ReviewerError(message("No review of the set could be packed."))
            made = write_set(inside / of.path.name, kept)
            archive.write(made.path, made.path.relative_to(folder))
    if not cancelled():
        done.reviews = len(kept)
        atomic.write_bytes(path, data.getvalue())
    return done
