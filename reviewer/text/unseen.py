"""Characters that no reader sees, whatever the text: for classes of patterns."""

from __future__ import annotations

JOINERS = "\u200c\u200d"
"""They change how letters are drawn and part words in Arabic, Persian, the scripts of India."""

NOT_SHOWN = (
    "\0-\x08\x0e-\x1b\x7f\u00ad\u034f\u061c\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What Unicode says to pass over where it is not known (Default_Ignorable_Code_Point), but for the
joiners; what stands around notes of a line (U+FFF9 to U+FFFB); and control characters but for those
that part lines, fields and lists."""
