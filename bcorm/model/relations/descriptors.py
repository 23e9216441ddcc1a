"""`one` and `many`: relationships between resources, as descriptors.

On the class they are the relation, on an instance an object or a `RelatedSet`: the rows of a
to-many relation, as a queryset. What is loaded of it answers from memory, with the children that
are new; see `to_many`. A relation is either a path below its parent, a foreign key, a list of keys,
or a filter on a flat collection.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, overload

from bcorm.exceptions import InvalidValue, StateError
from bcorm.http.credentials import Hidden
from bcorm.model import memory, writing
from bcorm.model.idioms import ARGUMENTS
from bcorm.model.mapper import Relation, ToMany, ToOne, Within, mapper_for
from bcorm.model.memory import Phase
from bcorm.model.queryset import QuerySet
from bcorm.model.reading import Reader, Result
from bcorm.model.relations import to_many
from bcorm.model.relations.to_many import asked_again, children
from bcorm.model.relations.to_one import below, load_one
from bcorm.model.resource import Resource, is_row_of, named
from bcorm.model.types import Sequence
from bcorm.model.unit_of_work import current_session, require_session
from bcorm.synonyms import spelled, taught

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import Never, Self

R = TypeVar("R", bound=Resource)


def check_target(relation: Relation, value: Any, expected: str) -> None:
    """Raise InvalidValue or StateError for what a relation cannot refer to."""
    if not is_row_of(value, relation.target):
        raise InvalidValue(relation.owner, relation.name, value, expected)
    if value._state.phase is Phase.DELETED:
        raise StateError(f"{value!r} was deleted")


def attach(child: Resource, parent: Resource | None) -> None:
    """Put a new child below its parent, which may itself be unsaved; it leaves another one."""
    state = child._state
    if state.owner is not None and state.owner is not parent:
        memory.leave(state.owner, child)
    if parent is None:
        state.owner = None
        state.parents = {}
        return
    _stand_last(child, parent)
    placeholder = type(child).endpoint.placeholder_below(type(parent).endpoint)
    state.parents = {**state.parents, **parent._state.parents}
    if parent.pk is None:
        state.owner = parent
        state.parents.pop(placeholder, None)
        memory.join(parent, "", child)
    else:
        state.owner = None
        state.parents[placeholder] = parent.pk
        for relation in below(type(parent), type(child)):
            memory.join(parent, relation.name, child)


def _stand_last(child: Resource, parent: Resource) -> None:
    """Give a new child that does not say its place the one after its siblings that are known."""
    for mapped in mapper_for(type(child)).ordinals:
        if child.__dict__.get(mapped.name) is not None or child._state.phase is Phase.PERSISTENT:
            continue
        last = _last_place(child, parent, mapped.name)
        if last is not None:
            setattr(child, mapped.name, last + 1)


def _last_place(child: Resource, parent: Resource, name: str) -> int | None:
    saved = []
    for joined in (parent._state.added or {}).values():
        for other in reversed(joined.values()):
            if other is child or not is_row_of(other, type(child)):
                continue
            if other._state.phase is not Phase.PERSISTENT:
                place: int | None = other.__dict__.get(name)
                return place
            saved.append(other)
    if parent._state.phase is not Phase.PERSISTENT:
        return -1
    (relation,) = below(type(parent), type(child)) or (None,)
    loaded = None if relation is None else to_many.known(parent, relation)
    if loaded is None:
        return None
    return max((getattr(one, name) for one in (*loaded, *saved)), default=-1)


def _add_key(holder: Resource, field: str, other: Resource) -> None:
    """Put the key of an object into another one's list of keys, once there is one."""
    if other.pk is None:
        holder._link_also(field, [other])
        return
    keys = getattr(holder, field)
    if keys is None:
        setattr(holder, field, [other.pk])
    elif other.pk not in keys:
        keys.append(other.pk)


class Known(Reader[R]):
    """Reads the rows of a relation that are known already."""

    def __init__(self, asked: Reader[R], loaded: list[R], relation: ToMany) -> None:
        super().__init__(asked.model, asked.query, asked.session)
        self._loaded = loaded
        self._relation = relation

    def rows(self, *, whole: bool = False) -> Iterator[dict[str, Any]]:
        """Yield the rows that the query asks for."""
        del whole  # they are there
        query = self.answered().query
        yield from map(
            to_many.current, to_many.select(self.model, self._loaded, query, self._relation)
        )


@taught(ARGUMENTS)
class RelatedSet(QuerySet[R], Generic[R]):
    """A `QuerySet` that knows whose relation it is."""

    def __init__(self, model: type[R], parent: Resource, relation: ToMany) -> None:
        super().__init__(model)
        self._parent = parent
        self._relation = relation
        self._session = parent._state.session
        self._query = to_many.related_query(parent, relation)

    def _subquery(self) -> None:
        return None  # what is loaded is there, and what was added has no condition

    def _open(self) -> Result[R]:
        """Answer from what is loaded, or load it for the parent's peers too, or ask the API."""
        loaded = self._children(whole=True)
        if loaded is None:
            return super()._open()
        query = self._answered()._query
        return Result.of(to_many.select(self.model, loaded, query, self._relation))

    def _children(self, *, whole: bool = False) -> list[R] | None:
        """Return the parent's rows, all of them, if they are to answer; None if the API is to.

        Args:
            whole: whether to load them if all of them are asked for.
        """
        parent, relation, query = self._parent, self._relation, self._query
        base = to_many.related_query(parent, relation)
        if query.empty and not base.empty:
            return []  # none()
        if not to_many.evaluable(self.model, query):
            return None
        part = not (query.include or query.only or query.defer)
        wanted = (whole and to_many.is_plain(query, base)) or (
            part and asked_again(parent, relation)
        )
        return children(parent, relation, load=wanted, scanning=query.scanning)

    def _selecting(self, names: tuple[str, ...]) -> Reader[R]:
        reader = super()._selecting(names)
        loaded = self._children()
        return reader if loaded is None else Known(reader, loaded, self._relation)

    def count(self) -> int:
        """Return the number of rows: of those loaded, or as the API tells."""
        if self._children() is None:
            return super().count()
        return len(self._rows().all())

    def all(self) -> Self:
        """Return a copy: what is loaded and what was added, or else the store's rows.

        A relation is loaded once, for the parent and its peers. `session.refresh(parent,
        ["images"])` lets it be loaded again.
        """
        return super().all()

    def last(self) -> R | None:
        """Return the last row in the set's order, or None: of those loaded, or as the API tells."""
        if self._children() is None:
            return super().last()
        rows = self._rows().all()
        return rows[-1] if rows else None

    def add(self, *objects: R | Mapping[str, Any]) -> None:
        """Relate objects; new ones join the parent's session, and are created by its commit.

        A mapping stands for a new object of its values.

        Raises:
            InvalidValue: an object is of another class.
            StateError: a saved object cannot be moved below another parent, nor can a new one that
                was added to another.
        """
        parent, relation = self._parent, self._relation
        for each in objects:
            item: Any = self.model(**each) if isinstance(each, Mapping) else each
            keys = "" if relation.ids is None else f": {relation.ids} takes keys"
            expected = f"a {self.model.__name__} or a mapping of its fields{keys}"
            if isinstance(item, (str, os.PathLike)) and hasattr(self.model, "upload"):
                expected += f"; .{relation.name}.upload(path) sends a file"
            check_target(relation, item, expected)
            if relation.by is not None:
                self._refuse_other_link(item, relation.by)
            elif relation.ids is None:
                self._refuse_other_parent(item)
            session = parent._state.session
            if session is not None and item._state.session is not session:
                session.add(item)  # it may refuse, and then nothing has happened
            if relation.ids is not None:
                _add_key(parent, relation.ids, item)
            elif relation.by is not None:
                self._set_foreign_key(item)
            else:
                attach(item, parent)
            memory.join(parent, relation.name, item)

    def remove(self, *objects: R) -> None:
        """Take objects out of the relation, with the next commit.

        Out of a list of keys they are taken; the parent's commit saves it. Rows that live below the
        parent are deleted.

        Raises:
            InvalidValue: an object is of another class, or not in the relation.
            StateError: the rows name the parent in a field: assign another one, or delete them.
        """
        for item in objects:
            check_target(self._relation, item, f"a {self.model.__name__} of this relation")
        if self._relation.ids is None:
            self._delete(objects)
            return
        field, parent = self._relation.ids, self._parent
        waiting = (parent._state.links or {}).get(field, ())
        gone = {item.pk for item in objects}
        setattr(parent, field, [key for key in getattr(parent, field) or [] if key not in gone])
        parent._link_also(field, [one for one in waiting if all(one is not it for it in objects)])

    def new(self, **values: Any) -> R:
        """Make an object below the parent without sending it: the parent's commit creates it."""
        item = self.model(**values)
        self.add(item)
        return item

    def create(self, **values: Any) -> R:
        """Create a row below the parent now; below an unsaved parent, with the parent's commit.

        In a relation that is a list of keys, the parent's commit saves the longer list.

        Raises:
            CommitError: the API refused the row; the object is not kept for the next commit.
            InvalidValue: it lacks a required value; nothing was sent.
        """
        session = self._parent._state.session or current_session.get()
        if self._relation.ids is not None:
            item = self.model(**values)
            require_session(session).insert(item)
            self.add(item)
            return item
        item = self.new(**values)
        if self._parent.pk is not None:
            try:
                require_session(session).insert(item)
            finally:
                if item._state.session is None:  # refused
                    memory.leave(self._parent, item)
        return item

    def bulk_create(self, objects: Iterable[R]) -> list[R]:
        """Create many rows below the parent, in as few requests as the endpoint's batches allow.

        Below an unsaved parent, with the parent's commit. In a relation that is a list of keys, the
        parent's commit saves the longer list.

        Raises:
            InvalidValue: one is of another class; nothing was sent.
            CommitError: some were refused; its report says which, and the others are saved.
        """
        given = Hidden(writing.several("bulk_create()", objects))
        del objects  # what is refused may be a mapping with a secret in it
        items = writing.rows_of(self.model, given)
        session = self._parent._state.session or current_session.get()
        if self._relation.ids is not None:
            writing.create(require_session(session), items)
            self.add(*items)
            return items
        self.add(*items)
        if self._parent.pk is not None:
            writing.create(require_session(session), items)
        return items

    def _delete(self, objects: Iterable[R]) -> None:
        """Mark rows below the parent for deletion by the next commit; new ones are forgotten."""
        if self._relation.by is not None:
            raise StateError(
                f"{self._relation!r}: the rows live on their own and name their "
                f"{type(self._parent).__name__} in {self._relation.by}: assign another one, or "
                "session.delete(...) them"
            )
        children = {id(item): item for item in self.all()}
        for item in objects:
            if id(item) not in children:
                expected = f"a {self.model.__name__} of {self._parent!r}"
                raise InvalidValue(self._relation.owner, self._relation.name, item, expected)
            if item._state.phase is not Phase.PERSISTENT:
                memory.leave(self._parent, item)
            if item._state.session is not None:
                item._state.session.delete(item)

    def clear(self) -> None:
        """Take all objects out of the relation, with the next commit; see `remove`."""
        self.remove(*self.all())

    def __delitem__(self, index: int | slice) -> None:
        """Take one object, or a part of them, out of the relation; see `remove`."""
        rows = list(self.all())
        found = rows[index]
        self.remove(*(found if isinstance(found, list) else [found]))

    if not TYPE_CHECKING:

        def __setitem__(self, index: Any, item: Any) -> NoReturn:
            raise TypeError(f"no row takes another's place: .{self._relation.name}.set(objects)")

    def set(self, objects: Iterable[R | Mapping[str, Any]]) -> None:
        """Let the relation have these objects and no others, with the next commit.

        Others are taken out as `remove` does, and what is not among them comes as by `add`.
        """
        wanted = list(writing.several("set()", objects))
        kept = [one for one in self.all() if one in wanted]
        self.remove(*(one for one in self.all() if one not in kept))
        self.add(*(one for one in wanted if one not in kept))

    def __iadd__(self, _items: Any) -> Self:
        raise TypeError(f"write .{self._relation.name}.extend(objects), or .add(object)")

    def append(self, item: R | Mapping[str, Any]) -> None:
        """Relate one object, as `add` does."""
        self.add(item)

    def extend(self, items: Iterable[R | Mapping[str, Any]]) -> None:
        """Relate some objects, as `add` does."""
        self.add(*writing.several("extend()", items))

    def __contains__(self, item: object) -> bool:
        """Whether an object is in the relation."""
        return any(one is item or one == item for one in self)

    def upload(self, file: Any, filename: str | None = None, **values: Any) -> R:
        """Send a file that becomes a row below the parent now: `product.images.upload("mug.png")`.

        Args:
            file: a path, a file opened with mode "rb", or its bytes.
            filename: its name, whose ending says the format; by default that of the file.
            values: further fields of the row.

        Raises:
            FileNotFoundError: there is no file at the path; nothing was sent.
            StateError: the parent is not saved yet.
            TypeError: such rows are not uploaded, or `file` is no file.
        """
        send = getattr(self.model, "upload", None)
        if send is None or not self.model.endpoint.placeholders:
            raise TypeError(f"{self.model.__name__} rows are not made of files: use create(...)")
        if self._parent._state.phase is not Phase.PERSISTENT:
            raise StateError(f"{self._parent!r} is not saved yet: commit it, then upload")
        item: R = send(self._parent, file, filename, **values)
        memory.join(self._parent, self._relation.name, item)
        return item

    def _refuse_other_parent(self, item: R) -> None:
        """Refuse to put an object below the parent that lives below another one."""
        state, parent = item._state, self._parent
        if state.phase is Phase.PERSISTENT:
            raise StateError(f"{item!r} cannot move to another {self._relation.owner.__name__}")
        if state.owner is not None and state.owner is not parent:
            raise StateError(f"{item!r} was added to {state.owner!r} already")
        key = state.parents.get(self._relation.placeholder())
        if key is not None and key != parent.pk:
            owner = self._relation.owner.__name__
            raise StateError(f"{item!r} was added to the {owner} {key!r} already")

    def _refuse_other_link(self, item: R, field: str) -> None:
        """Refuse to relate an object that waits for the key of another parent."""
        linked = (item._state.links or {}).get(field)
        named = mapper_for(self.model).field(field)
        if linked and linked[0] is not self._parent and not isinstance(named.converter, Sequence):
            raise StateError(f"{item!r} was added to {linked[0]!r} already")

    def _set_foreign_key(self, item: R) -> None:
        field = self._relation.by
        assert field is not None
        if isinstance(mapper_for(self.model).field(field).converter, Sequence):
            _add_key(item, field, self._parent)
        elif self._parent.pk is None:
            item._link(field, self._parent)
        else:
            setattr(item, field, self._parent.pk)


@spelled
class one(ToOne, Generic[R]):  # noqa: N801 - read as a word in declarations
    """A single related object: `brand = one(Brand, via="brand_id")`.

    Args:
        target: the class, or its name where it is declared later.
        via: the field that holds the other's key; 0 and None mean no object.
        parent: True for the object under whose path this one lives.
        below: True for the only object of its kind under the path of this one.
        include: the word of the API's `include` that brings the row along.
    """

    def __init__(
        self,
        target: type[R] | str,
        *,
        via: str | None = None,
        parent: bool = False,
        below: bool = False,
        include: str | None = None,
    ) -> None:
        self._target = target
        self.via = via
        self.parent = parent
        self.below = below
        self.include = include

    if TYPE_CHECKING:

        @property
        def target(self) -> type[R]:
            """The related class."""

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...  # Product.brand
    @overload
    def __get__(self, instance: Resource, owner: type[Any]) -> R | None: ...  # product.brand
    def __get__(self, instance: Resource | None, owner: type[Any]) -> Self | R | None:
        if instance is None:
            return self
        found: R | None = load_one(instance, self)
        return found

    def __set__(self, instance: Resource, value: R | None) -> None:
        """Relate `instance` to another object, saved or not. None removes the relation.

        Raises:
            InvalidValue: `value` is of another class.
            StateError: the relation is the parent's path, which a saved row cannot leave; or
                `value` was deleted, is new in another session, or is a row of another store.
        """
        if value is not None:
            key = f": {self.via} takes a key" if self.via is not None else ""
            if isinstance(value, str):
                name = named(self.target)
                key += f"; by its name, {self.target.__name__}.objects.get({name}={value!r:.60})"
            check_target(self, value, f"a {self.target.__name__} or None{key}")
            memory.check_store(instance._state.session, value)
        state = instance._state
        if self.below:
            raise StateError(
                f"{self!r} is not assigned: create the {self.target.__name__}, or change the one "
                "that is there"
            )
        if self.parent:
            if state.phase is Phase.PERSISTENT:
                raise StateError(f"{instance!r} cannot move to another {self.target.__name__}")
            attach(instance, value)
            return
        assert self.via is not None
        if value is not None and value.pk is None:
            instance._link(self.via, value)
        else:
            setattr(instance, self.via, 0 if value is None else value.pk)
        memory.remember(instance, self.name, value)

    def initialize(self, instance: Resource, value: Any) -> None:
        """Take the object that the constructor was given, as a part of the address, too."""
        mapped = mapper_for(type(instance)).fields.get(self.via or "")
        address = self.via in type(instance).endpoint.owners
        if value is None or not (address and mapped is not None and mapped.options.readonly):
            self.__set__(instance, value)
            return
        check_target(self, value, f"a {self.target.__name__}: {self.via} takes a key")
        if value.pk is None:
            raise StateError(f"{value!r} has no key yet: commit it first")
        instance._state.parents = {**instance._state.parents, self.via: value.pk}
        memory.remember(instance, self.name, value)


@spelled
class many(ToMany, Generic[R]):  # noqa: N801 - read as a word in declarations
    """Related objects: `images = many(ProductImage, include="images")`.

    Args:
        target: the class, or its name where it is declared later.
        include: the word of the API's `include` that brings the rows along with the parent.
        by: for a flat collection, the target's field that holds the parent's key.
        ids: the parent's field that lists the targets' keys.
        nested: the wire name under which a new parent's POST takes its new children.
        include_cap: how many rows the API includes at most; a list that long is read again.
        within: where the rows of many parents come along, if the API lists them for one only.
    """

    def __init__(
        self,
        target: type[R] | str,
        *,
        include: str | None = None,
        by: str | None = None,
        ids: str | None = None,
        nested: str | None = None,
        include_cap: int | None = None,
        within: Within | None = None,
    ) -> None:
        self._target = target
        self.include = include
        self.include_cap = include_cap
        self.within = within
        self.by = by
        self.ids = ids
        self.nested = nested

    if TYPE_CHECKING:

        @property
        def target(self) -> type[R]:
            """The related class."""

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...  # Product.options
    @overload
    def __get__(self, instance: Resource, owner: type[Any]) -> RelatedSet[R]: ...  # product.options
    def __get__(self, instance: Resource | None, owner: type[Any]) -> Self | RelatedSet[R]:
        if instance is None:
            return self
        return RelatedSet(self.target, instance, self)

    # Checkers refuse it as well: no instance is a Never. What a constructor takes is the value.
    def __set__(self, instance: Never, value: Iterable[R | Mapping[str, Any]]) -> None:
        raise AttributeError(
            f"{self.owner.__name__}.{self.name} is a relation: "
            f"use .{self.name}.set(...), .add(...), .create(...) or .clear()"
        )

    def initialize(self, instance: Resource, value: Any) -> None:
        """Add the objects that the constructor was given, or made of the mappings it was given."""
        if not isinstance(value, Iterable) or isinstance(value, (str, Mapping)):
            raise InvalidValue(
                self.owner,
                self.name,
                value,
                f"a list of {self.target.__name__} objects or mappings",
            )
        children = [self.target(**one) if isinstance(one, Mapping) else one for one in value]
        RelatedSet(self.target, instance, self).add(*children)

    def placeholder(self) -> str:
        """The path parameter of the target that is the parent's key."""
        return self.target.endpoint.placeholder_below(self.owner.endpoint)


S = TypeVar("S", bound=RelatedSet[Any])

if TYPE_CHECKING:

    class many_of(many[R], Generic[R, S]):  # noqa: N801
        """A `many` as built stubs declare it: with the type of the set that it hands out."""

        @overload
        def __get__(self, instance: None, owner: type[Any]) -> Self: ...
        @overload
        def __get__(self, instance: Resource, owner: type[Any]) -> S: ...
        def __get__(  # narrower than what it says without stubs
            self, instance: Resource | None, owner: type[Any]
        ) -> Self | S: ...
