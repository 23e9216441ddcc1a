"""`StoreAccess`: how a session reaches its store: requests, and rows that become objects.

It is what reading needs (see `model.unit_of_work.Loader`); `Session` adds what changes.

What it holds is in its `IdentityMap`: one object per (endpoint, parents, key).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast
from weakref import ref

from bcorm.exceptions import ApiError, ClientError
from bcorm.http.effects import Grade, effects_of
from bcorm.http.exchange import READS
from bcorm.model.idioms import ARGUMENTS
from bcorm.model.mapper import as_keys, mapper_for, row_class, scope_below
from bcorm.model.memory import State, absorb
from bcorm.model.resource import Resource
from bcorm.model.types import Integer
from bcorm.model.unit_of_work import UnitOfWork
from bcorm.query.endpoint import names_in
from bcorm.query.fetching import check_rows
from bcorm.query.store import Store, Turn
from bcorm.session import refreshing
from bcorm.session.identity import IdentityMap
from bcorm.synonyms import taught_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bcorm.http.effects import Effect
    from bcorm.http.exchange import Stats
    from bcorm.http.message import Answer
    from bcorm.model.memory import Peers
    from bcorm.model.report import PlannedRequest
    from bcorm.session.client import Client


def keys_of(texts: Iterable[str]) -> list[Any]:
    """Return the keys that texts may stand for: as they are, and as numbers."""
    found: list[Any] = list(texts)
    return [*found, *(int(text) for text in found if text.isdecimal())]


R = TypeVar("R", bound=Resource)


def _become(instance: Any, model: type[Resource]) -> None:
    """Let an object that was loaded as its base's be one of the subclass that is asked for."""
    if type(instance) is not model and issubclass(model, type(instance)):
        instance.__class__ = model


class StoreAccess(UnitOfWork):
    """Reads one store, and keeps one object per identity.

    Args:
        client: the store's client.
        strict: refuse full scans and lazy loads instead of doing them.
        lane: the requests' lane, `interactive` or `bulk`.
        turn: whose turn it is to use it.

    Attributes:
        store: reads the store.
    """

    def __init__(self, client: Client, *, strict: bool, lane: str, turn: Turn) -> None:
        self.strict = strict
        self.turn = turn
        self.store = Store(client, lane=lane, sends=client.sends, turn=turn)
        self._identities = IdentityMap()

    @property
    def client(self) -> Client:
        """The client that sends what the session has to send."""
        return cast("Client", self.store.client)

    @client.setter
    def client(self, client: Client) -> None:
        self.store.client = client

    @property
    def stats(self) -> Stats:
        """What was sent through this session."""
        return self.store.stats

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
        self.store.tick()
        try:
            answer = self.store.transmit(
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
                for item in self._reached(effect, values, names):
                    late = effect.grade is Grade.LATE
                    now = self.store.clock if moment is None else moment(item)
                    refreshing.outdate(item, names, now, late=late)

    def _reached(
        self, effect: Effect, values: dict[str, set[str]], stale: list[str]
    ) -> Iterator[Resource]:
        """Yield the held objects that a write has changed."""
        path, held = effect.collection, self._identities
        names = [effect.by[1]] if effect.by else [] if "?" in effect.rows else names_in(effect.rows)
        named: Iterable[Resource]
        if names and all(name in values for name in names):
            if effect.by:
                named = held.having(path, effect.by[0], values[effect.by[1]])
            else:
                wanted = [keys_of(values[name]) for name in names]
                named = held.named(path, wanted, one=effect.key is not None)
        elif all(name in values or name == effect.own for name in names):
            # No key was named: all are meant. Those of which the store may go on showing the old
            # values for a while are marked once, until they show others.
            late = effect.grade is Grade.LATE
            named = held.since(path, tuple(stale)) if late else held.at(path)
        else:
            return
        for item in named:
            state = item._state
            if effect.when is None or state.row.get(effect.when, True) is not None:
                yield item

    def shown(self, instance: Resource) -> None:
        """Take notice that a held object has newer values of the store."""
        self._identities.told(type(instance).endpoint.path, (instance,))

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
            asked = self.store.clock
        mapped = None if endpoint.key is None else mapper_for(model).field(endpoint.key)
        key = None if mapped is None else mapped.wire
        numeric = mapped is not None and isinstance(mapped.converter, Integer)
        if parents is None and endpoint.owners:
            return self._materialize_scattered(model, rows, peers, partial=partial, asked=asked)
        above = as_keys(model, parents or {})
        check_rows(rows, key, endpoint.path)
        held = self._identities.scope(scope_below(endpoint, above), model)
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
                absorb(instance, row, partial=partial, asked=asked)
                if peers is not None:
                    instance._state.peers = peers
                    references.append(reference)
            found.append(instance)
        self._identities.told(endpoint.path, found, len(references))
        if peers is not None:
            peers.extend(references)
        refreshing.renew_held(self, found, rows)
        return found

    def has_any(self, path: str) -> bool:
        """Whether objects of an endpoint may be held, by its path template."""
        return self._identities.holds(path)

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

    @taught_here(ARGUMENTS["lookup"])
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

    def load_deferred(self, instance: Resource, name: str) -> None:
        """Load a field that the row lacks, for all the object's peers at once."""
        refreshing.load_deferred(self, instance, name)

    def load_include(self, instance: Resource, word: str) -> None:
        """Load what an `include` brings along, for all the object's peers at once."""
        refreshing.load_include(self, instance, word)
