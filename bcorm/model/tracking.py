"""What an object notices of its own changes: assignments, and values changed in place.

The notice says only *that* a field may have changed; what is sent is found by comparing with the
loaded row, see `session.changes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from bcorm.exceptions import ReadOnlyFieldError
from bcorm.model.mapper import mapper_for
from bcorm.model.state import Phase
from bcorm.model.tracked import nobody

if TYPE_CHECKING:
    from bcorm.model.mapper import MappedField


class Notice:
    """Tells an object that a value inside one of its fields is about to change."""

    __slots__ = ("mapped", "owner")

    def __init__(self, owner: Tracking, mapped: MappedField) -> None:
        self.owner = owner
        self.mapped = mapped

    def __call__(self) -> None:
        """Take note. Raises ReadOnlyFieldError if the field cannot be changed."""
        self.owner._refuse_change(self.mapped)
        self.owner._note(self.mapped.name)


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
            same = self._holds(mapped, value)
            if not same and not self._holds(mapped, mapped.coerce(type(self), value, nobody)):
                self._refuse_change(mapped)
            return
        self._refuse_change(mapped)
        # What has no value stays without one, even if the API would not take a null.
        if value is not None or not self._holds(mapped, None):
            value = mapped.coerce(type(self), value, self._noticer(mapped))
        if state.links:
            state.links.pop(mapped.name, None)
        self._note(mapped.name)
        self.__dict__[mapped.name] = value

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
        state.links = {**(state.links or {}), name: other}
        self.__dict__[name] = None
        self._note(name)

    def _refuse_change(self, mapped: MappedField) -> None:
        """Raise ReadOnlyFieldError if a field cannot be changed, or not any more."""
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
        return Notice(self, mapped)

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
