"""When to ask again: as a browser, or after a while."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from time import time

from citekit.links.client.answer import Answer
from citekit.links.client.failure import NoAnswerError
from citekit.links.client.options import ClientOptions

# Settled whoever asks: a login is wanted, too many requests. Everything else from 400 on is said to some robots only.
SAME_FOR_ALL = frozenset((401, 407, 429))
AS_BROWSER = frozenset(("reset", "protocol", "timeout"))  # failures that some servers keep for robots

# How often at most: what may have passed a moment later.
AGAIN: dict[str | int, int] = {
    "timeout": 1,  # each costs the whole wait
    "refused": 1,
    "reset": 2,
    "dns-failure": 2,
    "protocol": 1,
    408: 2,
    425: 2,
    429: 3,
    500: 2,
    502: 2,
    503: 3,
    504: 2,
    520: 1,  # Cloudflare: the server behind it ...
    521: 1,
    522: 1,
    523: 1,
    524: 1,
}


def outcome(result: Answer | NoAnswerError) -> str | int:
    """The key of what came: a status or the name of a cause."""
    return result.cause if isinstance(result, NoAnswerError) else result.status


def wants_browser(result: Answer | NoAnswerError) -> bool:
    """Whether the server may answer a browser otherwise."""
    if isinstance(result, NoAnswerError):
        return result.cause in AS_BROWSER
    return result.status >= 400 and result.status not in SAME_FOR_ALL and "retry-after" not in result.headers


def wait_before(result: Answer | NoAnswerError, tries: int, options: ClientOptions) -> float | None:
    """The seconds to wait before the next try after `tries` tries; None to leave it at that."""
    if tries > min(options.retries, AGAIN.get(outcome(result), 0)):
        return None
    if isinstance(result, Answer) and (told := result.headers.get("retry-after")):
        wait = retry_after(told)
        return None if wait is None or wait > options.patience else wait
    return min(options.patience, options.backoff * 2.0 ** (tries - 1))


def retry_after(value: str) -> float | None:
    """The seconds of a Retry-After header, a number or a date (RFC 9110, 10.2.3); None if it is neither.

    >>> retry_after("120"), retry_after("Wed, 21 Oct 2015 07:28:00 GMT"), retry_after("soon")
    (120.0, 0.0, None)
    """
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time())
    except (ValueError, TypeError, OverflowError):
        return None
