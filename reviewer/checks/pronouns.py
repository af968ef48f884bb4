"""Whether a name may have been replaced by a pronoun."""

from __future__ import annotations

import re

from reviewer.domain import Pair
from reviewer.text.languages import base

_PRONOUNS = {
    "en": "he she it they him her them his its their hers theirs who whom whose",
    "fr": "il elle ils elles lui leur leurs son sa ses eux",
    "es": "él ella ellos ellas le les lo la los su sus",
    "it": "lui lei loro egli essa essi suo sua suoi",
    "pt": "ele ela eles elas lhe lhes seu sua seus",
    "nl": "hij zij ze hem haar hen hun zijn",
    "ru": "он она оно они его её ее ему ей им их",
    "uk": "він вона воно вони його її йому їй їм їх їхній",
    "pl": "on ona ono oni one jego jej ich jemu im",
}
"""Third-person pronouns of source languages: what a name may have been replaced by."""


def has_more_pronouns(pair: Pair) -> bool:
    """Whether the back-translation has more pronouns of the third person than the source; False
    where there is none."""
    listed = frozenset(_PRONOUNS.get(base(pair.source_language), "").split())
    back = pair.back_translation
    if not listed or not back:
        return False
    ours, theirs = (
        sum(word.casefold() in listed for word in re.findall(r"\w+", text))
        for text in (pair.source, back.text)
    )
    return theirs > ours
