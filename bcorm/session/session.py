"""`Session`: the unit of work. One per thread or web request.

It keeps one object per identity, notices what changes, and sends the least when asked to commit.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import ref

from bcorm.exceptions import BadResponse, CommitError, DetachedError, StaleObjectError, StateError
from bcorm.http.stats import Stats
from bcorm.model.addressed import missing
from bcorm.model.executor import current_session
from bcorm.model.loading.keys import fetch_by_key
from bcorm.model.loading.known import forget_added
from bcorm.model.mapper import mapper_for
from bcorm.model.peers import Peers
from bcorm.model.resource import Resource
from bcorm.model.state import Phase, State
from bcorm.model.types import Integer
from bcorm.query.callers import warn
from bcorm.query.paging import Fetched, check_rows
from bcorm.session import changes, refreshing
from bcorm.session.execution import Execution
from bcorm.session.identity import IdentityMap, scope_of
from bcorm.session.journal import Journal
from bcorm.session.report import CommitReport, RequestPlan
from bcorm.session.work import Work, settle_links, surviving

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextvars import Token
    from types import TracebackType

    from typing_extensions import Self

    from bcorm.http.answer import Answer
    from bcorm.model.queryset import QuerySet
    from bcorm.session.client import Client
    from bcorm.session.partitions import Partition

R = TypeVar("R", bound=Resource)

CONCURRENCY = 4
"""How many reads of a fan-out run at once."""


class Session:
    """A unit of work over one store.

    Use it in one thread. As a context manager it makes itself the current session of the block;
    leaving the block commits nothing.

    Args:
        client: the store's client; may be shared between threads and sessions.
        strict: refuse full scans and lazy loads instead of doing them.
        autoflush: send pending changes before each query. Off by default: with a remote store, a
            read that writes is a surprise.
        lane: `interactive` lets this session's requests overtake bulk work on the same store.
        journal: a file to which each commit is written before it is sent, so that `bcorm.recover`
            can finish it if the process dies.
    """

    def __init__(
        self,
        client: Client,
        *,
        strict: bool = False,
        autoflush: bool = False,
        lane: str = "bulk",
        journal: str | os.PathLike[str] | None = None,
    ) -> None:
        self.client = client
        self.journal = None if journal is None else Journal(journal, client.store_key)
        self.strict = strict
        self.autoflush = autoflush
        self.lane = lane
        self.stats = Stats()
        self.unknown: set[Resource] = set()
        self.resent: set[Resource] = set()
        self._identities = IdentityMap()
        self._new: dict[int, Resource] = {}
        self._changed: dict[int, Resource] = {}
        self._deleted: dict[int, Resource] = {}
        self._warned: set[Any] = set()
        self._tokens: list[Token[Any]] = []

    def __repr__(self) -> str:
        return (
            f"<Session of {self.client.store_key}: {len(self._new)} new, "
            f"{len(self.dirty)} dirty, {len(self._deleted)} deleted>"
        )

    def __reduce__(self) -> Any:
        raise TypeError("a session holds credentials and is not picklable")

    def __enter__(self) -> Self:
        self._tokens.append(current_session.set(self))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        current_session.reset(self._tokens.pop())

    # -- what is pending --------------------------------------------------------------------

    @property
    def new(self) -> list[Resource]:
        """Objects that the next commit creates."""
        return list(self._new.values())

    @property
    def dirty(self) -> list[Resource]:
        """Objects whose values differ from what was loaded."""
        return [
            item
            for key, item in self._changed.items()
            if key not in self._deleted and changes.difference(item)
        ]

    @property
    def deleted(self) -> list[Resource]:
        """Objects that the next commit deletes."""
        return list(self._deleted.values())

    def __contains__(self, instance: Resource) -> bool:
        return instance._state.session is self

    def __iter__(self) -> Iterator[Resource]:
        """Iterate over the objects that the session knows."""
        yield from self._new.values()
        yield from self._identities

    # -- life of objects --------------------------------------------------------------------

    def add(self, instance: Resource) -> None:
        """Put an object under the session's care, with the new objects that it refers to.

        Raises:
            StateError: it belongs to another session, or the session holds another object of
                the same identity.
        """
        state = instance._state
        if state.session is self:
            return
        if state.session is not None:
            raise StateError(f"{instance!r} belongs to another session: expunge it there first")
        if state.phase is Phase.DELETED:
            raise StateError(f"{instance!r} was deleted")
        if state.phase is Phase.PERSISTENT:
            self._attach(instance)
        else:
            state.phase = Phase.PENDING
            state.session = self
            self._new[id(instance)] = instance
        related = [state.owner] if state.owner is not None else []
        related += list((state.links or {}).values())
        for name, value in (state.related or {}).items():
            related += value if name.startswith("+") else []
        for other in related:
            if other._state.session is None:
                self.add(other)

    def _attach(self, instance: Resource) -> None:
        held = self._identities.get(scope_of(instance), instance.pk)
        if held is not None and held is not instance:
            raise StateError(f"the session holds another object of the identity of {instance!r}")
        self._identities.put(instance)
        instance._state.session = self
        if instance._state.changed:
            self.note(instance)

    def add_all(self, instances: Iterable[Resource]) -> None:
        """`add` each of them."""
        for instance in instances:
            self.add(instance)

    def delete(self, instance: Resource) -> None:
        """Mark an object for deletion; one that was never saved is only forgotten.

        Raises:
            StateError: it is not in this session.
        """
        state = instance._state
        if state.session is None and state.phase is Phase.PERSISTENT:
            self._attach(instance)
        if state.session is not self:
            raise StateError(f"{instance!r} is not in this session")
        if state.phase is Phase.PENDING:
            self.expunge(instance)
            return
        self._deleted[id(instance)] = instance

    def gone(self, instance: Resource) -> None:
        """Take note that the row of an object was deleted by other means than `delete`."""
        self.settle(instance, "delete", frozenset(), None)

    def expunge(self, instance: Resource) -> None:
        """Take an object out of the session; its unsaved changes stay on it."""
        self._new.pop(id(instance), None)
        self._changed.pop(id(instance), None)
        self._deleted.pop(id(instance), None)
        self.unknown.discard(instance)
        if self.journal is not None:
            self.journal.forget(instance)
        state = instance._state
        if state.phase is Phase.PERSISTENT:
            self._identities.drop(instance)
        elif state.phase is Phase.PENDING:
            state.phase = Phase.TRANSIENT
        state.session = None

    def expunge_all(self) -> None:
        """Take every object out of the session."""
        for instance in list(self):
            self.expunge(instance)
        self._identities.clear()

    def resend(self, instance: Resource) -> None:
        """Let the next commit create an object although an earlier request to do so was lost."""
        self.unknown.discard(instance)
        self.resent.discard(instance)

    def get(self, model: type[R], key: Any, **parents: Any) -> R:
        """Return the object with that key: the one the session holds, or loaded now.

        Args:
            model: the class.
            key: its key.
            parents: for subresources, the keys of what it lives under (`product_id=77`).

        Raises:
            DoesNotExist: the store has none.
        """
        held = self.lookup(model, parents, key)
        if held is not None and held._state.phase is Phase.PERSISTENT:
            return held  # type: ignore[no-any-return]
        found = fetch_by_key(model, [key], self, parents)
        if key not in found:
            raise missing(model, key, parents)
        return found[key]  # type: ignore[no-any-return]

    def refresh(self, instance: Resource, fields: Iterable[str] | None = None) -> None:
        """Load an object (or some of its fields) again. Unsaved changes are kept.

        Args:
            instance: the object.
            fields: names of the fields; all if they are left out.

        Raises:
            DetachedError: it is not a saved object of this session.
            StaleObjectError: the store no longer has it.
        """
        if instance._state.session is not self or instance._state.phase is not Phase.PERSISTENT:
            raise DetachedError(f"{instance!r} is not a saved object of this session")
        refreshing.refresh(self, instance, None if fields is None else list(fields))

    def expire(self, instance: Resource, fields: Iterable[str] | None = None) -> None:
        """Forget loaded values: they are loaded again when they are touched.

        Unsaved changes are kept.

        Args:
            instance: the object.
            fields: names of the fields; all if they are left out.
        """
        refreshing.expire(instance, None if fields is None else list(fields))

    # -- writing ----------------------------------------------------------------------------

    def _work(
        self,
        objects: Iterable[Resource] | None = None,
        fields: Iterable[str] | None = None,
        acknowledge: Iterable[str] = (),
    ) -> Work:
        dirty, deleted = self.dirty, self.deleted
        new = surviving(self.new, deleted)
        if objects is not None:
            chosen = {id(item) for item in self._with_dependencies(objects)}
            new = [item for item in new if id(item) in chosen]
            dirty = [item for item in dirty if id(item) in chosen]
            deleted = [item for item in deleted if id(item) in chosen]
        return Work(
            new=new,
            dirty=dirty,
            deleted=deleted,
            fields=None if fields is None else frozenset(fields),
            acknowledged=frozenset(acknowledge),
        )

    def _with_dependencies(self, objects: Iterable[Resource]) -> list[Resource]:
        """Return objects with the unsaved ones that they need, and the new children below them."""
        chosen: dict[int, Resource] = {}
        waiting = list(objects)
        while waiting:
            item = waiting.pop()
            if id(item) in chosen:
                continue
            chosen[id(item)] = item
            state = item._state
            waiting += [state.owner] if state.owner is not None else []
            waiting += list((state.links or {}).values())
            if state.phase is Phase.PENDING:
                for name, value in (state.related or {}).items():
                    waiting += value if name.startswith("+") else []
        return list(chosen.values())

    def plan(self, *, acknowledge: Iterable[str] = ()) -> RequestPlan:
        """Return the requests that `commit()` would send, without writing anything.

        Companions that a PUT rule asks for, and that were not loaded, are read.

        Raises:
            InvalidValue: a new object lacks a required value.
            PutRuleViolation: a change is refused, see `commit`.
        """
        return RequestPlan(tuple(self._work(acknowledge=acknowledge).requests()))

    def flush(
        self,
        objects: Iterable[Resource] | None = None,
        *,
        fields: Iterable[str] | None = None,
        check: bool = False,
        acknowledge: Iterable[str] = (),
    ) -> CommitReport:
        """Send what is pending, or only what concerns some objects. See `commit`.

        Args:
            objects: save these, and what they depend on; everything if they are left out.
            fields: send only the changes of these fields.
            check: as for `commit`.
            acknowledge: as for `commit`.

        Raises:
            CommitError: as `commit` does.
        """
        work = self._work(objects, fields, acknowledge)
        self._checking = check
        report = Execution(self, work, self.journal).run()
        self._let_go()
        gone = [item for item in work.deleted if item._state.phase is Phase.DELETED]
        kept = set(map(id, surviving(self.new, gone)))
        for item in self.new:
            if id(item) not in kept:
                self.expunge(item)  # nobody needs a child of what was deleted
        if not report:
            raise CommitError(report)
        return report

    def _let_go(self) -> None:
        """Hold objects weakly again whose values were set back, or to what they were."""
        for key, item in list(self._changed.items()):
            if not changes.difference(item):
                item._state.changed = None
                del self._changed[key]

    def commit(self, *, check: bool = False, acknowledge: Iterable[str] = ()) -> CommitReport:
        """Send everything that is pending, in the fewest requests.

        What was saved is clean afterwards; what was not stays dirty, so that calling `commit`
        again resumes.

        Args:
            check: read each changed object's modification date (or version) first, and refuse to
                overwrite what somebody else has changed since it was loaded. The API has no
                conditional requests, so this narrows the window and does not close it.
            acknowledge: effects that are accepted, by the words that `PutRuleViolation` names.

        Raises:
            CommitError: something was refused or is unknown; `.report` says what. The rest is
                saved.
            InvalidValue: a new object lacks a required value; nothing was sent.
            PutRuleViolation: a change would destroy something; nothing was sent.
        """
        return self.flush(check=check, acknowledge=acknowledge)

    def save(
        self, instance: Resource, *, check: bool = False, acknowledge: Iterable[str] = ()
    ) -> CommitReport:
        """`flush` one object, and what it depends on; see `commit` for the arguments."""
        return self.flush([instance], check=check, acknowledge=acknowledge)

    def insert(self, instance: Resource) -> None:
        """Create one object now, and what it depends on.

        Raises:
            CommitError: it was refused, and has left the session again; one of which nobody knows
                whether it was saved stays, as after `commit`.
        """
        before = set(self._new)
        self.add(instance)
        try:
            self.flush([instance])
        except CommitError as error:
            for failure in error.report.failed:
                item = failure.object  # type: ignore[attr-defined]
                own = item is instance or item._state.owner is instance
                if id(item) in self._new and (own or id(item) not in before):
                    self.expunge(item)
            raise

    def rollback(self) -> None:
        """Restore local values. No server can be rolled back: what was sent stays sent.

        Changed objects get their loaded values back, new ones leave the session, and marks for
        deletion are taken off.
        """
        for item in self.new:
            self.expunge(item)
        for item in list(self._changed.values()):
            changes.restore(item)
        self._changed.clear()
        self._deleted.clear()
        self.unknown.clear()
        if self.journal is not None:
            self.journal.clear()

    @property
    @contextmanager
    def no_autoflush(self) -> Iterator[Self]:
        """A block in which queries do not flush first."""
        before, self.autoflush = self.autoflush, False
        try:
            yield self
        finally:
            self.autoflush = before

    # -- what models need (see model.executor.Executor) ---------------------------------------

    def fetch(self, path: str, params: Mapping[str, str]) -> Fetched:
        """GET one page; an object counts as a page of one row."""
        answer = self.client.request("GET", path, params=params, stats=self.stats, lane=self.lane)
        data = answer.data
        rows = [] if data is None else data if isinstance(data, list) else [data]
        if set(map(type, rows)) - {dict}:
            raise BadResponse(
                "rows were expected, and something else came", method="GET", path=path,
                status=answer.status, request_id=self.client.redacted(answer.request_id),
                retry_safe=True,
            )  # fmt: skip
        return Fetched(rows, {} if data is None else answer.meta)

    def fetch_many(self, calls: Sequence[tuple[str, Mapping[str, str]]]) -> list[Fetched]:
        """GET several pages, a bounded number at a time."""
        if len(calls) < 2:
            return [self.fetch(path, params) for path, params in calls]
        reserve = getattr(self.client.governor, "reserve", None)
        budget = nullcontext() if reserve is None else reserve(len(calls), lane=self.lane)
        with budget, ThreadPoolExecutor(CONCURRENCY, thread_name_prefix="bcorm-fetch") as pool:
            # The reservation belongs to this context; each thread works in a copy of it.
            waiting = [
                pool.submit(copy_context().run, self.fetch, path, params) for path, params in calls
            ]
            return [future.result() for future in waiting]

    def call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Any = None,
        files: Any = None,
        repeatable: bool | None = None,
    ) -> Answer:
        """Send one request, counted in `stats`."""
        return self.client.request(
            method, path, params=params, json=json, files=files, stats=self.stats, lane=self.lane,
            repeatable=repeatable,
        )  # fmt: skip

    def materialize(
        self,
        model: type[R],
        rows: Sequence[dict[str, Any]],
        parents: Mapping[str, Any] | None,
        peers: Peers | None,
        *,
        partial: bool = False,
    ) -> list[R]:
        """Turn rows into objects, one per identity. Values are converted when they are read."""
        endpoint = model.endpoint
        mapped = None if endpoint.key is None else mapper_for(model).field(endpoint.key)
        key = None if mapped is None else mapped.wire
        numeric = mapped is not None and isinstance(mapped.converter, Integer)
        if parents is None and endpoint.owners:
            return self._materialize_scattered(model, rows, peers, partial=partial)
        check_rows(rows, key, endpoint.path)
        above: Mapping[str, Any] = parents or {}
        held = self._identities.scope((model, *(above.get(name) for name in endpoint.owners)))
        # Rows of a list that has neither keys nor owners cannot be told apart.
        named = key is None and bool(endpoint.singleton or endpoint.owners)
        make, give = model.__new__, object.__setattr__
        found: list[R] = []
        references: list[Any] = []
        for row in rows:
            number = None if key is None else row.get(key)
            if numeric and type(number) is str and number.isdecimal():
                number = int(number)  # V2 writes some ids as texts
            reference = held.get(number) if number is not None or named else None
            instance: Any = None if reference is None else reference()
            if instance is None:
                instance = make(model)
                state = State(row, above, self, peers)
                give(instance, "_state", state)
                if partial:
                    state.partial = True
                reference = ref(instance)
                references.append(reference)
                if number is not None or named:
                    held[number] = reference
            else:
                self.absorb(instance, row, partial=partial)
                if peers is not None:
                    instance._state.peers = peers
                    references.append(reference)
            found.append(instance)
        self._identities.added(len(references))
        if peers is not None:
            peers.extend(references)
        return found

    def _materialize_scattered(
        self,
        model: type[R],
        rows: Sequence[dict[str, Any]],
        peers: Peers | None,
        *,
        partial: bool,
    ) -> list[R]:
        """Materialize rows of a store-wide list, each of which names its own parents."""
        found: list[R] = []
        for row in rows:
            above = {name: row.get(name) for name in model.endpoint.owners}
            found += self.materialize(model, [row], above, peers, partial=partial)
        return found

    def partition(self, queryset: QuerySet[R, ...], count: int) -> list[Partition[R]]:
        """Cut a queryset into pieces that can be read elsewhere."""
        from bcorm.session.partitions import split  # noqa: PLC0415 - a piece opens sessions itself

        return split(self, queryset, count)

    def lookup(self, model: type[Any], parents: Mapping[str, Any], key: Any) -> Any | None:
        """Return the object of that identity if it is loaded."""
        scope = (model, *(parents.get(name) for name in model.endpoint.owners))
        return self._identities.get(scope, key)

    def absorb(self, instance: Resource, row: dict[str, Any], *, partial: bool) -> None:
        """Merge a newer row into an object; unsaved changes stay."""
        changes.absorb(instance, row, partial=partial)

    def note(self, instance: Resource) -> None:
        """Hold a changed object strongly until it is saved."""
        if instance._state.phase is Phase.PERSISTENT:
            self._changed[id(instance)] = instance

    def load_deferred(self, instance: Resource, name: str) -> None:
        """Load a field that the row lacks, for all the object's peers at once."""
        refreshing.load_deferred(self, instance, name)

    def load_include(self, instance: Resource, word: str) -> None:
        """Load what an `include` brings along, for all the object's peers at once."""
        refreshing.load_include(self, instance, word)

    def before_query(self) -> None:
        """Flush first, if the session was made with `autoflush`."""
        if self.autoflush and (self._new or self._changed or self._deleted):
            with self.no_autoflush:
                self.flush()

    def warn_once(self, key: tuple[Any, ...], warning: Warning) -> None:
        """Issue a warning the first time that `key` asks for it."""
        if key not in self._warned:
            self._warned.add(key)
            warn(warning)

    # -- what executions need ---------------------------------------------------------------

    def settle(
        self, instance: Resource, kind: str, sent: frozenset[str], row: dict[str, Any] | None
    ) -> None:
        """Make an object what the API says it is, after a request that saved it."""
        state = instance._state
        if kind == "delete":
            self._identities.drop(instance)
            self._deleted.pop(id(instance), None)
            self._changed.pop(id(instance), None)
            state.phase = Phase.DELETED
            state.session = None
            return
        if kind == "create":
            owner = state.owner
            settle_links(instance)
            self._new.pop(id(instance), None)
            self.unknown.discard(instance)
            self.resent.discard(instance)
        changes.settle(instance, sent, row)
        if kind == "create" and instance.pk is None and not type(instance).endpoint.singleton:
            # Created along with its parent, whose answer did not show it: the parent's relation
            # will load it under its key, and this object can do no more.
            state.session = None
            if owner is not None:
                forget_added(owner, instance)
            return
        if kind == "create":
            # Where no answer shows what the API computes, it is asked for when it is needed.
            state.partial |= row is None and "get" in type(instance).endpoint.verbs
            self._identities.put(instance)
        if instance._state.changed:
            self._changed[id(instance)] = instance
        else:
            self._changed.pop(id(instance), None)

    def check_stale(
        self, updates: list[tuple[Resource, dict[str, Any]]]
    ) -> tuple[list[tuple[Resource, dict[str, Any]]], list[tuple[Resource, StaleObjectError]]]:
        """Tell the updates that may be sent from those of objects that somebody else changed."""
        if not self._checking:
            return updates, []
        current = refreshing.current_versions(self, [item for item, _ in updates])
        fresh, stale = [], []
        for item, body in updates:
            seen, now = current.get(id(item), (None, None))
            if seen == now:
                fresh.append((item, body))
                continue
            field = type(item).endpoint.version_field
            told = (
                f"whether {item!r} was changed in the store cannot be told, for its {field} was "
                "not loaded"
                if seen is None
                else f"{item!r} was changed in the store at {now} (loaded: {seen})"
            )
            error = StaleObjectError(f"{told}: refresh it, look at your change again, and commit")
            stale.append((item, error))
        return fresh, stale

    _checking = False
