"""Sets: many documents in one piece of work, each with a review of its own."""

from reviewer.sets.exporting import Exported, export_set
from reviewer.sets.making import Made, Maker, make_set
from reviewer.sets.packing import Packed, pack_set
from reviewer.sets.pairing import Group, Pairs, paired
from reviewer.sets.searching import Hit, StandsIn, Unread, saying, search
from reviewer.sets.set_file import SUFFIX, NotASet, ReviewSet, is_set, read_set, write_set
from reviewer.sets.totals import DocumentTotals, Sum, total, totals

__all__ = [
    "SUFFIX",
    "DocumentTotals",
    "Exported",
    "Group",
    "Hit",
    "Made",
    "Maker",
    "NotASet",
    "Packed",
    "Pairs",
    "ReviewSet",
    "StandsIn",
    "Sum",
    "Unread",
    "export_set",
    "is_set",
    "make_set",
    "pack_set",
    "paired",
    "read_set",
    "saying",
    "search",
    "total",
    "totals",
    "write_set",
]
