"""Which sentences of a translation render which sentences of the source. Lists in, beads out."""

from reviewer.alignment.neighbourhood import realign, renumbered
from reviewer.alignment.with_encoder import align

__all__ = ["align", "realign", "renumbered"]
