"""Which sentences of a translation render which sentences of the source. Lists in, beads out."""

from reviewer.alignment.align import align
from reviewer.alignment.neighbourhood import realign, renumbered

__all__ = ["align", "realign", "renumbered"]
