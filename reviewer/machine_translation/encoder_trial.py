"""Whether an encoder that a user brings knows the languages that it says it knows.

It is asked to find the name of each country, day and month of one language among those of
another. The names are CLDR's, by way of Babel.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reviewer.machine_translation.encoder_metadata import EncoderMetadata

if TYPE_CHECKING:
    from reviewer.machine_translation.universal_encoder import Floats

_COUNTRIES = tuple(
    re.findall(
        "..",
        "DEFRGBITESPTRUCNJPINUSCAMXBREGTRGRPLSENOFIDKNLBECHATHUCZIEUASAIRIQILZAMADZKRTHVN",
    )
)

FOUND = 0.85
"""The share that must be found. The encoder that comes with the program finds 0.86 to 0.97 in the
languages that it was trained on; among others 0.39 in Vietnamese, 0.56 in Ukrainian, 0.83 at most
(Bulgarian, which is near to Russian)."""


def known_languages(folder: Path, metadata: EncoderMetadata) -> tuple[str, ...]:
    """The languages of an unpacked encoder in which it finds what means the same, English (or
    the first that it names) among them; none where it does not work.

    Runs in a worker process of its own. Raises EngineError where the encoder cannot be loaded.
    """
    from reviewer.machine_translation.encoder_vectors import vectors
    from reviewer.machine_translation.process import WorkerProcess

    named = {code: names for code in metadata.languages if (names := _names(code))}
    if not named:
        return ()
    pivot = "en" if "en" in named else next(iter(named))
    with WorkerProcess() as worker:
        encoded = {code: vectors(worker, folder, names) for code, names in named.items()}
    known = [code for code in named if code != pivot and _share(encoded[pivot], encoded[code])]
    return (pivot, *known) if known else ()


def _names(code: str) -> list[str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return []
    names = [locale.territories.get(country, country) for country in _COUNTRIES]
    names += [locale.days["stand-alone"]["wide"][day] for day in range(7)]
    return names + [locale.months["stand-alone"]["wide"][month] for month in range(1, 13)]


def _share(left: Floats, right: Floats) -> bool:
    nearest = (_centred(left) @ _centred(right).T).argmax(axis=1)
    return bool((nearest == np.arange(len(left))).mean() >= FOUND)


def _centred(rows: Floats) -> Floats:
    own = rows - rows.mean(axis=0)
    result: Floats = own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-6)
    return result
