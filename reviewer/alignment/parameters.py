"""The weights of the model and the prices of the search: one set for every text and language.

Fitted by `tests/benchmarks/fit_alignment.py` (maximum likelihood of the true alignments) on
articles made from flores-dev in seven languages (plain, with runs moved, with a third left
out, with many sentences joined and cut) and on textberg-dev with each recorded engine. The
weights of headings and paragraphs, of which those texts have none, are set by hand.
See docs/decisions/alignment.md and docs/measurements/alignment.md.
"""

from __future__ import annotations

WITH: dict[str, float] = {
    "shape 1-2": -1.8504,
    "shape 1-3": -3.3654,
    "shape 1-4": -4.4994,
    "shape 2-2": -3.2922,
    "shape 2-3": -5.0628,
    "shape 3-3": -7.0272,
    "shape 4-4": -8.7906,
    "meaning": 5,
    "meaning margin": 6,
    "meaning needed": 8,
    "letters": 1.6602,
    "letters middle": -1.9992,
    "letters high": -1.6056,
    "letters margin": 4.9842,
    "letters needed": 0.4704,
    "letters long": 4.9806,
    "names shared": 0.2598,
    "names held": 0.3312,
    "figures shared": -0.5976,
    "figures held": 2.1966,
    "figures alone": -0.9708,
    "length": -0.9888,
    "length far": -0.1344,
    "marks agree": 1.455,
    "marks differ": -0.474,
    "end same": -0.2316,
    "end other": -1.272,
    "headings differ": -3,
    "heading merged": -2.5,
    "paragraph crossed": -1,
    "alone": -1.6602,
    "alone long": 0.1566,
    "alone meaning": -4,
    "alone letters": -2.895,
    "alone figures": -0.366,
}
"""Weights where there is a translation, in nats by unit of the feature (`measures.py`)."""

WITHOUT: dict[str, float] = {
    "shape 1-2": -3.216,
    "shape 1-3": -5.798,
    "shape 1-4": -7.562,
    "shape 2-2": -5.502,
    "shape 2-3": -8.449,
    "shape 3-3": -11.702,
    "shape 4-4": -14.634,
    "letters": 3.414,
    "letters middle": -3.417,
    "letters high": -2.828,
    "letters margin": 6.876,
    "letters needed": 0.809,
    "letters long": 6.773,
    "names shared": 0.355,
    "names held": 0.021,
    "figures shared": -1.051,
    "figures held": 3.475,
    "figures alone": -1.638,
    "concepts shared": 0.435,
    "concepts held": 3.141,
    "concepts alone": -0.32,
    "length": -1.606,
    "length far": -0.223,
    "marks agree": 1.882,
    "marks differ": -0.657,
    "end same": -0.373,
    "end other": -2.549,
    "headings differ": -3,
    "heading merged": -2.5,
    "paragraph crossed": -1,
    "alone": -2.685,
    "alone long": 0.184,
    "alone letters": -6.093,
    "alone figures": -0.663,
}
"""Weights where there is none."""

BEAD_PRICE = 0.1
"""The probability that a bead must exceed to be worth its sentences in the chosen path."""

MOVE_PRICE = 8.0
"""What a run of sentences out of order must be worth, in nats, against leaving them alone."""
