"""The log: what the program did and what went wrong, for the person who mends it.

Nothing of the documents is in it unless that is asked for. Of a message the pattern is written and
of its values only numbers; of an error its kind and the places in the program that it came by, but
not its words, which may quote a document or name a file. Only our own messages are written:
libraries log what they like (argostranslate every token).
"""

from __future__ import annotations

import errno
import logging
import platform
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from reviewer import __version__
from reviewer.domain import ReviewerError
from reviewer.folders import log_folder
from reviewer.machine_translation.package_folders import packages_folder
from reviewer.messages import message

LARGEST = 500_000
"""Bytes after which a new file is begun; two old ones are kept."""

_LIBRARIES = ("PySide6-Essentials", "argostranslate", "ctranslate2", "sentencepiece", "lxml")
_HIDDEN = "…"

_log = logging.getLogger("reviewer")


def usual_file() -> Path:
    """The log that the window writes when no other is named."""
    return log_folder() / "reviewer.log"


@contextmanager
def logging_to(path: Path, texts: bool = False) -> Iterator[None]:
    """Write our messages to the end of a file meanwhile, after a head that says what runs.

    `texts`: with the words of errors and the values of messages, and so perhaps with texts and
    paths of documents. Raises ReviewerError when the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_fifo():
            # It would wait for somebody who reads it.
            raise OSError(errno.EINVAL, "it is no file")
        handler = _Handler(path, maxBytes=LARGEST, backupCount=2, encoding="utf-8")
    except OSError as error:
        raise ReviewerError(
            message(
                "The log {path} cannot be written ({strerror}).", path=path, strerror=error.strerror
            )
        ) from error
    handler.setFormatter(_Formatter(texts))
    before = _log.level
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    started = time.monotonic()
    try:
        _log.info(head())
        yield
    finally:
        _log.info("Ended after %.1f seconds", time.monotonic() - started)
        _log.setLevel(before)
        _log.removeHandler(handler)
        handler.close()


def head() -> str:
    """What runs here: the program, Python, the system, the libraries, the packages."""
    frozen = ", frozen" if getattr(sys, "frozen", False) else ""
    versions = _versions()
    libraries = (f"{name} {versions.get(name.lower(), 'absent')}" for name in _LIBRARIES)
    try:
        packages = sorted(path.name for path in packages_folder().iterdir() if path.is_dir())
    except OSError:
        packages = []
    return "\n    ".join(
        [
            f"Reviewer {__version__}{frozen}",
            f"Python {platform.python_version()} on {platform.platform()}",
            ", ".join(libraries),
            f"Translation packages: {', '.join(packages) or 'none'}",
        ]
    )


def _versions() -> dict[str, str]:
    """Each installed distribution's version, by its name in small letters.

    From the names of their folders: importlib.metadata takes longer to import than all else here.
    """
    found: dict[str, str] = {}
    for entry in sys.path:
        for folder in Path(entry or ".").glob("*.dist-info"):
            name, _, version = folder.stem.partition("-")
            found.setdefault(name.replace("_", "-").lower(), version)
    return found


class _Handler(RotatingFileHandler):
    """Two windows may write one log, and Windows does not rename what is open: a line that
    cannot be written is dropped."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        pass


class _Formatter(logging.Formatter):
    def __init__(self, texts: bool) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._texts = texts

    def format(self, record: logging.LogRecord) -> str:
        if not self._texts:
            record = logging.makeLogRecord(record.__dict__)
            record.exc_text = None
            record.args = _without_texts(record.args)
            try:
                record.getMessage()
            except (TypeError, ValueError):  # a pattern that wants more than "…"
                record.args = None
        return super().format(record)

    def formatException(  # noqa: N802
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        if self._texts or ei[1] is None:
            return super().formatException(ei)
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            places = traceback.extract_tb(error.__traceback__)
            lines += [f"    {frame.filename}:{frame.lineno} in {frame.name}" for frame in places]
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)


def _without_texts(values: object) -> Any:
    if isinstance(values, dict):
        return {name: _without_text(value) for name, value in values.items()}
    return tuple(_without_text(value) for value in values) if isinstance(values, tuple) else None


def _without_text(value: object) -> object:
    if isinstance(value, int | float):
        return value
    return type(value).__qualname__ if isinstance(value, BaseException) else _HIDDEN
