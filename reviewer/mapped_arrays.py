"""Large arrays, unpacked once for each user and mapped into memory from then on.

Unpacking costs a second at every start, mapping next to nothing; and processes share the memory.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

Arrays = dict[str, "NDArray[Any]"]

_PARTS = "parts.json"
"""Written last: what the caller wants to know again, and every array's size in bytes."""

UNUSABLE = (OSError, ValueError, KeyError, TypeError)
"""What `mapped` raises where there is no whole copy."""


def keep(folder: Path, arrays: Mapping[str, NDArray[Any]], facts: Mapping[str, Any]) -> None:
    """Write the arrays and the `facts` (as JSON) into `folder`, which appears whole or not at all.

    Raises OSError where it cannot be written.
    """
    import shutil

    import numpy as np

    from reviewer.being_made import new_folder

    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = new_folder(folder.parent)
    try:
        sizes = {}
        for name, array in arrays.items():
            np.save(beside / f"{name}.npy", array, allow_pickle=False)
            sizes[name] = (beside / f"{name}.npy").stat().st_size
        (beside / _PARTS).write_text(json.dumps({"bytes": sizes, "facts": facts}), "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(beside, folder)  # noqa: PTH104 - Path.rename would be the same call
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def mapped(folder: Path) -> tuple[Arrays, dict[str, Any]]:
    """The arrays that were kept in `folder`, and the facts; raises one of `UNUSABLE`."""
    if not (folder / _PARTS).is_file():
        raise ValueError("no copy is kept here")  # a pipe would be waited for
    parts = json.loads((folder / _PARTS).read_text("utf-8"))
    for name, size in parts["bytes"].items():
        if (folder / f"{name}.npy").stat().st_size != size:
            raise ValueError(f"{name}.npy is not whole")
    import numpy as np

    arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in parts["bytes"]}
    return arrays, parts["facts"]
