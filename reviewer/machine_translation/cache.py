"""The cache of translations: a sentence that was translated before is not translated again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Protocol


class TranslationCache(Protocol):
    """Keeps the engine's output by text, package and version, across reviews or in one.

    `package` and `version` are those of a route ("translate-uk_en+translate-en_de").
    Implementations must be usable from any thread and never raise because of a fault of
    the disk: a cache that fails is an empty one.
    """

    def get_many(self, texts: Sequence[str], package: str, version: str) -> Mapping[str, str]:
        """The outputs that are known, by text."""

    def put_many(self, outputs: Mapping[str, str], package: str, version: str) -> None:
        """Remember outputs by text."""


class MemoryCache:
    """A TranslationCache that lasts as long as the program, within a bound of entries."""

    def __init__(self, most: int = 50_000) -> None:
        self._most = most
        self._outputs: OrderedDict[tuple[str, str, str], str] = OrderedDict()
        self._lock = Lock()

    def get_many(self, texts: Sequence[str], package: str, version: str) -> Mapping[str, str]:
        """The outputs that are known, by text."""
        with self._lock:
            found = {}
            for text in texts:
                output = self._outputs.get((text, package, version))
                if output is not None:
                    self._outputs.move_to_end((text, package, version))
                    found[text] = output
            return found

    def put_many(self, outputs: Mapping[str, str], package: str, version: str) -> None:
        """Remember outputs by text, letting go of those not asked for the longest."""
        with self._lock:
            for text, output in outputs.items():
                self._outputs[text, package, version] = output
                self._outputs.move_to_end((text, package, version))
            while len(self._outputs) > self._most:
                self._outputs.popitem(last=False)
