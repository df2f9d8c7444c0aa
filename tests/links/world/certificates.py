"""An authority of the world's own, and certificates of every sort that a server can have."""

from __future__ import annotations

import ssl
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

Key = ec.EllipticCurvePrivateKey


class Signer:
    """A certificate with its key, able to sign others."""

    def __init__(self, certificate: x509.Certificate, key: Key) -> None:
        self.certificate = certificate
        self.key = key

    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


def _name(common: str, organisation: str) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)] if organisation else []
    return x509.Name([*parts, x509.NameAttribute(NameOID.COMMON_NAME, common)])


def issue(
    common: str,
    by: Signer | None = None,
    *,
    hosts: Sequence[str] = (),
    authority: bool = False,
    days: tuple[int, int] = (-10, 300),
    organisation: str = "",
) -> Signer:
    """A certificate, signed by another or by itself; `days` are its first and last, counted from today."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name(common, organisation)
    now = datetime.now(UTC)
    names = [x509.IPAddress(ip_address(h)) if h[:1].isdigit() else x509.DNSName(h) for h in hosts]
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return Signer(builder.sign((by or Signer(None, key)).key, SHA256()), key)  # type: ignore[arg-type]


def key_and_chain(chain: Sequence[Signer]) -> bytes:
    """What a server loads: the key of the first certificate, then all of them (PEM)."""
    key = chain[0].key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return key + b"".join(signer.pem() for signer in chain)


class Authority:
    """A root, an intermediate of it, a root that nobody trusts, and contexts for servers."""

    def __init__(self, organisation: str) -> None:
        self.root = issue(f"{organisation} Root", authority=True, organisation=organisation)
        self.middle = issue(f"{organisation} Issuing 1", self.root, authority=True, organisation=organisation)
        self.stranger = issue("Elsewhere Root", authority=True, organisation="Elsewhere")
        self._folder = tempfile.TemporaryDirectory()
        self.root_file = str(self._write("root.pem", self.root.pem()))

    def _write(self, name: str, data: bytes) -> Path:
        path = Path(self._folder.name) / name
        path.write_bytes(data)
        return path

    def context(self, sort: str, hosts: Sequence[str]) -> ssl.SSLContext:
        """A server's context: good, incomplete, expired, self-signed, other-host, unknown, unknown-whole."""
        path = self._write("server.pem", key_and_chain(self._chain(sort, hosts)))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

    def _chain(self, sort: str, hosts: Sequence[str]) -> list[Signer]:
        match sort:
            case "incomplete":
                return [issue(hosts[0], self.middle, hosts=hosts)]
            case "expired":
                return [issue(hosts[0], self.middle, hosts=hosts, days=(-400, -3)), self.middle]
            case "self-signed":
                return [issue(hosts[0], hosts=hosts)]
            case "other-host":
                return [issue("other", self.middle, hosts=["other.example"]), self.middle]
            case "unknown":
                return [issue(hosts[0], self.stranger, hosts=hosts)]
            case "unknown-whole":
                return [issue(hosts[0], self.stranger, hosts=hosts), self.stranger]
        return [issue(hosts[0], self.middle, hosts=hosts), self.middle]
