"""The numbers that decide about packages, downloads and what an engine says: just below, at and
just above each."""

from __future__ import annotations

import json
import stat
import urllib.request
from email.message import Message
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipInfo

import pytest

from reviewer.machine_translation import archive, download
from reviewer.machine_translation.degenerate import is_reliable, loops
from reviewer.machine_translation.encoder_metadata import KIND, is_encoder, parse_encoder
from reviewer.machine_translation.errors import DownloadError, PackageError
from reviewer.machine_translation.fetch import Answer, _SafeRedirects
from reviewer.machine_translation.metadata import (
    LARGEST,
    Metadata,
    interpret,
    newness,
    parse_metadata,
)
from reviewer.machine_translation.packages import InstalledPackage
from reviewer.machine_translation.routes import argos_codes, find_route, indirect_routes

WORDS = [letter + other for letter in "abcde" for other in "klmno"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("", 1),
        ("one two three", 1),
        ("a a", 2),
        ("A a b b b", 3),
        ("a b a b", 2),
        ("a b a b a", 2),
        ("a b a b a b c", 3),
        (" ".join(WORDS[:8] * 2), 2),
        (" ".join(WORDS[:9] * 2), 1),
        ("a b a c a d", 1),
        ("hahahahahaha", 6),
        ("hahahahaha", 1),
        ("aaaaaaaaaaa", 1),
        ("aaaaaaaaaaaa", 12),
        ("abcabcabcabc", 4),
        ("abcdabcdabcd", 1),
    ],
)
def test_how_often_a_phrase_follows_upon_itself(text: str, times: int) -> None:
    assert loops(text) == times


@pytest.mark.parametrize(
    ("source", "output", "reliable"),
    [
        # A loop of four is one, unless the source has it as well.
        ("Das ist es nun also hier", "so so so it is", True),
        ("Das ist es nun also hier", "so so so so it is", False),
        ("Das ist ja ja ja ja ja hier", "so so so so so it is", True),
        ("Das ist ja ja ja ja ja hier", "so so so so so so it is", False),
        # A copy of four words is none of a name.
        ("Vier Worte sind es", "Vier Worte sind es", False),
        ("Drei Worte sinds", "Drei Worte sinds", True),
        ("桥在三月关闭", "桥在三月关闭", False),
        # Words and letters must both be alike: nine words of ten are 90.
        (" ".join(WORDS[:10]), " ".join([*WORDS[:9], "x"]), False),
        (" ".join(WORDS[:10]), " ".join([*WORDS[:8], "x", "y"]), True),
        (" ".join(WORDS[:10]), " ".join([*WORDS[:9], "xyzxyz"]), True),
        # Four times as long or a quarter, from 24 letters on.
        ("a" * 24, "b" * 6, True),
        ("a" * 24, "b" * 5, False),
        ("a" * 23, "b" * 5, True),
        ("a" * 6, "bcdefghk" * 3, True),
        ("a" * 5, "bcdefghk" * 3, False),
        ("a" * 5, "bcdefghk" * 2 + "bcdefgh", True),
        ("12 34", "", True),
        ("Ja", "12", False),
    ],
)
def test_what_may_be_a_translation(source: str, output: str, reliable: bool) -> None:
    assert is_reliable(source, output) is reliable


@pytest.mark.parametrize(
    ("different", "of", "reliable"), [(7, 16, True), (6, 16, False), (6, 15, True), (8, 20, True)]
)
def test_sixteen_words_want_two_different_ones_in_five(
    different: int, of: int, reliable: bool
) -> None:
    said = [WORDS[n % different] if n < different else WORDS[n * n % different] for n in range(of)]
    source = " ".join(f"{word}{word}" for word in WORDS[:of])
    assert loops(" ".join(said)) <= 3
    assert is_reliable(source, " ".join(said)) is reliable


def entry(**more: Any) -> dict[str, Any]:
    return {"package_version": "1.0", "from_code": "id", "to_code": "en"} | more


@pytest.mark.parametrize(
    ("described", "usable"),
    [
        (entry(from_name="x" * 200), True),
        (entry(from_name="x" * 201), False),
        (entry(from_code="i"), False),
        (entry(from_code="ind"), True),
        (entry(from_code="indo"), False),
        (entry(from_code="zh-Hant-TW-x1"), True),
        (entry(from_code="zh-Hant-TW-x1-y2"), False),
        (entry(package_version="1" * 32), True),
        (entry(package_version="1" * 33), False),
        (entry(package_version=""), False),
        (entry(type="sbd"), False),
        (entry(links="http"), False),
        (entry(links=["http", 1]), False),
        (entry(links=["http"]), True),
        ([], False),
    ],
)
def test_what_a_package_may_say_of_itself(described: object, usable: bool) -> None:
    if usable:
        assert interpret(described).to_code == "en"
    else:
        with pytest.raises(PackageError):
            interpret(described)


def test_sums_and_sizes_that_are_none_count_as_unknown() -> None:
    known = interpret(entry(sha256="AB", size=5))
    assert (known.sha256, known.size, known.pair) == ("ab", 5, ("id", "en"))
    for size in (0, -1, "5", None):
        assert interpret(entry(sha256=5, size=size)).size == 0
    assert interpret(entry(size=1)).size == 1


@pytest.mark.parametrize("more", [0, 1])
def test_a_description_has_a_million_bytes_at_most(more: int) -> None:
    data = json.dumps(entry()).encode()
    data += b" " * (LARGEST + more - len(data))
    if not more:
        assert parse_metadata(data).version == "1.0"
    else:
        with pytest.raises(PackageError):
            parse_metadata(data)


@pytest.mark.parametrize(
    ("older", "newer"), [("1.9", "1.10"), ("1.2.3.4", "1.2.3.5"), ("1", "1.0"), ("", "0")]
)
def test_versions_are_numbers(older: str, newer: str) -> None:
    assert newness(older) < newness(newer)
    assert newness("1.2.3.4.5") == newness("1.2.3.4.6") == (1, 2, 3, 4)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({}, ""),
        ({"languages": ["en"]}, "languages"),
        ({"languages": ["en"] * 200}, ""),
        ({"languages": ["en"] * 201}, "languages"),
        ({"languages": "en"}, "languages"),
        ({"most": 7}, "most"),
        ({"most": 8}, ""),
        ({"most": 8192}, ""),
        ({"most": 8193}, "most"),
        ({"most": True}, "most"),
        ({"lowercase": 1}, "lowercase"),
        ({"lowercase": True}, ""),
        ({"pooling": "max"}, "pooling"),
        ({"prefix": "x" * 200}, ""),
        ({"prefix": "x" * 201}, "prefix"),
        ({"name": ""}, "name"),
    ],
)
def test_what_an_encoder_may_say_of_itself(more: dict[str, Any], wrong: str) -> None:
    described = {
        "type": KIND, "name": "small", "package_version": "1.0",
        "languages": ["en", "de"],
    }  # fmt: skip
    data = json.dumps(described | more).encode()
    assert is_encoder(data)
    if wrong:
        with pytest.raises(PackageError, match=wrong):
            parse_encoder(data)
    else:
        made = parse_encoder(data)
        assert (made.most, made.lowercase) == (more.get("most", 512), more.get("lowercase", False))


def package(pair: str) -> InstalledPackage:
    start, _, end = pair.partition("-")
    return InstalledPackage(Path(pair), Metadata(start, end, "1.0"))


@pytest.mark.parametrize(
    ("pairs", "start", "end", "way"),
    [
        ("uk-en en-de", "uk", "de", "uk → en → de"),
        ("uk-de", "uk", "de", "uk → de"),
        ("uk-cs cs-de uk-en en-de", "uk", "de", "uk → en → de"),
        ("uk-pl pl-de uk-cs cs-de", "uk", "de", "uk → cs → de"),
        ("pt-en pb-en", "pt-BR", "en", "pb → en"),
        ("pt-en", "pt-BR", "en", "pt → en"),
        ("pt-en en-pb", "pt-BR", "pt-BR", "pt → en → pb"),
        ("uk-en de-en", "uk", "de", ""),
        ("en-en", "en", "en", ""),
    ],
)
def test_the_way_from_one_language_to_another(pairs: str, start: str, end: str, way: str) -> None:
    route = find_route(map(package, pairs.split()), start, end)
    assert str(route or "") == way
    if route:
        assert route.languages == tuple(way.split(" → "))
        assert route.pivot == (route.languages[1] if way.count("→") == 2 else "")


def test_roundabout_ways_are_those_that_no_package_has() -> None:
    found = indirect_routes([package(pair) for pair in ("uk-en", "en-de", "de-en")])
    assert [str(route) for route in found] == ["uk → en → de"]


@pytest.mark.parametrize(
    ("tag", "codes"),
    [("zh-hant-tw", ("zt",)), ("zh-tw-x", ("zt",)), ("NB_no", ("nb", "no")), ("en-nb", ("en",))],
)
def test_the_longest_part_of_a_tag_that_is_known_counts(tag: str, codes: tuple[str, ...]) -> None:
    assert argos_codes(tag) == codes


def member(name: str, *, size: int = 1, packed: int = 1, kind: int = 0, flags: int = 0) -> ZipInfo:
    made = ZipInfo(name)
    made.file_size, made.compress_size, made.flag_bits = size, packed, flags
    made.external_attr = kind << 16
    return made


def refusal(*members: ZipInfo, packed: int = 1_000) -> str:
    """Why an archive with these members is refused, "" where it is not."""
    held: Any = SimpleNamespace(infolist=lambda: list(members))
    try:
        archive._sound_folder(held, packed)
    except PackageError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("members", "packed", "refused"),
    [
        ([member(f"a/{n}") for n in range(5_000)], 5_000, ""),
        ([member(f"a/{n}") for n in range(5_001)], 5_001, "5,001 files"),
        ([member("a/b", size=4_000_000_000)], 10**8, ""),
        ([member("a/b", size=4_000_000_001)], 10**8, "4 GB"),
        ([member("a/b", size=6_000)], 100, ""),
        ([member("a/b", size=6_001)], 100, "far more"),
        ([member("a/b", packed=60), member("a/c", packed=40)], 100, ""),
        ([member("a/b", packed=60), member("a/c", packed=41)], 100, "overlap"),
        ([member("a/" + "b" * 248)], 100, ""),
        ([member("a/" + "b" * 249)], 100, "unsafe"),
        ([member("a/b.")], 100, "unsafe"),
        ([member("a/b ")], 100, "unsafe"),
        ([member("a//b")], 100, "unsafe"),
        ([member("a/./b")], 100, "unsafe"),
        ([member("a/nul.txt")], 100, "unsafe"),
        ([member("a/null")], 100, ""),
        ([member("a/com1")], 100, "unsafe"),
        ([member("a/b", flags=1)], 100, "password"),
        ([member("a/b", flags=2)], 100, ""),
        ([member("a/b", kind=stat.S_IFREG)], 100, ""),
        ([member("a/b/", kind=stat.S_IFDIR)], 100, ""),
        ([member("a/b", kind=stat.S_IFDIR)], 100, "special"),
        ([member("a/b/", kind=stat.S_IFREG)], 100, ""),
        ([member("a" * 80 + "/b")], 100, ""),
        ([member("a" * 81 + "/b")], 100, "unusable name"),
        ([member("a/b"), member("c/d")], 100, "exactly one"),
        ([member("a/b"), member("a/B")], 100, "twice"),
        ([member("a/b/"), member("a/b/")], 100, ""),
        ([member("a/b"), member("a/B/c")], 100, "same name"),
    ],
)
def test_what_an_archive_may_hold(members: list[ZipInfo], packed: int, refused: str) -> None:
    told = refusal(*members, packed=packed)
    assert refused in told
    assert bool(told) == bool(refused)


def answer(**headers: str) -> Answer:
    told = Message()
    for name, value in headers.items():
        told[name.replace("_", "-")] = value
    return Answer(200, told, iter(()))


@pytest.mark.parametrize(
    ("headers", "mark"),
    [
        ({}, ""),
        ({"ETag": '"a"'}, '"a"'),
        ({"ETag": 'W/"a"'}, ""),
        ({"ETag": 'W/"a"', "Last_Modified": "Mon"}, "Mon"),
        ({"ETag": '"a"', "Last_Modified": "Mon"}, '"a"'),
    ],
)
def test_what_tells_a_file_from_a_later_one(headers: dict[str, str], mark: str) -> None:
    assert download._mark(answer(**headers)) == mark


@pytest.mark.parametrize(
    ("headers", "here", "total"),
    [
        ({}, 0, None),
        ({"Content_Length": "12"}, 0, 12),
        ({"Content_Length": "x"}, 0, None),
        ({"Content_Range": "bytes 5-9/10"}, 5, 10),
        ({"Content_Range": "bytes 5-9/10"}, 6, -1),
        ({"Content_Length": "12"}, 5, -1),
    ],
)
def test_how_much_a_server_says_it_sends(
    headers: dict[str, str], here: int, total: int | None
) -> None:
    if total == -1:
        with pytest.raises(DownloadError):
            download._total(answer(**headers), here)
    else:
        assert download._total(answer(**headers), here) == total


@pytest.mark.parametrize("short", [0, 1])
def test_a_disk_must_have_room_for_the_file_and_some_to_spare(
    monkeypatch: pytest.MonkeyPatch, short: int
) -> None:
    free = SimpleNamespace(free=download.SPARE + 10 - short)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: free)
    if short:
        with pytest.raises(DownloadError, match="too full"):
            download._check_space(Path(), 10)
    else:
        download._check_space(Path(), 10)


@pytest.mark.parametrize(
    ("start", "to", "followed"),
    [
        ("https://a.org/x", "https://b.org/y", True),
        ("https://a.org/x", "http://b.org/y", False),
        ("http://a.org/x", "http://b.org/y", True),
        ("http://a.org/x", "https://b.org/y", True),
        ("http://a.org/x", "ftp://b.org/y", False),
    ],
)
def test_no_redirection_leads_to_less_safety(start: str, to: str, followed: bool) -> None:
    request, file = urllib.request.Request(start), SimpleNamespace()
    told: Any = Message()
    try:
        new = _SafeRedirects().redirect_request(request, file, 302, "", told, to)  # type: ignore[arg-type]
    except OSError:
        new = None
    assert (new is not None) is followed
