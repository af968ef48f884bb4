"""Without argostranslate, packages are handled just as with it, which is the oracle here."""

from __future__ import annotations

import io
import json
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.machine_translation import argos, metadata, own_argos
from reviewer.machine_translation.engine import Engine
from reviewer.machine_translation.own_argos import BytePairs

SENTENCES = [
    "Bademan ligofu sezu berwi, zanto.",
    "Café “quoted”, 3.5 % — isn't it_so?",
    "Ціна: 40 млн грн.",
    "السعر ٤٠ مليون.",
    "價格是40億。",
    "",
    "a",
]
LETTERS = "abcdeéцї@_</w>٤億🙂"


class NotInstalled:
    """A finder of modules that finds argostranslate nowhere."""

    def find_spec(self, name: str, *_: object) -> None:
        if name.split(".")[0] == "argostranslate":
            raise ModuleNotFoundError(f"No module named {name!r}", name="argostranslate")


@pytest.fixture
def without_argostranslate(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "argostranslate"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NotInstalled(), *sys.meta_path])


@pytest.fixture(params=["translate-id_en", "translate-en_de"])
def folder(request: pytest.FixtureRequest, unpacked: Path) -> Path:
    """A package with SentencePiece, and one with byte pairs."""
    folder: Path = unpacked / request.param
    return folder


def theirs(codes: str) -> object:
    argos.argos_package()
    from argostranslate.apply_bpe import BPE

    return BPE(io.StringIO(codes))


def test_the_pinned_environment_has_argostranslate() -> None:
    assert argos.argos_package().__name__ == "argostranslate.package"


@pytest.mark.usefixtures("without_argostranslate")
def test_without_it_ours_takes_its_place() -> None:
    assert argos.argos_package() is own_argos
    assert argos.argos_settings() is own_argos


@pytest.mark.usefixtures("without_argostranslate")
def test_a_part_that_argostranslate_lacks_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise ModuleNotFoundError("No module named 'pydoc'", name="pydoc")

    monkeypatch.setattr(argos.importlib, "import_module", broken)
    with pytest.raises(ModuleNotFoundError, match="pydoc"):
        argos.argos_package()


def test_the_address_of_the_index_is_argoss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARGOS_PACKAGE_INDEX", raising=False)
    assert own_argos.remote_package_index == argos.argos_settings().remote_package_index


@pytest.mark.parametrize(
    "described",
    [
        {"package_version": "1.9", "from_code": "de", "to_code": "en"},
        {
            "package_version": "1.10",
            "from_code": "pb",
            "to_code": "en",
            "from_name": "Portuguese",
            "to_name": "English",
            "target_prefix": "__en__",
            "links": ["https://example.org/a.argosmodel"],
            "type": "translate",
        },
    ],
)
def test_metadata_is_read_the_same(
    described: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = metadata.interpret(json.loads(json.dumps(described)))
    monkeypatch.setattr(metadata, "argos_package", lambda: own_argos)
    assert metadata.interpret(described) == read


def test_the_tokenizers_cut_and_join_the_same(folder: Path, builder: ModuleType) -> None:
    if (folder / "bpe.model").is_file():
        arguments = ("BPETokenizer", folder / "bpe.model", "de", "en")
    else:
        arguments = ("SentencePieceTokenizer", folder / "sentencepiece.model")
    name, *given_to_it = arguments
    ours = getattr(own_argos, name)(*given_to_it)
    oracle = getattr(argos.argos_package(), name)(*given_to_it)
    for sentence in [*SENTENCES, *builder.made_up_sentences(30, seed=5)]:
        pieces = ours.encode(sentence)
        assert pieces == oracle.encode(sentence)
        assert ours.decode(pieces) == oracle.decode(pieces)


@pytest.mark.usefixtures("without_argostranslate")
def test_the_engine_translates_without_argostranslate(folder: Path) -> None:
    results = [pair for batch in Engine().translate(folder, SENTENCES[:3]) for pair in batch]
    assert sorted(index for index, _ in results) == [0, 1, 2]


@given(st.text(LETTERS, min_size=1, max_size=12), st.integers(0, 30), st.booleans())
def test_byte_pairs_cut_words_as_subword_nmt_does(word: str, seed: int, versioned: bool) -> None:
    chance = random.Random(seed)
    pool = [*"abcdeéцї", "</w>", *(letter + "</w>" for letter in "abcdeц")]
    merges = []
    for _ in range(25):
        left, right = chance.choice(pool), chance.choice(pool)
        if "</w>" not in left:
            merges.append(f"{left} {right}")
            pool.append(left + right)
    codes = "\n".join(["#version: 0.2"] * versioned + merges)
    assert list(BytePairs(codes.splitlines()).cut(word)) == theirs(codes).segment_tokens([word])


def test_byte_pairs_of_a_model_cut_as_subword_nmt_does(builder: ModuleType) -> None:
    codes = builder.bpe_model().decode()
    ours, oracle = BytePairs(codes.splitlines()), theirs(codes)
    for word in " ".join(builder.made_up_sentences(50, seed=9)).split():
        assert list(ours.cut(word)) == oracle.segment_tokens([word])


@pytest.mark.parametrize("codes", ["#version: 0.3\na b", "a b c", "a", "#version: 0.2\n\na b"])
def test_a_damaged_model_is_an_error_and_ends_nothing(codes: str) -> None:
    with pytest.raises(ValueError, match=r"bpe\.model"):
        BytePairs(codes.splitlines())
