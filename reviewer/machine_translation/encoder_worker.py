"""The encoders that users have installed, through the worker process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reviewer.machine_translation.cache import MemoryCache
from reviewer.machine_translation.encoder_packages import InstalledEncoder
from reviewer.machine_translation.encoder_vectors import rows, vectors
from reviewer.machine_translation.errors import EngineError
from reviewer.machine_translation.process import WorkerProcess

if TYPE_CHECKING:
    from reviewer.machine_translation.universal_encoder import Floats

_CACHE = MemoryCache()
_WORKER, _LOCK = WorkerProcess(), threading.Lock()


class OwnEncoder:
    """An encoder that a user has installed; of the same form as the one that comes along."""

    def __init__(self, package: InstalledEncoder) -> None:
        self._package = package
        self.problem = package.problem

    @property
    def evidence(self) -> str:
        """How reports name it: "encoder NAME VERSION"."""
        return self._package.evidence

    def encode(
        self, texts: Sequence[str], go_on: Callable[[], None] | None = None
    ) -> Floats | None:
        """A row of length 1 for each text; None where the encoder fails (`problem` says so).

        `go_on` is called every few hundredths of a second; what it raises ends the work.
        """
        name = f"encode-{self._package.metadata.name}", self._package.metadata.version
        left = list(dict.fromkeys(texts))
        known = dict(_CACHE.get_many(left, *name))
        left = [text for text in left if text not in known]

        def keep(results: dict[str, str]) -> None:
            known.update(results)
            _CACHE.put_many(results, *name)

        def cancelled() -> bool:
            if go_on:
                go_on()
            return False

        if left:
            try:
                with _LOCK:
                    vectors(_WORKER, self._package.folder, left, keep, cancelled)
            except EngineError as error:
                self.problem = f"The sentence encoder does not work. {error}"
                return None
        return rows([known[text] for text in texts])
