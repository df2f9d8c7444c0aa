"""The keys by which Zotero's desktop knows citekit again, in a file of the user's that nobody else reads."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from citekit.library import write_atomically


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyring:
    """Keys by the ids of the servers that gave them."""

    path: Path

    def get(self, server: str) -> str:
        """The key for a server; empty if there is none.

        >>> Keyring(path=Path("no such file")).get("M4fp")
        ''
        """
        return self._read().get(server, "")

    def put(self, server: str, key: str) -> None:
        """Keeps a key."""
        keys = {**self._read(), server: key}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if not self.path.exists():
            self.path.touch(mode=0o600)  # before anything stands in it; the write keeps the mode
        write_atomically(self.path, json.dumps(keys, indent=1) + "\n")

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(server): str(key) for server, key in found.items()} if isinstance(found, dict) else {}


def users_keyring() -> Keyring:
    """That of the person who runs citekit: `citekit/zotero.json` in their folder of settings."""
    folder = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Keyring(path=Path(folder) / "citekit" / "zotero.json")
