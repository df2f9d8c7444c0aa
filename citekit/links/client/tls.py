"""Secure connections with the standard library's ssl, and what its verify codes say about a certificate.

A server that leaves out an intermediate certificate works in browsers, which fetch or remember it. Here the chain is
closed in the same way where that can be done: with the certificates that other servers have shown, or those that the
certificate itself points to (AIA). What then remains open is told by what is known of the issuer.
"""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterable
from typing import cast

from citekit.links.client.failure import NoAnswerError

UNKNOWN = ("tls-unknown-ca", "the certificate is signed by an authority that nobody knows")
# X509_V_ERR_* of OpenSSL's x509_vfy.h
CODES = {
    9: ("tls-expired", "the certificate is not valid yet"),
    10: ("tls-expired", "the certificate has run out"),
    18: ("tls-self-signed", "the certificate is signed by itself"),
    19: UNKNOWN,
    62: ("tls-host", "the certificate is for another host"),
    64: ("tls-host", "the certificate is for another address"),
}
NO_ISSUER = frozenset((20, 21))  # the issuer's certificate was neither sent nor is it known


class NoIssuerError(Exception):
    """The chain of certificates leads nowhere: incomplete, or of an unknown authority."""


def tls_failure(error: ssl.SSLError | ssl.CertificateError) -> NoAnswerError | NoIssuerError:
    """What went wrong, as a row of `CAUSES`, or `NoIssuerError` where more must be found out."""
    if isinstance(error, ssl.SSLCertVerificationError):
        if error.verify_code in NO_ISSUER:
            return NoIssuerError()
        cause, detail = CODES.get(error.verify_code, ("tls-other", error.verify_message))
        return NoAnswerError(cause, detail)
    return NoAnswerError("tls-other", (error.reason or str(error)).replace("_", " ").lower())


def trusting(ca_file: str = "") -> ssl.SSLContext:
    """The context for all connections: the system's authorities (or certifi's where it has none), and `ca_file`'s."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath):
        import certifi  # comes with requests

        context.load_verify_locations(certifi.where())
    if ca_file:
        context.load_verify_locations(ca_file)
    return _plain(context)


def _plain(context: ssl.SSLContext) -> ssl.SSLContext:
    context.verify_flags &= ~(ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VERIFY_X509_STRICT)  # on by default from 3.13 on
    context.set_alpn_protocols(["http/1.1"])
    return context


def blind() -> ssl.SSLContext:
    """A context that looks at nothing: only to see which certificates a server shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def pinned(certificate: bytes) -> ssl.SSLContext:
    """A context that trusts just this certificate (DER): host and dates are still looked at."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=certificate)
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def shown(ssl_object: ssl.SSLObject) -> list[bytes]:
    """The certificates that the server has sent (DER), its own first."""
    inner = getattr(ssl_object, "_sslobj", None)  # public from Python 3.13 on
    source = getattr(ssl_object, "get_unverified_chain", None) or getattr(inner, "get_unverified_chain", None)
    if source is not None:
        chain = source() or ()
        return [c if isinstance(c, bytes) else ssl.PEM_cert_to_DER_cert(c.public_bytes()) for c in chain]
    own = ssl_object.getpeercert(binary_form=True)
    return [own] if own else []


Names = tuple[tuple[tuple[str, str], ...], ...]


def words_of(name: Iterable[Iterable[tuple[str, str]]]) -> frozenset[str]:
    """The words by which an issuer is known: of its organisation and its own name.

    >>> sorted(words_of(((("countryName", "NL"),), (("organizationName", "Example Trust"),))))
    ['example', 'trust']
    """
    told = (value for part in name for key, value in part if key in ("organizationName", "commonName"))
    return frozenset(word for value in told for word in value.lower().replace(",", " ").split())


def is_root(name: Iterable[Iterable[tuple[str, str]]]) -> bool:
    """Whether an authority calls itself a root: such a certificate is never left out, it is known or not.

    >>> is_root(((("commonName", "Example Root CA"),),)), is_root(((("commonName", "Example TLS CA 3"),),))
    (True, False)
    """
    return "root" in words_of(name)


class Authorities:
    """What is known of the authorities that are trusted, to judge an issuer whose certificate is missing."""

    def __init__(self, context: ssl.SSLContext) -> None:
        subjects = [words_of(cast(Names, c.get("subject", ()))) for c in context.get_ca_certs()]
        counts: dict[str, int] = {}
        for words in subjects:
            for word in words:
                counts[word] = counts.get(word, 0) + 1
        self._telling = {
            word for word, count in counts.items() if count <= RARE and len(word) > 2 and word not in COMMON
        }

    def related(self, issuer: Names) -> bool:
        """Whether the issuer bears a name that a trusted authority bears: an intermediate of its."""
        return bool(words_of(issuer) & self._telling)


RARE = 8  # authorities at most that share a telling word
# Words that every other authority has in its name.
_COMMON = """
ca root authority certificate certification certificates class global trust secure security server services primary
public network tls ssl rsa ecc intermediate issuing sub test own private unknown other the and inc ltd corp
corporation limited company gmbh ag sa llc foundation internet web g1 g2 g3 g4 r1 r2 r3 r4 x1 x2
"""
COMMON = frozenset(_COMMON.split())


def certificates(data: bytes) -> list[bytes]:
    """The certificates in a file, DER or PEM, as DER; none if it is something else.

    >>> certificates(b"<html>")
    []
    """
    if data[:1] == b"\x30":  # an ASN.1 sequence
        return [data]
    begin, end = b"-----BEGIN CERTIFICATE-----", b"-----END CERTIFICATE-----"
    blocks = [block.partition(end)[0] for block in data.split(begin)[1:]]
    try:
        return [ssl.PEM_cert_to_DER_cert((begin + block + end).decode("ascii")) for block in blocks]
    except ValueError:
        return []


def add(context: ssl.SSLContext, found: Iterable[bytes]) -> None:
    """Makes certificates known to a context. Without partial chains only roots are trusted, so these only link."""
    for certificate in found:
        with contextlib.suppress(ssl.SSLError):  # no certificate after all, or known already
            context.load_verify_locations(cadata=certificate)
