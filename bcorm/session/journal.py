"""The journal: what a commit is about to do, on disk before it is done.

A process that dies in the middle of a commit leaves behind which objects were saved, which were
on their way, and which were not sent; `recover` finishes the commit from there. The file holds
values that were to be written, never a credential; it is readable by its owner only.
"""

from __future__ import annotations

import os
import sqlite3
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import ConfigurationError
from bcorm.http import jsontext
from bcorm.model.mapper import mapper_for
from bcorm.session.changes import Pending, difference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.resource import Resource
    from bcorm.session.work import Work

WAITING, SENT, SAVED, FAILED, UNKNOWN = "waiting", "sent", "saved", "failed", "unknown"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS store (key TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entry (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    model TEXT NOT NULL,
    key TEXT,
    parents TEXT NOT NULL,
    body TEXT NOT NULL,
    owner INTEGER,
    links TEXT NOT NULL,
    state TEXT NOT NULL,
    error TEXT NOT NULL DEFAULT ''
);
"""


@attrs.frozen(kw_only=True)
class Entry:
    """One object of a commit.

    Attributes:
        number: its place in the journal.
        kind: create, update or delete.
        model: the resource class.
        key: its key; None while it was not created.
        parents: the path parameters that were known.
        body: the wire values to write.
        owner: the entry of the unsaved object below which it is created.
        links: entries of unsaved objects, by the field that takes their key.
        state: waiting, sent, saved, failed or unknown.
        error: what was wrong, for failed and unknown ones.
    """

    number: int
    kind: str
    model: Any
    key: Any
    parents: dict[str, Any]
    body: dict[str, Any]
    owner: int | None
    links: dict[str, int]
    state: str
    error: str


class Journal:
    """A SQLite file that a session writes its commits to.

    Args:
        path: the file; made if it is not there.
        store_key: the store; a journal belongs to one.

    Raises:
        ConfigurationError: the file is another store's journal, or no journal.
    """

    def __init__(self, path: str | os.PathLike[str], store_key: str) -> None:
        self.path = Path(path)
        self._numbers: dict[int, int] = {}
        fresh = not self.path.exists()
        if fresh:
            self.path.touch(mode=0o600)
        # Each change of state is on disk before the session goes on; losing power may lose the
        # last ones, losing the process loses none.
        self._db = sqlite3.connect(self.path, isolation_level=None)
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.executescript(_SCHEMA)
            row = self._db.execute("SELECT key FROM store").fetchone()
        except sqlite3.DatabaseError as error:
            raise ConfigurationError(f"{self.path} is not a journal: {error}") from None
        if row is None:
            self._db.execute("INSERT INTO store VALUES (?)", (store_key,))
        elif row[0] != store_key:
            raise ConfigurationError(f"{self.path} is the journal of the store {row[0]!r}")

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def open_entries(self) -> int:
        """Return how many objects of earlier commits were not settled."""
        states = (WAITING, SENT, UNKNOWN)
        count = self._db.execute("SELECT count(*) FROM entry WHERE state IN (?, ?, ?)", states)
        return int(count.fetchone()[0])

    def begin(self, work: Work) -> None:
        """Write down all that a commit is about to do.

        What a commit of this process left open is still dirty in its session, and so part of the
        next one.

        Raises:
            ConfigurationError: another process did not finish its commit; `bcorm.recover` does.
        """
        if self.open_entries() and not self._numbers:
            raise ConfigurationError(
                f"{self.path} holds a commit that was not finished: call bcorm.recover(...) first"
            )
        objects = [("create", item) for item in work.new]
        objects += [("update", item) for item in work.dirty if difference(item, work.fields)]
        objects += [("delete", item) for item in work.deleted]
        self._numbers = {id(item): number for number, (_, item) in enumerate(objects, 1)}
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute("DELETE FROM entry")
        self._db.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            [self._row(number, kind, item, work) for number, (kind, item) in enumerate(objects, 1)],
        )
        self._db.execute("COMMIT")

    def _row(self, number: int, kind: str, item: Resource, work: Work) -> tuple[Any, ...]:
        state = item._state
        body = {} if kind == "delete" else difference(item, work.fields)
        plain = {wire: value for wire, value in body.items() if not isinstance(value, Pending)}
        links = {
            name: self._numbers[id(other)]
            for name, other in (state.links or {}).items()
            if id(other) in self._numbers
        }
        model = type(item)
        return (
            number,
            kind,
            f"{model.__module__}:{model.__qualname__}",
            None if kind == "create" else _text(item.pk),
            _text(dict(state.parents)),
            _text(plain),
            None if state.owner is None else self._numbers.get(id(state.owner)),
            _text(links),
            WAITING,
        )

    def follow(self, numbered: dict[int, Resource]) -> None:
        """Go on with the entries of an earlier commit, whose objects were made again."""
        self._numbers = {id(item): number for number, item in numbered.items()}

    def sent(self, items: Iterable[Resource]) -> None:
        """Write down that a request with these objects is on its way."""
        self._set(SENT, items)

    def saved(self, item: Resource, kind: str) -> None:
        """Write down that an object was saved, and under which key."""
        number = self._numbers.get(id(item))
        if number is not None:
            key = None if kind == "delete" else item.pk
            self._db.execute(
                "UPDATE entry SET state = ?, key = coalesce(?, key), parents = ? WHERE number = ?",
                (SAVED, _text(key) if key is not None else None,
                 _text(dict(item._state.parents)), number),
            )  # fmt: skip

    def failed(self, item: Resource, error: Exception) -> None:
        """Write down that an object was refused."""
        self._set(FAILED, [item], str(error))

    def unknown(self, item: Resource, error: Exception) -> None:
        """Write down that nobody knows whether an object was saved."""
        self._set(UNKNOWN, [item], str(error))

    def _set(self, state: str, items: Iterable[Resource], error: str = "") -> None:
        rows = [
            (state, error, self._numbers[id(item)]) for item in items if id(item) in self._numbers
        ]
        self._db.execute("BEGIN IMMEDIATE")
        self._db.executemany("UPDATE entry SET state = ?, error = ? WHERE number = ?", rows)
        self._db.execute("COMMIT")

    def entries(self) -> list[Entry]:
        """Return the entries of the last commit."""
        rows = self._db.execute(
            "SELECT number, kind, model, key, parents, body, owner, links, state, error "
            "FROM entry ORDER BY number"
        )
        return [
            Entry(
                number=number,
                kind=kind,
                model=_model(model),
                key=None if key is None else jsontext.loads(key.encode()),
                parents=jsontext.loads(parents.encode()),
                body=jsontext.loads(body.encode()),
                owner=owner,
                links=jsontext.loads(links.encode()),
                state=state,
                error=error,
            )
            for number, kind, model, key, parents, body, owner, links, state, error in rows
        ]


def _text(value: Any) -> str:
    return jsontext.dumps(value).decode()


def _model(name: str) -> Any:
    module, _, qualified = name.partition(":")
    found: Any = import_module(module)
    for part in qualified.split("."):
        found = getattr(found, part)
    return found


def mark_changed(item: Resource, body: dict[str, Any], links: dict[str, Resource]) -> None:
    """Set wire values on an object as if a user had assigned them."""
    mapper = mapper_for(type(item))
    for wire, raw in body.items():
        mapped = mapper.wires[wire]
        value = mapped.load(type(item), raw, item._noticer(mapped.name))
        item.__dict__[mapped.name] = value
        item._note(mapped.name)
    for name, other in links.items():
        item._state.links = {**(item._state.links or {}), name: other}
        item._note(name)
