"""Bodies as they were before the server packed them: gzip, deflate, br, one after another (RFC 9110, 8.4).

Never more than the cap comes out, however little went in. What cannot be unpacked to its end gives what could be.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from importlib.util import find_spec

Unpacked = tuple[bytes, bool]  # the bytes, and whether they are all


def accepted() -> str:
    """The value of Accept-Encoding: br only where the package for it is there."""
    return "gzip, deflate, br" if find_spec("brotli") else "gzip, deflate"


def unpack(body: bytes, encoding: str, cap: int) -> Unpacked:
    """The body without its content encodings, at most `cap` bytes, and whether it is whole.

    >>> unpack(zlib.compress(b"a" * 1000), "deflate", 10)
    (b'aaaaaaaaaa', False)
    >>> unpack(b"as it is", "identity", 10)
    (b'as it is', True)
    """
    if not encoding and len(body) <= cap:
        return body, True
    whole = True
    for name in reversed(encoding.lower().split(",")):
        if decoder := DECODERS.get(name.strip()):
            body, complete = decoder(body, cap)
            whole = whole and complete
    return body[:cap], whole and len(body) <= cap


def _inflate(body: bytes, cap: int, bits: int) -> Unpacked:
    machine = zlib.decompressobj(bits)
    out = machine.decompress(body, cap + 1)
    return out, machine.eof


def _gzip(body: bytes, cap: int) -> Unpacked:
    """Gzip members one after another; a server that only says so sends plain bytes."""
    if not body.startswith(b"\x1f\x8b"):
        return body, True
    out = b""
    while body.startswith(b"\x1f\x8b") and len(out) <= cap:
        machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            out += machine.decompress(body, cap + 1 - len(out))
        except zlib.error:
            return out, False
        if not machine.eof:
            return out, False
        body = machine.unused_data
    return out, True


def _deflate(body: bytes, cap: int) -> Unpacked:
    """With zlib's header, as the standard says, or bare, as some servers send it."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return _inflate(body, cap, bits)
        except zlib.error:
            continue
    return body, True


def _brotli(body: bytes, cap: int) -> Unpacked:
    try:
        import brotli
    except ImportError:
        return b"", False
    machine = brotli.Decompressor()
    try:
        out: bytes = machine.process(body, output_buffer_limit=cap + 1)
    except brotli.error:
        return b"", False
    return out, machine.is_finished()


DECODERS: dict[str, Callable[[bytes, int], Unpacked]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
}
