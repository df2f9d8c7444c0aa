"""What ends a request without an answer."""

from __future__ import annotations


class NoAnswerError(Exception):
    """No answer: the name of a row of `CAUSES`, and what was seen, in one line for a person.

    >>> NoAnswerError("dns", "no such host: a.example").cause
    'dns'
    """

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(cause, detail)
        self.cause = cause
        self.detail = detail
