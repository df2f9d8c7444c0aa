"""The rules in the order in which they are asked: the first that finds something has the word.

Each looks at a `Case` and gives a `Finding`, or None where it has nothing to say.
"""

from __future__ import annotations

from citekit.links.verdict.case import Rule
from citekit.links.verdict.rules.arrived import arrived
from citekit.links.verdict.rules.failed import failed
from citekit.links.verdict.rules.status import status

RULES: tuple[Rule, ...] = (
    failed,  # no answer at all
    status,  # 4xx, 5xx and what else the server says itself
    arrived,  # it is there: as cited, moved, or sent on
)
