"""One host of the world: its pages, and what it says where there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import quote

from . import texts
from .server import Reply, Request, Responder

if TYPE_CHECKING:
    from .world import World

HTML = ("Content-Type", "text/html; charset=utf-8")


@dataclass
class Site:
    """A host with pages by target; `missing` answers for all others, `always` for everything."""

    world: World
    host: str
    scheme: str
    language: str
    chance: Random
    pages: dict[str, Responder] = field(default_factory=dict)
    missing: Responder | None = None
    always: Responder | None = None

    def url(self, target: str = "/") -> str:
        return f"{self.scheme}://{self.host}{target}"

    def respond(self, request: Request) -> Reply:
        if self.always is not None:
            return self.always(request)
        found = self.pages.get(request.target)
        if found is not None:
            return found(request)
        return (self.missing or self.honest)(request)

    def put(self, target: str, reply: Reply | Responder) -> str:
        """A page at a target; gives its address."""
        self.pages[target] = reply if callable(reply) else lambda request: reply
        return self.url(target)

    # what stands on pages

    def title(self) -> str:
        return texts.title(self.language, self.chance)

    def path(self, suffix: str = ".html") -> str:
        """A path such as sites have."""
        c = self.chance
        name = c.choice(
            [
                f"{texts.word('en', c)}-{texts.word('en', c)}",
                f"{c.randrange(10**5)}",
                f"t{c.randrange(10**8)}_{c.randrange(999)}",
            ]
        )
        folders = [texts.word("en", c) for _ in range(c.randrange(1, 4))]
        return "/" + "/".join([*folders, name + suffix])

    def page(self, title: str, body: str = "", paragraphs: int = 5) -> str:
        """A page in the dress of the world's family; its menus are the same on every page of the site."""
        more = "".join(f"<p>{texts.paragraph(self.language, self.chance)}</p>" for _ in range(paragraphs))
        return self.world.family.layout(self.language, title, f"<h1>{title}</h1>{body}{more}", Random(self.host))

    def plain(self, title: str, body: str) -> str:
        """A page without paragraphs of its own."""
        return self.world.family.layout(self.language, title, f"<h1>{title}</h1>{body}", Random(self.host))

    def alive(self, title: str, **more: object) -> Reply:
        return html(self.page(title), **more)

    def says(self, table: str, request: Request, variant: int = 0) -> tuple[str, str]:
        """A heading and a text of the family, with the address asked in their places."""
        rows = getattr(self.world.family, table)[self.language]
        heading, text = rows[variant % len(rows)] if isinstance(rows[0], tuple) else rows
        return tuple(part.replace("{path}", request.target).replace("{host}", self.host) for part in (heading, text))

    def honest(self, request: Request) -> Reply:
        heading, text = self.says("missing", request)
        return html(self.plain(heading, f"<p>{text}</p>"), status=404)


def html(markup: str, **more: object) -> Reply:
    headers = (*more.pop("headers", ()), HTML)  # type: ignore[misc]
    return Reply(headers=headers, body=markup.encode("utf-8"), **more)  # type: ignore[arg-type]


def redirect(status: int, location: str, *headers: tuple[str, str]) -> Reply:
    return Reply(status=status, headers=(("Location", location), *headers))


def pdf(size: int = 4000, *, whole: bool = True) -> bytes:
    body = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + b"% filling\n" * (size // 10)
    return body + (b"trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n" if whole else b"")


def ranged(body: bytes, media_type: str = "application/pdf") -> Responder:
    """A file whose last bytes can be asked for."""

    def respond(request: Request) -> Reply:
        asked = request.headers.get("range", "")
        if asked.startswith("bytes=-"):
            last = body[-int(asked[7:]) :]
            spans = ("Content-Range", f"bytes {len(body) - len(last)}-{len(body) - 1}/{len(body)}")
            return Reply(status=206, headers=(("Content-Type", media_type), spans), body=last)
        return Reply(headers=(("Content-Type", media_type),), body=body)

    return respond


def latin(text: str) -> str:
    """Raw UTF-8 in a header, as http.server and the like write it."""
    return text.encode("utf-8").decode("latin-1")


def encoded(path: str) -> str:
    return quote(path)


Maker = Callable[..., object]
