"""The detector's model, unpacked once for each user and mapped into memory from then on.

py3langid ships its model compressed (4.6 MB of LZMA, 68 MB unpacked) and unpacks it at every
start: 0.4 to 0.7 s. Mapping the unpacked arrays takes some 20 ms. Where the unpacked copy
cannot be written or read, the model is loaded as py3langid does it.
"""

from __future__ import annotations

import contextlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.folders import cache_folder
from reviewer.mapped_arrays import UNUSABLE, keep, mapped

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier


@lru_cache(maxsize=1)
def identifier() -> LanguageIdentifier:
    """The detector, with probabilities that add up to one."""
    import py3langid

    folder = cache_folder() / f"language-model-{py3langid.__version__}"
    with contextlib.suppress(*UNUSABLE):
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
    import numpy as np

    arrays = {
        "weights": made.nb_ptc,
        "priors": made.nb_pc,
        "next_states": np.asarray(made.tk_nextmove),
        "rows": np.asarray(made.tk_row, dtype=np.uint32),
        "features": np.asarray(made.tk_output, dtype=np.int32),
    }
    keep(folder, arrays, {"labels": list(made.nb_classes)})


def _mapped(folder: Path) -> LanguageIdentifier:
    """The model from its unpacked files; raises one of `UNUSABLE` when they are not whole."""
    arrays, facts = mapped(folder)
    import numpy as np
    from py3langid.langid import LanguageIdentifier

    return LanguageIdentifier(  # type: ignore[no-untyped-call]
        np.asarray(arrays["weights"]),
        np.asarray(arrays["priors"]),
        list(facts["labels"]),
        arrays["next_states"].data,
        arrays["features"].data,
        norm_probs=True,
        tk_row=arrays["rows"].data,
    )
