"""Bringing back rows as they were: what `undo` plans and does.

Values are put back, created rows deleted, and deleted ones created again, with what the API lets
one set; references to these are led to their new keys. It goes in rounds, for what lives below a
row, or refers to it, needs its new key; a plan goes the same rounds with keys that it makes up.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import CommitError, QueryError
from bcorm.model.mapper import ToMany, mapper_for
from bcorm.model.memory import Phase
from bcorm.model.queryset import QuerySet
from bcorm.model.report import CommitReport
from bcorm.model.types import Integer, Sequence
from bcorm.query.endpoint import names_in
from bcorm.query.parameters import takes_list
from bcorm.session import kept as keeping
from bcorm.session.history import Change, folded
from bcorm.session.journal import mark_changed
from bcorm.session.kept import PICTURE, Kept, Place, Referring
from bcorm.session.references import SAME, VARIANTS, Named, named, targets, visited
from bcorm.session.requests import check_deletable, difference, incomplete, lacking

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource
    from bcorm.session.journal import Done
    from bcorm.session.session import Session

# Counted by variant, a product's level is their sum.
_SUM = "inventory_level"
# What goes with a row and is neither below it nor refers to it.
_BESIDE = {
    "v3/catalog/products": "prices on price lists, stock at locations, assignments to channels",
    "v3/customers": "segments, wishlists",
}
_NOTHING: tuple[Any, ...] = (None, "", [], {})


@attrs.frozen
class Refused:
    """A row that is not brought back.

    Attributes:
        what: the row.
        why: what is in the way.
        changed: whether somebody has changed it since, or taken it away.
    """

    what: str
    why: str
    changed: bool = False

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


@attrs.define(eq=False)
class Tally:
    """What is done, and what is not.

    Attributes:
        changes: how many rows are written.
        requests: how many requests write them.
        rows: how many rows, by resource and by created, changed or deleted.
        refused: the rows that are left as they are, and why.
        notes: what does not come back, or not as it was.
    """

    changes: int = attrs.field(default=0, kw_only=True)
    requests: int = attrs.field(default=0, kw_only=True)
    rows: Counter[tuple[str, str]] = attrs.field(factory=Counter, kw_only=True)
    refused: list[Refused] = attrs.field(factory=list, kw_only=True)
    notes: list[str] = attrs.field(factory=list, kw_only=True)


@attrs.define(eq=False)
class _Node:
    """A deleted row that is created again.

    Attributes:
        kept: what it was.
        above: the row that it was below, and went with.
        needs: what must be there first.
        item: the object that takes its place.
        later: wire values that are set once it is there.
    """

    kept: Kept
    above: _Node | None
    needs: set[Named]
    item: Any = None
    later: dict[str, Any] = attrs.field(factory=dict)

    @property
    def name(self) -> Named:
        return named(self.kept.model, self.kept.key)

    def __str__(self) -> str:
        row = self.kept.row
        called = next(
            (
                row[word]
                for word in ("name", "email", "label", "display_name", "sku")
                if word in row
            ),
            self.kept.key,
        )
        return f"{self.kept.model.__name__} {called}"


class Restoring:
    """Undoes one commit.

    Args:
        session: a session of its own; a plan's has no journal.
        told: where it is told what is done.
        replaced: the keys of rows that were created in the place of deleted ones.
        accepted: effects that are accepted.
    """

    def __init__(
        self,
        session: Session,
        told: Tally,
        replaced: dict[Named, Any],
        accepted: frozenset[str],
    ) -> None:
        self.told = told
        self.report = CommitReport()
        self._session = session
        self._dry = session.journal is None
        self._moved = {(SAME.get(path, path), key): new for (path, key), new in replaced.items()}
        self._accepted = accepted
        self._waiting: dict[Named, _Node] = {}
        self._fallen: set[Named] = set()
        self._updates: list[tuple[Change, Any, dict[str, Any]]] = []
        self._referring: dict[Named, list[tuple[Referring, Any]]] = {}
        self._made_up = 0
        self._deleted: set[Named] = set()

    def run(self, done: Iterable[Done]) -> None:
        """Undo what was done."""
        changes = folded(done)
        self._deleted = {
            named(one.model, one.key) for change in changes if change.tree for one in change.tree
        }
        self._find_nodes([one for one in changes if one.kind == "delete"])
        self._compare([one for one in changes if one.kind != "delete"])
        self._check_free()
        while True:
            left = len(self._waiting)
            built = self._build()
            self._put_back()
            sent = self._send(built)
            for node in built:
                self._arrived(node)
            if not sent and len(self._waiting) == left and not self._loosen():
                break
        for node in self._waiting.values():
            self._refuse(str(node), "what it was below, or referred to, is not there")

    # What there is to do

    def _refuse(self, what: Any, why: str, *, changed: bool = False) -> None:
        self.told.refused.append(Refused(str(what), why, changed))

    def _note(self, told: str) -> None:
        if told not in self.told.notes:
            self.told.notes.append(told)

    def _now(self, name: Named) -> Any:
        """Return the key that a row has now: another one if it was deleted and created again."""
        path, key = name
        seen = set()
        while (path, key) in self._moved and key not in seen:
            seen.add(key)
            key = self._moved[path, key]
        return key

    def _parents(self, model: type[Resource], parents: Mapping[str, Any]) -> dict[str, Any]:
        found = dict(parents)
        for name in names_in(model.endpoint.path):
            path = model.endpoint.path.partition(f"/{{{name}}}")[0]
            if name in found:
                found[name] = self._now((SAME.get(path, path), found[name]))
        return found

    def _place(self, model: type[Resource], key: Any, parents: Mapping[str, Any]) -> Place:
        above = self._parents(model, parents)
        owners = tuple(above.get(name) for name in model.endpoint.owners)
        return model.endpoint.path, owners, self._now(named(model, key))

    def _load(
        self, wanted: Iterable[tuple[type[Resource], Place]], includes: Iterable[str] = ()
    ) -> dict[Place, Any]:
        groups: dict[type[Resource], list[Place]] = {}
        for model, place in wanted:
            groups.setdefault(model, []).append(place)
        found: dict[Place, Any] = {}
        words = set(includes)
        for model, places in groups.items():
            include = [word for word in model.endpoint.includes if word in words]
            found |= keeping.load(self._session, model, list(dict.fromkeys(places)), include)
        return found

    def _find_nodes(self, changes: list[Change]) -> None:
        roots = []
        for change in changes:
            if change.tree is not None:
                roots.append(change)
                continue
            able = keeping.is_restorable(change.model)
            why = "what was there was not kept" if able else "the API has no request to create it"
            self._refuse(change, f"{why}, so it does not come back")
        again = [
            (one.model, self._place(one.model, one.key, one.parents))
            for one in roots
            if named(one.model, one.key) in self._moved
        ]
        there = self._load(again)
        for change in roots:
            tree = change.tree
            assert tree is not None
            item = there.get(self._place(change.model, change.key, change.parents))
            if item is None:
                for one in tree:
                    self._moved.pop(named(one.model, one.key), None)
            self._plant(tree, None, item)
            self._tell_lost(tree)
        self._find_referring()

    def _plant(self, tree: Kept, above: _Node | None, item: Any) -> None:
        node = _Node(tree, above, set(), item)
        if node.name not in self._moved:
            self._waiting[node.name] = node
        for one in tree.below:
            self._plant(one, node, None)

    def _tell_lost(self, tree: Kept) -> None:
        for one in tree:
            name = one.model.__name__
            if one.withheld:
                self._note(f"{name}: {', '.join(one.withheld)} is secret, and was withheld")
            beside = _BESIDE.get(one.model.endpoint.path)
            if beside is not None:
                self._note(f"{name}: not kept, and gone: {beside}")
            words = keeping.lost(one.model)
            if words:
                self._note(f"{name}: what the API cannot create is gone: {', '.join(words)}")
            if any(mapped.holds_secret() for mapped in mapper_for(one.model).fields.values()):
                self._note(f"{name}: passwords and other secrets cannot be read, and are gone")
            if PICTURE in one.row:
                self._note(
                    f"{name}: pictures are fetched again from where the store has served them "
                    "(at most 1280 pixels wide), as far as that address still answers"
                )

    def _find_referring(self) -> None:
        wanted = [
            (node.name, one, self._place(one.model, one.key, one.parents))
            for node in self._nodes()
            for one in node.kept.referring
        ]
        there = self._load((one.model, place) for _, one, place in wanted)
        for name, one, place in wanted:
            if place in there:
                self._referring.setdefault(name, []).append((one, there[place]))

    def _nodes(self) -> list[_Node]:
        return list(self._waiting.values())

    def _compare(self, changes: list[Change]) -> None:
        """Hold what is there now against what the commit has set."""
        created = {named(one.model, one.key) for one in changes if one.kind == "create"}
        own = [one for one in changes if not self._goes_along(one, created)]
        words = {
            str(mapped.options.include)
            for one in own
            for wire, mapped in mapper_for(one.model).wires.items()
            if wire in one.body and mapped.options.include
        }
        there = self._load(
            ((one.model, self._place(one.model, one.key, one.parents)) for one in own), words
        )
        for change in own:
            item = there.get(self._place(change.model, change.key, change.parents))
            if change.kind == "create":
                self._unmake(change, item)
            elif item is None:
                self._refuse(change, "it is no longer in the store", changed=True)
            else:
                self._compare_one(change, item)

    def _goes_along(self, change: Change, created: set[Named]) -> bool:
        """Whether a created row goes with one that was created above it."""
        if change.kind != "create":
            return False
        path = change.model.endpoint.path
        above = [(path.partition(f"/{{{name}}}")[0], name) for name in names_in(path)]
        return change.below or any(
            (SAME.get(place, place), change.parents.get(name)) in created for place, name in above
        )

    def _differing(self, change: Change, item: Any) -> str:
        """Say in what a row is not what the commit has made of it; empty if in nothing."""
        for wire, value in change.body.items():
            mapped = mapper_for(change.model).wires.get(wire)
            shown = None if mapped is None else keeping.shown_wire(change.model, mapped)
            if mapped is None or shown is None or shown not in item.raw or _is_veiled(mapped):
                continue
            now = item.raw[shown]
            if not self._alike(change.model, mapped, now, value):
                return self._told_apart(mapped, now, value)
        return ""

    @staticmethod
    def _told_apart(mapped: MappedField, now: Any, value: Any) -> str:
        is_now, was_set_to = (f"{mapped.shown(one)!s:.60}" for one in (now, value))
        return f"{mapped.name} is {is_now}, and was set to {was_set_to}"

    def _alike(self, model: type[Resource], mapped: MappedField, now: Any, value: Any) -> bool:
        value = self._led(model, mapped.wire, value)
        item = mapped.converter.item if isinstance(mapped.converter, Sequence) else None
        if isinstance(item, Integer) and isinstance(now, list) and isinstance(value, list):
            gone = self._keys_deleted(model, mapped.wire)
            return sorted(map(str, now)) == sorted(str(one) for one in value if one not in gone)
        if isinstance(mapped.converter, Integer) and now in (None, 0):
            # The store lets go of a row that the same commit has deleted.
            return mapped.alike(now, value) or value in self._keys_deleted(model, mapped.wire)
        return mapped.alike(now, value)

    def _keys_deleted(self, model: type[Resource], wire: str) -> set[Any]:
        path = targets(model).get(wire)
        return {key for where, key in self._deleted if where == path}

    def _unmake(self, change: Change, item: Any) -> None:
        if item is None:
            return  # it is gone already
        why = self._differing(change, item)
        if why:
            self._refuse(item, why, changed=True)
            return
        if change.model.endpoint.upserts:
            self._refuse(item, "whether it was there before is not known: the API replaces rows")
            return
        try:
            check_deletable(change.model)
        except QueryError as error:
            self._refuse(item, str(error))
            return
        self._session.delete(item)

    def _compare_one(self, change: Change, item: Any) -> None:
        why = ""
        values: dict[str, Any] = {}
        wires = mapper_for(change.model).wires
        for wire, value in change.body.items():
            mapped = wires.get(wire)
            shown = None if mapped is None else keeping.shown_wire(change.model, mapped)
            if mapped is None or shown is None or mapped.options.create_only or _is_veiled(mapped):
                told = "cannot be read, or not be set again, and stays"
                self._note(f"{change.model.__name__}.{wire} {told}")
                continue
            now = item.raw.get(shown)
            if wire in change.row and self._alike(change.model, mapped, now, change.row[wire]):
                continue
            if not self._alike(change.model, mapped, now, value):
                told = self._told_apart(mapped, now, value)
                self._refuse(item, told, changed=True)
                return
            if wire not in change.row:
                why = f"what its {mapped.name} was before is not known"
                continue
            values[wire] = change.row[wire]
        if why:
            self._refuse(item, why)
        if values:
            self._updates.append((change, item, values))

    def _check_free(self) -> None:
        """Leave out rows whose natural key another row has taken since."""
        groups: dict[tuple[type[Resource], str], dict[str, _Node]] = {}
        for node in self._nodes():
            model = node.kept.model
            if node.above is not None or model.endpoint.placeholders:
                continue
            for name in model.endpoint.natural_key:
                mapped = mapper_for(model).fields.get(name)
                value = None if mapped is None else node.kept.row.get(mapped.wire)
                if (
                    takes_list(model.endpoint.filters.get(name))
                    and isinstance(value, str)
                    and value
                ):
                    groups.setdefault((model, name), {})[value.casefold()] = node
        going = {named(type(one), one.pk) for one in self._session.deleted}
        for (model, name), nodes in groups.items():
            values = [node.kept.row[mapper_for(model).fields[name].wire] for node in nodes.values()]
            rows: QuerySet[Any] = QuerySet(model).using(self._session)
            for item in rows.filter(**{f"{name}__in": values}).scan():
                taken = nodes.get(str(getattr(item, name)).casefold())
                if taken is not None and named(model, item.pk) not in going:
                    self._drop(taken)
                    self._refuse(taken, f"the store has another row of this {name}", changed=True)

    def _drop(self, node: _Node) -> None:
        """Give up a row, and with it what was below it."""
        self._fallen.add(node.name)
        self._waiting.pop(node.name, None)
        for other in self._nodes():
            above = other.above
            while above is not None and above is not node:
                above = above.above
            if above is node:
                self._fallen.add(other.name)
                self._waiting.pop(other.name, None)

    # References

    def _led(self, model: type[Resource], wire: str, raw: Any) -> Any:
        """Return a value with the keys that the rows which it refers to have now."""
        return visited(model, wire, raw, self._now)

    def _unresolved(self, model: type[Resource], wire: str, raw: Any) -> set[Named]:
        found: set[Named] = set()

        def visit(name: Named) -> Any:
            if name in self._waiting:
                found.add(name)
            return name[1]

        visited(model, wire, raw, visit)
        return found

    # Rounds

    def _build(self) -> list[_Node]:
        """Make the objects of the rows that can be created now; return their nodes."""
        built: list[_Node] = []
        for node in self._nodes():
            if node.name not in self._waiting or not self._is_ready(node):
                continue
            if self._is_base(node):
                self._adopt(node)
            elif self._make(node, built):
                built.append(node)
        return built

    def _is_ready(self, node: _Node) -> bool:
        if node.item is not None:  # on its way
            return False
        above = node.above
        if above is not None and above.name in self._waiting:
            return False
        return not any(
            self._unresolved(node.kept.model, wire, raw) for wire, raw in node.kept.row.items()
        )

    def _is_base(self, node: _Node) -> bool:
        """Whether a row is the variant that each product without options has."""
        kept = node.kept
        return (
            kept.model.endpoint.path == VARIANTS
            and not kept.row.get("option_values")
            and node.above is not None
        )

    def _adopt(self, node: _Node) -> None:
        above = node.above
        assert above is not None
        product = above.item
        base = None if product is None else product.raw.get("base_variant_id")
        if base is None and self._dry:
            base = self._invent()
        del self._waiting[node.name]
        if base is None:
            self._fallen.add(node.name)
            return
        parents = {"product_id": self._now(above.name)}
        (item,) = self._session.materialize(
            node.kept.model, [{"id": base, **parents}], parents, None, partial=True
        )
        node.item = item
        self._moved[node.name] = base
        if self._session.journal is not None:
            self._session.journal.stands_for(item, *node.name)
        own = {
            wire: value
            for wire, value in node.kept.row.items()
            if value not in _NOTHING and above.kept.row.get(wire) != value and value != 0
        }
        mark_changed(item, own, {})

    def _make(self, node: _Node, built: list[_Node]) -> bool:
        kept = node.kept
        item = self._object(node)
        if item is None:
            return False
        node.item = item
        for child in self._riders(node):
            rider = self._object(child, riding=kept.model.relations[child.kept.relation or ""])
            if rider is not None:
                child.item = rider
                getattr(item, child.kept.relation or "").add(rider)
                built.append(child)
                self._claim(child)
        missing = lacking(item, difference(item))
        if missing:
            self._drop(node)
            self._refuse(node, str(incomplete(missing, item)))
            return False
        self._session.add(item)
        self._claim(node)
        return True

    def _claim(self, node: _Node) -> None:
        if self._session.journal is not None:
            self._session.journal.in_place_of(node.item, *node.name)

    def _riders(self, node: _Node) -> list[_Node]:
        """Return the rows below a new one that can go along in its request."""
        found = []
        for other in self._nodes():
            if other.above is not node or other.kept.relation is None:
                continue
            relation = node.kept.model.relations.get(other.kept.relation)
            model, row = other.kept.model, other.kept.row
            by = None if relation is None else relation.by
            free = not any(
                self._unresolved(model, wire, raw) for wire, raw in row.items() if wire != by
            )
            if (
                isinstance(relation, ToMany)
                and relation.nested
                and model.endpoint.after is None
                and PICTURE not in row  # one that cannot be fetched would take all with it
                and free
            ):
                found.append(other)
        return found

    def _object(self, node: _Node, riding: Any = None) -> Any:
        """Make an object of a kept row; None if it cannot be created."""
        kept = node.kept
        model: Any = kept.model
        mapper = mapper_for(model)
        sum_ = _SUM if kept.row.get("inventory_tracking") == "variant" else None
        by = None if riding is None or riding.by is None else mapper.field(riding.by).wire
        values = {
            wire: self._led(model, wire, raw)
            for wire, raw in kept.row.items()
            if wire in mapper.wires
            and wire not in (sum_, by)
            and (raw not in _NOTHING or mapper.wires[wire].options.required)
        }
        if PICTURE in values and "url_zoom" not in mapper.fields:
            node.later = {PICTURE: values.pop(PICTURE)}
        longest = mapper.wires[PICTURE].options.max_length if PICTURE in values else None
        if longest is not None and len(str(values[PICTURE])) > longest:
            self._drop(node)
            self._refuse(
                node, f"its address is longer than the {longest} letters that the API takes"
            )
            return None
        above = {} if riding is not None else self._parents(model, kept.parents)
        if riding is None and node.above is not None and model.endpoint.placeholders:
            upper = node.above
            name = (
                model.endpoint.placeholder_below(upper.kept.model.endpoint)
                if _is_path_below(model, upper.kept.model)
                else None
            )
            if name is not None:
                above |= {**upper.item._state.parents, name: self._now(upper.name)}
        item = model(**{name: key for name, key in above.items() if key is not None})
        mark_changed(item, values, {})
        return item

    def _put_back(self) -> None:
        """Give changed rows their values back whose references are there."""
        later = []
        for change, item, values in self._updates:
            if any(self._unresolved(change.model, wire, raw) for wire, raw in values.items()):
                later.append((change, item, values))
                continue
            led = {wire: self._led(change.model, wire, raw) for wire, raw in values.items()}
            mark_changed(item, led, {})
        self._updates = later

    def _loosen(self) -> bool:
        """Let go of references that wait for each other; whether there were any."""
        for node in self._nodes():
            if node.above is not None and node.above.name in self._waiting:
                continue
            for wire, raw in list(node.kept.row.items()):
                mapped = mapper_for(node.kept.model).wires.get(wire)
                if mapped is None or mapped.options.required:
                    continue
                if self._unresolved(node.kept.model, wire, raw):
                    node.later[wire] = node.kept.row.pop(wire)
                    return True
        return False

    def _send(self, built: list[_Node]) -> bool:
        """Send what was prepared; whether there was anything."""
        session = self._session
        new, dirty, deleted = session.new, session.dirty, session.deleted
        if not (new or dirty or deleted):
            return False
        if self._dry:
            self._count(new, "created")
            self._count(dirty, "changed")
            self._count(deleted, "deleted")
            self.told.requests += len(session.plan(acknowledge=self._accepted))
            self._imagine(new, dirty, deleted)
            return True
        try:
            report = session.commit(acknowledge=self._accepted)
        except CommitError as error:
            report = error.report
        self.report.saved += report.saved
        self.report.failed += report.failed
        self.report.unknown += report.unknown
        self.report.unproven += report.unproven
        self.report.sent += report.sent
        self.report.requests += report.requests
        saved = {id(item) for item in report.saved}
        self._count([item for item in new if id(item) in saved], "created")
        self._count([item for item in dirty if id(item) in saved], "changed")
        self._count([item for item in deleted if id(item) in saved], "deleted")
        self.told.requests += len(report.sent)
        lost = {id(one.object) for one in (*report.failed, *report.unknown)}
        for node in built:
            if id(node.item) in lost or node.item.pk is None:
                self._drop(node)
        if not report:
            session.rollback()
            for one in report.unknown:
                session.expunge(one.object)
        return True

    def _count(self, items: list[Any], verb: str) -> None:
        self.told.changes += len(items)
        for item in items:
            self.told.rows[type(item).__name__, verb] += 1

    def _imagine(self, new: list[Any], dirty: list[Any], deleted: list[Any]) -> None:
        """Let the objects of a plan be as if they were saved."""
        session, waiting = self._session, list(new)
        while waiting:
            item = next(
                one for one in waiting
                if (owner := one._state.owner) is None or owner._state.phase is Phase.PERSISTENT
            )  # fmt: skip
            waiting = [one for one in waiting if one is not item]
            key = type(item).endpoint.key
            row = {} if key is None else {mapper_for(type(item)).field(key).wire: self._invent()}
            session.settle(item, "create", frozenset(mapper_for(type(item)).wires), row)
        for item in dirty:
            session.settle(item, "update", frozenset(difference(item)), None)
        session.gone(deleted)

    def _invent(self) -> int:
        self._made_up -= 1
        return self._made_up

    def _arrived(self, node: _Node) -> None:
        """Lead to a row that is there again what has referred to it."""
        if self._waiting.pop(node.name, None) is None:
            return
        key = self._moved[node.name] = node.item.pk
        if node.later:
            for wire in list(node.later):
                self._updates.append((
                    Change("update", node.kept.model, key, {}), node.item,
                    {wire: node.later.pop(wire)},
                ))  # fmt: skip
        for one, item in self._referring.get(node.name, ()):
            mapped = mapper_for(type(item)).wires[one.wire]
            value = getattr(item, mapped.name)
            if isinstance(item.raw.get(one.wire), list) or isinstance(value, list):
                held = list(value or [])
                if key not in held:
                    mark_changed(item, {one.wire: [*held, key]}, {})
            elif value in (None, 0, ""):
                mark_changed(item, {one.wire: key}, {})
            elif value != key:
                why = f"its {mapped.name} is {value!s:.60} now, and was {node}"
                self._refuse(item, why, changed=True)


def _is_veiled(mapped: MappedField) -> bool:
    """Whether a value has a part that rows do not show, such as a password."""
    return mapped.holds_secret() and not mapped.options.secret


def _is_path_below(model: type[Resource], other: type[Resource]) -> bool:
    return model.endpoint.path.startswith(f"{other.endpoint.path}/{{")
