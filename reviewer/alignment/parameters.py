"""The weights of the model and the prices of the search: one set for every text and language.

The weights (`weights.json`, one set for each kind of evidence) were fitted by
`tests/benchmarks/fit_alignment.py`, maximum likelihood of the true alignments, on articles made
from flores-dev (plain, with runs moved, with a third left out, with many sentences joined and
cut), in seven languages or the five of them that the encoder serves; on textberg-dev, with each
recorded engine where there is a translation; and, where there is none, on the four novels of
novels-dev; those with an encoder alone also on these books with sentences left out at random, and
they and those with a translation alone on articles of short sentences. The usual weights of
"none" are older: articles and textberg-dev only. Those texts have no headings and paragraphs:
their weights are set by hand, the same in all four.
Those of free texts with a translation were fitted to good engines: where the engine is weak or
nobody knows, those without a translation have a share (`looseness.Freedom`).
See docs/decisions/alignment.md and docs/measurements/alignment.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the features for one kind of evidence, in nats by unit of the feature
    (`measures.py`): those of a faithful translation, and what a free one adds to them."""

    usual: Mapping[str, float]
    loose: Mapping[str, float]

    def at(self, looseness: float) -> dict[str, float]:
        """The weights for a text of this looseness (0 to about 1)."""
        names = dict.fromkeys([*self.usual, *(self.loose if looseness else ())])
        return {
            name: self.usual.get(name, 0.0) + looseness * self.loose.get(name, 0.0)
            for name in names
        }


@cache
def weights(*, translated: bool, encoded: bool) -> Weights:
    """The weights where there is a translation or none, and an encoder's vectors or none."""
    kind = ("none", "encoder", "translation", "both")[2 * translated + encoded]
    file = resources.files("reviewer.alignment").joinpath("weights.json")
    read = json.loads(file.read_text(encoding="utf-8"))[kind]
    return Weights(read["usual"], read["loose"])


DEAR = 3.0
"""Nats that being left alone costs more in the first pass, which measures how free the
translation is: at the usual price, half of a free one would be alone."""

FREE = 0.5
"""From this looseness on a translation is called a free one."""

FREE_DOUBT = 0.45
"""How much of the trust in a sentence's being left alone a free translation takes away."""

FREEST = 1.0
"""The looseness up to which the weights with a translation follow it: the texts that they were
fitted to have 1 at most, and beyond it a weak engine's translation would lead far astray."""

UNTESTED = 0.5
"""How little a machine's translation is trusted in a text of looseness 1 where no encoder tells
how good it is; nothing is taken off it up to `FREE`."""

WEAK = (0.5, 1.5)
"""From how much more free a text seems by the machine's translation than by an encoder on the
machine is trusted less, and where it is not trusted any more: then nobody asks it."""

WORDS_TELL = 0.5
"""The least share of pairs that vectors of sentences read word by word must hold for each other's
best, to be asked. It is 0.67 to 1 in articles and chapters in Greek, Hindi, Ukrainian and
Vietnamese; in novels read by lists that a machine had made, 0.41 and 0.48 where they did harm, 0.51
and 0.58 where they helped."""

WORDS_USUAL, WORDS_DOUBT = 0.9, 10.0
"""That share in other texts, and the pairs that it counts for against the text's own."""

STRANGERS = 0.4
"""What is left of the trust in every bead where the texts seem to have nothing to do with each
other."""

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

IN_DOUBT = 0.8
"""Where beads are less probable than this, an encoder reads neighbours as one text."""

MOVE_PRICE = 3.0
"""What every bead of a moved run must be worth, in nats, against leaving its sentences alone."""

RUN_ON_PRICE = 1.0
"""What it must be worth where it stands right after another bead of the run on both sides, and
there is a translation or an encoder: without, too little is known of it for that."""

RUN_PRICE = 5.0
"""What a moved run must be worth beyond that."""

MOVES_FOUND = 3.0
"""How much less a further move must be worth where the texts hold others."""

MOVE_SPREAD = 2.0
"""Nats that carry a moved bead from even odds to some 73 %."""

ELSEWHERE = (8.0, 5.75, 4.5)
"""By a translation, by an encoder alone, by neither: what a sentence left alone must be worth
beside its like on the other side, in nats, to be as likely a moved one. Less than what a run must
be worth to be called moved: the weaker the evidence, the more moved sentences are not found."""

ELSEWHERE_SPREAD = (2.0, 1.0, 0.75)
"""Nats that carry it from even odds to some 73 %."""
