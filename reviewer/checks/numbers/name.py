"""What the findings of the number check call it."""

from __future__ import annotations

ID = "numbers"
