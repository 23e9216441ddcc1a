"""`StoreAccess`: how a session reaches its store: requests, and rows that become objects.

It is what reading needs (see `model.executor.Executor`); `Session` adds what changes.

One thread at a time uses a session, in the process in which its work was begun: a `Turn`. Handing a
session on is fine, as web servers do; two threads at once would send things twice. So would a
forked child that has inherited pending work.

The identity map has one object per (endpoint, parents, key). It goes by endpoint, not by class: a
`Product` and a user's own subclass of it that name the same row are one object, of the class that
asked first. Objects are held weakly there; the session holds changed ones strongly beside it.
"""

from __future__ import annotations

import functools
import os
import threading
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import ref

from bcorm.exceptions import ApiError, BadResponse, ClientError, StateError
from bcorm.http.effects import Effect, Grade, effects_of
from bcorm.http.exchange import READS, Stats
from bcorm.model.executor import Executor
from bcorm.model.mapper import Scope, as_keys, mapper_for, row_class, scope_below, scope_of
from bcorm.model.memory import State
from bcorm.model.resource import Resource
from bcorm.model.types import Integer
from bcorm.query.callers import warn
from bcorm.query.endpoint import names_in
from bcorm.query.fetching import Fetched, check_rows
from bcorm.session import refreshing, requests
from bcorm.session.work import Doomed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from bcorm.http.message import Answer
    from bcorm.model.memory import Peers
    from bcorm.model.report import PlannedRequest
    from bcorm.session.client import Client

F = TypeVar("F", bound="Callable[..., Any]")

# The turns that the caller has taken. Threads that work for it inherit them with its context.
_taken: ContextVar[tuple[Turn, ...]] = ContextVar("bcorm_turns", default=())


class Turn:
    """Whose turn it is to use a session. It may be taken again by whoever has it.

    Args:
        name: of what, for messages.
        inherited: called in a forked child, before it uses the session for the first time; raises
            StateError if it must not.
    """

    def __init__(self, name: str, inherited: Callable[[int, int], None]) -> None:
        self._name = name
        self._inherited = inherited
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._holder: threading.Thread | None = None

    def take(self) -> Any:
        """Take the turn; return what gives it back. Raises StateError."""
        self._check_process()
        taken = _taken.get()
        if self in taken:
            return None
        if not self._lock.acquire(blocking=False):
            raise self._busy()
        self._holder = threading.current_thread()
        return _taken.set((*taken, self))

    def leave(self, token: Any) -> None:
        """Give the turn back that was taken with this token; None is a nested one."""
        if token is not None:
            _taken.reset(token)
            self._holder = None
            self._lock.release()

    def check(self) -> None:
        """Refuse what another thread does while this one is at work. Raises StateError."""
        if self._process != os.getpid():
            self._check_process()
        holder = self._holder
        if holder in {None, threading.current_thread()}:
            return
        if self not in _taken.get():
            raise self._busy()

    def _check_process(self) -> None:
        process = os.getpid()
        if process != self._process:
            self._inherited(self._process, process)
            # Whoever held it is a thread of the parent.
            self._process, self._lock, self._holder = process, threading.Lock(), None
            _taken.set(())

    def _busy(self) -> StateError:
        holder, mine = self._holder, threading.current_thread()
        other = "another thread" if holder is None else f"the thread {holder.name!r}"
        return StateError(
            f"{self._name} is used by {other} at this moment, and the thread {mine.name!r} must "
            "wait: hand a session on when its work is done, or open one per thread "
            "(client.session())"
        )


def alone(method: F) -> F:
    """Let a method of a session run in one thread at a time, in the session's process."""

    @functools.wraps(method)
    def guarded(self: Any, *args: Any, **values: Any) -> Any:
        turn = self.turn
        token = turn.take()
        try:
            return method(self, *args, **values)
        finally:
            turn.leave(token)

    return guarded  # type: ignore[return-value]


_SWEEP_AT = 4096


class IdentityMap:
    """Weak references by scope and key, swept when half of them may be dead.

    A scope is an endpoint's path and the keys of the parents: the rows of one list share it, so
    that loading a page costs one look-up for the scope and one per row.
    """

    def __init__(self) -> None:
        self._scopes: dict[Any, dict[Scope, dict[Any, ref[Resource]]]] = {}
        self._size = 0
        self._sweep_at = _SWEEP_AT

    def scope(self, scope: Scope) -> dict[Any, ref[Resource]]:
        """Return the references of one scope, by key; add to it with `added`."""
        scopes = self._scopes.get(scope[0])
        if scopes is None:
            scopes = self._scopes[scope[0]] = {}
        found = scopes.get(scope)
        if found is None:
            found = scopes[scope] = {}
        return found

    def added(self, number: int) -> None:
        """Take notice of new references."""
        self._size += number
        if self._size > self._sweep_at:
            self._sweep()

    def get(self, scope: Scope, key: Any) -> Resource | None:
        """Return the living object with that identity, or None."""
        try:
            reference = self._scopes[scope[0]][scope].get(key)
        except (KeyError, TypeError):  # a key that the API made up is no key
            return None
        return None if reference is None else reference()

    def put(self, instance: Resource) -> None:
        """Remember a saved object."""
        self.scope(scope_of(instance))[instance.pk] = ref(instance)
        self.added(1)

    def drop(self, instance: Resource) -> None:
        """Forget an object; another one that has its identity by now stays."""
        scope = scope_of(instance)
        found = self._scopes.get(scope[0], {}).get(scope, {})
        reference = found.get(instance.pk)
        if reference is not None and reference() is instance:
            del found[instance.pk]

    def below(self, doomed: Doomed) -> list[Resource]:
        """Return the living objects whose rows are deleted with others."""
        found: list[Resource] = []
        for path, scopes in self._scopes.items():
            model = next((type(item) for item in _alive(scopes.values())), None)
            if model is None:
                continue
            by_path, by_key = doomed.ways(model)
            groups: Iterable[dict[Any, ref[Resource]]] = ()
            if by_key or len(model.endpoint.owners) > 1:
                groups = list(scopes.values()) if by_path or by_key else ()
            elif by_path:
                keys = [key for other, _ in by_path for key in doomed.keys(other)]
                groups = [scopes.get((path, key), {}) for key in keys]
            for references in groups:
                alive = [reference() for reference in list(references.values())]
                found += [item for item in alive if item and doomed.above(item) is not None]
        return found

    def named(self, path: str, wanted: list[list[Any]], *, one: bool) -> Iterator[Resource]:
        """Yield the living objects of an endpoint below some parents, by all spellings of keys.

        Args:
            path: its path template.
            wanted: for each parent, outermost first, keys that it may have.
            one: whether the last of these are keys of the objects themselves.
        """
        scopes = self._scopes.get(path, {})
        for keys in product(*wanted):
            above = keys[:-1] if one else keys
            found = scopes.get((path, *above))
            if found is None:
                continue
            if not one:
                yield from _alive([found])
                continue
            reference = found.get(keys[-1])
            alive = None if reference is None else reference()
            if alive is not None:
                yield alive

    def at(self, path: str) -> Iterator[Resource]:
        """Yield the living objects of one endpoint, by its path template."""
        return _alive(list(self._scopes.get(path, {}).values()))

    def clear(self) -> None:
        """Forget all."""
        self._scopes.clear()
        self._size, self._sweep_at = 0, _SWEEP_AT

    def _sweep(self) -> None:
        self._size = 0
        for model, scopes in list(self._scopes.items()):
            for scope, found in list(scopes.items()):
                dead = [key for key, reference in found.items() if reference() is None]
                for key in dead:
                    del found[key]
                if not found:
                    del scopes[scope]
                self._size += len(found)
            if not scopes:
                del self._scopes[model]
        self._sweep_at = max(_SWEEP_AT, 2 * self._size)

    def __iter__(self) -> Iterator[Resource]:
        for scopes in list(self._scopes.values()):
            yield from _alive(list(scopes.values()))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def keys_of(texts: Iterable[str]) -> list[Any]:
    """Return the keys that texts may stand for: as they are, and as numbers."""
    found: list[Any] = list(texts)
    return [*found, *(int(text) for text in found if text.isdecimal())]


def _alive(groups: Iterable[dict[Any, ref[Resource]]]) -> Iterator[Resource]:
    for found in groups:
        for reference in list(found.values()):
            alive = reference()
            if alive is not None:
                yield alive


R = TypeVar("R", bound=Resource)


def _become(instance: Any, model: type[Resource]) -> None:
    """Let an object that was loaded as its base's be one of the subclass that is asked for."""
    if type(instance) is not model and issubclass(model, type(instance)):
        instance.__class__ = model


class StoreAccess(Executor):
    """Reads one store, and keeps one object per identity.

    Args:
        client: the store's client.
        strict: refuse full scans and lazy loads instead of doing them.
        lane: the requests' lane, `interactive` or `bulk`.

    Attributes:
        turn: whose turn it is to use it.
    """

    turn: Turn

    def __init__(self, client: Client, *, strict: bool, lane: str) -> None:
        self.client = client
        self.strict = strict
        self.lane = lane
        self.stats = Stats()
        self.clock = 1
        self._ticking = threading.Lock()
        self._settling: int | None = None
        self._identities = IdentityMap()
        self._warned: set[Any] = set()

    @property
    def concurrency(self) -> int:
        """Requests in flight at a time, at most."""
        return self.client.concurrency

    @property
    def sends(self) -> set[str]:
        """Filters that no specification has, and that are sent; see `Client`."""
        return self.client.sends

    @alone
    def fetch(self, path: str, params: Mapping[str, str]) -> Fetched:
        """GET one page; an object counts as a page of one row."""
        return self._read(path, params, self.tick())

    def _read(self, path: str, params: Mapping[str, str], asked: int) -> Fetched:
        """GET one page, in whatever thread."""
        answer = self.client.request("GET", path, params=params, stats=self.stats, lane=self.lane)
        data = answer.data
        rows = [] if data is None else data if isinstance(data, list) else [data]
        if set(map(type, rows)) - {dict}:
            raise BadResponse(
                "rows were expected, and something else came", method="GET", path=path,
                status=answer.status, request_id=self.client.redacted(answer.request_id),
                retry_safe=True,
            )  # fmt: skip
        meta = {} if data is None else answer.meta
        return Fetched(rows, meta, asked, type(data), answer.status)

    def tick(self) -> int:
        """Move the clock on for a request, and return its moment. Threads may do it, too."""
        with self._ticking:
            self.clock += 1
            return self.clock

    @property
    def moment(self) -> int:
        """When what is just being settled was asked for."""
        return self.clock if self._settling is None else self._settling

    @contextmanager
    def at(self, asked: int) -> Iterator[None]:
        """Settle in this block what was asked for at a moment; more may have been since."""
        before, self._settling = self._settling, asked
        try:
            yield
        finally:
            self._settling = before

    def renew(self, path: str) -> None:
        """Let the next reads of a path be answered by the store, not by the client's cache."""
        cache = self.client.cache
        if cache is not None:
            cache.invalidate(path, store_key=self.client.store_key)

    @alone
    def start(self, path: str, params: Mapping[str, str]) -> Future[Fetched]:
        """GET one page in another thread."""
        return self.client.workers.submit(self._read, path, params, self.tick())

    @alone
    def fetch_many(self, calls: Sequence[tuple[str, Mapping[str, str]]]) -> list[Fetched]:
        """GET several pages, a bounded number at a time, and return them in order."""
        if len(calls) < 2 or self.concurrency == 1:
            return [self.fetch(path, params) for path, params in calls]
        waiting = [self.start(path, params) for path, params in calls]
        try:
            return [future.result() for future in waiting]
        finally:
            for future in waiting:
                future.cancel()

    def transmit(self, method: str, path: str, **options: Any) -> Answer:
        """Send one request, counted in `stats`, in whatever thread; nothing is settled by it."""
        return self.client.request(method, path, stats=self.stats, lane=self.lane, **options)

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Any = None,
        files: Any = None,
        repeatable: bool | None = None,
        action: bool = False,
        deadline: float | None = None,
        again: bool = False,
    ) -> Answer:
        """Send one request, counted in `stats`, and take for outdated what it makes so.

        Args:
            method: the HTTP method.
            path: the path below the store.
            params: the query.
            json: the body.
            files: a multipart body instead.
            repeatable: whether sending it twice does no harm, though it is a POST.
            action: whether a method of a resource sends it, so that nobody settles its rows.
            deadline: seconds for all of it, waits included.
            again: whether it repeats a request that was sent before; counted as such.
        """
        self.tick()
        try:
            answer = self.transmit(
                method, path, params=params, json=json, files=files, repeatable=repeatable,
                deadline=deadline, again=again,
            )  # fmt: skip
        except ClientError:
            raise  # refused: nothing has changed
        except ApiError:
            self._outdate(method, path, params, json, action=action)
            raise
        self._outdate(method, path, params, json, action=action)
        return answer

    def outdated_by(self, request: PlannedRequest, *, asked: int, now: int) -> None:
        """Take for outdated what a write of the engine's has changed.

        Args:
            request: the write.
            asked: when it was sent; what it carries is settled by its own answer.
            now: when that was answered: what others were asked meanwhile does not know of it.
        """
        own = set(map(id, request.objects))
        self._outdate(
            request.method, request.path, request.params, request.body,
            moment=lambda item: asked if id(item) in own else now,
        )  # fmt: skip

    def _outdate(
        self,
        method: str,
        path: str,
        params: Mapping[str, str] | None,
        json: Any,
        *,
        action: bool = False,
        moment: Callable[[Resource], int] | None = None,
    ) -> None:
        """Take for outdated what held objects say of what a write has changed elsewhere."""
        if method in READS:
            return
        for effect, values, names in effects_of(method, path, params, json):
            if effect.sender != "action" or action:
                for item in self._reached(effect, values):
                    late = effect.grade is Grade.LATE
                    now = self.clock if moment is None else moment(item)
                    refreshing.outdate(item, names, now, late=late)

    def _reached(self, effect: Effect, values: dict[str, set[str]]) -> Iterator[Resource]:
        """Yield the held objects that a write has changed."""
        names = names_in(effect.rows)
        if "?" not in effect.rows and all(name in values for name in names):
            wanted = [keys_of(values[name]) for name in names]
            named = self._identities.named(effect.collection, wanted, one=effect.key is not None)
        elif "?" not in effect.rows and all(name in values or name == effect.own for name in names):
            named = self._identities.at(effect.collection)  # no key was named: all are meant
        elif "?" in effect.rows:
            named = (
                item
                for item in self._identities.at(effect.collection)
                if _has(item, effect, values)
            )
        else:
            return
        for item in named:
            state = item._state
            if effect.when is None or state.row.get(effect.when, True) is not None:
                yield item

    def materialize(
        self,
        model: type[R],
        rows: Sequence[dict[str, Any]],
        parents: Mapping[str, Any] | None,
        peers: Peers | None,
        *,
        partial: bool = False,
        asked: int | None = None,
    ) -> list[R]:
        """Turn rows into objects, one per identity. Values are converted when they are read."""
        endpoint, model = model.endpoint, row_class(model)
        if asked is None:
            asked = self.clock
        mapped = None if endpoint.key is None else mapper_for(model).field(endpoint.key)
        key = None if mapped is None else mapped.wire
        numeric = mapped is not None and isinstance(mapped.converter, Integer)
        if parents is None and endpoint.owners:
            return self._materialize_scattered(model, rows, peers, partial=partial, asked=asked)
        above = as_keys(model, parents or {})
        check_rows(rows, key, endpoint.path)
        held = self._identities.scope(scope_below(endpoint, above))
        # Rows of a list that has neither keys nor owners cannot be told apart.
        named = key is None and bool(endpoint.singleton or endpoint.owners)
        make, give = model.__new__, object.__setattr__
        found: list[R] = []
        references: list[Any] = []
        for row in rows:
            number = None if key is None else row.get(key)
            if numeric and type(number) is str and number.isdecimal() and len(number) < 20:
                number = int(number)  # V2 writes some ids as texts
            reference = held.get(number) if number is not None or named else None
            instance: Any = None if reference is None else reference()
            if instance is None:
                instance = make(model)
                state = State(row, above, self, peers, asked)
                give(instance, "_state", state)
                if partial:
                    state.partial = True
                reference = ref(instance)
                references.append(reference)
                if number is not None or named:
                    held[number] = reference
            else:
                _become(instance, model)
                requests.absorb(instance, row, partial=partial, asked=asked)
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
        asked: int,
    ) -> list[R]:
        """Materialize rows of a store-wide list, each of which names its own parents."""
        found: list[R] = []
        for row in rows:
            above = {name: row.get(name) for name in model.endpoint.owners}
            found += self.materialize(model, [row], above, peers, partial=partial, asked=asked)
        return found

    def lookup(self, model: type[R], parents: Mapping[str, Any], key: Any) -> R | None:
        """Return the object of that identity if it is loaded."""
        found: Any = self._identities.get(scope_below(model.endpoint, parents), key)
        if found is not None:
            _become(found, row_class(model))
        return found  # type: ignore[no-any-return]  # its identity names its class

    def held(self, path: str, parents: Mapping[str, Any], key: Any) -> Any | None:
        """Return the object of an endpoint's path with that identity, if it is loaded."""
        above = [parents.get(name) for name in names_in(path)]
        return self._identities.get((path, *above), key)

    def absorb(self, instance: Resource, row: dict[str, Any], *, partial: bool) -> None:
        """Merge a row that was just answered into an object; unsaved changes stay."""
        requests.absorb(instance, row, partial=partial, asked=self.clock)

    def load_deferred(self, instance: Resource, name: str) -> None:
        """Load a field that the row lacks, for all the object's peers at once."""
        refreshing.load_deferred(self, instance, name)

    def load_include(self, instance: Resource, word: str) -> None:
        """Load what an `include` brings along, for all the object's peers at once."""
        refreshing.load_include(self, instance, word)

    def warn_once(self, key: tuple[Any, ...], warning: Warning) -> None:
        """Issue a warning the first time that `key` asks for it."""
        if key not in self._warned:
            self._warned.add(key)
            warn(warning)


def _has(item: Resource, effect: Effect, values: dict[str, set[str]]) -> bool:
    """Whether a field of an object has a value by which an effect names its rows."""
    if effect.by is None:
        return True
    field, name = effect.by
    if name not in values:
        return name == effect.own  # no key was named: all are meant
    if field == type(item).endpoint.key:
        return str(item.pk) in values[name]
    mapped = mapper_for(type(item)).fields.get(field)
    raw = None if mapped is None else item._state.row.get(mapped.wire)
    held = {str(one) for one in (raw if isinstance(raw, list) else [raw])}
    return bool(held & values[name])
