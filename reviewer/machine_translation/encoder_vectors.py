"""Vectors of sentences as they come from the worker process."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reviewer.machine_translation.errors import EngineError
from reviewer.machine_translation.process import WorkerProcess

if TYPE_CHECKING:
    from reviewer.machine_translation.universal_encoder import Floats


def vectors(
    worker: WorkerProcess,
    folder: Path,
    texts: Sequence[str],
    on_results: Callable[[dict[str, str]], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Floats:
    """A row of length 1 for each text. Raises EngineError or Cancelled."""
    found: dict[int, str] = {}

    def keep(results: list[tuple[int, str]]) -> None:
        found.update(results)
        if on_results:
            on_results({texts[index]: coded for index, coded in results})

    worker.encode(folder, texts, on_results=keep, cancelled=cancelled)
    if len(found) != len(texts):
        raise EngineError("The encoder gave no vector for some sentences.")
    return rows([found[index] for index in range(len(texts))])


def rows(coded: Sequence[str]) -> Floats:
    """The vectors that the worker wrote as Base64."""
    made = [np.frombuffer(base64.b64decode(one), dtype="<f4") for one in coded]
    return np.array(made, dtype=np.float32)
