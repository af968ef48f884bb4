"""What the window remembers, when something else has written it."""

from __future__ import annotations

import pytest

from reviewer.ui.state.settings import LEAST_ZOOM, MOST_ZOOM, Settings


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        (LEAST_ZOOM, LEAST_ZOOM),
        (LEAST_ZOOM - 1, LEAST_ZOOM),
        (MOST_ZOOM, MOST_ZOOM),
        (MOST_ZOOM + 1, MOST_ZOOM),
        (10**12, MOST_ZOOM),
    ],
)
def test_the_text_is_never_too_small_or_too_large_to_be_read(kept: int, read: int) -> None:
    settings = Settings()
    settings.zoom = kept
    assert settings.zoom == read
