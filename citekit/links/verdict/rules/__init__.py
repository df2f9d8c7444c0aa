"""The rules in the order in which they are asked: the first that finds something has the word.

Each looks at a `Case` and gives a `Finding`, or None where it has nothing to say.
"""

from __future__ import annotations

from citekit.links.verdict.case import Rule
from citekit.links.verdict.rules.arrived import arrived
from citekit.links.verdict.rules.challenge import challenge
from citekit.links.verdict.rules.drift import drift
from citekit.links.verdict.rules.empty import empty
from citekit.links.verdict.rules.failed import failed
from citekit.links.verdict.rules.home import home
from citekit.links.verdict.rules.login import login
from citekit.links.verdict.rules.parked import parked
from citekit.links.verdict.rules.script import script
from citekit.links.verdict.rules.soft404 import soft404
from citekit.links.verdict.rules.status import status
from citekit.links.verdict.rules.truncated import truncated
from citekit.links.verdict.rules.wrong_kind import wrong_kind

RULES: tuple[Rule, ...] = (
    failed,  # no answer at all
    challenge,  # proof of a human wanted: whatever the status is
    status,  # 4xx, 5xx and what else the server says itself
    empty,  # nothing in it
    truncated,  # the file breaks off
    parked,  # for sale: every page of a sold domain, its home page too
    home,  # sent to the home page
    login,  # a wall: before error pages, since every address of the site ends there
    script,  # nothing to judge by
    soft404,  # an error page that calls itself fine
    wrong_kind,  # a web page in place of a file
    drift,  # not what is cited any more
    arrived,  # it is there: as cited, moved, or sent on
)
