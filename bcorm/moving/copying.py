"""`bcorm.copy`: rows of one store into another one, with a plan first."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import FieldError, QueryError, StateError
from bcorm.moving.comparing import Comparison, Notes
from bcorm.moving.kinds import CATALOG, KINDS, WITH, chosen
from bcorm.moving.reading import Shelf
from bcorm.moving.writing import Writer
from bcorm.query.endpoint import what_is_right
from bcorm.session.engine import patience
from bcorm.session.journal import SENT, UNKNOWN, Journal

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping

    from bcorm.moving.comparing import Change
    from bcorm.moving.kinds import Kind
    from bcorm.session import Session

_SHOWN = 10
# What does not travel between stores by the API, and is told where a row has it.
_REVIEWS = "reviews stay with the store that they were written in"
_SHARED = "options that products share in V2 come along as each product's own"


@attrs.define
class CopyReport:
    """What a copy has done.

    Attributes:
        saved: how many rows were created, changed and deleted.
        requests: how many requests wrote them.
        failures: what was not saved, and why.
    """

    saved: int = 0
    requests: int = 0
    failures: list[str] = attrs.field(factory=list)

    def __bool__(self) -> bool:
        return not self.failures

    def __str__(self) -> str:
        shown = [f"{self.saved} saved, {len(self.failures)} failed, {self.requests} requests"]
        shown += [f"  {one}" for one in self.failures[:_SHOWN]]
        if len(self.failures) > _SHOWN:
            shown.append(f"  ... and {len(self.failures) - _SHOWN} more")
        return "\n".join(shown)


@attrs.define(eq=False)
class CopyPlan:
    """What a copy would do. Nothing was sent as yet; `apply()` does it.

    Attributes:
        changes: rows that are created, changed and deleted, in the order of the requests.
        requests: how many requests that takes.
        notes: what does not come along, and why.
        kept: how many rows of each kind the other store has besides; `prune` deletes them.
    """

    changes: list[Change]
    requests: int
    notes: list[str]
    kept: Mapping[str, int]
    _target: Shelf = attrs.field(repr=False, alias="_target")
    _applied: bool = attrs.field(default=False, init=False, repr=False)

    def __len__(self) -> int:
        return sum(1 + len(change.along) for change in self.changes)

    @property
    def counts(self) -> dict[str, Counter[str]]:
        """How many rows of each kind are created, changed and deleted, by these words."""
        found: dict[str, Counter[str]] = {}
        for change in self.changes:
            found.setdefault(change.kind.name, Counter())[change.action] += 1
            for row in change.along:
                found.setdefault(row.kind.name, Counter())["create"] += 1
        order = [*KINDS, *found]
        return {name: found[name] for name in dict.fromkeys(order) if name in found}

    @property
    def fields(self) -> Counter[tuple[str, str]]:
        """How many rows change in each field, by the name of their kind and that of the field."""
        updates = (change for change in self.changes if change.action == "update")
        return Counter((change.kind.name, name) for change in updates for name in change.fields)

    def __str__(self) -> str:
        lines = [
            f"{name}: " + ", ".join(f"{count} to {word}" for word, count in counts.items())
            for name, counts in self.counts.items()
        ]
        lines += [str(change) for change in self.changes[:_SHOWN]]
        lines += [f"does not come along: {note}" for note in self.notes]
        lines += [f"left alone: {count} {name} of its own" for name, count in self.kept.items()]
        lines.append(f"{_counted(len(self), 'change')} in {_counted(self.requests, 'request')}")
        return "\n".join(lines)

    def apply(self, journal: str | os.PathLike[str] | None = None) -> CopyReport:
        """Carry the plan out. What was refused is told, and what needs it is left out.

        A copy that was interrupted is finished by planning and applying it again: what has arrived
        is found in the store.

        Args:
            journal: a file that records what is sent, so that the next copy knows what was on its
                way when this process died, and waits for it. It keeps what was there before, so
                that `bcorm.undo` can take the copy back; `bcorm.history` lists it.

        Raises:
            ConfigurationError: the journal is another store's, or in use.
            StateError: it was carried out before: plan again.
            CommitError: the store does not know the token any more, or not its rights.
        """
        if self._applied:
            raise StateError("this plan was carried out before: call bcorm.copy again")
        self._applied = True
        writer = Writer(self._target, self.changes, Notes())
        report = CopyReport()
        if journal is None:
            writer.write(None)
        else:
            book = Journal(journal, self._target.session.client.qualified_store_key, history=True)
            # Nobody else copies into the store by this journal meanwhile.
            with book.held(), book.run("copy"):
                writer.write(book)
        report.requests = writer.requests
        report.failures = writer.failures
        report.saved = len(self) - len(report.failures)
        return report


def copy(
    from_session: Session,
    to_session: Session,
    resources: Iterable[str] = (),
    *,
    only: Iterable[str] = (),
    where: Mapping[str, Any] | None = None,
    channels: Mapping[int, int] | None = None,
    stock: bool = False,
    prune: bool = False,
    journal: str | os.PathLike[str] | None = None,
    told: Callable[[int], object] = bool,
) -> CopyPlan:
    """Plan to make one store's rows what another one's are; `.apply()` carries the plan out.

    Rows are found by their natural keys, and what they refer to as well: numbers of one store are
    never taken for the other's. A second copy has nothing to do.

    Args:
        from_session: of the store that is copied; it is only read.
        to_session: of the store that is written to. The objects of both are left alone.
        resources: what is copied: `"products"`, `"customers"`; the catalog if there are none.
        only: fields, and kinds of rows below products, that are copied: `["price", "images"]`.
            Nothing else is changed, and no row is created that has none above it.
        where: lookups that the rows are chosen by, as for `filter`; of the catalog's the products,
            and the brands and categories that these are in.
        channels: the other store's channel for each one that is to be copied. Channel 1 is 1.
        stock: copy quantities in stock as well.
        prune: delete what the other store has besides, of the kinds that are copied.
        journal: the file of an earlier copy into the store, see `CopyPlan.apply`: what was on its
            way when that died is waited for.
        told: is called with how many rows more were read.

    Raises:
        ApiError: a store cannot be read.
        FieldError: `only` names no field, or `where` none that can be filtered by.
        QueryError: there is no such resource, both are the same store, or `where` goes with
            `prune`. Nothing was sent.
    """
    names = list(dict.fromkeys(resources)) or list(CATALOG)
    copied, wanted = _checked(names, tuple(only), where, prune=prune)
    one, other = from_session.client, to_session.client
    if one.address == other.address:
        raise QueryError(f"{one.store_key} would be copied into itself")
    _settle(journal, to_session)
    mapped = {1: 1, **(channels or {})}
    source = Shelf(from_session, mapped, stock=stock)
    target = Shelf(to_session, {key: key for key in mapped.values()}, stock=stock)
    comparison = Comparison(source, target, copied, wanted, prune=prune)
    main = _chosen_by(names) if where else ""
    tops = [kind for kind in KINDS.values() if not kind.under and _is_read(kind, copied)]
    below = {kind.name for kind in chosen(copied) if kind.under and comparison.takes_below(kind)}
    for kind in tops:
        source.read(kind, below, told, where if kind.name == main else None)
        target.read(kind, below, told)
    _narrow(source, main, copied)
    for kind in tops:
        if kind.name in copied:
            source.learn(source.rows[kind.name])
            target.learn(target.rows[kind.name])
    _look_for(source, target)
    for kind in tops:
        comparison.match(kind)
    _read_each(source, target, below, told, prune=prune)
    _look_for(source, target)
    for kind in tops:
        if kind.name in copied:
            comparison.compare(kind)
    _note(source, comparison, copied)
    changes = sorted(comparison.changes, key=lambda change: change.wave)
    writer = Writer(target, changes, comparison.notes)
    requests = sum(len(plan) + more for plan, more in writer.plan())
    changes = [change for change in changes if not writer.drops(change)]
    kept = {} if where else comparison.extra
    return CopyPlan(changes, requests, list(comparison.notes), kept, target)


def _checked(
    names: list[str], only: tuple[str, ...], where: Mapping[str, Any] | None, *, prune: bool
) -> tuple[set[str], tuple[str, ...]]:
    """Return the names of the kinds that are copied, and what of them. Raises QueryError."""
    tops = [kind.name for kind in KINDS.values() if not kind.under and kind.written]
    found = set()
    for name in names:
        plain = name.replace("-", " ").replace("_", " ").casefold()
        if plain not in tops:
            raise QueryError(f"{name!r} cannot be copied; {what_is_right(plain, tops)}")
        found |= {plain, *WITH.get(plain, ())}
    if where and prune:
        raise QueryError("prune deletes what is not copied: it does not go with where")
    if where and not _chosen_by(names):
        raise QueryError("where is for one resource, or for the products of a catalog")
    words = set()
    for kind in chosen(found):
        words |= {*kind.fields(stock=True)} if not kind.under else set()
        if kind.under:
            words |= {kind.name, kind.name.replace(" ", "_"), kind.name.rpartition(" ")[2]}
    words |= {"channels"} if "products" in found else set()
    for name in only:
        if name not in words:
            named = "a copy" if len(names) > 1 else names[0]
            raise FieldError(
                named, name, reason=f"it cannot be copied alone; {what_is_right(name, words)}"
            )
    return found, only


def _chosen_by(names: Iterable[str]) -> str:
    """Return the kind whose rows lookups choose."""
    plain = [name.replace("-", " ").replace("_", " ").casefold() for name in names]
    if "products" in plain and not {*plain} - {*CATALOG}:
        return "products"
    return plain[0] if len(plain) == 1 else ""


def _is_read(kind: Kind, copied: Iterable[str]) -> bool:
    return kind.name in copied or any(kind.name in KINDS[name].needs for name in copied)


def _narrow(source: Shelf, main: str, copied: set[str]) -> None:
    """Leave of brands and categories those that the chosen products are in."""
    if main != "products":
        return
    products = source.rows["products"]
    brands = {row.values["brand_id"] for row in products}
    categories = {key for row in products for key in row.values["categories"] or ()}
    parents = {row.key: row.values["parent_id"] for row in source.rows["categories"]}
    for key in [*categories]:
        while (key := parents.get(key)) is not None and key not in categories:
            categories.add(key)
    for name, kept in (("brands", brands), ("categories", categories)):
        if name in copied:
            source.rows[name] = [row for row in source.rows[name] if row.key in kept]


def _look_for(source: Shelf, target: Shelf) -> None:
    """Find in the one store what is only named in the other one."""
    for model, called in source.named():
        target.look_for(model, called)


def _read_each(
    source: Shelf, target: Shelf, below: set[str], told: Callable[[int], object], *, prune: bool
) -> None:
    """Read what has no list of the whole store, where there can be some."""
    for kind in KINDS.values():
        if not kind.each or kind.name not in below:
            continue
        rows = [row for row in source.rows[kind.under] if kind.where(row)]
        source.read_each(kind, rows, told)
        source.learn(rows)
        there = [
            row.twin for row in rows if row.twin is not None and (prune or row.below.get(kind.name))
        ]
        target.read_each(kind, there, told)
        target.learn(there)


def _note(source: Shelf, comparison: Comparison, copied: set[str]) -> None:
    """Tell what no copy takes along."""
    notes = comparison.notes
    for row in source.rows["products"] if "products" in copied else ():
        if row.raw.get("reviews_count"):
            notes.add(_REVIEWS, row)
        if row.raw.get("option_set_id"):
            notes.add(_SHARED, row)
        if row.raw.get("gift_wrapping_options_type") == "list":
            notes.add("gift wrappings have no name that the other store could know them by", row)
    for change in comparison.changes:
        if change.kind.name == "customers" and change.action == "create":
            notes.add("passwords stay where they are: customers choose new ones", change.row)


def _settle(journal: str | os.PathLike[str] | None, session: Session) -> None:
    """Wait for what was on its way when an earlier copy died, and forget it: it is read anew."""
    if journal is None or not Path(journal).exists():
        return
    book = Journal(journal, session.client.qualified_store_key)
    with book.held():
        open_ones = [one for one in book.entries() if one.state in (SENT, UNKNOWN)]
        if open_ones:
            slow = patience(session.client)[1]
            left = max(one.since for one in open_ones) + slow - time.time()
            time.sleep(min(max(left, 0.0), slow))
        book.give_up()
    book.close()


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


__all__ = ["CopyPlan", "CopyReport", "copy"]
