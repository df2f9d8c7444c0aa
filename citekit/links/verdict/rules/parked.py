"""A domain that somebody keeps for sale: told by who serves it, or by offering its own name."""

from __future__ import annotations

import re

from citekit.links.verdict.case import Case, Finding
from citekit.links.verdict.site import host
from citekit.links.verdict.wordings import says

# Services that park and sell domains, by the hosts of what their pages load or where they send the reader.
SERVICES = re.compile(
    r"(?:^|//|\.)(?:sedo(?:parking)?\.com|parkingcrew\.net|bodis\.com|above\.com|afternic\.com|dan\.com|hugedomains\.com"
    r"|domainmarket\.com|buydomains\.com|uniregistry\.com|undeveloped\.com|cashparking\.com|parklogic\.com|skenzo\.com"
    r"|domainactive\.com|parkingpage\.namecheap\.com|park\.io|smartname\.com|dsparking\.com|voodoo\.com|fabulous\.com"
    r"|parking\.reg\.ru|mi\.aliyun\.com|4\.cn|ename\.(?:com|net)|domain-for-sale\.\w+|brandbucket\.com|atom\.com"
    r"|squadhelp\.com|img1\.wsimg\.com/parking-lander|d38psrni17bvxu\.cloudfront\.net)(?:[/:?]|$)",
    re.IGNORECASE,
)
LOADING = frozenset(("script", "iframe", "frame", "form"))
LONGEST = 1500  # characters of text of its own
SHORT = 500  # so short a page need not name its domain


def parked(case: Case) -> Finding | None:
    """A short page served by a parking service, or one that says that the domain, by its name, can be had."""
    page, exchange = case.page, case.exchange
    if exchange.status != 200 or not case.html or page.longer_than(LONGEST) or case.named:
        return None
    if case.redirects and _sells(exchange.final) and not _sells(case.link.url):
        return Finding(cause="parked", detail=f"sent on to {host(exchange.final)}, which sells domains")
    if not page.readable:
        return None
    for element, address in page.addresses:
        if element in LOADING and (service := SERVICES.search(address)):
            return Finding(cause="parked", detail=f"the page is one of {service[0].strip('/.:?')}, which sells domains")
    heads = " ".join((page.title, *page.headings))
    offer = says("sale", heads)
    if not offer and (names_itself(case) or not page.longer_than(SHORT)):
        offer = says("sale", page.text)
    return Finding(cause="parked", detail=f"the page offers the domain: {offer}") if offer else None


def _sells(url: str) -> bool:
    return bool(SERVICES.search(f"//{host(url)}/"))


def names_itself(case: Case) -> bool:
    """Whether the page speaks of its own domain by name, or leads to where another host deals with it."""
    page = case.page
    name = host(case.exchange.final)
    domain = ".".join(name.split(".")[-2:]) if name.count(".") > 1 and not name[-1:].isdigit() else name
    said = " ".join((page.title, *page.headings, page.text)).lower()
    return domain in said or any(
        domain in address.lower() and host(address) not in ("", name) for _, address in page.addresses
    )
