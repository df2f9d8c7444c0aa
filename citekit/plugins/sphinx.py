"""Sphinx builds a bibliography from articles before sphinxcontrib-bibtex reads it.

In `conf.py`:

    extensions = ["citekit.plugins.sphinx", "sphinxcontrib.bibtex"]
    citekit_articles = {"refs.bib": ["article.txt", "notes/*.docx"]}
    bibtex_bibfiles = ["refs.bib"]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from citekit import extract, read_library, save
from citekit.library.lock import locked
from citekit.model import CitekitError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

FIRST = 100
"""The event's priority: before sphinxcontrib-bibtex, whose handlers have the default of 500."""


def setup(app: Sphinx) -> dict[str, object]:
    """Called by Sphinx."""
    app.add_config_value("citekit_articles", {}, "env")
    app.connect("config-inited", _build, priority=FIRST)
    return {"version": metadata.version("citekit"), "parallel_read_safe": True, "parallel_write_safe": True}


def build(folder: Path, articles: Mapping[str, Sequence[str]]) -> None:
    """The works of articles (names and patterns below `folder`) merged into each bibliography.

    Raises CitekitError for an article that cannot be read, or a pattern that no file matches.
    """
    for name, patterns in articles.items():
        with locked(folder / name):
            library = read_library(folder / name).value
            for pattern in patterns:
                found = sorted(folder.glob(pattern))
                if not found:
                    raise CitekitError(f"citekit_articles: no file in {folder} is called {pattern}")
                for article in found:
                    library = extract(article, library).value.library
            save(folder / name, library)


def _build(app: Sphinx, config: Config) -> None:
    from sphinx.errors import ExtensionError

    try:
        build(Path(app.srcdir), config.citekit_articles)
    except CitekitError as error:
        raise ExtensionError(str(error)) from None
