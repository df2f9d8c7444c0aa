"""The shape of one language's table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What citations in one language look like.

    Words are plain strings as printed (matched without regard to case in Latin and Cyrillic scripts). `units` are
    regular expressions in which every named group is a CSL field (`issued`, `volume`, `issue`, `page`, `edition`,
    `accessed`, `genre`, `number`); they are tried in order, the first that matches takes its text.
    """

    code: str
    name: str
    """The language's name for babel and polyglossia, BibLaTeX's `langid`."""

    letters: str
    """A character class: a text without any of them has no unit of this language."""

    signals: tuple[str, ...] = ()
    """Words before a citation that say how it bears on the text: 参见, See also."""
    adverbs: tuple[str, ...] = ()
    """What may stand between a signal and the citation: hierzu, notamment, in particular."""
    quoted_in: tuple[str, ...] = ()
    """What stands between a quoted work and the one that was seen: 转引自, quoted in."""
    ibid: tuple[str, ...] = ()
    """The work cited just before."""
    shortforms: tuple[str, ...] = ()
    """A work cited earlier, named by its author or a short title."""
    idem: tuple[str, ...] = ()
    """What stands in place of a name that was printed just before."""
    roles: tuple[tuple[str, str], ...] = ()
    """Role words at a name, with the CSL variable that the name goes to."""
    containers: tuple[str, ...] = ()
    """Words before the work that holds the cited part: 载, in, 所収."""
    et_al: tuple[str, ...] = ()
    anonymous: tuple[str, ...] = ()
    """What is printed where nobody knows the author."""
    units: tuple[str, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    seasons: tuple[tuple[str, int], ...] = ()
    """CSL seasons: 1 spring, 2 summer, 3 autumn, 4 winter."""
    eras: tuple[tuple[str, int], ...] = ()
    """Names of eras, with the Gregorian year before their first."""
    institutions: tuple[str, ...] = ()
    """Endings of the names of institutions."""
    publishers: tuple[str, ...] = ()
    """Endings of the names of publishers."""
    places: tuple[str, ...] = ()
    """Cities where many publishers sit."""
    media: tuple[str, ...] = ()
    """Endings of the names of newspapers, news sites and agencies."""
    periodicals: tuple[str, ...] = ()
    """Words in the names of journals and magazines that no publisher's name has."""
    forthcoming: tuple[str, ...] = ()
    """What stands in place of a date where the work is not out yet."""
    theses: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    """Endings of the titles of statutes and treaties."""
    prose: tuple[str, ...] = ()
    """Frequent words of sentences that citations do not print."""
    small: tuple[str, ...] = ()
    """The commonest words of its titles, to tell Latin-script languages apart."""
    accents: str = ""
    """Letters of its titles that English does not have."""
    archives: tuple[str, ...] = ()
    """How the names end of those who keep documents."""
    leftovers: tuple[str, ...] = ()
    """Words that may stand alone between fields and mean none."""
    funding: tuple[str, ...] = ()
    """Words that only a funding or thanks note prints."""
