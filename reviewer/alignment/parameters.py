"""The weights of the model and the prices of the search: one set for every text and language.

Fitted by `tests/benchmarks/fit_alignment.py` (maximum likelihood of the true alignments) on
articles made from flores-dev in seven languages (plain, with runs moved, with a third left
out, with many sentences joined and cut) and on textberg-dev with each recorded engine. The
weights of headings and paragraphs, of which those texts have none, are set by hand.
See docs/decisions/alignment.md and docs/measurements/alignment.md.
"""

from __future__ import annotations

WITH: dict[str, float] = {
    "shape 1-2": -1.76,
    "shape 1-3": -4.211,
    "shape 1-4": -6.931,
    "shape 2-2": -3.21,
    "shape 2-3": -5.683,
    "shape 3-3": -8.939,
    "shape 4-4": -11.535,
    "meaning": 6.824,
    "meaning middle": -6.287,
    "meaning high": 0.522,
    "meaning margin": 3.227,
    "meaning needed": 3.404,
    "meaning part": -2.024,
    "meaning part margin": 2.381,
    "meaning long": 3.642,
    "letters": 3.895,
    "letters middle": -2.793,
    "letters high": -3.789,
    "letters margin": -1.087,
    "letters needed": 0.777,
    "letters part": -2.552,
    "letters part margin": 0.611,
    "letters long": -1.061,
    "tokens": 4.24,
    "tokens middle": -0.416,
    "tokens high": 1.616,
    "tokens margin": -1.085,
    "tokens needed": 1.255,
    "tokens part": -0.601,
    "tokens part margin": 0.848,
    "tokens long": 2.771,
    "names shared": -0.252,
    "names held": -1.47,
    "figures shared": -2.062,
    "figures held": 5.084,
    "figures alone": -1.77,
    "figures needed": -1.866,
    "concepts shared": -0.384,
    "concepts held": 2.429,
    "concepts alone": -0.478,
    "length": -1.726,
    "length far": -0.147,
    "marks agree": 0.119,
    "marks differ": 0.162,
    "end same": -0.496,
    "end other": -3.489,
    "headings differ": -3,
    "heading merged": -2.5,
    "paragraph crossed": -0.5,
    "alone": -0.736,
    "alone long": 0.395,
    "alone meaning": -2.41,
    "alone letters": -9.23,
    "alone tokens": -1.218,
    "alone figures": -0.793,
}
"""Weights where there is a translation, in nats by unit of the feature (`measures.py`)."""

WITHOUT: dict[str, float] = {
    "shape 1-2": -3.26,
    "shape 1-3": -5.92,
    "shape 1-4": -7.955,
    "shape 2-2": -5.473,
    "shape 2-3": -8.182,
    "shape 3-3": -11.597,
    "shape 4-4": -14.316,
    "letters": 4.102,
    "letters middle": -3.532,
    "letters high": -3.101,
    "letters margin": 5.934,
    "letters needed": 0.542,
    "letters part": -1.392,
    "letters long": 5.786,
    "tokens": 4.138,
    "tokens middle": -1.483,
    "tokens high": -1.75,
    "tokens margin": 0.376,
    "tokens needed": 1.8,
    "tokens part": 1.143,
    "tokens long": 1.722,
    "names shared": 0.234,
    "names held": -0.515,
    "figures shared": -1.104,
    "figures held": 2.899,
    "figures alone": -1.647,
    "figures needed": -0.6,
    "concepts shared": 0.363,
    "concepts held": 1.757,
    "concepts alone": -0.344,
    "length": -1.49,
    "length far": -0.22,
    "marks agree": 1.263,
    "marks differ": -0.368,
    "end same": -0.066,
    "end other": -2.544,
    "headings differ": -3,
    "heading merged": -2.5,
    "paragraph crossed": -0.5,
    "alone": -2.56,
    "alone long": 0.121,
    "alone letters": -6.797,
    "alone tokens": -0.377,
    "alone figures": -0.658,
}
"""Weights where there is none."""

ALONE_PRICE = (0.0, 0.08)
"""With and without a translation: the probability that is taken off a sentence's chance of being
alone when the path is chosen."""

USUAL_ALONE = (0.05, 0.1)
"""With and without a translation: the share of sentences without counterpart that the weights
expect."""

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

MOVES_FOUND = 3.0
"""How much less a further move must be worth where the texts hold others."""

MOVE_SPREAD = 2.0
"""Nats that carry a moved bead from even odds to some 73 %."""
