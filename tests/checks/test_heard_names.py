"""Which names are spelt in a translation, and whether they can be heard in it."""

from __future__ import annotations

import pytest

from reviewer.checks.heard_names import is_heard, own_sounds
from reviewer.checks.names import Names
from reviewer.domain import Pair
from reviewer.text.names import names

SPELT = [
    ("They met Rademacher there.", True),
    ("They met Rademacher's wife.", True),
    ("They met Otto Rademacher there.", True),
    ("They met Captain Rademacher there.", True),
    ("They met Castellanos there.", True),
    ("They met Lundqvist there.", True),
    ("They met two Rademachers there.", False),
    ("They met Sophists there.", False),
    ("They met Dervishes there.", False),
    ("They saw Felidae there.", False),
    ("They crossed Transatlantic there.", False),
    ("They flew Cayman Airways there.", False),
    ("They met there at Christmas.", False),
    ("They met the Royal Family there.", False),
    ("They met a Bostonian there.", False),
    ("They studied Archaeology there.", False),
    ("They passed Whitehall there.", False),
    ("They use SkyTeam there.", False),
    ("They saw Oahu there.", False),
]


def test_a_rare_word_of_no_everyday_parts_is_spelt() -> None:
    def is_spelt(source: str) -> bool:
        return any(own_sounds(name, "en") for name in names(source, "en", frozenset()))

    assert not [source for source, spelt in SPELT if is_spelt(source) is not spelt]


def test_nothing_is_known_of_the_words_of_other_languages() -> None:
    (name,) = names("Там був Радемахер.", "uk", frozenset())
    assert own_sounds(name, "uk") is None


HEARD = [
    ("uk", "Вони зустріли Кечагіоглу.", "Вони зустріли людину.", "Kechagioglou"),
    ("ar", "التقوا كيتشاجيوغلو هناك.", "التقوا رجلا هناك.", "Kechagioglou"),
    ("ar", "قال لمحمد وكيتشاجيوغلو.", "قال لمحمد وأخيه.", "Kechagioglou"),
    ("zh", "他们遇见了普罗文扎诺。", "他们遇见了一个人。", "Provenzano"),
    ("ja", "彼らはプロヴェンツァーノに会った。", "彼らは男に会った。", "Provenzano"),
    ("ru", "Они встретили Провенцано.", "Они встретили его.", "Provenzano"),
    ("tr", "Orada Kechagioğlu'nu gördüler.", "Orada onu gördüler.", "Kechagioglou"),
    ("hi", "वे प्रोवेन्ज़ानो से मिले।", "वे एक आदमी से मिले।", "Provenzano"),
    ("bn", "তারা প্রভেনজানোর সাথে দেখা করল।", "তারা একজন লোকের সাথে দেখা করল।", "Provenzano"),
    ("ta", "அவர்கள் புரொவென்சானோவை சந்தித்தனர்.", "அவர்கள் ஒரு மனிதனை சந்தித்தனர்.", "Provenzano"),
    ("el", "Συνάντησαν τον Προβεντσάνο.", "Συνάντησαν έναν άνδρα.", "Provenzano"),
]


@pytest.mark.parametrize(("language", "there", "gone", "word"), HEARD)
def test_a_name_is_heard_through_another_script(
    language: str, there: str, gone: str, word: str
) -> None:
    (name,) = names(f"They met {word} there.", "en", frozenset())
    own = own_sounds(name, "en")
    assert own is not None
    assert is_heard(own, there, language, another_script=True)
    assert not is_heard(own, gone, language, another_script=True)


@pytest.mark.parametrize(("heard", "missed"), [(0, False), (1, True), (2, True)])
def test_where_others_are_heard_one_that_is_not_is_missed(heard: int, missed: bool) -> None:
    rows = [
        Pair("There Rademacher stood.", "Там стояв чоловік.", "en", "uk"),
        *(Pair("Later Halloran left.", "Згодом Галлоран пішов.", "en", "uk") for _ in range(heard)),
    ]
    assert (0 in Names().find_all(rows)) is missed


@pytest.mark.parametrize(("heard", "lost", "missed"), [(3, 2, True), (3, 3, False)])
def test_a_translation_that_spells_few_names_is_not_asked_for_them(
    heard: int, lost: int, missed: bool
) -> None:
    gone = [
        Pair(f"There {name} stood.", "Там стояв чоловік.", "en", "uk")
        for name in ("Rademacher", "Provenzano", "Kechagioglou")[:lost]
    ]
    there = Pair("Later Halloran left.", "Згодом Галлоран пішов.", "en", "uk")
    assert bool(Names().find_all([*gone, *[there] * heard])) is missed
