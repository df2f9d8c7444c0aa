"""Archives: where copies of what is gone can be had, and where copies of what lives can be made.

    copy, pages = search.nearest(url, moment)     # find: of a rotten link, the copy nearest to the day of the citation
    saver.save(urls)                              # savepagenow: of living links, copies for later

Each service is a file with a function and a row of `ARCHIVES`, in the order in which they are asked.
"""

from __future__ import annotations

from citekit.links.archives import archivetoday, cdx, memento, warp, wayback
from citekit.links.archives.service import LinkOut, Service

_ROWS = (
    Service(name="wayback", base=wayback.BASE, ask=wayback.ask),
    Service(name="cdx", base=cdx.BASE, ask=cdx.ask),
    Service(name="timegate", base=memento.TIMEGATE, ask=memento.ask_timegate),
    Service(name="timemap", base=memento.ARQUIVO, ask=memento.ask_timemap),
    # runs on one's own machine: asked only where it is named
    Service(name="memgator", base=memento.MEMGATOR, ask=memento.ask_timemap, usual=False),
)
ARCHIVES = {service.name: service for service in _ROWS}
LINK_OUTS = (
    LinkOut(name="warp", base=warp.BASE, page=warp.page),
    LinkOut(name="archive.today", base=archivetoday.BASE, page=archivetoday.page),
)
"""Where only a person can look: the report links to them."""
