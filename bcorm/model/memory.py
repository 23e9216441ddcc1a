"""What is known of an object: its state, what was changed of it, and how old its parts are.

`State` is what an object knows beside its attributes; everything that has a say in its life reads
it. `Tracking` notices changes, assigned or made in place. It knows only *that* a field may have
changed; what is sent is found by comparing with the loaded row, see `session.requests`. `Peers`
are the objects that were loaded together.

What a session remembers of rows and relations is written down by the functions here only. The
session has a clock that ticks with each request. A row is as old as the sending of the request
that brought it, and field by field what is newer stays: rows may come late, because they rode along
with others and were looked at later, because they were read ahead, or because several requests were
under way. What was settled by a write, or made stale by one, is as old as that write's answer.

What the store showed of a relation is in `State.related`, as objects; rows that came along with
the object's own row and that nobody has looked at yet are still in that row. New children, and
those that were created since, are in `State.added`.
"""

from __future__ import annotations

import enum
from types import MethodType
from typing import TYPE_CHECKING, Any, ClassVar
from weakref import ref

from bcorm.exceptions import ReadOnlyFieldError, StateError
from bcorm.http.credentials import Hidden
from bcorm.model.mapper import mapper_for
from bcorm.model.tracked import nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    from bcorm.model.mapper import MappedField, ToMany
    from bcorm.model.resource import Resource
    from bcorm.model.unit_of_work import UnitOfWork


class Peers:
    """The objects of one result, held weakly: what is touched on one is loaded for all.

    Attributes:
        touched: names of relations and fields that were loaded lazily for this group; the
            result's next pages ask for them at once where an `include` can carry them. What the
            numbers mean is known to `relations.to_many`.
        below: the children of all members in a relation, by its name; they are peers as well.

    Args:
        gather: makes objects of the rest of the members, where they are in rows that nobody has
            looked at yet.
    """

    __slots__ = ("_gather", "_lost", "_members", "_whole", "below", "touched")

    def __init__(self, gather: Callable[[], None] | None = None) -> None:
        self._gather = gather
        self.below: dict[str, Peers] = {}
        self._members: list[Any] = []
        self.touched: dict[str, int] = {}
        # Members that lost parts of their rows, and how many members and losses were looked at
        # when a part was read for all that lacked it.
        self._lost: list[Any] = []
        self._whole: dict[Any, tuple[int, int]] = {}

    def extend(self, members: list[Any]) -> None:
        """Add weak references of objects."""
        self._members.extend(members)

    def clear(self) -> None:
        """Let the members go; what was touched stays known."""
        self._members, self._lost, self._whole, self.below = [], [], {}, {}

    def lose(self, member: Any) -> None:
        """Take notice that a member lost parts of its row."""
        if self._whole:
            self._lost.append(ref(member))
            if len(self._lost) > len(self._members):
                self._lost, self._whole = [], {}

    def suspects(self, part: Any) -> Iterator[Any]:
        """Iterate over the living members that may lack a part of their rows."""
        members, losses = self._whole.get(part, (0, 0))
        for group in (self._members[members:], self._lost[losses:]):
            for member in group:
                alive = member()
                if alive is not None:
                    yield alive

    def complete(self, part: Any) -> None:
        """Take notice that a part was read for all that lacked it."""
        self._whole[part] = (len(self._members), len(self._lost))

    def __iter__(self) -> Iterator[Any]:
        """Iterate over the members that are still alive, in the result's order."""
        if self._gather is not None:
            self._gather()
        for member in self._members:
            alive = member()
            if alive is not None:
                yield alive

    def after(self, start: int) -> Iterator[tuple[int, Any]]:
        """Iterate over the members from a place on that are still alive, with their places."""
        for place in range(start, len(self._members)):
            alive = self._members[place]()
            if alive is not None:
                yield place, alive

    def __len__(self) -> int:
        return len(self._members)


LINK = frozenset({"url", "resource"})


def is_link(raw: Any) -> bool:
    """Whether a V2 row holds only the address of something, because it was not included."""
    return isinstance(raw, dict) and raw.keys() == LINK


class Phase(enum.Enum):
    """Where an object is in its life, in SQLAlchemy's words."""

    TRANSIENT = "transient"
    PENDING = "pending"
    PERSISTENT = "persistent"
    DELETED = "deleted"


class State:
    """The bookkeeping of one object.

    Attributes:
        row: the row as the API last sent it; {} before the object was saved.
        parents: the path parameters under which it lives, by name.
        owner: the object whose key the innermost path parameter is, while that is not saved.
        links: objects that are not saved yet and whose keys a field waits for, by its name: one for
            a foreign key, some for a list of keys.
        session: where it is loaded or added; None once it is detached.
        changed: names of fields that were assigned or changed in place.
        held: values that were handed out and can be changed in place, of fields whose loaded
            value was dropped since; they come back when the field is loaded, or they change.
        peers: the result it was loaded with.
        related: materialised relations, by name.
        added: new children, by the name of the relation that they joined ("" where it was only
            said below whom they are), then by `id()`.
        partial: whether the row lacks fields that the API would show.
        phase: see `Phase`.
        hash: the object's hash, once it was asked for: it stays the same for life.
        asked: how old the row is: when, by the session's clock, the request was sent that brought
            it. What comes later and is older changes nothing, see `memory`.
        ages: when that was for the parts of the row of which it was not `asked`; and for those
            that were written, or that a write made stale, the moment of that.
        stale: the last known values of what a write changed elsewhere on the server, by wire name;
            they are no base to compare with, but a session that may not load them shows them.
        late: those that a write changes on the server some time after it was answered, with what
            they were before: until something else is shown, they are no base either.
    """

    __slots__ = ("__dict__", "__weakref__", "asked", "parents", "peers", "row", "session")

    # Class attributes are the values of an object that was just loaded: thousands are made per
    # page, and most of them never change anything.
    changed: set[str] | None = None
    held: dict[str, Any] | None = None
    related: dict[str, Any] | None = None
    added: dict[str, dict[int, Any]] | None = None
    links: dict[str, tuple[Any, ...]] | None = None
    owner: Any | None = None
    partial: bool = False
    phase: Phase = Phase.PERSISTENT
    ages: dict[str, int] | None = None
    stale: dict[str, Any] | None = None
    late: dict[str, Any] | None = None
    hash: int | None = None

    def __init__(
        self,
        row: dict[str, Any],
        parents: Mapping[str, Any],
        session: UnitOfWork | None,
        peers: Peers | None,
        asked: int = 0,
    ) -> None:
        self.asked = asked
        self.row = row
        self.parents = parents
        self.session = session
        self.peers = peers


def of_one_store(one: Any, other: Any) -> bool:
    """Whether the rows of two sessions are those of one store; of none, nobody can tell."""
    if one is None or other is None or one is other:
        return True
    return bool(one.client.qualified_store_key == other.client.qualified_store_key)


def check_store(session: Any, other: Tracking) -> None:
    """Refuse an object whose key names another row in the store of a session, or none.

    Raises:
        StateError: it is of another store.
    """
    if not of_one_store(session, other._state.session):
        raise StateError(
            f"{other!r} is a row of another store, where its key names another: find its match in "
            "this one by what it is called"
        )


def _keys_for(item: Any, name: str, value: Any) -> tuple[Any, list[Any], str]:
    """Take the keys of objects that stand for theirs in a list.

    Returns:
        The keys of those that have one, the objects, and the name of their relation.

    Raises:
        StateError: an object is of another store.
    """
    given = value if isinstance(value, (list, tuple)) else ()
    relation = None
    if any(isinstance(one, Tracking) for one in given):
        relation = next((one for one in item.relations.values() if one.ids == name), None)
    if relation is None:
        return value, [], ""
    keys: list[Any] = []
    objects: list[Any] = []
    for one in given:
        if not isinstance(one, relation.target) or one._state.phase is Phase.DELETED:
            keys.append(one)
            continue
        check_store(item._state.session, one)
        objects.append(one)
        keys += [] if one.pk is None else [one.pk]
    return keys, objects, relation.name


class Tracking:
    """The part of `Resource` that knows what was loaded and what was changed."""

    _state: ClassVar[Any]

    def __delattr__(self, name: str) -> None:
        """Give up what was set: the field has its loaded value again."""
        mapped = mapper_for(type(self)).fields.get(name)
        if mapped is None:
            object.__delattr__(self, name)
            return
        state = self._state
        value = self.__dict__.get(name)
        if not mapped.converter.mutable or not mapped.renew(value, state.row.get(mapped.wire)):
            self._drop(mapped)
        if state.changed:
            state.changed.discard(name)
        if state.links:
            state.links.pop(name, None)

    def _drop(self, mapped: MappedField) -> None:
        """Let a field's value be taken from the row when it is read again.

        One that was handed out and can be changed in place goes on belonging to the object.
        """
        value = self.__dict__.pop(mapped.name, None)
        if value is not None and mapped.converter.mutable:
            state = self._state
            state.held = {**(state.held or {}), mapped.name: value}

    def _assign(self, mapped: MappedField, value: Any) -> None:
        """Convert, check, take note: what happens on every assignment to a field."""
        state = self._state
        if mapped.options.create_only and state.phase is Phase.PERSISTENT:
            same = not isinstance(value, Hidden) and self._holds(mapped, value)
            if not same and not self._holds(mapped, mapped.coerce(type(self), value, nobody)):
                self._refuse_change(mapped)
            return
        self._refuse_change(mapped)
        value, objects, relation = _keys_for(self, mapped.name, value)
        # What has no value stays without one, even if the API would not take a null.
        if value is not None or not self._holds(mapped, None):
            value = mapped.coerce(type(self), value, self._noticer(mapped))
        if state.links:
            state.links.pop(mapped.name, None)
        self._note(mapped.name)
        self.__dict__[mapped.name] = value
        if waiting := [one for one in objects if one.pk is None]:
            self._link_also(mapped.name, waiting)
        me: Any = self
        for one in objects if state.session is None else ():
            join(me, relation, one)  # so that the session that it joins can tell whose they are

    def _link(self, name: str, other: Tracking) -> None:
        """Let a foreign key wait for the key of an object that is not saved yet.

        Raises:
            ReadOnlyFieldError: the field cannot be changed.
            StateError: the other is new in another session.
        """
        self._refuse_change(mapper_for(type(self)).field(name))
        state = self._state
        if state.session is not None:
            state.session.add(other)
        state.links = {**(state.links or {}), name: (other,)}
        self.__dict__[name] = None
        self._note(name)

    def _link_also(self, name: str, others: Iterable[Tracking]) -> None:
        """Let a list of keys wait for those of objects that are not saved yet, beside its own.

        Raises:
            ReadOnlyFieldError: the field cannot be changed.
            StateError: one of them is new in another session.
        """
        self._refuse_change(mapper_for(type(self)).field(name))
        state = self._state
        waiting = (state.links or {}).get(name, ())
        more = tuple(other for other in others if all(other is not one for one in waiting))
        if not more:
            return
        for other in more if state.session is not None else ():
            state.session.add(other)
        if getattr(self, name) is None:
            setattr(self, name, [])
        state.links = {**(state.links or {}), name: (*waiting, *more)}
        self._note(name)

    def _refuse_change(self, mapped: MappedField) -> None:
        """Refuse a change that cannot be, or that nobody would save.

        Raises:
            ReadOnlyFieldError: the field cannot be changed, or not any more.
            StateError: the object was deleted.
        """
        if self._state.phase is Phase.DELETED:
            raise StateError(f"{self!r} was deleted: {mapped.name} cannot be changed any more")
        if mapped.options.readonly:
            raise ReadOnlyFieldError(type(self), mapped.name, mapped.options.instead)
        if mapped.options.create_only and self._state.phase is Phase.PERSISTENT:
            raise ReadOnlyFieldError(type(self), mapped.name, "it can only be set on a new object")

    def _holds(self, mapped: MappedField, value: Any) -> bool:
        """Whether the row was loaded with a value, so that sending it would change nothing."""
        options, row = mapped.options, self._state.row
        if self._state.late and mapped.wire in self._state.late:
            return False  # nobody knows what it will be by then
        if options.shown_as is not None:
            twin = mapper_for(type(self)).fields[options.shown_as].wire
            if twin in row and mapped.same(row[twin], value):
                return True
        if mapped.wire in row:
            return mapped.same(row[mapped.wire], value)
        # What the API leaves out of a whole row has no value.
        whole = self._state.phase is Phase.PERSISTENT and not self._is_deferred(mapped)
        return value is None and whole and not options.write_only

    def _noticer(self, mapped: MappedField) -> Any:
        """Return the callable with which a value inside a field reports that it will change."""
        return MethodType(mapped.changes, self)

    def _note(self, name: str) -> None:
        state = self._state
        if state.changed is None:
            state.changed = set()
        state.changed.add(name)
        if state.held and name in state.held:
            self.__dict__.setdefault(name, state.held.pop(name))
        if state.session is not None:
            state.session.note(self)

    def _is_deferred(self, mapped: MappedField) -> bool:
        """Whether an absent field can be had by asking for it."""
        state = self._state
        if state.phase is not Phase.PERSISTENT:
            return False
        return bool(state.partial or mapped.options.include or mapped.wire in (state.stale or ()))


Row = dict[str, Any]


def newer(state: State, row: Row, asked: int) -> Row:
    """Return the part of a row that is newer than what an object holds, and take note of its age.

    Args:
        state: what is known of the object.
        row: what came of it, perhaps not whole.
        asked: when it was asked for.
    """
    ages, before = state.ages, state.asked
    if ages is None:
        if asked >= before:
            state.asked = asked
            if not row.keys() >= state.row.keys():
                state.ages = dict.fromkeys(state.row.keys() - row.keys(), before)
            if state.late:
                _know(state, row)
            return row
        ages = {}
    held = state.row
    fresh = {
        wire: value
        for wire, value in row.items()
        if asked >= ages.get(wire, before if wire in held else asked)
    }
    if len(fresh) == len(row) and row.keys() >= held.keys() | ages.keys():
        state.asked, state.ages = asked, None
    elif fresh:
        state.ages = {**ages, **dict.fromkeys(fresh, asked)}
    if state.stale or state.late:
        _know(state, fresh)
    return fresh


def renewed(state: State, row: Row, asked: int) -> Row:
    """Take note that a whole row was read just now, whatever was known before; return it."""
    state.asked, state.ages = asked, None
    state.stale = None
    if state.late:
        _know(state, row)
    return row


def absorb(
    instance: Resource, row: dict[str, Any], *, partial: bool, asked: int, whole: bool = False
) -> None:
    """Merge a row into an object, or let it take the old row's place; changes stay.

    Of each field, what was asked for later stays.

    Values that were handed out and can be changed in place are brought up to date rather than
    replaced, so that a reference which a user still holds goes on belonging to the object.
    """
    state = instance._state
    row = renewed(state, row, asked) if whole else newer(state, row, asked)
    if state.changed:
        forget_equal(instance, row)
    state.row = dict(row) if whole else {**state.row, **row}
    if not partial:
        state.partial = False
    values = instance.__dict__
    changed = state.changed or ()
    mapper = mapper_for(type(instance))
    for name in [name for name in values if name != "_state" and name not in changed]:
        mapped = mapper.fields.get(name)
        if mapped is None or (mapped.wire not in row and mapped.wire in state.row):
            if mapped is not None and not mapped.converter.mutable:
                values.pop(name, None)
            continue
        raw = state.row.get(mapped.wire)
        if not mapped.converter.mutable or not mapped.renew(values[name], raw):
            instance._drop(mapped)
    if state.held:
        _bring_back(instance, row)
    if state.related or state.added:
        _forget_embedded(instance, row, asked)
    if state.session is not None:
        state.session.shown(instance)


def _bring_back(instance: Resource, row: dict[str, Any]) -> None:
    """Give the held values that a newer row renews their places again."""
    held = instance._state.held or {}
    mapper = mapper_for(type(instance))
    for name in list(held):
        mapped = mapper.fields[name]
        if name not in instance.__dict__ and mapped.renew(held[name], row.get(mapped.wire)):
            instance.__dict__[name] = held.pop(name)


def forget_equal(instance: Resource, wires: Container[str]) -> None:
    """Forget that fields were set which were set to what they were: such are no changes.

    It can only be told as long as there is a base to compare with, so it is done before that goes.

    Args:
        instance: the object.
        wires: which parts of its row are about to be replaced, or to be known no more.
    """
    state = instance._state
    mapper = mapper_for(type(instance))
    for name in list(state.changed or ()):
        mapped = mapper.fields[name]
        sent = name in instance.__dict__ and name not in (state.links or {})
        if sent and mapped.wire in wires and instance._holds(mapped, instance.__dict__[name]):
            state.changed.discard(name)


def _forget_embedded(instance: Resource, row: dict[str, Any], asked: int) -> None:
    """Drop loaded relations for which a newer row brought rows along."""
    for name, relation in type(instance).relations.items():
        if relation.include is not None and relation.include in row:
            forget(instance, name, asked)


def age(state: State, wire: str) -> int:
    """Return how old a part of a row is."""
    return (state.ages or {}).get(wire, state.asked)


def settle(state: State, wires: Iterable[str], now: int) -> None:
    """Take note that parts of a row were written: what they are is known again."""
    if state.asked == now and state.ages is None:
        return
    written = dict.fromkeys(wires, now)
    state.ages = {**(state.ages or {}), **written}
    for forgotten in (state.stale, state.late):
        for wire in written.keys() & (forgotten or {}).keys():
            del (forgotten or {})[wire]


def outdate(state: State, wires: Iterable[str], now: int, *, late: bool) -> None:
    """Take parts of a row for outdated: they are no base any more to compare changes with.

    Args:
        state: what is known of an object.
        wires: names of the parts.
        now: when that was; what was asked for before does not know of it.
        late: the API may go on showing the old values for a while: they stay, but are no base
            before another value was seen.
    """
    if late:
        held = {wire: state.row.get(wire) for wire in wires if wire in state.row}
        state.late = {**held, **(state.late or {})}
        return
    stale = dict(state.stale or {})
    for wire in wires:
        if wire in state.row or not state.partial:
            stale[wire] = state.row.get(wire)
    state.stale = stale or None
    drop(state, wires, now)


def drop(state: State, wires: Iterable[str], now: int) -> None:
    """Forget parts of a row; what was asked for before `now` does not bring them back."""
    dropped = dict.fromkeys(wires, now)
    if dropped:
        state.row = {wire: raw for wire, raw in state.row.items() if wire not in dropped}
        state.ages = {**(state.ages or {}), **dropped}


def _know(state: State, row: Row) -> None:
    """Forget that parts of a row were outdated which are known again."""
    if state.stale:
        state.stale = {wire: raw for wire, raw in state.stale.items() if wire not in row} or None
    if state.late:  # what is as it was may be the old value still
        state.late = {
            wire: raw for wire, raw in state.late.items() if row.get(wire, raw) == raw
        } or None


def remember(instance: Resource, name: str, value: Any, asked: int | None = None) -> None:
    """Keep what a relation was found to hold: the only place where that is written down.

    Args:
        instance: whose relation it is.
        name: the relation's.
        value: the related object, or all of them.
        asked: when they were asked for, by the session's clock, if they are rows of the store;
            rows that came along with the instance's own are not used if they are older.
    """
    state = instance._state
    if asked is not None:
        word = type(instance).relations[name].include
        if word is not None:
            settle(state, (word,), asked)
        _settle_added(instance, name, asked)
    if state.related is None:
        state.related = {}
    state.related[name] = value


def forget(instance: Resource, name: str, now: int) -> None:
    """Let a relation be found anew: in rows that came along since, or by asking the store.

    Children that are not saved yet stay; the others are among those that are found.
    """
    (instance._state.related or {}).pop(name, None)
    _settle_added(instance, name, now)


def _settle_added(instance: Resource, name: str, asked: int) -> None:
    """Drop the children from a relation's own list that newer rows show, or show to be gone."""
    joined = (instance._state.added or {}).get(name, {})
    for key, item in list(joined.items()):
        state = item._state
        if state.phase is Phase.DELETED or (
            state.phase is Phase.PERSISTENT and state.asked < asked
        ):
            del joined[key]


def added(parent: Resource, relation: ToMany) -> list[Any]:
    """Return the children that were added, without those that were taken back since."""
    state = parent._state
    return [
        item
        for item in (state.added or {}).get(relation.name, {}).values()
        if item._state.phase is not Phase.TRANSIENT or state.session is None
    ]


def referred(item: Resource) -> Iterator[Tracking]:
    """Yield the objects that an object was related to, as far as they are kept."""
    state = item._state
    for one in (state.related or {}).values():
        if isinstance(one, Tracking):
            yield one
    for objects in (state.added or {}).values():
        yield from objects.values()


def unsaved(parent: Resource, relation: ToMany) -> bool:
    """Whether a relation has children that the store does not have yet."""
    return any(item._state.phase is Phase.PENDING for item in added(parent, relation))


def join(parent: Resource, name: str, item: Resource) -> None:
    """Show a new child among its parent's children, loaded or not.

    Args:
        parent: the parent.
        name: the relation that it joins; "" for none in particular.
        item: the child.
    """
    state = parent._state
    if state.added is None:
        state.added = {}
    state.added.setdefault(name, {})[id(item)] = item


def show_created(parent: Resource, relation: ToMany, child: Resource) -> None:
    """Show a row that was just created among its parent's children, if these are loaded."""
    state = parent._state
    if relation.name in (state.related or {}) or (relation.include or "") in state.row:
        join(parent, relation.name, child)


def leave(parent: Resource, item: Resource) -> None:
    """Take a new child out of its parent's relations again."""
    for joined in (parent._state.added or {}).values():
        joined.pop(id(item), None)


def new_children(parent: Resource) -> list[Any]:
    """Return the children that a parent was given and that it may not have been saved with."""
    found: dict[int, Any] = {}
    for joined in (parent._state.added or {}).values():
        found.update(joined)
    return [item for item in found.values() if item._state.phase is not Phase.DELETED]
