"""The weights of the model and the prices of the search: one set for every text and language.

Fitted by `tests/benchmarks/fit_alignment.py` (maximum likelihood of the true alignments) on
articles made from flores-dev in seven languages (plain, with runs moved, with a third left
out, with many sentences joined and cut) and on textberg-dev with each recorded engine. The
weights of headings and paragraphs, of which those texts have none, are set by hand.
See docs/decisions/alignment.md and docs/measurements/alignment.md.
"""

from __future__ import annotations

WITH: dict[str, float] = {
    "shape 1-2": -1.868,
    "shape 1-3": -3.416,
    "shape 1-4": -4.821,
    "shape 2-2": -3.062,
    "shape 2-3": -4.863,
    "shape 3-3": -7.013,
    "shape 4-4": -9.025,
    "meaning": 2.49,
    "meaning middle": -6.774,
    "meaning high": -0.444,
    "meaning margin": 5.092,
    "meaning needed": 2.637,
    "meaning long": 1.955,
    "letters": 4.155,
    "letters middle": 0.899,
    "letters high": -0.734,
    "letters margin": -4.589,
    "letters needed": -0.958,
    "letters long": -0.384,
    "names shared": -0.009,
    "names held": -1.1,
    "figures shared": -0.891,
    "figures held": 2.726,
    "figures alone": -1.177,
    "concepts shared": 0.07,
    "concepts held": 1.511,
    "concepts alone": -0.075,
    "length": -1.398,
    "length far": -0.146,
    "marks agree": 0.361,
    "marks differ": -0.026,
    "end same": -0.577,
    "end other": -2.711,
    "headings differ": -3,
    "heading merged": -2.5,
    "paragraph crossed": -1,
    "alone": -0.745,
    "alone long": 0.28,
    "alone meaning": -2.648,
    "alone letters": -5.114,
    "alone figures": -0.522,
}
"""Weights where there is a translation, in nats by unit of the feature (`measures.py`)."""

WITHOUT: dict[str, float] = {
    "shape 1-2": -3.153,
    "shape 1-3": -5.925,
    "shape 1-4": -7.76,
    "shape 2-2": -5.401,
    "shape 2-3": -8.214,
    "shape 3-3": -11.713,
    "shape 4-4": -14.441,
    "letters": 4.263,
    "letters middle": -3.865,
    "letters high": -3.479,
    "letters margin": 6.425,
    "letters needed": 0.346,
    "letters long": 6.212,
    "tokens": 3.369,
    "tokens middle": -1.4,
    "tokens high": -2.821,
    "tokens margin": 0.539,
    "tokens needed": 2.805,
    "tokens long": 1.234,
    "names shared": 0.247,
    "names held": -0.586,
    "figures shared": -1.124,
    "figures held": 3.123,
    "figures alone": -1.686,
    "concepts shared": 0.38,
    "concepts held": 1.787,
    "concepts alone": -0.3,
    "length": -1.563,
    "length far": -0.222,
    "marks agree": 1.322,
    "marks differ": -0.473,
    "end same": -0.01,
    "end other": -2.632,
    "headings differ": -3,
    "heading merged": -2.5,
    "paragraph crossed": -1,
    "alone": -2.631,
    "alone long": 0.255,
    "alone letters": -6.066,
    "alone tokens": -0.338,
    "alone figures": -0.689,
}
"""Weights where there is none."""

BEAD_PRICE = 0.0
"""The probability that a bead must exceed to be worth its sentences in the chosen path."""

USUAL_ALONE = 0.15
"""The share of sentences without counterpart that the weights were fitted to expect."""

RATE_TRUST = 0.7
"""How far the price of being alone follows a text's own share of such sentences."""

RATE_DOUBT = 20.0
"""Sentences that the usual share counts for against the text's own."""

UNSURE = 0.5
"""Beads less probable than this may give their sentences to a moved run."""

MOVE_PRICE = 3.0
"""What every bead of a moved run must be worth, in nats, against leaving its sentences alone."""

RUN_PRICE = 6.0
"""What a moved run must be worth beyond that."""

MOVE_SPREAD = 2.0
"""Nats that carry a moved bead from even odds to some 73 %."""
