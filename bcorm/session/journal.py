"""The journal: what a commit is about to do, on disk before it is done.

A process that dies in the middle of a commit leaves behind which objects were saved, which were
on their way, and which were not sent; `recover` finishes the commit from there. The file holds
values that were to be written, never a credential; it is readable by its owner only. Passwords and
other secret values are sealed with the key of the token stores, if there is one (`BCORM_TOKEN_KEY`
and the `auth` extra), and else withheld. It names classes, and never imports one.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from weakref import finalize

import attrs

from bcorm.auth import sealing
from bcorm.exceptions import ConfigurationError, JournalFailed
from bcorm.http import jsontext
from bcorm.model import index
from bcorm.model.mapper import mapper_for
from bcorm.model.masking import without_secrets
from bcorm.session.requests import Pending
from bcorm.session.work import settle_links

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection, Iterable, Iterator

    from bcorm.model.resource import Resource
    from bcorm.session.work import Work

WAITING, SENT, SAVED, FAILED, UNKNOWN = "waiting", "sent", "saved", "failed", "unknown"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS store (key TEXT NOT NULL, writer TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entry (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    model TEXT NOT NULL,
    key TEXT,
    parents TEXT NOT NULL,
    body TEXT NOT NULL,
    hidden TEXT NOT NULL,
    owner INTEGER,
    links TEXT NOT NULL,
    acknowledged TEXT NOT NULL,
    state TEXT NOT NULL,
    since REAL NOT NULL,
    error TEXT NOT NULL DEFAULT ''
);
"""
# SQLite decodes what a damaged file says of itself.
_DAMAGED = (sqlite3.Error, UnicodeError)
_FOREIGN = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT IN ('store', 'entry')"
_COLUMNS = (
    "number, kind, model, key, parents, body, hidden, owner, links, acknowledged, state, since, "
    "error"
)
_SELECT = f"SELECT {_COLUMNS} FROM entry ORDER BY number"  # noqa: S608 - a constant
_INSERT = f"INSERT INTO entry ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"  # noqa: S608


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
        withheld: wire names of secret values that are not in the file, or cannot be opened.
        owner: the entry of the unsaved object below which it is created.
        links: entries of unsaved objects, by the field that takes their key.
        acknowledged: effects that its commit has accepted.
        state: waiting, sent, saved, failed or unknown.
        since: when it came into that state, as UNIX time.
        error: what was wrong, for failed and unknown ones.
    """

    number: int
    kind: str
    model: Any
    key: Any
    parents: dict[str, Any]
    body: dict[str, Any]
    withheld: list[str]
    owner: int | None
    links: dict[str, int]
    acknowledged: list[str]
    state: str
    since: float
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
        self.path = Path(path).resolve()
        # The objects are held until their entries are dropped: a number must not come to mean
        # another object of the same address.
        self._numbers: dict[Resource, int] = {}
        self._left: set[Resource] = set()
        self._writer = uuid4().hex
        self._held = 0
        try:
            self._db = _open(self.path, timeout=10.0)
        except (OSError, *_DAMAGED) as error:
            raise ConfigurationError(f"{path} is not a journal: {error}") from None
        finalize(self, self._db.close)
        try:
            owner = self._prepare(store_key)
        except _DAMAGED as error:
            self.close()
            raise ConfigurationError(f"{path} is not a journal: {error}") from None
        if owner != store_key:
            self.close()
            raise ConfigurationError(f"{path} is the journal of the store {owner!r}")

    def _prepare(self, store_key: str) -> str:
        """Make the tables that are not there; return the store that the file belongs to."""
        if self._db.execute(_FOREIGN).fetchone() is not None:
            raise sqlite3.DatabaseError("it holds tables of something else")
        self._db.execute("PRAGMA journal_mode = WAL")
        # Each change of state is on disk before the session goes on, for a lost "it was sent"
        # would make a create be sent twice. It costs a millisecond or so for each request.
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.executescript(_SCHEMA)
        self._db.execute(_SELECT)
        row = self._db.execute("SELECT key FROM store").fetchone()
        if row is None:
            self._db.execute("INSERT INTO store VALUES (?, ?)", (store_key, self._writer))
            return store_key
        return str(row[0])

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other commits and recoveries, also of other processes, off the file.

        Raises:
            ConfigurationError: one of them is at work.
        """
        if self._held:
            yield
            return
        try:
            lock = _open(self.path.with_name(f"{self.path.name}-lock"), timeout=0.0)
        except (OSError, sqlite3.Error) as error:
            raise ConfigurationError(f"{self.path} cannot be locked: {error}") from None
        try:
            # The lock is the operating system's: it goes when the process does.
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            lock.close()
            raise ConfigurationError(
                f"{self.path} is in use: another commit or recovery is at work"
            ) from None
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            lock.close()

    @property
    def followed(self) -> int:
        """How many objects of this process have entries that are not settled."""
        return len(self._left)

    def open_entries(self) -> int:
        """Return how many objects of earlier commits were not settled."""
        states = (WAITING, SENT, UNKNOWN)
        count = self._db.execute("SELECT count(*) FROM entry WHERE state IN (?, ?, ?)", states)
        return int(count.fetchone()[0])

    def begin(
        self, work: Work, unknown: Collection[Resource], pending: Callable[[Resource], bool]
    ) -> None:
        """Write down all that a commit is about to do.

        What an earlier commit of this session has left open, and is no part of this one, stays
        written down as long as it is pending.

        Args:
            work: what there is to do.
            unknown: new objects that may have been created already.
            pending: whether the session still has to save an object.

        Raises:
            ConfigurationError: another process did not finish its commit; `bcorm.recover` does.
        """
        with self._failing():
            (writer,) = self._db.execute("SELECT writer FROM store").fetchone()
            left = self.open_entries()
        if writer != self._writer and left:
            raise ConfigurationError(
                f"{self.path} holds a commit that was not finished: call bcorm.recover(...) first"
            )
        for item in work.new:
            settle_links(item)
        objects = [("create", item) for item in work.new]
        objects += [("update", item) for item in work.dirty]
        objects += [("delete", item) for item in work.deleted]
        now = {item for _, item in objects}
        kept = {
            item: number
            for item, number in self._numbers.items()
            if item not in now and pending(item)
        }
        first = max(kept.values(), default=0) + 1
        numbered = list(enumerate(objects, first))
        self._numbers = {**kept, **{item: number for number, (_, item) in numbered}}
        self._left = set(self._numbers)
        rows = [
            self._row(number, kind, item, work, UNKNOWN if item in unknown else WAITING)
            for number, (kind, item) in numbered
        ]
        with self.together():
            self._db.execute("UPDATE store SET writer = ?", (self._writer,))
            numbers = {number for (number,) in self._db.execute("SELECT number FROM entry")}
            dropped = [(number,) for number in numbers - set(kept.values())]
            self._db.executemany("DELETE FROM entry WHERE number = ?", dropped)
            self._db.executemany(_INSERT, rows)

    def _row(
        self, number: int, kind: str, item: Resource, work: Work, state: str
    ) -> tuple[Any, ...]:
        own = item._state
        body = {} if kind == "delete" else work.body(item)
        plain = {wire: value for wire, value in body.items() if not isinstance(value, Pending)}
        links = {
            name: self._numbers[other]
            for name, other in (own.links or {}).items()
            if other in self._numbers
        }
        model = type(item)
        return (
            number,
            kind,
            index.name_of(model),
            None if kind == "create" else _text(item.pk),
            _text(dict(own.parents)),
            *_hidden(model, plain),
            None if own.owner is None else self._numbers.get(own.owner),
            _text(links),
            _text(sorted(work.acknowledged)),
            state,
            time.time(),
        )

    def follow(self, numbered: dict[int, Resource]) -> None:
        """Go on with the entries of an earlier commit, whose objects were made again."""
        with self.together():
            self._db.execute("UPDATE store SET writer = ?", (self._writer,))
        self._numbers = {item: number for number, item in numbered.items()}
        self._left = set(self._numbers)

    def sent(self, items: Iterable[Resource]) -> None:
        """Write down that a request with these objects is on its way."""
        self._set(SENT, items)

    def saved(self, settled: Iterable[tuple[Resource, str]]) -> None:
        """Write down that objects were created, updated or deleted, and under which keys."""
        rows = []
        settled = list(settled)
        self._left.difference_update(item for item, _ in settled)
        for item, kind in settled:
            if item in self._numbers:
                key = None if kind == "delete" or item.pk is None else _text(item.pk)
                parents = _text(dict(item._state.parents))
                rows.append((SAVED, time.time(), key, parents, self._numbers[item]))
        with self.together():
            self._db.executemany(
                "UPDATE entry SET state = ?, since = ?, key = coalesce(?, key), parents = ? "
                "WHERE number = ?",
                rows,
            )

    def failed(self, items: Iterable[Resource], error: Exception, *, again: bool) -> None:
        """Write down that objects were not saved.

        Args:
            items: the objects.
            error: why.
            again: whether `recover` is to try again: nothing was wrong with the objects.
        """
        self._set(WAITING if again else FAILED, items, str(error))

    def unknown(self, items: Iterable[Resource], error: Exception) -> None:
        """Write down that nobody knows whether objects were saved."""
        self._set(UNKNOWN, items, str(error))

    def forget(self, item: Resource) -> None:
        """Drop the entry of an object that nobody wants to save any more."""
        self._left.discard(item)
        number = self._numbers.pop(item, None)
        if number is not None:
            with self.together():
                self._db.execute("DELETE FROM entry WHERE number = ?", (number,))

    def clear(self, keep: Collection[Resource] = ()) -> None:
        """Drop the entries of this session, for what was not saved was given up; keep some."""
        for item in list(self._numbers):
            if item not in keep:
                self.forget(item)

    def _set(self, state: str, items: Iterable[Resource], error: str = "") -> None:
        now = time.time()
        rows = [(state, now, error, self._numbers[item]) for item in items if item in self._numbers]
        with self.together():
            self._db.executemany(
                "UPDATE entry SET state = ?, since = ?, error = ? WHERE number = ?", rows
            )

    @contextmanager
    def together(self) -> Iterator[None]:
        """Bring all that is written down in this block to disk at once, at its end.

        Raises:
            JournalFailed: it cannot be written.
        """
        with self._failing():
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                if self._db.in_transaction:  # a full disk may have ended it
                    self._db.execute("COMMIT")
            finally:
                self._undo()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise JournalFailed(f"{self.path} cannot be written: {error}") from error

    def _undo(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def entries(self) -> list[Entry]:
        """Return the entries of the last commit, and what was left open before.

        Raises:
            ConfigurationError: the file is damaged, or a class of theirs is not loaded.
        """
        try:
            found = [self._entry(row) for row in self._db.execute(_SELECT)]
        except _DAMAGED as error:
            raise ConfigurationError(f"{self.path} cannot be read: {error}") from None
        numbers = {entry.number for entry in found}
        for entry in found:
            named = {*entry.links.values(), *({entry.owner} - {None})}
            if not named <= numbers:
                raise ConfigurationError(f"{self.path}: entry {entry.number} names one that is not")
        return found

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        try:
            return _entry(row)
        except ConfigurationError as error:
            raise ConfigurationError(f"{self.path}: entry {row[0]}: {error}") from None
        except (ValueError, TypeError, AttributeError, LookupError) as error:
            raise ConfigurationError(
                f"{self.path}: entry {row[0]} is damaged ({type(error).__name__}: {error})"
            ) from None


def _entry(row: tuple[Any, ...]) -> Entry:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    for name in ("key", "parents", "body", "hidden", "links", "acknowledged"):
        if values[name] is not None:
            values[name] = jsontext.loads(values[name].encode())
    model = values["model"] = index.find(values["model"])
    if model is None:
        raise ConfigurationError(
            f"the class {row[2]!r} is not loaded: import your module before bcorm.recover(...)"
        )
    opened, values["withheld"] = _opened(values.pop("hidden"))
    values["body"] = {**values["body"], **opened}
    if not _is_sound(values):
        raise ValueError("its values do not fit together")
    return Entry(**values)


def _is_sound(values: dict[str, Any]) -> bool:
    """Whether the values of an entry are such as a session writes: the file may be anybody's."""
    model, key, owner = values["model"], values["key"], values["owner"]
    fields = mapper_for(model).fields
    return (
        values["kind"] in {"create", "update", "delete"}
        and values["state"] in {WAITING, SENT, SAVED, FAILED, UNKNOWN}
        and all(isinstance(values[name], dict) for name in ("parents", "body", "links"))
        and isinstance(values["acknowledged"], list)
        and _are(values["parents"].values(), int, str)
        and _are(values["links"].values(), int)
        and (owner is None or _are([owner], int))
        and _are([*values["acknowledged"], *values["withheld"], values["error"]], str)
        and all(_may_be(model, wire, value) for wire, value in values["body"].items())
        and all(name in fields for name in values["links"])
        and isinstance(values["since"], float)
        and (key is None or _are([key], int, str))
        and (values["kind"] == "create" or key is not None or model.endpoint.key is None)
    )


def _are(values: Iterable[object], *kinds: type) -> bool:
    return all(type(value) in kinds for value in values)


def _may_be(model: type[Resource], wire: str, value: object) -> bool:
    """Whether a body may say that: what holds one value is given none that can be changed."""
    field = mapper_for(model).wires.get(wire)
    if field is None:
        return False
    return field.converter.mutable or not isinstance(value, dict | list)


def _hidden(model: type[Resource], body: dict[str, Any]) -> tuple[str, str]:
    """Return a body without its secrets, and these: sealed, or only by name."""
    shown = without_secrets(model, body)
    secret = {wire: value for wire, value in body.items() if shown[wire] != value}
    plain = {wire: value for wire, value in body.items() if wire not in secret}
    if not secret:
        return _text(plain), "{}"
    box = sealing.box_here()
    if box is None:
        return _text(plain), _text({"withheld": sorted(secret)})
    sealed = box.encrypt(jsontext.dumps(secret)).decode()
    return _text(plain), _text({"withheld": sorted(secret), "sealed": sealed})


def _opened(hidden: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return what can be opened of secrets, and the wire names of the others."""
    withheld = hidden.get("withheld", [])
    box = sealing.box_here() if "sealed" in hidden else None
    if box is None:
        return {}, list(withheld)
    try:
        return dict(jsontext.loads(box.decrypt(hidden["sealed"].encode()))), []
    except Exception:  # noqa: BLE001 - sealed with another key, whatever says so
        return {}, list(withheld)


def _open(path: Path, *, timeout: float) -> sqlite3.Connection:
    """Open a SQLite file that nobody else may read; a fresh one if it is not there."""
    if not path.exists():
        path.touch(mode=0o600)
    # Whoever uses a session from several threads, one after the other, may.
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=timeout)


def _text(value: Any) -> str:
    return jsontext.dumps(value).decode()


def mark_changed(item: Resource, body: dict[str, Any], links: dict[str, Resource]) -> None:
    """Set wire values on an object as if a user had assigned them."""
    mapper = mapper_for(type(item))
    for wire, raw in body.items():
        mapped = mapper.wires[wire]
        value = mapped.load(type(item), raw, item._noticer(mapped))
        item.__dict__[mapped.name] = value
        item._note(mapped.name)
    for name, other in links.items():
        item._state.links = {**(item._state.links or {}), name: other}
        item._note(name)
