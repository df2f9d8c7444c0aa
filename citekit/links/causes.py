"""All that can become of a link: one row a cause, with its outcome and one line of advice.

The three outcomes are those of a report: *ok*, *rotten*, and *unsure* where a person or another run must tell.
`passing` causes may be gone tomorrow: only several passes on several days make them rotten (see `history`).
"""

from __future__ import annotations

from dataclasses import dataclass

from citekit.model import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A kind of what can happen: its name in reports, what it means for the link, what a person can do."""

    name: str
    outcome: Outcome
    advice: str = ""
    passing: bool = False


_ROWS = (
    # it lives
    Cause(name="ok", outcome="ok"),
    Cause(name="redirected", outcome="ok", advice="sent elsewhere for now: nothing to do"),
    Cause(name="moved", outcome="ok", advice="moved for good: cite the new address"),
    Cause(name="tls-incomplete", outcome="ok", advice="the server leaves out a certificate; browsers repair it"),
    # a person or another run must tell
    Cause(name="unauthorized", outcome="unsure", advice="asks for a login: look at it in a browser"),
    Cause(name="forbidden", outcome="unsure", advice="refuses this client: look at it in a browser"),
    Cause(name="login", outcome="unsure", advice="shows a login page: look at it in a browser"),
    Cause(name="challenge", outcome="unsure", advice="wants proof of a human reader: look at it in a browser"),
    Cause(name="landing", outcome="unsure", advice="a page about the file, not the file: look at it in a browser"),
    Cause(name="script", outcome="unsure", advice="shows nothing without JavaScript: look at it in a browser"),
    # not passing: whoever counts requests is alive, however often it says so
    Cause(name="rate-limited", outcome="unsure", advice="too many requests: check again later"),
    Cause(name="server-error", outcome="unsure", advice="the server fails: check again later", passing=True),
    Cause(name="timeout", outcome="unsure", advice="no answer in time: check again later", passing=True),
    Cause(name="refused", outcome="unsure", advice="the host takes no connection: check again later", passing=True),
    Cause(name="reset", outcome="unsure", advice="the connection broke off: check again later", passing=True),
    Cause(name="dns-failure", outcome="unsure", advice="the name server fails: check again later", passing=True),
    Cause(name="protocol", outcome="unsure", advice="the answer is not HTTP: look at it in a browser", passing=True),
    Cause(name="private", outcome="unsure", advice="an address of a private network: allow it with --allow-private"),
    Cause(name="unsupported", outcome="unsure", advice="neither http nor https: not asked"),
    Cause(name="tls-other", outcome="unsure", advice="no secure connection: look at it in a browser", passing=True),
    # it is gone
    Cause(name="broken", outcome="rotten", advice="the server says that it is not there: cite an archived copy"),
    Cause(name="soft-404", outcome="rotten", advice="an error page that calls itself fine: cite an archived copy"),
    Cause(name="home", outcome="rotten", advice="sends every reader to the home page: cite an archived copy"),
    Cause(name="parked", outcome="rotten", advice="the domain is for sale: cite an archived copy"),
    Cause(name="empty", outcome="rotten", advice="nothing is in it: cite an archived copy"),
    Cause(name="truncated", outcome="rotten", advice="the file breaks off: cite an archived copy"),
    Cause(name="wrong-kind", outcome="rotten", advice="another kind of file than cited: cite an archived copy"),
    Cause(name="drift", outcome="rotten", advice="no longer speaks of what is cited: cite the copy of that day"),
    Cause(name="loop", outcome="rotten", advice="redirects without end: cite an archived copy"),
    Cause(name="dns", outcome="rotten", advice="no such host: cite an archived copy"),
    Cause(name="invalid", outcome="rotten", advice="not an address: mend it by the printed article"),
    Cause(name="tls-expired", outcome="rotten", advice="the certificate has run out: look at it in a browser"),
    Cause(name="tls-self-signed", outcome="rotten", advice="signed by itself: look at it in a browser"),
    Cause(name="tls-host", outcome="rotten", advice="the certificate is another host's: look at it in a browser"),
    Cause(name="tls-unknown-ca", outcome="rotten", advice="nobody knows its signer: look at it in a browser"),
)
CAUSES = {cause.name: cause for cause in _ROWS}
