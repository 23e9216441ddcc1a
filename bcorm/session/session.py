"""`Session`: the unit of work. One per thread or web request.

It keeps one object per identity, notices what changes, and sends the least when asked to commit.
These are its public words: how it reads is in `access`, what belongs to it in `membership`, how
it is sent in `committing`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from bcorm.exceptions import (
    BcormError,
    CommitError,
    DetachedError,
    FieldError,
    InvalidValue,
    StateError,
    UnsavedChangesWarning,
)
from bcorm.http.exchange import READS
from bcorm.model.by_key import fetch_by_key, identity, missing
from bcorm.model.idioms import ARGUMENTS, SESSION
from bcorm.model.memory import Phase, check_store, referred
from bcorm.model.queryset import QuerySet
from bcorm.model.report import CommitReport, RequestPlan
from bcorm.model.resource import Resource
from bcorm.model.unit_of_work import current_session
from bcorm.model.writing import field_names, several
from bcorm.query.callers import warn
from bcorm.query.store import Turn, alone
from bcorm.query.tables import table
from bcorm.session import refreshing, requests
from bcorm.session.blocks import Begun, Unflushed
from bcorm.session.membership import Membership, neighbours
from bcorm.session.work import parent_of
from bcorm.synonyms import SYNCHRONOUS, Guided, taught

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from typing_extensions import Self

    from bcorm.http.message import Answer
    from bcorm.model.unit_of_work import UnitOfWork
    from bcorm.session.client import Client
    from bcorm.session.history import Commit
    from bcorm.session.journal import Journal
    from bcorm.session.partitions import Partition
    from bcorm.session.work import Work

R = TypeVar("R", bound=Resource)


def check_object(method: str, value: Any) -> None:
    """Raise TypeError, with what to type instead, for what is no object of a resource."""
    if isinstance(value, Resource):
        return
    shown = f"{value!r:.100}"
    if isinstance(value, QuerySet):
        each = f"session.{method}(object) for each"
        hint = "queryset.delete()" if method == "delete" else each
    elif isinstance(value, type) and issubclass(value, Resource):
        shown = f"the class {value.__name__}"
        hint = f"session.{method}({value.__name__}(...)), an object of it"
    elif isinstance(value, (list, tuple, set, frozenset)):
        hint = "session.add_all(objects)" if method == "add" else "one object at a time"
    else:
        hint = f"read the object first, session.{method}(Product.objects.get(77))"
    raise TypeError(f"session.{method} takes an object of a resource, not {shown}: {hint}")


@taught(ARGUMENTS)
class Session(Guided, Membership):
    """A unit of work over one store.

    Use it in one thread. As a context manager it makes itself the current session of the block;
    leaving the block commits nothing, warns of changes that were not saved
    (`UnsavedChangesWarning`), and makes current what was so before: before `connect()`, for the
    first block of a session that it has made.

    Args:
        client: the store's client; may be shared between threads and sessions.
        strict: refuse full scans and lazy loads instead of doing them.
        autoflush: send pending changes before each query. Off by default: with a remote store, a
            read that writes is a surprise.
        lane: `interactive` lets this session's requests overtake bulk work on the same store.
        journal: a file to which each commit is written before it is sent, so that `bcorm.recover`
            can finish it if the process dies, and `bcorm.undo` bring back what was there before.
        history: whether the journal keeps the commits of some months instead of the last one, with
            all that it takes to undo them: rows that are deleted are read before, with what is
            below them.
    """

    _instead: ClassVar[Mapping[str, str]] = SESSION

    def __init__(
        self,
        client: Client,
        *,
        strict: bool = False,
        autoflush: bool = False,
        lane: str = "bulk",
        journal: str | os.PathLike[str] | None = None,
        history: bool = False,
    ) -> None:
        turn = Turn(f"the session of {client.store_key}", self._inherit)
        super().__init__(
            client, strict=strict, lane=lane, turn=turn, journal=journal, history=history
        )
        self.autoflush = autoflush
        self._outside: list[UnitOfWork | None] = []
        self._replaced: list[UnitOfWork | None] = []

    def __repr__(self) -> str:
        return (
            f"<Session of {self.client.store_key}: {len(self.new)} new, "
            f"{len(self.dirty)} dirty, {len(self.deleted)} deleted>"
        )

    def _repr_html_(self) -> str:
        groups = [("new", self.new), ("changed", self.dirty), ("to be deleted", self.deleted)]
        rows = [(word, repr(item)) for word, items in groups for item in items]
        return table(f"Session of {self.client.store_key}", ("what", "object"), rows)

    def __reduce__(self) -> Any:
        raise TypeError("a session holds credentials and is not picklable")

    def __enter__(self) -> Self:
        outside = current_session.get()
        if outside is self and self._replaced:
            outside = self._replaced.pop()  # the block began where connect() was called
        self._outside.append(outside)
        current_session.set(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: object, _traceback: object
    ) -> None:
        outside = self._outside.pop()
        current_session.set(outside)
        if kind is None and outside is not self and self._ledger:
            self._warn_of_unsaved()

    def _become_current(self) -> None:
        """Be what programs use from now on; a block around this session ends that again."""
        before = current_session.get()
        if isinstance(before, Session):
            before._replaced.clear()  # else each session would keep those before it for ever
        self._replaced = [before]
        current_session.set(self)

    def _warn_of_unsaved(self) -> None:
        counts = {"new": self.new, "changed": self.dirty, "to be deleted": self.deleted}
        told = ", ".join(f"{len(items)} {word}" for word, items in counts.items() if items)
        if told:
            warn(
                UnsavedChangesWarning(
                    f"a block of {self!r} ended with unsaved changes ({told}): call commit() "
                    "before its end, or rollback() if they are not meant"
                )
            )

    @property
    def new(self) -> list[Resource]:
        """Objects that the next commit creates."""
        return self._ledger.new

    @property
    def dirty(self) -> list[Resource]:
        """Objects whose values differ from what was loaded."""
        return self._ledger.dirty

    @property
    def deleted(self) -> list[Resource]:
        """Objects that the next commit deletes."""
        return self._ledger.deleted

    def __iter__(self) -> Iterator[Resource]:
        """Iterate over the objects that the session knows."""
        yield from self.new
        yield from self._identities

    if not TYPE_CHECKING:

        def __aenter__(self) -> Any:
            raise TypeError(f"write `with`, not `async with`: {SYNCHRONOUS}(job)")

        def __aexit__(self, *_error: object) -> Any:
            raise TypeError(f"write `with`, not `async with`: {SYNCHRONOUS}(job)")

    @alone
    def add(self, instance: Resource) -> None:
        """Put an object into the session, together with the new objects that it refers to.

        If it was marked for deletion, it is not deleted after all.

        Raises:
            StateError: it belongs to another session or was deleted, or the session holds another
                object of the same identity.
        """
        check_object("add", instance)
        self._add(instance)

    def _add(self, instance: Resource) -> None:
        state = instance._state
        if state.session is self:
            if self._ledger.spare(instance) and self.journal is not None:
                self.journal.forget(instance)
            return
        if state.session is not None:
            raise StateError(f"{instance!r} belongs to another session: expunge it there first")
        if state.phase is Phase.DELETED:
            raise StateError(f"{instance!r} was deleted")
        if state.phase is Phase.PERSISTENT:
            self._attach(instance)
        else:
            for other in referred(instance):
                check_store(self, other)
            state.phase = Phase.PENDING
            state.session = self
            self._ledger.create(instance)
        for other in neighbours(instance, below=True):
            if other._state.session is None:
                self._add(other)

    @alone
    def add_all(self, instances: Iterable[Resource]) -> None:
        """`add` each of them."""
        for instance in several("add_all()", instances):
            self.add(instance)

    @alone
    def delete(self, instance: Resource) -> None:
        """Mark an object for deletion; one that was never saved is only forgotten.

        Raises:
            StateError: it is not in this session.
            QueryError: the API cannot delete such rows.
        """
        check_object("delete", instance)
        state = instance._state
        if state.session is None and state.phase is Phase.PERSISTENT:
            self._attach(instance)
        if state.session is not self:
            raise StateError(f"{instance!r} is not in this session")
        if state.phase is Phase.PENDING:
            self.expunge(instance)
            return
        requests.check_deletable(type(instance))
        self._ledger.delete(instance)

    @alone
    def expunge(self, instance: Resource) -> None:
        """Take an object out of the session; its unsaved changes stay on it.

        If it is new, the new objects that can only be created below it go with it.

        Raises:
            StateError: it is not in this session.
        """
        check_object("expunge", instance)
        if instance._state.session is not self:
            raise StateError(f"{instance!r} is not in this session")
        self._forget(instance)

    @alone
    def expunge_all(self) -> None:
        """Take every object out of the session."""
        for instance in [*self, *self._ledger.touched]:
            self._release(instance)
        self._identities.clear()

    @alone
    def resend(self, instance: Resource) -> None:
        """Let the next commit create an object although an earlier request to do so was lost."""
        check_object("resend", instance)
        self.unknown.pop(instance, None)
        self.resent.discard(instance)

    @alone
    def get(self, model: type[R], key: Any = None, **parents: Any) -> R:
        """Return the object with that key: the one the session holds, or loaded now.

        Args:
            model: the class.
            key: its key; `session.get(Product, id=77)` says the same.
            parents: for subresources, the keys of what it lives under (`product_id=77`).

        Raises:
            DoesNotExist: the store has none.
            FieldError: a keyword names no parent; the nearest right name is suggested.
            InvalidValue: a key has the wrong type, or a parent is missing.
            TypeError: `model` is no class of a resource.
        """
        if not (isinstance(model, type) and issubclass(model, Resource)):
            raise TypeError(
                f"session.get takes a class and a key, get(Product, 77), not {model!r:.100} first"
            )
        if key is None and model.endpoint.key in {*parents} - {*model.endpoint.owners}:
            key = parents.pop(model.endpoint.key)
        key, above = identity(model, key, parents)
        held = self.lookup(model, above, key)
        if held is not None and held._state.phase is Phase.PERSISTENT:
            return held
        unknown = [name for name in model.endpoint.placeholders if above.get(name) is None]
        if unknown and model.endpoint.everywhere is not None:
            return QuerySet(model).using(self).get(**parents, **{model.endpoint.key or "id": key})
        if unknown:
            raise InvalidValue(model, unknown[0], None, parent_of(model, unknown[0]))
        found = fetch_by_key(model, [key], self, above)
        if key not in found:
            raise missing(model, key, above)
        return found[key]  # type: ignore[no-any-return]

    def begin(self) -> Begun[Self]:
        """Commit at the end of a block, which an error ends with a rollback of what is local.

        `with session.begin():` makes the session current, as `with session:` does. No server can be
        rolled back: what the block has sent by itself stays sent.

        Raises:
            CommitError: as `commit` does; what was refused is rolled back here.
        """
        return Begun(self)

    def close(self) -> None:
        """Let go of every object, as SQLAlchemy does: unsaved changes are given up.

        The session can be used again. Connections belong to `session.client`, which other sessions
        may share; `session.client.close()` ends them.
        """
        self.rollback()
        self.expunge_all()

    @alone
    def expire_all(self) -> None:
        """Forget loaded values of all objects, see `expire`. Unsaved changes are kept."""
        for instance in list(self._identities):
            self.expire(instance)

    def is_modified(self, instance: Resource) -> bool:
        """Whether an object has changes that the next commit would send, or is new."""
        check_object("is_modified", instance)
        return self._ledger.differs(instance)

    @alone
    def merge(self, instance: R) -> R:
        """Bring what an object of elsewhere says into this session; return the session's own.

        The row is loaded if the session does not hold it, and gets the values that were set on
        `instance` and not saved; without a key, a new object is added.

        Raises:
            DoesNotExist: the store has no such row.
        """
        check_object("merge", instance)
        state = instance._state
        if state.session is self:
            return instance
        model, changed = type(instance), sorted(state.changed or ())
        values = {name: getattr(instance, name) for name in changed}
        if state.phase is not Phase.PERSISTENT:
            own = model(**{**state.parents, **values})
            self.add(own)
            return own
        above = {name: state.parents.get(name) for name in model.endpoint.owners}
        own = self.get(model, instance.pk, **above)
        for name, value in values.items():
            setattr(own, name, value)
        return own

    @alone
    def refresh(self, instance: Resource, fields: Iterable[str] | None = None) -> None:
        """Load an object (or some of its fields) again. Unsaved changes are kept.

        Relations are forgotten with it, and loaded again when they are touched.

        Args:
            instance: the object.
            fields: names of fields and relations; all if they are left out.

        Raises:
            DetachedError: it is not a saved object of this session.
            FieldError: no such field or relation; the nearest right name is suggested.
            StaleObjectError: the store no longer has it.
        """
        check_object("refresh", instance)
        if instance._state.session is not self or instance._state.phase is not Phase.PERSISTENT:
            raise DetachedError(f"{instance!r} is not a saved object of this session")
        refreshing.refresh(self, instance, fields)

    @alone
    def expire(self, instance: Resource, fields: Iterable[str] | None = None) -> None:
        """Forget loaded values: they are loaded again when they are touched.

        Unsaved changes are kept.

        Args:
            instance: the object.
            fields: names of fields and relations; all if they are left out.

        Raises:
            FieldError: no such field or relation; the nearest right name is suggested.
        """
        check_object("expire", instance)
        refreshing.expire(instance, fields, self.store.clock + 1)

    @alone
    def plan(self, *, acknowledge: Iterable[str] = ()) -> RequestPlan:
        """Return the requests that `commit()` would send, without writing anything.

        Companions that a PUT rule asks for, and that were not loaded, are read.

        Raises:
            InvalidValue: a new object lacks a required value or its parent.
            PutRuleViolation: a change is refused, see `commit`.
        """
        work = self._ledger.work(acknowledge=acknowledge)
        for _, error in work.unready:
            raise error
        from bcorm.session import committing  # noqa: PLC0415 - no reading needs it

        return RequestPlan(tuple(committing.requests_of(self, work)))

    @alone
    def flush(
        self,
        objects: Iterable[Resource] | None = None,
        *,
        fields: Iterable[str] | None = None,
        check: bool = False,
        acknowledge: Iterable[str] = (),
        deadline: float | None = None,
    ) -> CommitReport:
        """Send what is pending, or only what concerns some objects. See `commit`.

        Args:
            objects: save these, and what they depend on; everything if they are left out. Those
                that belong to no session join this one, unless they are refused before anything
                is sent.
            fields: send only the changes of these fields.
            check: as for `commit`.
            acknowledge: as for `commit`.
            deadline: seconds for everything, as for `commit`.

        Raises:
            CommitError: as `commit` does.
            FieldError: none of the objects has a field of that name.
            StateError: an object belongs to another session, or was deleted.
        """
        chosen = None if objects is None else several("flush()", objects)
        for item in chosen or ():
            check_object("flush", item)
        if fields is not None:
            concerned = (*self.new, *self.dirty) if chosen is None else chosen
            fields = self._field_names(fields, concerned)
        return self._flush(chosen, fields, check, acknowledge, deadline)

    def _flush(
        self,
        chosen: list[Resource] | None,
        fields: Iterable[str] | None = None,
        check: bool = False,
        acknowledge: Iterable[str] = (),
        deadline: float | None = None,
    ) -> CommitReport:
        """`flush`, of arguments that were looked at, for whoever has the turn already."""
        mark = self._ledger.mark()
        for item in chosen or ():
            if item._state.session is not self:
                self._add(item)
        joined = self._ledger.since(mark)
        try:
            work = self._ledger.work(chosen, fields, acknowledge)
            report = self._carry_out(work, check=check, deadline=deadline)
        except BcormError:  # nothing was sent
            for item in joined:
                self._release(item)
            raise
        self._ledger.let_go(chosen)
        self.gone(item for item in work.deleted if item._state.phase is Phase.DELETED)
        if not report:
            raise CommitError(report)
        return report

    @staticmethod
    def _field_names(names: Iterable[str], objects: Iterable[Resource]) -> list[str]:
        """Return the fields that names stand for, each in one class of the objects at least."""
        classes = list({type(item): None for item in objects})
        found: list[str] = []
        if isinstance(names, (str, bytes)):
            raise InvalidValue(
                classes[0] if classes else Resource, "fields", names, "a list of names"
            )
        for name in several("fields=", names, "names"):
            refused = []
            for model in classes:
                try:
                    found += field_names(model, [name])
                except FieldError as error:
                    refused.append(error)
            if refused and len(refused) == len(classes):
                raise refused[0]
        return found

    def _carry_out(
        self,
        work: Work,
        *,
        check: bool = False,
        deadline: float | None = None,
        resumed: Journal | None = None,
    ) -> CommitReport:
        """Carry out a unit of work; everything that can be refused without the API is so first.

        Args:
            work: what there is to do.
            check: as for `commit`.
            deadline: seconds for everything, as for `commit`.
            resumed: the journal that holds it already, of a process that died.
        """
        from bcorm.session import committing  # noqa: PLC0415 - no reading needs it

        return committing.carry_out(self, work, check=check, deadline=deadline, resumed=resumed)

    def _reader(self) -> Session:
        """Return a session that holds nothing, whose requests are counted as this one's."""
        reader = Session(self.client, lane=self.store.lane)
        reader.store.stats = self.stats
        return reader

    @property
    def history(self) -> list[Commit]:
        """The commits that the journal keeps, the oldest first; none without a journal.

        That is the last one, or those of some months if it was made with `history=True`.
        """
        if self.journal is None:
            return []
        from bcorm.session.history import commits_of  # noqa: PLC0415 - seldom asked for

        return commits_of(self.journal)

    @property
    def keeps_history(self) -> bool:
        """Whether what is deleted is written down row by row, so that it can be undone."""
        return self.journal is not None and self.journal.history

    @alone
    def commit(
        self,
        *,
        check: bool = False,
        acknowledge: Iterable[str] = (),
        deadline: float | None = None,
    ) -> CommitReport:
        """Send everything that is pending, in the fewest requests.

        Objects that were saved are clean afterwards. The others stay dirty, so that calling
        `commit` again sends them again.

        Args:
            check: read each changed or deleted object first, and refuse to overwrite what
                somebody else has changed since it was loaded: by its modification date (or
                version) where that was loaded, else by the values that would be overwritten.
                `report.unchecked` has those that the API does not show. The API has no
                conditional requests, so this narrows the window and does not close it.
            acknowledge: effects that are accepted, by the words that `PutRuleViolation` names.
            deadline: seconds for everything, waits included. What was not sent by then is told as
                failed, and what is doubtful as unknown; both stay in the session.

        Raises:
            ApiError: the journal keeps a history, and what is to be deleted could not be read;
                nothing was sent.
            CommitError: something was refused or is unknown; `.report` says what. The rest is
                saved.
            InvalidValue: a new object lacks a required value or its parent; nothing was sent.
            PutRuleViolation: a change would destroy something; nothing was sent.
        """
        return self._flush(None, None, check, acknowledge, deadline)

    @alone
    def save(
        self,
        instance: Resource,
        *,
        update_fields: Iterable[str] | None = None,
        check: bool = False,
        acknowledge: Iterable[str] = (),
    ) -> CommitReport:
        """`flush` one object, and what it depends on; see `commit` for the arguments.

        New children below a new object go along; those of a saved one are objects of their own,
        which they or `commit` save.
        """
        check_object("save", instance)
        names = None if update_fields is None else field_names(type(instance), update_fields)
        return self._flush([instance], names, check, acknowledge)

    @alone
    def insert(self, instance: Resource) -> None:
        """Create one object now, and what it depends on.

        Raises:
            CommitError: it was refused, and has left the session again. If nobody knows whether
                it was saved, it stays, as after `commit`.
            InvalidValue: it lacks a required value or its parent; nothing was sent.
        """
        mark = self._ledger.mark()
        check_object("insert", instance)
        self._add(instance)
        joined = self._ledger.since(mark)
        try:
            self._flush([instance])
        except CommitError as error:
            refused = {id(one.object) for one in error.report.failed}
            self._give_up(item for item in [instance, *joined] if id(item) in refused)
            raise
        except BcormError:
            self._give_up([instance, *joined])
            raise

    @alone
    def rollback(self) -> None:
        """Discard local changes. No server can be rolled back: what was sent stays sent.

        Changed objects get their loaded values back, new ones leave the session, and objects that
        were marked for deletion are not deleted. New objects of which nobody knows whether they
        were created stay, with what is assigned to them: `resend` and `expunge` end that.
        """
        new = [item for item in self.new if item not in self.unknown]
        for item in new:
            above = neighbours(item, below=False)
            if not any(self._ledger.is_new(other) for other in above):
                self._part(item)  # those below new ones stay their children
        for item in new:
            self._release(item)
        for item in self._ledger.changed:
            requests.restore(item)
        self._ledger.clear()
        if self.journal is not None:
            self.journal.clear(keep=self.unknown)

    @alone
    def call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Any = None,
        files: Any = None,
        repeatable: bool | None = None,
        action: bool = False,
    ) -> Answer:
        """Send one request by itself, as the methods of resources do.

        `action` says that a method of a resource sends it, and that nobody settles its rows.

        Raises:
            ApiError: it was refused, or not sent; `UnknownOutcome` if it may have taken effect.
        """
        if not isinstance(method, str) or not isinstance(path, str):
            raise TypeError(f"call takes a method and a path, not {method!r:.40}, {path!r:.40}")
        send = partial(
            self.send, method, path, params=params, json=json, files=files, action=action
        )
        if method in READS:
            return send(repeatable=repeatable)
        from bcorm.session.engine import Engine  # noqa: PLC0415 - no reading needs it

        return Engine(self).act(partial(send, repeatable=False), method)

    @property
    def no_autoflush(self) -> Unflushed[Self]:
        """A block in which queries do not flush first: `with session.no_autoflush:`."""
        return Unflushed(self)

    @alone
    def partition(self, queryset: QuerySet[R], count: int) -> list[Partition[R]]:
        """Cut a queryset into pieces that can be read elsewhere."""
        if not isinstance(queryset, QuerySet):
            raise TypeError(f"partition takes a queryset and a number, not {queryset!r:.100}")
        from bcorm.session.partitions import split  # noqa: PLC0415 - a piece opens sessions itself

        return split(self, queryset, count)

    def _inherit(self, parent: int, child: int) -> None:
        """Refuse to go on in a forked child with what its parent may send too."""
        counts = {
            "new": len(self.new),
            "changed": len(self._ledger.changed),
            "to be deleted": len(self.deleted),
            "unknown": len(self.unknown),
            "in the journal": 0 if self.journal is None else self.journal.followed,
        }
        told = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
        if told:
            raise StateError(
                f"process {child} has inherited a session of process {parent} with work that both "
                f"would do ({told}): commit or expunge it before the fork, or open a session here"
            )
        if self.journal is not None:
            self.journal = self.journal.reopened()

    @property
    def autoflush(self) -> bool:
        """Whether pending changes are sent before each query."""
        return self.store.autoflush is not None

    @autoflush.setter
    def autoflush(self, value: bool) -> None:
        self.store.autoflush = self._autoflush if value else None

    def _autoflush(self) -> None:
        if self._ledger:
            with self.no_autoflush:
                self.flush()
