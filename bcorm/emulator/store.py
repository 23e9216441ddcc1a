"""The shop's data: one SQLite table per collection, documents as JSON text.

A row holds the document as the API shows it, what the API never shows (`private`), and a plain
column for everything that a filter or a sort looks at, so that tens of thousands of documents stay
quick without parsing them. Array fields that are searched go to a side table, `elements`.

One connection and one lock: a request is one transaction, and a reader never sees half of it.
"""

# ruff: noqa: S608 - names in SQL come from our tables, values are always bound

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.numerals import LARGEST
from bcorm.emulator.tables import (
    Change,
    Clause,
    Collection,
    Id,
    Row,
    all_of,
    bound,
    is_id,
    one_of,
    quoted,
    searchable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# SQLite's own limit on bound values is far higher; this keeps statements cacheable.
_MANY = 500
# How a transaction begins, is kept and is undone; and how it does inside another one.
_OUTERMOST = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_INSIDE = ("SAVEPOINT request", "RELEASE request", ("ROLLBACK TO request", "RELEASE request"))


class Store:
    """Collections in SQLite, in memory or in a file.

    Args:
        collections: every table there is.
        path: the database file; in memory when left out. An existing file is opened as it is.
        bare: make no tables, for it becomes a copy of another store.
    """

    def __init__(
        self, collections: Iterable[Collection], path: str | None = None, *, bare: bool = False
    ) -> None:
        self.collections = {collection.name: collection for collection in collections}
        self.lock = threading.RLock()
        if path and not path.startswith(":") and not Path(path).exists():
            Path(path).touch(mode=0o600)  # what is copied from a store may be about people
        self._connection = sqlite3.connect(
            path or ":memory:", check_same_thread=False, isolation_level=None, cached_statements=512
        )
        self._depth = 0
        self._changes: list[Change] | None = None
        self._in_file = path is not None
        # The store that the open transaction began as a copy of, and how much was written there.
        self._copied: tuple[Store, int] | None = None
        try:
            if path:
                # A write-ahead log survives the death of the process between any two instructions.
                self._connection.execute("PRAGMA journal_mode=WAL")
                self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.execute("PRAGMA case_sensitive_like=OFF")
            if not bare:
                self._create()
        except UnicodeError as error:  # SQLite decodes what a damaged file says of itself
            self._connection.close()
            raise sqlite3.DatabaseError(f"the file is damaged: {error}") from None
        except BaseException:
            self._connection.close()
            raise

    def _create(self) -> None:
        with self.transaction():
            execute = self._connection.execute
            execute("CREATE TABLE IF NOT EXISTS sequences (name TEXT PRIMARY KEY, value INTEGER)")
            execute("CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT)")
            execute(
                "CREATE TABLE IF NOT EXISTS elements (collection TEXT, field TEXT, value, id,"
                " PRIMARY KEY (collection, field, value, id)) WITHOUT ROWID"
            )
            execute("CREATE INDEX IF NOT EXISTS elements_by_id ON elements (collection, id)")
            for collection in self.collections.values():
                self._create_table(collection)

    def _create_table(self, collection: Collection) -> None:
        table = quoted(collection.name)
        key = "INTEGER" if collection.key == "integer" else "TEXT"
        columns = "".join(f", {quoted(column.name)}" for column in collection.columns)
        self._connection.execute(
            f"CREATE TABLE IF NOT EXISTS {table}"
            f" (_id {key} PRIMARY KEY, _parent{columns}, _private TEXT, _doc TEXT NOT NULL)"
        )
        index = quoted(f"{collection.name} by parent")
        self._connection.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {table} (_parent, _id)")
        for column in collection.columns:
            if not column.indexed:
                continue
            # Filters compare as it is, also what is unique without case: either has its index.
            for collation in dict.fromkeys((column.collation, "BINARY")):
                index = quoted(f"{collection.name} by {column.name} {collation}")
                self._connection.execute(
                    f"CREATE INDEX IF NOT EXISTS {index} ON {table}"
                    f" ({quoted(column.name)} COLLATE {collation})"
                )

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; nested uses join the outer one."""
        with self.lock:
            begin, done, undo = _OUTERMOST if self._copied is None else _INSIDE
            outermost = self._depth == 0
            if outermost:
                self._connection.execute(begin)
            self._depth += 1
            try:
                yield
            except BaseException:
                if outermost:
                    for step in undo:
                        self._connection.execute(step)
                raise
            else:
                if outermost:
                    self._connection.execute(done)
            finally:
                self._depth -= 1

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of a transaction that can fail on its own, as one item of a batch does."""
        self._connection.execute("SAVEPOINT attempt")
        noted = len(self._changes or ())
        try:
            yield
        except BaseException:
            if self._changes is not None:
                del self._changes[noted:]
            self._connection.execute("ROLLBACK TO attempt")
            self._connection.execute("RELEASE attempt")
            raise
        else:
            self._connection.execute("RELEASE attempt")

    @contextmanager
    def watch(self) -> Iterator[list[Change]]:
        """Note what changes inside the block, which must be inside a transaction."""
        changes: list[Change] = []
        self._changes = changes
        try:
            yield changes
        finally:
            self._changes = None

    def get(self, name: str, key: Any, parent: Id | None = None) -> Row | None:
        """The document of that id, under that parent if one is given.

        What a body names may be anything: a value that is no id is nobody's.
        """
        if not is_id(key):
            return None
        sql = f"SELECT _id, _parent, _doc, _private FROM {quoted(name)} WHERE _id = ?"
        for row in self._read(sql, (key,)):
            return Row(*row) if parent is None or row[1] == parent else None
        return None

    def exists(self, name: str, key: Any) -> bool:
        """Whether a document of that id is there; see `get`."""
        if not is_id(key):
            return False
        sql = f"SELECT 1 FROM {quoted(name)} WHERE _id = ?"
        return bool(self._read(sql, (key,)))

    def select(
        self,
        name: str,
        where: Clause | None = None,
        *,
        parent: Id | None = None,
        order: str = "t._id",
        limit: int = -1,
        offset: int = 0,
    ) -> list[Row]:
        """Rows that fit, in order."""
        sql, args = self._where(where, parent)
        table = quoted(name)
        wanted = f"SELECT t._id FROM {table} t WHERE {sql} ORDER BY {order} LIMIT ? OFFSET ?"
        # The inner query sorts and skips ids alone, and only the rows of the page are read.
        rows = self._read(
            f"SELECT t._id, t._parent, t._doc, t._private FROM {table} t"
            f" WHERE t._id IN ({wanted}) ORDER BY {order}",
            (*args, limit, min(offset, LARGEST)),
        )
        return [Row(*row) for row in rows]

    def ids(self, name: str, where: Clause | None = None, *, parent: Id | None = None) -> list[Id]:
        """The ids of the rows that fit."""
        sql, args = self._where(where, parent)
        rows = self._read(f"SELECT t._id FROM {quoted(name)} t WHERE {sql} ORDER BY t._id", args)
        return [row[0] for row in rows]

    def count(self, name: str, where: Clause | None = None, *, parent: Id | None = None) -> int:
        """How many rows fit."""
        sql, args = self._where(where, parent)
        ((found,),) = self._read(f"SELECT count(*) FROM {quoted(name)} t WHERE {sql}", args)
        return int(found)

    def children(self, name: str, parents: Sequence[Id], column: str = "_parent") -> list[Row]:
        """All rows under any of the parents, by id; `column` says who their parent is."""
        rows: list[Row] = []
        for start in range(0, len(parents), _MANY):
            part = parents[start : start + _MANY]
            rows += self.select(name, one_of(column, part))
        return rows

    def query(self, sql: str, args: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run a SELECT of a behaviour's own."""
        return self._read(sql, bound(args))

    def _read(self, sql: str, args: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Run a SELECT; one thread at a time, for all share the connection and its statements."""
        with self.lock:
            return self._connection.execute(sql, args).fetchall()

    @staticmethod
    def _where(where: Clause | None, parent: Id | None) -> tuple[str, tuple[Any, ...]]:
        clauses = [where] if where is not None else []
        if parent is not None:
            clauses.append(Clause("t._parent = ?", (parent,)))
        clause = all_of(clauses)
        return clause.sql, bound(clause.args)

    def next_id(self, name: str, count: int = 1) -> int:
        """Reserve ids that were never used before; returns the first."""
        execute = self._connection.execute
        execute(
            "INSERT INTO sequences VALUES (?, ?) ON CONFLICT (name)"
            " DO UPDATE SET value = value + excluded.value",
            (name, count),
        )
        found = execute("SELECT value FROM sequences WHERE name = ?", (name,)).fetchone()
        return int(found[0]) - count + 1

    def reserve(self, name: str, key: Id) -> None:
        """Note that an id given from outside is used."""
        if isinstance(key, int):
            self._connection.execute(
                "INSERT INTO sequences VALUES (?, ?) ON CONFLICT (name)"
                " DO UPDATE SET value = max(value, excluded.value)",
                (name, key),
            )

    def insert(
        self,
        name: str,
        key: Id,
        doc: dict[str, Any],
        *,
        parent: Id | None = None,
        private: dict[str, Any] | None = None,
    ) -> None:
        """Add one document."""
        self.insert_many(name, [(key, parent, doc, private)])

    def insert_many(
        self,
        name: str,
        rows: Iterable[tuple[Id, Id | None, dict[str, Any], dict[str, Any] | None]],
    ) -> None:
        """Add documents; one of an id that is there already replaces it."""
        collection = self.collections[name]
        marks = ",".join("?" * (len(collection.columns) + 4))
        elements: list[tuple[str, str, Any, Id]] = []
        values = []
        for key, parent, doc, private in rows:
            if self._changes is not None:
                self._changes.append(self._change(name, key, parent, doc))
            values.append(
                (
                    key,
                    parent,
                    *searchable(collection, doc),
                    jsontext.dumps(private) if private else None,
                    jsontext.dumps(doc),
                )
            )
            for array in collection.arrays:
                elements += [(name, array, value, key) for value in doc.get(array) or ()]
        self._connection.executemany(
            f"INSERT OR REPLACE INTO {quoted(name)} VALUES ({marks})", values
        )
        if elements:
            self._connection.executemany(
                "INSERT OR IGNORE INTO elements VALUES (?,?,?,?)", elements
            )

    def update(
        self, name: str, key: Id, doc: dict[str, Any], private: dict[str, Any] | None = None
    ) -> None:
        """Replace one document; its unseen part only if one is given."""
        if self._changes is not None:
            self._changes.append(self._change(name, key, None, doc))
        collection = self.collections[name]
        columns = "".join(f"{quoted(column.name)} = ?, " for column in collection.columns)
        hidden = "" if private is None else "_private = ?, "
        args = list(searchable(collection, doc))
        if private is not None:
            args.append(jsontext.dumps(private))
        self._connection.execute(
            f"UPDATE {quoted(name)} SET {columns}{hidden}_doc = ? WHERE _id = ?",
            (*args, jsontext.dumps(doc), key),
        )
        for array in collection.arrays:
            self._connection.execute(
                "DELETE FROM elements WHERE collection = ? AND field = ? AND id = ?",
                (name, array, key),
            )
            self._connection.executemany(
                "INSERT OR IGNORE INTO elements VALUES (?,?,?,?)",
                [(name, array, value, key) for value in doc.get(array) or ()],
            )

    def delete(self, name: str, keys: Sequence[Id]) -> None:
        """Remove documents by id."""
        if self._changes is not None:
            self._changes += [self._change(name, key, None, None) for key in keys]
        for start in range(0, len(keys), _MANY):
            part = tuple(keys[start : start + _MANY])
            marks = ",".join("?" * len(part))
            self._connection.execute(f"DELETE FROM {quoted(name)} WHERE _id IN ({marks})", part)
            if self.collections[name].arrays:
                self._connection.execute(
                    f"DELETE FROM elements WHERE collection = ? AND id IN ({marks})", (name, *part)
                )

    def _change(self, name: str, key: Id, parent: Id | None, doc: dict[str, Any] | None) -> Change:
        row = self.get(name, key)
        after = None if doc is None else jsontext.dumps(doc)
        return Change(
            name, key, parent if row is None else row.parent, row.text if row else None, after
        )

    def setting(self, name: str, default: Any = None) -> Any:
        """A stored singleton document."""
        rows = self._read("SELECT value FROM settings WHERE name = ?", (name,))
        return jsontext.loads(rows[0][0]) if rows else default

    def set_setting(self, name: str, value: Any) -> None:
        """Store a singleton document."""
        if self._changes is not None:
            before, after = (jsontext.dumps(item) for item in (self.setting(name), value))
            self._changes.append(Change("settings", name, None, before, after))
        self._connection.execute(
            "INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, jsontext.dumps(value))
        )

    def copy_from(self, other: Store) -> None:
        """Become an exact copy of another store.

        In memory, all that is done afterwards is one transaction: undone, the copy is there again,
        which is far quicker than to copy it once more.
        """
        with self.lock, other.lock:
            copied = other, other._connection.total_changes
            if self._copied is not None:
                self._connection.execute("ROLLBACK")
            if self._copied != copied:
                other._connection.backup(self._connection)
            if not self._in_file:
                self._connection.execute("BEGIN")
                self._copied = copied

    def close(self) -> None:
        """Let go of the database."""
        with self.lock:
            self._connection.close()
