"""Fetching one package of the index; what a broken connection left is taken up again."""

from __future__ import annotations

import errno
import hashlib
import json
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reviewer.formats.file_bytes import only_file
from reviewer.machine_translation.archive import MOST_BYTES
from reviewer.machine_translation.errors import DownloadError
from reviewer.machine_translation.fetch import Answer, fetch
from reviewer.machine_translation.metadata import Metadata
from reviewer.machine_translation.package_folders import downloads_folder
from reviewer.messages import Message, message

SPARE = 20_000_000
"""Bytes that a download leaves free on the disk."""


def download(
    package: Metadata,
    *,
    folder: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Fetch a package of the index and return the path of its file, whole and checked.

    Tries the package's links in turn. `progress` gets bytes here and in all (0 while that is
    unknown). A later call takes up what an interrupted one left, unless the file on the
    server has changed. Raises DownloadError or Cancelled.
    """
    folder = folder or downloads_folder()
    links = [link for link in package.links if link.startswith(("http://", "https://"))]
    if not links:
        raise DownloadError(
            message("The index names no address for {package}.", package=package.name)
        )
    partial = folder / f"{package.name}-{package.version}.part"
    problem: DownloadError | None = None
    for link in links:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _fetch_into(partial, link, progress, cancelled)
            _check_sum(partial, package)
        except DownloadError as error:
            problem = problem or error
            continue
        except OSError as error:
            raise DownloadError(_in_words(error, folder)) from error
        whole = partial.with_suffix(".argosmodel")
        partial.replace(whole)
        _note(partial).unlink(missing_ok=True)
        return whole
    assert problem is not None
    raise problem


def _fetch_into(
    partial: Path,
    link: str,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    here, headers = _resumable(partial, link)
    with fetch(link, headers=headers, cancelled=cancelled) as answer:
        if answer.status == 416:
            partial.unlink(missing_ok=True)  # what is here is no beginning of what is there
            raise DownloadError(
                message("{link} has changed since the download began. Try again.", link=link)
            )
        if answer.status != 206:
            here = 0
        total = _total(answer, here)
        _check_space(partial.parent, (total or 0) - here)
        for own in (partial, _note(partial)):
            with suppress(FileNotFoundError):
                only_file(own)
        _note(partial).write_text(json.dumps({"link": link, "mark": _mark(answer)}), "utf-8")
        with partial.open("ab" if here else "wb") as file:
            for chunk in answer.chunks:
                file.write(chunk)
                here += len(chunk)
                if here > (total or MOST_BYTES):
                    raise DownloadError(message("{link} sends more than it said.", link=link))
                if progress:
                    progress(here, total or 0)
    if total is not None and here < total:
        raise DownloadError(
            message(
                "The download broke off after {here} of {total} MB. "
                "Try again: it goes on where it stopped.",
                here=f"{here / 1e6:.1f}",
                total=f"{total / 1e6:.1f}",
            )
        )


def _resumable(partial: Path, link: str) -> tuple[int, dict[str, str]]:
    """How many bytes are here, and the headers that ask for the rest of the same file."""
    try:
        note = json.loads(only_file(_note(partial)).read_text("utf-8"))
        here = partial.stat().st_size
        if here and note["link"] == link and note["mark"]:
            return here, {"Range": f"bytes={here}-", "If-Range": str(note["mark"])}
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return 0, {}


def _mark(answer: Answer) -> str:
    """What tells this file from a later one at the same address ("" when nothing does)."""
    tag = answer.headers.get("ETag") or ""
    return str(answer.headers.get("Last-Modified") or "") if tag.startswith("W/") else tag


def _total(answer: Answer, here: int) -> int | None:
    ranged = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", answer.headers.get("Content-Range") or "")
    if here:
        if not ranged or int(ranged[1]) != here:
            raise DownloadError(
                message("The server sends another part than was asked for. Try again.")
            )
        return int(ranged[2])
    length = answer.headers.get("Content-Length") or ""
    return int(length) if length.isdigit() else None


def _check_sum(partial: Path, package: Metadata) -> None:
    if not package.sha256:
        return  # Argos's own index has none; the archive's own checksums are still checked
    digest = hashlib.sha256()
    with partial.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    if digest.hexdigest() != package.sha256:
        partial.unlink()
        raise DownloadError(
            message(
                "What was downloaded for {package} is not what the index promises (wrong "
                "checksum). It was deleted; try again later.",
                package=package.name,
            )
        )


def _note(partial: Path) -> Path:
    return partial.with_suffix(".part.json")


def _check_space(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed + SPARE:
        raise DownloadError(
            message(
                "The disk of {folder} is too full: {needed} MB are needed, {free} MB are free.",
                folder=folder,
                needed=round(needed / 1e6),
                free=round(free / 1e6),
            )
        )


def _in_words(error: OSError, folder: Path) -> Message:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return message(
            "The disk of {folder} is full. Free some space; the download then goes on.",
            folder=folder,
        )
    return message(
        "The download cannot be written to {folder} ({error}).",
        folder=folder,
        error=error.strerror or error,
    )
