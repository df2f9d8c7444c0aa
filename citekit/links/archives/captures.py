"""What Save Page Now says of a capture that failed (`status_ext`, without its `error:`): one row a word.

*later*: the service is busy or has failed, another try may help; *quota*: no more today; *page*: that says something
about the page itself. Source: the API's public description (SPN2, archive.org).
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["later", "quota", "page"]

FAILURES: dict[str, Kind] = {
    "bad-gateway": "later",
    "browsing-timeout": "later",
    "cannot-fetch": "later",
    "capture-location-error": "later",
    "celery": "later",
    "gateway-timeout": "later",
    "job-failed": "later",
    "no-browsers-available": "later",
    "proxy-error": "later",
    "read-timeout": "later",
    "service-unavailable": "later",
    "soft-time-limit-exceeded": "later",
    "too-many-requests": "later",
    "user-session-limit": "later",
    "max-daily-bandwidth": "quota",
    "max-daily-bandwidth-host": "quota",
    "too-many-daily-captures": "quota",
    "blocked": "page",  # the site answers with status 999
    "blocked-url": "page",
    "filesize-limit": "page",  # 2 GB
    "invalid-host-resolution": "page",
    "method-not-allowed": "page",
    "no-access": "page",  # 403
    "not-found": "page",
    "too-many-redirects": "page",  # more than 3
    "unauthorized": "page",  # 401
}


def kind_of(status: str) -> Kind:
    """What a failure means; a word that nobody has described may be gone tomorrow.

    >>> kind_of("error:not-found"), kind_of("error:max-daily-bandwidth"), kind_of("error:something-new")
    ('page', 'quota', 'later')
    """
    return FAILURES.get(status.removeprefix("error:"), "later")
