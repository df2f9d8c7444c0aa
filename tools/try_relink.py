"""Relinks an article and lets the programs that are to read it try: LibreOffice, pandoc, XeLaTeX with biber.

    python tools/try_relink.py article.docx

They are too large for the tests. Word processors' files are converted to PDF, the article and its living twin, and the
texts of both are compared (pdftotext); of Markdown and LaTeX the rendered notes are printed. `docs/relink.md` says what
was seen.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from citekit.library import save
from citekit.relink import relink


def call(*words: str, at: Path) -> str:
    """What a program prints; its words on stderr go to ours."""
    done = subprocess.run(words, cwd=at, stdout=subprocess.PIPE, encoding="utf-8", errors="replace", timeout=300)
    if done.returncode:
        print(f"{words[0]} gives {done.returncode}", file=sys.stderr)
    return done.stdout


def try_office(dead: Path, live: Path) -> str:
    """Whether LibreOffice shows the same text in both."""
    home = f"-env:UserInstallation={(live.parent / 'profile').as_uri()}"
    texts = []
    for file in (dead, live):
        call("soffice", "--headless", home, "--convert-to", "pdf", str(file), at=live.parent)
        texts.append(call("pdftotext", "-layout", file.with_suffix(".pdf").name, "-", at=live.parent))
    same = texts[0] == texts[1] != ""
    return f"the texts of both PDFs are {'the same' if same else 'DIFFERENT'} ({len(texts[1])} characters)"


def try_pandoc(dead: Path, live: Path) -> str:
    """The relinked article as pandoc sets it."""
    return call("pandoc", live.name, "--citeproc", "-t", "plain", at=live.parent)


def try_latex(dead: Path, live: Path) -> str:
    """What biber says of the keys, and what XeLaTeX of the rest."""
    complaints = {}
    for file in (dead, live, live):
        call("xelatex", "-interaction=nonstopmode", file.name, at=file.parent)
        said = call("biber", file.stem, at=file.parent) if file == live else ""
        log = file.with_suffix(".log").read_text("utf-8", errors="replace").splitlines()
        complaints[file] = {
            line for line in log if line.startswith("!") or ("Citation" in line and "undefined" in line)
        }
    new = sorted(complaints[live] - complaints[dead])
    return "\n".join([said, *(new or ["XeLaTeX complains of nothing that it has not complained of before"])])


TRIALS: dict[str, Callable[[Path, Path], str]] = {
    ".docx": try_office,
    ".odt": try_office,
    ".md": try_pandoc,
    ".tex": try_latex,
}


def main(article: Path) -> None:
    """Relinks in a folder of its own and prints what the program for the format makes of it."""
    with tempfile.TemporaryDirectory() as folder:
        dead, live = (Path(folder) / f"{name}{article.suffix}" for name in ("dead", "live"))
        dead.write_bytes(article.read_bytes())
        done = relink(dead, bib="live.bib").value
        live.write_bytes(done.data)
        save(live.with_suffix(".bib"), done.library)
        print(f"{len(done.live)} of {len(done.changes)} notes are living")
        print(TRIALS[article.suffix.lower()](dead, live))


if __name__ == "__main__":
    if len(sys.argv) != 2 or Path(sys.argv[1]).suffix.lower() not in TRIALS:
        sys.exit(f"{(__doc__ or '').strip()}\n\nARTICLE is one of {', '.join(TRIALS)}")
    main(Path(sys.argv[1]))
