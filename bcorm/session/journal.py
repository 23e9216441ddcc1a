"""The journal: what a commit is about to do, on disk before it is done.

A process that dies in the middle of a commit leaves behind which objects were saved, which were
on their way, and which were not sent; `recover` finishes the commit from there. It also holds what
was there before, so that `undo` can bring it back: of the last commit, or of those of some months
where it keeps a history. The file holds values, never a credential; it is readable by its owner
only. Passwords and other secret values are sealed or withheld, see `sealed`. It names classes, and
never imports one.
"""

from __future__ import annotations

import getpass
import sqlite3
import time
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from weakref import finalize

import attrs

from bcorm.exceptions import ConfigurationError, JournalFailed
from bcorm.http import jsontext
from bcorm.model import index
from bcorm.model.mapper import mapper_for
from bcorm.session import sealed
from bcorm.session.kept import Before, Kept
from bcorm.session.requests import Pending
from bcorm.session.work import settle_links

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

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
    error TEXT NOT NULL DEFAULT '',
    made TEXT NOT NULL DEFAULT '',
    before TEXT NOT NULL DEFAULT '',
    after TEXT NOT NULL DEFAULT '',
    instead TEXT NOT NULL DEFAULT '',
    past INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS made (
    name TEXT PRIMARY KEY,
    began REAL NOT NULL,
    who TEXT NOT NULL,
    about TEXT NOT NULL,
    undoes TEXT NOT NULL
);
"""
# SQLite decodes what a damaged file says of itself.
_DAMAGED = (sqlite3.Error, UnicodeError)
# What files of earlier versions lack.
_ADDED = {
    name: f"ALTER TABLE entry ADD COLUMN {name} {kind}"
    for name, kind in {
        **dict.fromkeys(("made", "before", "after", "instead"), "TEXT NOT NULL DEFAULT ''"),
        "past": "INTEGER NOT NULL DEFAULT 0",
    }.items()
}
_FOREIGN = (
    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT IN ('store', 'entry', 'made')"
)
_COLUMNS = (
    "number, kind, model, key, parents, body, hidden, owner, links, acknowledged, state, since, "
    "error"
)
_SELECT = f"SELECT {_COLUMNS} FROM entry WHERE NOT past ORDER BY number"  # noqa: S608 - a constant
_INSERT = (
    f"INSERT INTO entry ({_COLUMNS}, made, before, instead) "  # noqa: S608 - a constant
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)"
)
_DONE = (
    "SELECT kind, model, key, parents, body, hidden, owner, acknowledged, before, after, instead, "
    "number FROM entry WHERE made = ? AND state = 'saved' AND kind != 'stand' ORDER BY number"
)

HISTORY_COMMITS = 100
HISTORY_DAYS = 90
"""How many commits a history has at most, and how old they grow."""


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
        links: entries of unsaved objects, by the field that takes their keys.
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
    links: dict[str, list[int]]
    acknowledged: list[str]
    state: str
    since: float
    error: str


@attrs.frozen(kw_only=True)
class Done:
    """One object that a commit has saved, as `undo` wants to know it.

    Attributes:
        number: its place in the journal.
        kind: create, update or delete.
        model: the resource class.
        key: its key.
        parents: the path parameters.
        body: the wire values that were sent.
        after: those that the store then had, where it showed them.
        before: what was there before; None where nobody has written it down.
        owner: the entry of the object that was created above it.
        acknowledged: effects that its commit has accepted.
        instead: the path and the key of the row in whose place it was created.
    """

    number: int
    kind: str
    model: Any
    key: Any
    parents: dict[str, Any]
    body: dict[str, Any]
    after: dict[str, Any]
    before: Before | None
    owner: int | None
    acknowledged: list[str]
    instead: tuple[str, Any] | None


class Journal:
    """A SQLite file that a session writes its commits to.

    Args:
        path: the file; made if it is not there.
        store_key: the store, with its host where that is not BigCommerce's own; a journal belongs
            to one.
        history: keep commits that are over, the last 100 of the last 90 days, and read what is
            needed to undo one before it is sent.

    Attributes:
        about: what commits are for, in words; kept with them.
        undoes: the commit that is undone by what is written down now.

    Raises:
        ConfigurationError: the file is another store's journal, or no journal.
    """

    def __init__(
        self, path: str | os.PathLike[str], store_key: str, *, history: bool = False
    ) -> None:
        self.path = Path(path).resolve()
        self.store_key = store_key
        self.history = history
        self.about = self.undoes = ""
        self._made = ""
        self._run = False
        self._instead: dict[Resource, tuple[str, Any]] = {}
        self._bodies: dict[Resource, dict[str, Any]] = {}
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
            raise ConfigurationError(
                f"{path} is the journal of the store {owner!r}, and not of {store_key!r}"
            )

    def _prepare(self, store_key: str) -> str:
        """Make the tables that are not there; return the store that the file belongs to."""
        if self._db.execute(_FOREIGN).fetchone() is not None:
            raise sqlite3.DatabaseError("it holds tables of something else")
        self._db.execute("PRAGMA journal_mode = WAL")
        # Each change of state is on disk before the session goes on, for a lost "it was sent"
        # would make a create be sent twice. It costs a millisecond or so for each request.
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.executescript(_SCHEMA)
        there = {row[1] for row in self._db.execute("PRAGMA table_info(entry)")}
        for name, statement in _ADDED.items():
            if name not in there:
                self._db.execute(statement)
        self._db.execute(_SELECT)
        row = self._db.execute("SELECT key FROM store").fetchone()
        if row is None:
            self._db.execute("INSERT INTO store VALUES (?, ?)", (store_key, self._writer))
            return store_key
        return str(row[0])

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def reopened(self) -> Journal:
        """Return a journal of the same file, for a connection belongs to one process."""
        return Journal(self.path, self.store_key, history=self.history)

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

    @contextmanager
    def run(self, about: str, *, undoes: str = "") -> Iterator[None]:
        """Keep the commits of a block as one.

        Args:
            about: what they are for.
            undoes: the name of the commit that they undo.
        """
        held = self.about, self.undoes, self._run
        self.about, self.undoes, self._run, self._made = about, undoes, True, ""
        try:
            yield
        finally:
            self.about, self.undoes, self._run = held
            self._instead.clear()

    def in_place_of(self, item: Resource, path: str, key: Any) -> None:
        """Take note that a new object takes the place of a row that was deleted."""
        self._instead[item] = (path, key)

    def begin(
        self,
        work: Work,
        unknown: Collection[Resource],
        pending: Callable[[Resource], bool],
        before: Mapping[int, Before],
    ) -> None:
        """Write down all that a commit is about to do.

        What an earlier commit of this session has left open, and is no part of this one, stays
        written down as long as it is pending.

        Args:
            work: what there is to do.
            unknown: new objects that may have been created already.
            pending: whether the session still has to save an object.
            before: what was there before, by `id()`.

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
        with self._failing():
            (last,) = self._db.execute("SELECT max(number) FROM entry").fetchone()
        first = max(last or 0, *kept.values(), 0) + 1
        numbered = list(enumerate(objects, first))
        self._numbers = {**kept, **{item: number for number, (_, item) in numbered}}
        self._left = set(self._numbers)
        self._bodies = {item: work.body(item) for kind, item in objects if kind != "delete"}
        if not (self._run and self._made):
            self._made = uuid4().hex[:8]
        rows = [
            (
                *self._row(number, kind, item, work, UNKNOWN if item in unknown else WAITING),
                self._made,
                _document(type(item), before.get(id(item))),
                _text(list(self._instead[item])) if item in self._instead else "",
            )
            for number, (kind, item) in numbered
        ]
        said = (self._made, time.time(), _user(), self.about, self.undoes)
        with self.together():
            self._db.execute("UPDATE store SET writer = ?", (self._writer,))
            numbers = {
                number for (number,) in self._db.execute("SELECT number FROM entry WHERE NOT past")
            }
            dropped = [(number,) for number in numbers - set(kept.values())]
            if self.history:
                over = "UPDATE entry SET past = 1 WHERE number = ? AND state = 'saved'"
                self._db.executemany(over, dropped)
            self._db.executemany("DELETE FROM entry WHERE number = ? AND NOT past", dropped)
            if rows:
                self._db.execute("INSERT OR IGNORE INTO made VALUES (?, ?, ?, ?, ?)", said)
            self._db.executemany(_INSERT, rows)
            self._prune(HISTORY_COMMITS, time.time() - HISTORY_DAYS * 86400)

    def _row(
        self, number: int, kind: str, item: Resource, work: Work, state: str
    ) -> tuple[Any, ...]:
        own = item._state
        body = {} if kind == "delete" else work.body(item)
        plain = {
            wire: _without_pending(value)
            for wire, value in body.items()
            if not isinstance(value, Pending)
        }
        links = {
            name: [self._numbers[other] for other in others if other in self._numbers]
            for name, others in (own.links or {}).items()
        }
        model = type(item)
        shown, hidden = sealed.hidden(model, plain)
        return (
            number,
            kind,
            index.name_of(model),
            None if kind == "create" else _text(item.pk),
            _text(dict(own.parents)),
            _text(shown),
            _text(hidden),
            None if own.owner is None else self._numbers.get(own.owner),
            _text(links),
            _text(sorted(work.acknowledged)),
            state,
            time.time(),
        )

    def prune(self, *, keep: int = HISTORY_COMMITS, days: float = HISTORY_DAYS) -> int:
        """Drop what is kept of commits that are over; the last one stays as long as it is open.

        Args:
            keep: how many commits to keep at most.
            days: how old they may be.

        Returns:
            How many commits were dropped.
        """
        with self.held(), self.together():
            return self._prune(keep, time.time() - days * 86400)

    def _prune(self, keep: int, since: float) -> int:
        """Drop what is too old or too much, except for what is not settled."""
        names = [
            (name,)
            for place, (name, began) in enumerate(
                self._db.execute("SELECT name, began FROM made ORDER BY began DESC, rowid DESC")
            )
            if place >= keep or began < since
        ]
        open_ = f"'{WAITING}', '{SENT}', '{UNKNOWN}'"
        self._db.executemany(
            "DELETE FROM entry WHERE made = ? AND NOT EXISTS (SELECT 1 FROM entry AS other "  # noqa: S608 - constants
            f"WHERE other.made = entry.made AND other.state IN ({open_}))",
            names,
        )
        gone = "DELETE FROM made WHERE name NOT IN (SELECT made FROM entry)"
        return self._db.execute(gone).rowcount

    def made(self) -> list[tuple[str, float, str, str, str]]:
        """Return name, moment, user, purpose, and what it undoes, of each commit that is kept."""
        with self._readable():
            return self._db.execute(
                "SELECT name, began, who, about, undoes FROM made ORDER BY began, rowid"
            ).fetchall()

    def counts(self) -> list[tuple[str, str, str, str, int]]:
        """Return commit, class, kind, state and number of the rows that are kept."""
        with self._readable():
            return self._db.execute(
                "SELECT made, model, kind, state, count(*) FROM entry WHERE kind != 'stand' "
                "GROUP BY made, model, kind, state ORDER BY min(number)"
            ).fetchall()

    def done(self, made: str) -> list[Done]:
        """Return what a commit has saved, in order.

        Raises:
            ConfigurationError: the file is damaged, or a class of theirs is not loaded.
        """
        with self._readable():
            rows = self._db.execute(_DONE, (made,)).fetchall()
        return [self._sound(_done, row, row[-1]) for row in rows]

    def replaced(self) -> dict[tuple[str, Any], Any]:
        """Return the keys of rows that were created in the place of deleted ones, by these."""
        with self._readable():
            rows = self._db.execute(
                "SELECT instead, key FROM entry WHERE instead != '' AND state = 'saved' "
                "AND key IS NOT NULL ORDER BY number"
            ).fetchall()
        found = {}
        for instead, key in rows:
            path, old = jsontext.loads(instead.encode())
            found[path, old] = jsontext.loads(key.encode())
        return found

    def stands_for(self, item: Resource, path: str, key: Any) -> None:
        """Write down that a row which came by itself has the place of one that was deleted."""
        with self.together():
            (last,) = self._db.execute("SELECT max(number) FROM entry").fetchone()
            self._db.execute(
                f"INSERT INTO entry ({_COLUMNS}, made, before, instead, past) "  # noqa: S608 - a constant
                "VALUES (?, 'stand', ?, ?, ?, '{}', '{}', NULL, '{}', '[]', 'saved', ?, '', ?, '',"
                " ?, 1)",
                ((last or 0) + 1, index.name_of(type(item)), _text(item.pk),
                 _text(dict(item._state.parents)), time.time(), self._made, _text([path, key])),
            )  # fmt: skip

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGED as error:
            raise ConfigurationError(f"{self.path} cannot be read: {error}") from None

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
                after = "" if kind == "delete" else _after(item, self._bodies.pop(item, {}))
                rows.append((SAVED, time.time(), key, parents, after, self._numbers[item]))
        with self.together():
            self._db.executemany(
                "UPDATE entry SET state = ?, since = ?, key = coalesce(?, key), parents = ?, "
                "after = ? WHERE number = ?",
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
                # What was saved is history.
                statement = "DELETE FROM entry WHERE number = ? AND (state != 'saved' OR NOT ?)"
                self._db.execute(statement, (number, self.history))

    def clear(self, keep: Collection[Resource] = ()) -> None:
        """Drop the entries of this session, for what was not saved was given up; keep some."""
        for item in list(self._numbers):
            if item not in keep:
                self.forget(item)

    def give_up(self) -> None:
        """Drop what was not settled: for whoever reads the store anew, as a copy does."""
        with self.together():
            self._db.execute("DELETE FROM entry WHERE state IN (?, ?, ?)", (WAITING, SENT, UNKNOWN))

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
            try:
                self._db.execute("BEGIN IMMEDIATE")
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
            found = [self._sound(_entry, row, row[0]) for row in self._db.execute(_SELECT)]
        except _DAMAGED as error:
            raise ConfigurationError(f"{self.path} cannot be read: {error}") from None
        numbers = {entry.number for entry in found}
        for entry in found:
            named = {*chain.from_iterable(entry.links.values()), *({entry.owner} - {None})}
            if not named <= numbers:
                raise ConfigurationError(f"{self.path}: entry {entry.number} names one that is not")
        return found

    def _sound(self, read: Callable[[Any], Any], row: tuple[Any, ...], number: int) -> Any:
        try:
            return read(row)
        except ConfigurationError as error:
            raise ConfigurationError(f"{self.path}: entry {number}: {error}") from None
        except (ValueError, TypeError, AttributeError, LookupError) as error:
            raise ConfigurationError(
                f"{self.path}: entry {number} is damaged ({type(error).__name__}: {error})"
            ) from None


def store_of(path: str | os.PathLike[str]) -> str:
    """Return the key of the store that a journal belongs to.

    Raises:
        ConfigurationError: the file is no journal.
    """
    try:
        db = _open(Path(path), timeout=10.0)
        try:
            row = db.execute("SELECT key FROM store").fetchone()
        finally:
            db.close()
    except (OSError, *_DAMAGED) as error:
        raise ConfigurationError(f"{path} is not a journal: {error}") from None
    if row is None:
        raise ConfigurationError(f"{path} is not a journal: it names no store")
    return str(row[0])


def _without_pending(value: Any) -> Any:
    """Return a value without the keys that a list of them waits for."""
    if not isinstance(value, list):
        return value
    return [item for item in value if not isinstance(item, Pending)]


def _entry(row: tuple[Any, ...]) -> Entry:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    for name in ("key", "parents", "body", "hidden", "links", "acknowledged"):
        if values[name] is not None:
            values[name] = jsontext.loads(values[name].encode())
    values["model"] = _class(values["model"])
    opened, values["withheld"] = sealed.opened(values.pop("hidden"))
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
        and _are(values["links"].values(), list)
        and _are(chain.from_iterable(values["links"].values()), int)
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


def _class(name: str) -> Any:
    model = index.find(name)
    if model is None:
        raise ConfigurationError(
            f"the class {name!r} is not loaded: import your module before bcorm.recover(...)"
        )
    return model


def _done(row: tuple[Any, ...]) -> Done:
    kind, name, *texts, owner, acknowledged, before, after, instead, number = row
    model = _class(name)
    found: list[Any] = [None if text is None else jsontext.loads(text.encode()) for text in texts]
    key, parents, body, hidden = found
    opened, _ = sealed.opened(hidden)
    body = {**body, **opened}
    shown = jsontext.loads(after.encode()) if after else {}
    if not (
        kind in {"create", "update", "delete"}
        and (key is None or _are([key], int, str))
        and _are(parents.values(), int, str, type(None))
        and all(_may_be(model, wire, value) for wire, value in {**body, **shown}.items())
    ):
        raise ValueError("its values do not fit together")
    return Done(
        number=number, kind=kind, model=model, key=key, parents=parents, body=body,
        after={**body, **shown}, before=_before(before), owner=owner,
        acknowledged=jsontext.loads(acknowledged.encode()),
        instead=tuple(jsontext.loads(instead.encode())) if instead else None,
    )  # fmt: skip


def _document(model: type[Resource], before: Before | None) -> str:
    if before is None:
        return ""
    if before.tree is not None:
        return _text({"tree": before.tree.document()})
    row, hidden = sealed.hidden(model, before.row)
    return _text({"row": row, "hidden": hidden, "unknown": before.unknown})


def _before(text: str) -> Before | None:
    if not text:
        return None
    found = jsontext.loads(text.encode())
    if "tree" in found:
        return Before(tree=Kept.of(found["tree"]))
    opened, withheld = sealed.opened(found["hidden"])
    return Before({**found["row"], **opened}, [*found["unknown"], *withheld])


def _after(item: Resource, body: dict[str, Any]) -> str:
    """Return what the store shows of what was sent, where it made something else of it."""
    row = item._state.row
    other = {wire: row[wire] for wire, sent in body.items() if wire in row and row[wire] != sent}
    return _text(sealed.hidden(type(item), other)[0]) if other else ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # of a container: nobody has that number
        return ""


def _open(path: Path, *, timeout: float) -> sqlite3.Connection:
    """Open a SQLite file that nobody else may read; a fresh one if it is not there."""
    if not path.exists():
        path.touch(mode=0o600)
    # Whoever uses a session from several threads, one after the other, may.
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=timeout)


def _text(value: Any) -> str:
    return jsontext.dumps(value).decode()


def mark_changed(
    item: Resource, body: dict[str, Any], links: dict[str, tuple[Resource, ...]]
) -> None:
    """Set wire values on an object as if a user had assigned them."""
    mapper = mapper_for(type(item))
    for wire, raw in body.items():
        mapped = mapper.wires[wire]
        value = mapped.load(type(item), raw, item._noticer(mapped))
        item.__dict__[mapped.name] = value
        item._note(mapped.name)
    for name, others in links.items():
        item._state.links = {**(item._state.links or {}), name: others}
        item._note(name)
