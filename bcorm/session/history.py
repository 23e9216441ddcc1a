"""The history of a store: the commits that a journal keeps, and what each has done to which row."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import ConfigurationError
from bcorm.query.tables import table
from bcorm.session.journal import FAILED, SAVED, Journal, store_of
from bcorm.session.references import named

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from bcorm.model.resource import Resource
    from bcorm.session.journal import Done
    from bcorm.session.kept import Kept

_VERBS = {"create": "created", "update": "changed", "delete": "deleted"}


@attrs.frozen(kw_only=True)
class Commit:
    """A commit that a journal keeps.

    Attributes:
        name: by which `bcorm.undo` finds it.
        journal: the file.
        store: the key of the store.
        began: when it was begun.
        who: the user of the machine who ran it; empty if nobody knows.
        about: what it was for, such as `import prices.csv`; empty if nobody said.
        rows: how many rows it has saved, by resource and by created, changed or deleted.
        failed: how many the store has refused.
        open: how many are not settled: `bcorm.recover` finishes it.
        undoes: the name of the commit that it undoes; empty if it does not.
        undone: the name of the commit that undoes it, the last one; empty if it was not.
    """

    name: str
    journal: Path
    store: str
    began: datetime
    who: str
    about: str
    rows: Mapping[tuple[str, str], int]
    failed: int = 0
    open: int = 0
    undoes: str = ""
    undone: str = ""

    def __str__(self) -> str:
        return f"{self.name}  {self.began:%Y-%m-%d %H:%M}  {self.told}"

    @property
    def told(self) -> str:
        """What it has done, in words."""
        found = [f"{count} {model} {verb}" for (model, verb), count in self.rows.items()]
        found += [f"{count} {word}" for word, count in self._others() if count]
        return ", ".join(found) or "nothing"

    def _others(self) -> list[tuple[str, int]]:
        return [("failed", self.failed), ("unsettled", self.open)]

    def _repr_html_(self) -> str:
        rows = [(model, verb, str(count)) for (model, verb), count in self.rows.items()]
        return table(f"Commit {self.name}", ("resource", "verb", "rows"), rows)


def history(journal: str | os.PathLike[str]) -> list[Commit]:
    """Return the commits that a journal keeps, the oldest first.

    Args:
        journal: the file that was given as `connect(journal=..., history=True)`.

    Raises:
        ConfigurationError: the file is not there, or is no journal.
    """
    if not Path(journal).exists():
        raise ConfigurationError(f"there is no journal {journal}")
    book = Journal(journal, store_of(journal))
    try:
        return commits_of(book)
    finally:
        book.close()


def commits_of(book: Journal) -> list[Commit]:
    """Return the commits that an open journal keeps, the oldest first."""
    counts: dict[str, Counter[tuple[str, str]]] = {}
    failed: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for made, model, kind, state, number in book.counts():
        if state == SAVED:
            key = (model.rpartition(":")[2].rpartition(".")[2], _VERBS.get(kind, kind))
            counts.setdefault(made, Counter())[key] += number
        else:
            (failed if state == FAILED else left)[made] += number
    kept = book.made()
    undone = {undoes: name for name, *_, undoes in kept if undoes and name in counts}
    return [
        Commit(
            name=name, journal=book.path, store=book.store_key, who=who, about=about,
            began=datetime.fromtimestamp(began, tz=timezone.utc).astimezone(),
            rows=dict(counts.get(name, {})), failed=failed[name], open=left[name],
            undoes=undoes, undone=undone.get(name, ""),
        )
        for name, began, who, about, undoes in kept
        if name in counts or left[name]
    ]  # fmt: skip


@attrs.define(eq=False)
class Change:
    """What a commit has done to one row, all in all."""

    kind: str
    model: type[Resource]
    key: Any
    parents: dict[str, Any]
    body: dict[str, Any] = attrs.field(factory=dict)
    row: dict[str, Any] = attrs.field(factory=dict)
    tree: Kept | None = None
    below: bool = False

    def __str__(self) -> str:
        return f"{self.model.__name__} {self.key if self.key is not None else self.parents}"


def folded(done: Iterable[Done]) -> list[Change]:
    """Return what was done to each row, where several commits count as one."""
    changes: dict[Any, Change] = {}
    for one in done:
        owners = tuple(one.parents.get(name) for name in one.model.endpoint.owners)
        place = (one.model.endpoint.path, owners, one.key)
        change = changes.get(place)
        if one.kind == "delete":
            if change is not None and change.kind == "create":
                del changes[place]
                continue
            tree = None if one.before is None else one.before.tree
            if change is not None and tree is not None:
                tree.row |= change.row
            changes[place] = Change("delete", one.model, one.key, one.parents, tree=tree)
            continue
        if change is None:
            change = changes[place] = Change(one.kind, one.model, one.key, one.parents)
            change.below = one.owner is not None
        change.body |= one.after
        if change.kind == "update" and one.before is not None:
            change.row = {**one.before.row, **change.row}
    within = {
        named(one.model, one.key) for change in changes.values() for one in _rows_below(change)
    }
    return [
        change
        for change in changes.values()
        if change.kind != "delete" or named(change.model, change.key) not in within
    ]


def _rows_below(change: Change) -> Iterator[Kept]:
    for one in () if change.tree is None else change.tree.below:
        yield from one
