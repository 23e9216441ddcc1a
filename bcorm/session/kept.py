"""What was there before: what a journal keeps of the rows that a commit changes and deletes.

Of an update these are the old values of what it sends, as the session knows them. A deleted row is
kept whole, with what lives below it and with what refers to it, for the API takes these along. What
is not known is read where a journal keeps a history; `Session.commit` sends no more than before
where it keeps none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.http.effects import effects_of
from bcorm.model import index
from bcorm.model.by_key import read_by_key
from bcorm.model.mapper import ToMany, mapper_for
from bcorm.model.memory import Phase
from bcorm.model.queryset import QuerySet
from bcorm.model.resource import Resource
from bcorm.query.parameters import takes_list
from bcorm.session import sealed
from bcorm.session.requests import can_create
from bcorm.session.work import Doomed, lives_below

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bcorm.model.mapper import MappedField
    from bcorm.model.unit_of_work import UnitOfWork
    from bcorm.session.work import Work

Place = tuple[str, tuple[Any, ...], Any]
"""Where a row is: the path, the keys of what it lives below, and its own."""

PICTURE = "image_url"
"""The field by which a store fetches a picture; once it has, it serves it elsewhere."""

_SERVED = "url_zoom"
# A few keys are asked for one by one where a list would be read as a whole.
_FEW = 10
_PAGE = 250
_UNKNOWN: Any = object()


@attrs.define
class Kept:
    """A row as it was before it was deleted.

    Attributes:
        model: its class.
        key: its key.
        parents: the keys of what it lives below.
        row: wire values of what can be written of it.
        relation: the relation of the row above in which it was; None for the deleted row itself.
        below: rows that go with it.
        referring: what refers to it, and loses that with it.
        withheld: wire names of secret values that are not known any more.
    """

    model: type[Resource]
    key: Any
    parents: dict[str, Any]
    row: dict[str, Any]
    relation: str | None = None
    below: list[Kept] = attrs.field(factory=list)
    referring: list[Referring] = attrs.field(factory=list)
    withheld: list[str] = attrs.field(factory=list)

    def __iter__(self) -> Iterator[Kept]:
        """Iterate over the row and all below it."""
        yield self
        for one in self.below:
            yield from one

    def document(self) -> dict[str, Any]:
        """Return it as JSON has it; its secrets are sealed, or left out."""
        row, hidden = sealed.hidden(self.model, self.row)
        return {
            "model": index.name_of(self.model), "key": self.key, "parents": dict(self.parents),
            "row": row, "hidden": hidden, "relation": self.relation,
            "below": [one.document() for one in self.below],
            "referring": [one.document() for one in self.referring],
        }  # fmt: skip

    @classmethod
    def of(cls, document: dict[str, Any]) -> Kept:
        """Return what `document` gave."""
        model = _class(document["model"])
        shown, withheld = sealed.opened(document["hidden"])
        return cls(
            model, document["key"], document["parents"], {**document["row"], **shown},
            document["relation"], [cls.of(one) for one in document["below"]],
            [Referring.of(one) for one in document["referring"]], withheld,
        )  # fmt: skip


@attrs.frozen
class Referring:
    """A row that refers to one that is deleted.

    Attributes:
        model: its class.
        key: its key.
        parents: the keys of what it lives below.
        wire: the wire name of the field that refers.
    """

    model: type[Resource]
    key: Any
    parents: dict[str, Any]
    wire: str

    def document(self) -> list[Any]:
        """Return it as JSON has it."""
        return [index.name_of(self.model), self.key, dict(self.parents), self.wire]

    @classmethod
    def of(cls, document: list[Any]) -> Referring:
        """Return what `document` gave."""
        return cls(_class(document[0]), *document[1:])


def _class(name: str) -> type[Resource]:
    model = index.find(name)
    if model is None:
        raise LookupError(f"the class {name!r} is not loaded")
    return model


@attrs.define
class Before:
    """What was there before one object of a commit.

    Attributes:
        row: old wire values of what is sent.
        unknown: wire names of what is sent and was not known.
        tree: a deleted row, with what goes with it; None where it was not read.
    """

    row: dict[str, Any] = attrs.field(factory=dict)
    unknown: list[str] = attrs.field(factory=list)
    tree: Kept | None = None


def known(work: Work) -> dict[int, Before]:
    """Return what a session knows of the rows that a unit of work changes, by `id()`."""
    found = {}
    for item in work.dirty:
        before = found[id(item)] = Before()
        wires = mapper_for(type(item)).wires
        for wire in work.body(item):
            value = _old_value(item, wires[wire])
            if value is _UNKNOWN:
                before.unknown.append(wire)
            else:
                before.row[wire] = value
    return found


def _old_value(item: Resource, mapped: MappedField) -> Any:
    """Return what the store had in a field, by all that the session knows; or `_UNKNOWN`."""
    state = item._state
    wire = shown_wire(type(item), mapped)
    if wire is None or wire in (state.late or ()):
        return _UNKNOWN
    if wire in state.row:
        return state.row[wire]
    # What the API leaves out of a whole row has no value.
    whole = state.phase is Phase.PERSISTENT and not item._is_deferred(mapped)
    return None if whole else _UNKNOWN


def shown_wire(model: type[Resource], mapped: MappedField) -> str | None:
    """Return the wire name under which rows show what is written to a field; None if none."""
    if mapped.options.shown_as is not None:
        return mapper_for(model).fields[mapped.options.shown_as].wire
    return None if mapped.options.write_only else mapped.wire


def read(work: Work, reader: UnitOfWork) -> dict[int, Before]:
    """Return what was there before a unit of work, by `id()`; what is not known is read.

    Args:
        work: what there is to do.
        reader: a session of its own, which holds nothing.

    Raises:
        ApiError: something could not be read.
    """
    found = known(work)
    lacking = [item for item in work.dirty if found[id(item)].unknown]
    for model, items in _by_model(lacking).items():
        places = {place_of(item): item for item in items}
        for place, row in _included(reader, model, list(places)).items():
            before, wires = found[id(places[place])], mapper_for(model).wires
            for wire in list(before.unknown):
                shown = shown_wire(model, wires[wire])
                if shown is not None:
                    before.row[wire] = row.get(shown)
                    before.unknown.remove(wire)
    doomed = [item for item in work.deleted if is_restorable(type(item))]
    gone = {place_of(item) for item in work.deleted}
    for model, items in _by_model(Doomed(doomed).sparing(doomed)).items():
        places = {place_of(item): item for item in items}
        loaded = load(reader, model, list(places), _includes(model))
        trees = {place: _kept(one, None) for place, one in loaded.items()}
        _read_below(reader, [(trees[place], one) for place, one in loaded.items()], gone)
        for place, tree in trees.items():
            found[id(places[place])] = Before(tree=tree)
    return found


def is_restorable(model: type[Resource]) -> bool:
    """Whether a deleted row can be made again."""
    return can_create(model) and model.endpoint.once is None and model.endpoint.key is not None


def place_of(item: Resource) -> Place:
    """Return where the row of an object is."""
    endpoint, parents = type(item).endpoint, item._state.parents
    return endpoint.path, tuple(parents.get(name) for name in endpoint.owners), item.pk


def _by_model(items: Iterable[Resource]) -> dict[type[Resource], list[Resource]]:
    found: dict[type[Resource], list[Resource]] = {}
    for item in items:
        found.setdefault(type(item), []).append(item)
    return found


def _included(
    reader: UnitOfWork, model: type[Resource], places: list[Place]
) -> dict[Place, dict[str, Any]]:
    words = {one.options.include or "" for one in mapper_for(model).wires.values()}
    loaded = load(reader, model, places, sorted(words & {*model.endpoint.includes}))
    return {place: item.raw for place, item in loaded.items()}


def load(
    reader: UnitOfWork,
    model: type[Resource],
    places: Sequence[Place],
    include: Sequence[str] = (),
) -> dict[Place, Resource]:
    """Load rows by where they are, in the fewest requests; those that are not there are left out.

    Args:
        reader: the session to load them in.
        model: their class.
        places: where they are.
        include: what is to ride along, as far as lists can include it.
    """
    endpoint = model.endpoint
    groups: dict[tuple[Any, ...], list[Place]] = {}
    for place in places:
        groups.setdefault(place[1], []).append(place)
    wanted, found = set(places), {}
    rows: Iterable[Resource]
    for queryset in _lists(reader, model, places, groups):
        for item in queryset.include(*include) if include else queryset:
            if place_of(item) in wanted:
                found[place_of(item)] = item
        groups = {}
    for above, group in groups.items():
        parents = dict(zip(endpoint.owners, above, strict=True))
        keys = [key for _, _, key in group]
        listed = endpoint.key is not None and takes_list(endpoint.filters.get(endpoint.key))
        if listed:
            queryset = QuerySet(model).using(reader).filter(**parents)
            queryset = queryset.filter(**{f"{endpoint.key}__in": keys}).scan()
            rows = queryset.include(*include) if include else queryset
        else:
            rows = read_by_key(model, keys, reader, parents).values()
        found.update({place_of(item): item for item in rows})
    return {place: found[place] for place in places if place in found}


def _lists(
    reader: UnitOfWork,
    model: type[Resource],
    places: Sequence[Place],
    groups: Mapping[tuple[Any, ...], Any],
) -> Iterator[QuerySet[Any]]:
    """Yield lists across parents that have rows of several of these, where the API has one."""
    widest, owners = model.endpoint.everywhere, model.endpoint.owners
    while widest is not None and widest.everywhere is not None:
        widest = widest.everywhere
    if widest is None or len(groups) < 2:
        return
    listed = [name for name in owners if name not in widest.placeholders]
    name = next((one for one in listed if takes_list(widest.filters.get(one))), None)
    if name is None:
        return
    fixed: dict[tuple[Any, ...], list[Any]] = {}
    number, depth = owners.index(name), len(widest.placeholders)
    for _, above, _ in places:
        fixed.setdefault(above[:depth], []).append(above[number])
    for above, keys in fixed.items():
        parents = dict(zip(owners, above, strict=False))
        for start in range(0, len(keys), _PAGE):
            part = list(dict.fromkeys(keys[start : start + _PAGE]))
            yield QuerySet(model).using(reader).filter(**parents, **{f"{name}__in": part}).scan()


# Rows with what goes with them


def owned(model: type[Resource]) -> list[ToMany]:
    """Return the relations whose rows go with a deleted row, and can be made again."""
    found: dict[str, ToMany] = {}
    for relation in model.relations.values():
        if not isinstance(relation, ToMany) or relation.ids is not None:
            continue
        target: type[Resource] = relation.target
        if is_restorable(target) and _goes_along(model, relation):
            found.setdefault(target.endpoint.path, relation)
    return list(found.values())


def _goes_along(model: type[Resource], relation: ToMany) -> bool:
    target: type[Resource] = relation.target
    if lives_below(target, model):
        return True
    if relation.by is None:
        return False
    # A tree's branch goes with its twigs; what can only be created for its owner, with that.
    same = target.endpoint.path == model.endpoint.path
    return same or bool(mapper_for(target).field(relation.by).options.create_only)


def lost(model: type[Resource]) -> list[str]:
    """Return the relations whose rows go with a deleted row, and cannot be made again."""
    return [
        name
        for name, relation in model.relations.items()
        if isinstance(relation, ToMany)
        and relation.ids is None
        and lives_below(relation.target, model)
        and not is_restorable(relation.target)
    ]


def _includes(model: type[Resource]) -> list[str]:
    fields = [
        mapped.options.include
        for mapped in mapper_for(model).fields.values()
        if mapped.options.include and not mapped.options.readonly
    ]
    wanted = [*fields, *(one.include for one in owned(model) if one.include)]
    return [word for word in model.endpoint.includes if word in wanted]


def _kept(item: Resource, relation: str | None) -> Kept:
    model, row = type(item), item._state.row
    found = {}
    for wire, mapped in mapper_for(model).wires.items():
        if mapped.options.readonly:
            continue
        shown = shown_wire(model, mapped)
        value = None if shown is None else row.get(shown)
        if value is None and wire == PICTURE:
            value = row.get(_SERVED)
        if value is not None:
            found[wire] = value
    return Kept(model, item.pk, dict(item._state.parents), found, relation)


def _read_below(reader: UnitOfWork, level: list[tuple[Kept, Any]], gone: set[Place]) -> None:
    """Read what goes with rows, level by level, and what refers to them."""
    while level:
        below: list[tuple[Kept, Any]] = []
        models: dict[type[Resource], list[tuple[Kept, Any]]] = {}
        for tree, item in level:
            gone.add(place_of(item))
            models.setdefault(tree.model, []).append((tree, item))
        for model, pairs in models.items():
            for relation in owned(model):
                rows = _rows_below(reader, relation, [item for _, item in pairs])
                for tree, item in pairs:
                    for child in rows.get(item.pk, ()):
                        kept = _kept(child, relation.name)
                        tree.below.append(kept)
                        below.append((kept, child))
            _read_referring(reader, model, [tree for tree, _ in pairs], gone)
        level = below


def _rows_below(
    reader: UnitOfWork, relation: ToMany, parents: Sequence[Any]
) -> dict[Any, list[Resource]]:
    """Return the rows of a relation by their parents' keys."""
    model: type[Resource] = relation.target
    widest = model.endpoint.everywhere
    if (
        relation.by is None
        and relation.include is None
        and widest is not None
        and not widest.placeholders
        and len(parents) > 1
    ):
        rows = QuerySet(model).using(reader).scan()
        # One list of all has fewer pages than these are parents, or it has not.
        if rows.count() <= _PAGE * (len(parents) - 1):
            name = relation.placeholder()
            found: dict[Any, list[Resource]] = {}
            for item in rows:
                found.setdefault(item._state.row.get(name), []).append(item)
            return found
    return {parent.pk: list(getattr(parent, relation.name).scan()) for parent in parents}


def _read_referring(
    reader: UnitOfWork, model: type[Resource], trees: Sequence[Kept], gone: set[Place]
) -> None:
    """Read what the API takes the keys of deleted rows out of."""
    by_key = {str(tree.key): tree for tree in trees}
    path, params = model.endpoint.path, {"id:in": ",".join(by_key)}
    if "{" in path:
        return
    for effect, _, names in effects_of("DELETE", path, params, None):
        if effect.by is None or effect.by[0] not in names or effect.by[1] != effect.own:
            continue
        target = _listed(effect.collection)
        field = effect.by[0]
        if target is None or field not in mapper_for(target).fields:
            continue
        mapped = mapper_for(target).field(field)
        for item in _holding(reader, target, field, [tree.key for tree in trees]):
            if place_of(item) in gone:
                continue
            held = item._state.row.get(mapped.wire)
            for key in held if isinstance(held, list) else [held]:
                tree = by_key.get(str(key))
                if tree is not None:
                    one = Referring(target, item.pk, dict(item._state.parents), mapped.wire)
                    tree.referring.append(one)


def _listed(path: str) -> type[Resource] | None:
    found = [one for one in _below(Resource) if getattr(one, "endpoint", None) is not None]
    return next((one for one in found if one.endpoint.path == path), None)


def _below(model: type[Any]) -> Iterator[type[Any]]:
    for child in model.__subclasses__():
        yield child
        yield from _below(child)


def _holding(
    reader: UnitOfWork, model: type[Resource], field: str, keys: list[Any]
) -> Iterator[Resource]:
    """Yield the rows that hold one of some keys, with little more than that."""
    all_of_them: QuerySet[Any] = QuerySet(model).using(reader)
    base = all_of_them.only(model.endpoint.key or "id", field)
    wide = base.filter(**{f"{field}__in": keys}).scan()
    if len(keys) <= _FEW and wide.explain().full_scan:
        for key in keys:
            yield from base.filter(**{field: key}).scan()
        return
    yield from wide
