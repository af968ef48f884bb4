"""docs/formats.md says what the registry says."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.formats.errors import UnknownFormatError
from reviewer.formats.registry import FORMATS
from reviewer.formats.ways_out import WAYS_OUT

MAKER = Path(__file__).parents[2] / "packaging/docs/formats_page.py"


def test_the_page_is_what_the_registry_says() -> None:
    spec = spec_from_file_location("formats_page", MAKER)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text("utf-8") == module.page(), f"run {MAKER.name}"
    assert all(known.title in module.page() for known in FORMATS)


@pytest.mark.parametrize("suffix", WAYS_OUT)
def test_a_kind_that_is_not_read_names_the_way_out(suffix: str) -> None:
    assert not formats.can_read(Path(f"a{suffix}"))
    with pytest.raises(UnknownFormatError) as raised:
        formats.read_bytes(Path(f"a{suffix}"), b"x")
    assert WAYS_OUT[suffix] in str(raised.value)


def test_any_other_kind_lists_what_is_read() -> None:
    with pytest.raises(UnknownFormatError, match=r"What can be read: \.docx"):
        formats.read_bytes(Path("a.xyz"), b"x")
