"""The weights of the model and the prices of the search: one set for every text and language.

Fitted by `tests/benchmarks/fit_alignment.py` (maximum likelihood of the true alignments) on
articles made from flores-dev in seven languages (plain, with runs moved, with a third left
out, with many sentences joined and cut) and on textberg-dev with each recorded engine. The
weights of headings and paragraphs, of which those texts have none, are set by hand.
See docs/decisions/alignment.md and docs/measurements/alignment.md.
"""

from __future__ import annotations

WITH: dict[str, float] = {
    "shape 1-2": -2.09,
    "shape 1-3": -3.641,
    "shape 1-4": -5.506,
    "shape 2-2": -3.29,
    "shape 2-3": -5.062,
    "shape 3-3": -7.44,
    "shape 4-4": -9.287,
    "meaning": 3.834,
    "meaning middle": -4.549,
    "meaning high": 0.015,
    "meaning margin": 3.966,
    "meaning needed": 2.342,
    "meaning part": 0.383,
    "meaning long": 3.009,
    "letters": 2.6,
    "letters middle": -0.002,
    "letters high": -0.924,
    "letters margin": -2.387,
    "letters needed": 1.555,
    "letters part": -2.398,
    "letters long": 0.019,
    "tokens": 3.497,
    "tokens middle": 0.94,
    "tokens high": 0.352,
    "tokens margin": -1.759,
    "tokens needed": 0.163,
    "tokens part": -0.257,
    "tokens long": 1.454,
    "names shared": -0.168,
    "names held": -1.128,
    "figures shared": -1.34,
    "figures held": 3.541,
    "figures alone": -1.485,
    "figures needed": -1.07,
    "concepts shared": -0.153,
    "concepts held": 1.771,
    "concepts alone": -0.27,
    "length": -1.491,
    "length far": -0.147,
    "marks agree": 0.1,
    "marks differ": 0.123,
    "end same": -0.563,
    "end other": -2.959,
    "headings differ": -3,
    "heading merged": -2.5,
    "paragraph crossed": -1,
    "alone": -0.583,
    "alone long": 0.374,
    "alone meaning": -2.63,
    "alone letters": -5.312,
    "alone tokens": -0.368,
    "alone figures": -0.675,
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
    "paragraph crossed": -1,
    "alone": -2.56,
    "alone long": 0.121,
    "alone letters": -6.797,
    "alone tokens": -0.377,
    "alone figures": -0.658,
}
"""Weights where there is none."""

ALONE_PRICE = (0.0, 0.15)
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

MOVE_SPREAD = 2.0
"""Nats that carry a moved bead from even odds to some 73 %."""
