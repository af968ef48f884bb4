"""HTTP, bounded and cancellable. Nothing here is called unless the user asked for it."""

from __future__ import annotations

import queue
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPMessage
from typing import IO

from reviewer import __version__
from reviewer.machine_translation.errors import Cancelled, DownloadError
from reviewer.messages import message

PATIENCE = 20.0
"""Seconds without a byte after which a server counts as gone."""

_CHUNK = 1 << 16
_POLL = 0.1


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer under way: its status and headers, and its body chunk by chunk."""

    status: int
    headers: Message
    chunks: Iterator[bytes]


@contextmanager
def fetch(
    address: str,
    *,
    headers: Mapping[str, str] | None = None,
    cancelled: Callable[[], bool] | None = None,
    patience: float = PATIENCE,
) -> Iterator[Answer]:
    """Ask for `address` (http or https). Raises DownloadError, and Cancelled within 0.2 s.

    The waiting is done by a thread of its own: a server that says nothing cannot hold up
    who asked.
    """
    _check(address)
    arriving: queue.Queue[Answer | bytes | Exception | None] = queue.Queue(maxsize=8)
    abandoned = threading.Event()

    def hand_on(item: Answer | bytes | Exception | None) -> None:
        while not abandoned.is_set():
            try:
                arriving.put(item, timeout=_POLL)
            except queue.Full:
                continue
            return

    def receive() -> None:
        try:
            with _open(address, headers or {}, "GET", patience) as response:
                hand_on(Answer(response.status, response.headers, chunks()))
                while not abandoned.is_set() and (chunk := response.read1(_CHUNK)):
                    hand_on(chunk)
            hand_on(None)
        except (OSError, HTTPException, ValueError) as error:
            hand_on(error)

    def take() -> Answer | bytes | None:
        while True:
            if cancelled and cancelled():
                raise Cancelled
            try:
                item = arriving.get(timeout=_POLL)
            except queue.Empty:
                continue
            if isinstance(item, Exception):
                raise _in_words(item, address) from item
            return item

    def chunks() -> Iterator[bytes]:
        while (item := take()) is not None:
            assert isinstance(item, bytes)
            yield item

    threading.Thread(target=receive, name="fetch", daemon=True).start()
    try:
        answer = take()
        assert isinstance(answer, Answer)
        yield answer
    finally:
        abandoned.set()


def fetch_bytes(address: str, most: int, *, cancelled: Callable[[], bool] | None = None) -> bytes:
    """The whole of what `address` answers, at most `most` bytes of it being acceptable."""
    data = bytearray()
    with fetch(address, cancelled=cancelled) as answer:
        for chunk in answer.chunks:
            data += chunk
            if len(data) > most:
                raise DownloadError(
                    message("{address} sends far more than was expected.", address=address)
                )
    return bytes(data)


def fetch_size(address: str) -> int:
    """How many bytes `address` says it would send; 0 when it does not say."""
    try:
        _check(address)
        with _open(address, {}, "HEAD", 10.0) as response:
            return int(response.headers.get("Content-Length") or 0)
    except (OSError, HTTPException, ValueError, DownloadError):
        return 0


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirection from https to anything less, nor away from http(s)."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        scheme = urllib.parse.urlsplit(newurl).scheme
        if scheme != "https" and scheme != req.type:
            raise urllib.error.URLError(message("it leads to an address that is not secure"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check(address: str) -> None:
    parts = urllib.parse.urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise DownloadError(
            message("“{address}” is not an address of the web (https://…).", address=address)
        )


def _open(address: str, headers: Mapping[str, str], method: str, patience: float):  # type: ignore[no-untyped-def]
    request = urllib.request.Request(address, headers=dict(headers), method=method)
    request.add_header("User-Agent", f"reviewer/{__version__}")
    opener = urllib.request.build_opener(_SafeRedirects)
    try:
        return opener.open(request, timeout=patience)
    except urllib.error.HTTPError as error:
        if error.code == 416:
            return error  # who asked for a part must know that it is not there
        raise


def _in_words(error: Exception, address: str) -> DownloadError:
    host = urllib.parse.urlsplit(address).hostname
    if isinstance(error, urllib.error.HTTPError):
        error.close()
        return DownloadError(
            message(
                "{host} does not have it (it answers {code}): {address}",
                host=host,
                code=error.code,
                address=address,
            )
        )
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return DownloadError(message("{host} has stopped answering. Try again later.", host=host))
    if isinstance(error, urllib.error.URLError):
        return DownloadError(
            message(
                "{host} cannot be reached ({reason}). Without a network, a package file "
                "can be brought on a USB stick and installed from there.",
                host=host,
                reason=reason,
            )
        )
    return DownloadError(
        message("The connection to {host} broke off ({error}). Try again.", host=host, error=error)
    )
