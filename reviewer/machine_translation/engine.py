"""CTranslate2 on our own sentences, many at a time. Runs in the worker process.

Where the speed comes from (docs/measurements/machine_translation.md): batches of sentences
of about one length, and one batch for each core instead of all cores on one batch.
"""

from __future__ import annotations

import os
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.machine_translation.errors import Cancelled
from reviewer.machine_translation.metadata import Metadata
from reviewer.machine_translation.packages import check_folder
from reviewer.machine_translation.tokenizers import Tokenizer, tokenizer_of

BEAM = 2
"""The product's beam: see docs/decisions/machine_translation.md."""
BATCH_TOKENS = 256
"""Tokens of a batch, its padding included. Small enough that a cancelled batch is over in
less than half a second, large enough for the speed."""
WINDOW = 64
"""Sentences that are sorted by length together, so that results come roughly in order."""
MOST_LOADED = 600_000_000
"""Bytes of models held in memory; the one in use is held whatever its size."""
MOST_THREADS = 8
_EXACT_BYTES = 8_000_000
"""Models up to this size are computed in 32 bits. In 8 bits processors round differently, and a
small model has so few weights that it ends sentences early on some of them; time is no matter
there. Packages of the index have sixty million bytes and more."""

_LENGTH_PENALTY = 0.2  # argostranslate's, which the packages are made for
_POLL = 0.005


@dataclass(frozen=True, slots=True)
class _Loaded:
    translator: Any
    tokenizer: Tokenizer
    metadata: Metadata
    size: int


class Engine:
    """Translates with unpacked packages; keeps those used last in memory, within a bound."""

    def __init__(self, most_loaded: int = MOST_LOADED, threads: int = 0) -> None:
        self._most = most_loaded
        self._threads = threads or min(cores(), MOST_THREADS)
        self._loaded: OrderedDict[Path, _Loaded] = OrderedDict()

    def open(self, folder: Path) -> None:
        """Load a package. Raises what CTranslate2 and the tokenizer raise when it is bad."""
        self._load(folder)

    def translate(
        self,
        folder: Path,
        texts: Sequence[str],
        *,
        first: Sequence[int] = (),
        beam: int = BEAM,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[list[tuple[int, str]]]:
        """Yield (index, translation) lists as batches are done, those named in `first` first.

        Raises Cancelled within some milliseconds of `cancelled()`, and what CTranslate2
        raises. The texts are sentences: they are not split.
        """
        package = self._load(folder)
        empty = [index for index, text in enumerate(texts) if not text.strip()]
        if empty:
            yield [(index, "") for index in empty]
        pieces = [package.tokenizer.encode(" ".join(text.split())) for text in texts]
        batches = plan([len(piece) for piece in pieces], first, self._threads)
        waiting = deque(batches)
        running: deque[tuple[list[int], list[Any]]] = deque()
        while waiting or running:
            while waiting and len(running) <= self._threads:
                batch = waiting.popleft()
                running.append((batch, self._start(package, [pieces[i] for i in batch], beam)))
            batch, results = running.popleft()
            while not all(result.done() for result in results):
                if cancelled():
                    raise Cancelled
                time.sleep(_POLL)
            yield [
                (index, _text(package, result.result().hypotheses[0]))
                for index, result in zip(batch, results, strict=True)
            ]
            if cancelled():
                raise Cancelled

    def _start(self, package: _Loaded, batch: list[list[str]], beam: int) -> list[Any]:
        prefix = package.metadata.target_prefix
        started: list[Any] = package.translator.translate_batch(
            batch,
            target_prefix=[[prefix]] * len(batch) if prefix else None,
            asynchronous=True,
            beam_size=beam,
            length_penalty=_LENGTH_PENALTY,
            replace_unknowns=True,
            # A loop would else run on to the limit and hold up the whole batch.
            max_decoding_length=min(256, 32 + 3 * max(map(len, batch))),
        )
        return started

    def _load(self, folder: Path) -> _Loaded:
        if folder in self._loaded:
            self._loaded.move_to_end(folder)
            return self._loaded[folder]
        from ctranslate2 import Translator  # type: ignore[attr-defined]

        metadata = check_folder(folder)
        size = (folder / "model" / "model.bin").stat().st_size
        while self._loaded and size + sum(p.size for p in self._loaded.values()) > self._most:
            self._loaded.popitem(last=False)
        translator = Translator(
            str(folder / "model"),
            device="cpu",
            compute_type="int8" if size > _EXACT_BYTES else "float32",
            inter_threads=self._threads,
            intra_threads=1,
        )
        self._loaded[folder] = _Loaded(translator, tokenizer_of(folder, metadata), metadata, size)
        return self._loaded[folder]


def plan(lengths: Sequence[int], first: Sequence[int], threads: int) -> list[list[int]]:
    """Batches of indices: those in `first` before the others, each batch of like lengths.

    A batch has at most BATCH_TOKENS tokens with its padding (or one sentence), and fewer
    where there is not enough work for all `threads`. What has no tokens is in none.
    """
    work = [index for index in range(len(lengths)) if lengths[index]]
    hurried = set(first)
    urgent = [index for index in work if index in hurried]
    rest = [index for index in work if index not in hurried]
    windows = [urgent] if urgent else []
    windows += [rest[start : start + WINDOW] for start in range(0, len(rest), WINDOW)]
    batches: list[list[int]] = []
    for window in windows:
        window = sorted(window, key=lambda index: -lengths[index])
        share = sum(lengths[index] for index in window) // threads
        room = min(BATCH_TOKENS, max(share, 1))
        batch: list[int] = []
        for index in window:
            if batch and lengths[batch[0]] * (len(batch) + 1) > room:
                batches.append(batch)
                batch = []
            batch.append(index)
        batches.append(batch)
    return batches


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _text(package: _Loaded, tokens: list[str]) -> str:
    # As argostranslate does: the prefix names the language and is no part of the text.
    text = package.tokenizer.decode(tokens)
    return text.removeprefix(package.metadata.target_prefix).removeprefix(" ")
