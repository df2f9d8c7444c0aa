"""Plain text: the characters alone, a block of its own parted by a blank."""

from __future__ import annotations

from citekit.csl.formats.base import Format

TEXT = Format(name="text", escape=str, around={"display:block": (" ", "")})
