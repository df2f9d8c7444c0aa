"""Plain text: the characters alone."""

from __future__ import annotations

from .base import Format

TEXT = Format(name="text", escape=str, around={})
