"""Which addresses of the network may be asked: those that everyone can reach (SSRF protection).

The check is made on the addresses that a name resolves to, and the connection goes to just these: a name that
answers differently a moment later gains nothing by it.
"""

from __future__ import annotations

import ipaddress
from functools import lru_cache

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


@lru_cache(maxsize=4096)
def is_public(ip: str) -> bool:
    """Whether the address is one of the public Internet; an IPv4 address inside an IPv6 one is looked at itself.

    >>> [is_public(ip) for ip in ("93.184.216.34", "127.0.0.1", "10.1.2.3", "::ffff:192.168.0.1", "169.254.169.254")]
    [True, False, False, False, False]
    """
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast
