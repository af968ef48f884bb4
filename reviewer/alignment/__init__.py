"""Which sentences of a translation render which sentences of the source. Lists in, beads out."""

import os

# Small matrices: threads that wait for each other cost many times what they bring, and on a
# busy computer still more. Has an effect only where numpy is not loaded yet.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from reviewer.alignment.align import align
from reviewer.alignment.neighbourhood import realign, renumbered

__all__ = ["align", "realign", "renumbered"]
