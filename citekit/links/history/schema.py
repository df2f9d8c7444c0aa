"""The tables of the history's file. Passes are only ever added: the file itself refuses anything else."""

from __future__ import annotations

import sqlite3

from citekit.model import CitekitError

VERSION = 1
"""Of the schema; kept in the file's `user_version`."""

_SCHEMA = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    terms TEXT NOT NULL,
    finished TEXT NOT NULL DEFAULT ''
);
CREATE TABLE pass (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    url TEXT NOT NULL, cause TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL,
    final TEXT NOT NULL, status INTEGER NOT NULL, hops TEXT NOT NULL, media_type TEXT NOT NULL,
    title TEXT NOT NULL, digest TEXT NOT NULL, target TEXT NOT NULL, checked TEXT NOT NULL
);
CREATE INDEX pass_of_url ON pass (url);
CREATE TABLE copy (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL, address TEXT NOT NULL, moment TEXT NOT NULL, service TEXT NOT NULL
);
CREATE INDEX copy_of_url ON copy (url);
CREATE TRIGGER pass_stays BEFORE UPDATE ON pass BEGIN SELECT RAISE(ABORT, 'passes are only added'); END;
CREATE TRIGGER pass_is_kept BEFORE DELETE ON pass BEGIN SELECT RAISE(ABORT, 'passes are only added'); END;
"""


def prepare(connection: sqlite3.Connection, name: str) -> None:
    """The settings of the connection, and the tables where the file is new."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # a commit survives the end of the process, killed or not
    connection.execute("BEGIN IMMEDIATE")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise CitekitError(f"{name}: a newer citekit has written this history; update citekit")
    if not version:
        for statement in _SCHEMA.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
