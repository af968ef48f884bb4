"""The weights of the model and the prices of the search: one set for every text and language.

Fitted by `tests/benchmarks/fit_alignment.py` (maximum likelihood of the true alignments) on
articles made from flores-dev in seven languages (plain, with runs moved, with a third left
out, with many sentences joined and cut) and on textberg-dev with each recorded engine. The
weights of headings and paragraphs, of which those texts have none, are set by hand.
See docs/decisions/alignment.md and docs/measurements/alignment.md.
"""

from __future__ import annotations

WITH: dict[str, float] = {
    "shape 1-2": -2.002,
    "shape 1-3": -3.679,
    "shape 1-4": -5.234,
    "shape 2-2": -3.146,
    "shape 2-3": -5.178,
    "shape 3-3": -7.235,
    "shape 4-4": -9.084,
    "meaning": 3.467,
    "meaning middle": -4.927,
    "meaning high": -1.198,
    "meaning margin": 4.534,
    "meaning needed": 2.782,
    "meaning long": 2.532,
    "letters": 3.065,
    "letters middle": -0.997,
    "letters high": -2.19,
    "letters margin": -2.224,
    "letters needed": -0.37,
    "letters long": -0.063,
    "tokens": 1.923,
    "tokens middle": 2.619,
    "tokens high": 3.665,
    "tokens margin": -1.458,
    "tokens needed": -0.359,
    "tokens long": 1.94,
    "names shared": -0.147,
    "names held": -1.308,
    "figures shared": -1.325,
    "figures held": 2.483,
    "figures alone": -1.376,
    "figures needed": -1.693,
    "concepts shared": -0.093,
    "concepts held": 1.077,
    "concepts alone": -0.144,
    "length": -1.436,
    "length far": -0.147,
    "marks agree": -0.146,
    "marks differ": 0.086,
    "end same": -0.556,
    "end other": -2.939,
    "headings differ": -3,
    "heading merged": -2.5,
    "paragraph crossed": -1,
    "alone": -0.282,
    "alone long": 0.401,
    "alone meaning": -3.11,
    "alone letters": -4.034,
    "alone tokens": -0.965,
    "alone figures": -0.579,
}
"""Weights where there is a translation, in nats by unit of the feature (`measures.py`)."""

WITHOUT: dict[str, float] = {
    "shape 1-2": -3.315,
    "shape 1-3": -5.882,
    "shape 1-4": -7.881,
    "shape 2-2": -5.41,
    "shape 2-3": -8.147,
    "shape 3-3": -11.658,
    "shape 4-4": -14.429,
    "letters": 4.512,
    "letters middle": -3.506,
    "letters high": -3.223,
    "letters margin": 5.918,
    "letters needed": 0.507,
    "letters long": 6.079,
    "tokens": 3.929,
    "tokens middle": -0.771,
    "tokens high": -1.7,
    "tokens margin": 0.305,
    "tokens needed": 2.399,
    "tokens long": 1.324,
    "names shared": 0.241,
    "names held": -0.552,
    "figures shared": -1.078,
    "figures held": 2.842,
    "figures alone": -1.632,
    "figures needed": -0.566,
    "concepts shared": 0.356,
    "concepts held": 1.63,
    "concepts alone": -0.263,
    "length": -1.519,
    "length far": -0.221,
    "marks agree": 1.251,
    "marks differ": -0.404,
    "end same": -0.165,
    "end other": -2.742,
    "headings differ": -3,
    "heading merged": -2.5,
    "paragraph crossed": -1,
    "alone": -2.356,
    "alone long": 0.113,
    "alone letters": -6.844,
    "alone tokens": -0.735,
    "alone figures": -0.642,
}
"""Weights where there is none."""

BEAD_PRICE = 0.0
"""The probability that a bead must exceed to be worth its sentences in the chosen path."""

USUAL_ALONE = 0.08
"""The share of sentences without counterpart that the weights were fitted to expect."""

RATE_TRUST = 0.7
"""How far the price of being alone follows a text's own share of such sentences."""

RATE_DOUBT = 20.0
"""Sentences that the usual share counts for against the text's own."""

UNSURE = 0.9
"""Beads less probable than this may give their sentences to a moved run."""

MOVE_PRICE = 3.0
"""What every bead of a moved run must be worth, in nats, against leaving its sentences alone."""

RUN_PRICE = 5.0
"""What a moved run must be worth beyond that."""

MOVE_SPREAD = 2.0
"""Nats that carry a moved bead from even odds to some 73 %."""
