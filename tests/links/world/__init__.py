"""A world of servers on loopback that play every fate of a link, with the truth beside each address.

certificates  an authority and certificates of all sorts     server  one server that plays all hosts
texts         titles and paragraphs in nine languages        site    one host and its pages
family        what sites look like and say: tuning, heldout, fresh    kinds   what can become of a link
world         hosts with names, links with their truth       score   right, false alarms, misses
"""

from .fresh import FAMILY as FRESH
from .heldout import FAMILY as HELD_OUT
from .kinds import KINDS, SOFT
from .score import Score, score
from .server import Reply, Request
from .site import Site, html, pdf, ranged, redirect
from .tuning import FAMILY as TUNING
from .world import Truth, World

__all__ = [
    "FRESH", "HELD_OUT", "KINDS", "SOFT", "TUNING", "Reply", "Request", "Score", "Site", "Truth", "World", "html",
    "pdf", "ranged", "redirect", "score",
]  # fmt: skip
