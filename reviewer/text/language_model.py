"""The detector's model, unpacked once for each user and mapped into memory from then on.

py3langid ships its model compressed (4.6 MB of LZMA, 68 MB unpacked) and unpacks it at every
start: 0.4 to 0.7 s. Mapping the unpacked arrays takes some 20 ms, and two processes share
the memory. Where the unpacked copy cannot be written or read, the model is loaded as
py3langid does it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.folders import cache_folder

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_PARTS = "parts.json"
"""Written last: labels of the languages, and the size in bytes of every array's file."""

_ARRAYS = ("weights", "priors", "next_states", "rows", "features")


@lru_cache(maxsize=1)
def identifier() -> LanguageIdentifier:
    """The detector, with probabilities that add up to one."""
    import py3langid

    folder = cache_folder() / f"language-model-{py3langid.__version__}"
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        return _mapped(folder)
    made = _unpacked()
    with contextlib.suppress(OSError):
        _keep(made, folder)
    return made


def _unpacked() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    made: LanguageIdentifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)  # type: ignore[no-untyped-call]
    return made


def _keep(made: LanguageIdentifier, folder: Path) -> None:
    """Write the model's arrays into `folder`, which appears whole or not at all."""
    import numpy as np

    arrays = {
        "weights": made.nb_ptc,
        "priors": made.nb_pc,
        "next_states": np.asarray(made.tk_nextmove),
        "rows": np.asarray(made.tk_row, dtype=np.uint32),
        "features": np.asarray(made.tk_output, dtype=np.int32),
    }
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        for name, array in arrays.items():
            np.save(beside / f"{name}.npy", array, allow_pickle=False)
        parts = {
            "labels": list(made.nb_classes),
            "bytes": {name: (beside / f"{name}.npy").stat().st_size for name in _ARRAYS},
        }
        (beside / _PARTS).write_text(json.dumps(parts), "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(beside, folder)  # noqa: PTH104 - Path.rename would be the same call
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _mapped(folder: Path) -> LanguageIdentifier:
    """The model from its unpacked files. Raises OSError or ValueError when they are not whole."""
    parts = json.loads((folder / _PARTS).read_text("utf-8"))
    for name in _ARRAYS:
        if (folder / f"{name}.npy").stat().st_size != parts["bytes"][name]:
            raise ValueError(f"{name}.npy is not whole")
    import numpy as np
    from py3langid.langid import LanguageIdentifier

    def read(name: str) -> Any:
        return np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)

    return LanguageIdentifier(  # type: ignore[no-untyped-call]
        np.asarray(read("weights")),
        np.asarray(read("priors")),
        list(parts["labels"]),
        memoryview(read("next_states")),
        read("features").tolist(),
        norm_probs=True,
        tk_row=read("rows").tolist(),
    )
