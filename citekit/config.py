"""The settings of a project: `citekit.toml`, or `tool.citekit` in `pyproject.toml`, in the file's folder or above it.

[lint]                          # in pyproject.toml: [tool.citekit.lint]
ignore = ["zotero-drops"]
fail-on = "warning"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from citekit.model import CitekitError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One table of the settings and the file that it stands in (empty if there is none)."""

    table: str
    values: Mapping[str, object] = field(default_factory=dict)
    file: str = ""

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words; raises CitekitError if the setting is something else.

        >>> Settings(table="lint", values={"ignore": ["isbn"]}).words("ignore")
        ('isbn',)
        """
        value = self.values.get(name, [])
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return tuple(str(word) for word in value)
        raise CitekitError(f'{self.file}: {name} in {self.table} must be a list of words, such as ["isbn"]')

    def word(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        """One word out of several; raises CitekitError if the setting is something else."""
        value = self.values.get(name, default)
        if value in choices:
            return str(value)
        raise CitekitError(f"{self.file}: {name} in {self.table} must be one of {', '.join(choices)}")

    def text(self, name: str, default: str = "") -> str:
        """Any text; raises CitekitError if the setting is something else."""
        value = self.values.get(name, default)
        if isinstance(value, str):
            return value
        raise CitekitError(f"{self.file}: {name} in {self.table} must be a text in quotes")

    def number(self, name: str, default: float) -> float:
        """A number that is not negative; raises CitekitError if the setting is something else.

        >>> Settings(table="check", values={"rate": 2}).number("rate", 5), Settings(table="check").number("rate", 5)
        (2, 5)
        """
        value = self.values.get(name, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
            return value
        raise CitekitError(f"{self.file}: {name} in {self.table} must be a number, 0 or more")

    def inner(self, name: str) -> Settings:
        """A table within the table, empty if there is none; raises CitekitError if the setting is something else."""
        value = self.values.get(name, {})
        if isinstance(value, dict):
            return Settings(table=f"{self.table}.{name}", values=value, file=self.file)
        raise CitekitError(f"{self.file}: {name} in {self.table} must be a table")

    def known(self, names: Iterable[str]) -> None:
        """Raises CitekitError for a setting that nobody reads: it is misspelt."""
        for name in self.values.keys() - set(names):
            raise CitekitError(f"{self.file}: nothing is called {name} in {self.table}; known are {', '.join(names)}")


def settings(table: str, beside: Path, file: Path | None = None) -> Settings:
    """A table of the settings that hold for a file: those of `file` if it is given, else the nearest.

    Raises CitekitError for a settings file that is no TOML or that cannot be read; without any the settings are empty.
    """
    for place in [file] if file else _candidates(beside):
        inner = _read(place)
        if inner is None and place == file:
            raise CitekitError(f"{place}: there are no settings of citekit; name another file with --config")
        if inner is not None:
            values = inner.get(table, {})
            if not isinstance(values, dict):
                raise CitekitError(f"{place}: {table} must be a table")
            return Settings(table=table, values=values, file=str(place))
    return Settings(table=table)


def _candidates(beside: Path) -> list[Path]:
    folder = beside.resolve().parent
    return [above / name for above in (folder, *folder.parents) for name in ("citekit.toml", "pyproject.toml")]


def _read(place: Path) -> dict[str, object] | None:
    """The settings in a file; None if there is no such file, or nothing about citekit in a `pyproject.toml`."""
    try:
        found: object = tomllib.loads(place.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise CitekitError(f"{place}: cannot be read ({error})") from None
    except tomllib.TOMLDecodeError as error:
        raise CitekitError(f"{place}: is no TOML ({error})") from None
    for name in ("tool", "citekit") if place.name == "pyproject.toml" else ():
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None
