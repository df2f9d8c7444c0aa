"""What can become of a link, one function a kind: it builds what it needs in the world and says what is true."""

from __future__ import annotations

from . import alive, doubtful, gone, moved

KINDS = tuple((kind.__name__, kind) for part in (alive, moved, doubtful, gone) for kind in part.KINDS)
SOFT = frozenset(name for name, _ in KINDS if name.startswith("soft_") or name == "tombstone")
