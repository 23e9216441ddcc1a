"""`QuerySet.partitions`: a queryset in pieces that threads, processes and machines can read.

A `Partition` pickles without a session, a client or a secret. Where it is unpickled it reads
through that process's own client, which `client_here` makes from the environment.
"""

from __future__ import annotations

import os
import threading
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from bcorm.exceptions import ConfigurationError, QueryError
from bcorm.http.credentials import OAuthCredentials, redis_url_from_env
from bcorm.http.shared import RedisGovernor
from bcorm.model.mapper import mapper_for
from bcorm.model.queryset import QuerySet
from bcorm.model.reading import query_of
from bcorm.model.resource import Resource
from bcorm.query import compiler
from bcorm.query.parameters import Condition
from bcorm.session.client import Client
from bcorm.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.query.compiler import Query
    from bcorm.query.fetching import Fetched

R = TypeVar("R", bound=Resource)

# What a query is made of besides what its model says.
_FACTS = (
    "parents", "conditions", "exclusions", "unions", "order", "include", "only", "defer",
    "start", "stop", "scanning", "empty",
)  # fmt: skip
# How many keys there may be for each row, so that ranges of keys are as good as runs of rows.
_DENSE = 1.25
# Lookups of the key that say already what a range of keys would say.
_TAKEN = frozenset(["exact", "gte", "lte", "range"])


@attrs.frozen(eq=False, kw_only=True)
class Partition(Generic[R]):
    """A piece of a queryset. Iterating over it reads its rows, anywhere.

    Attributes:
        model: the resource class.
        number: its place among the pieces, from 0; their rows follow each other in this order.
        store_key: the store that it is of, with the host where that is not BigCommerce's own.
    """

    model: type[R]
    number: int
    store_key: str
    _facts: Mapping[str, Any] = attrs.field(repr=False)
    _client: Client | None = attrs.field(default=None, repr=False)

    def queryset(self, session: Session | None = None) -> QuerySet[R]:
        """Return the piece as a queryset of a session, by default of a new one.

        Raises:
            ConfigurationError: this process has no credentials of the store.
        """
        found: QuerySet[R] = QuerySet(self.model)
        found._query = query_of(self.model, **self._facts)
        return found.using(session if session is not None else self.session())

    def session(self) -> Session:
        """Return a new session of the store.

        Raises:
            ConfigurationError: this process has no credentials of the store.
        """
        return Session(self._client if self._client is not None else client_here(self.store_key))

    def __iter__(self) -> Iterator[R]:
        return self.queryset().iterator()

    def __getstate__(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "number": self.number,
            "store_key": self.store_key,
            "_facts": dict(self._facts),
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in {"_client": None, **state}.items():
            object.__setattr__(self, name, value)


_clients: dict[tuple[int, str], Client] = {}
_lock = threading.Lock()


def client_here(store_key: str) -> Client:
    """Return this process's client of a store, made from the environment when first asked for.

    `BIGCOMMERCE_STORE_HASH`, `BIGCOMMERCE_ACCESS_TOKEN` and `BIGCOMMERCE_API_URL` say which store;
    with `BCORM_REDIS_URL` all processes and machines that name the same Redis share its quota.

    Raises:
        ConfigurationError: the environment names no store, or another one.
    """
    key = (os.getpid(), store_key)  # a forked child has its own
    with _lock:
        client = _clients.get(key)
        if client is None:
            credentials = _credentials_here(store_key)
            redis = redis_url_from_env()
            governor = RedisGovernor(redis) if redis else None
            client = Client(credentials, governor=governor)
            if client.qualified_store_key != store_key:
                raise ConfigurationError(
                    f"this is a piece of the store {store_key!r}, and the environment of this "
                    f"process names the store {client.qualified_store_key!r}"
                )
            _clients[key] = client
        return client


def _credentials_here(store_key: str) -> OAuthCredentials:
    try:
        return OAuthCredentials.from_env()
    except ConfigurationError as error:
        # It may be told in another process, whose own environment has everything.
        raise ConfigurationError(
            f"a piece of the store {store_key!r} is read by a process whose environment does not "
            f"say how: {error}"
        ) from None


def split(session: Session, queryset: QuerySet[Any], count: int) -> list[Partition[Any]]:
    """Cut a queryset into at most `count` pieces. See `QuerySet.partitions`."""
    if type(count) is not int or count < 1:
        raise QueryError(f"a queryset is cut into a whole number of pieces, not {count!r:.100}")
    queryset = queryset._answered()
    query = queryset._query
    plan = compiler.compile(query)
    if count == 1 or plan.empty:
        return [_piece(session, queryset, 0, query)]
    if plan.order:
        raise QueryError(
            f"{queryset.model.__name__}: the API cannot sort by {', '.join(plan.order)}, so each "
            "piece would read all rows: sort what comes back instead"
        )
    pieces = _by_key(session, queryset, plan, count) or _by_place(session, queryset, plan, count)
    return [_piece(session, queryset, number, piece) for number, piece in enumerate(pieces)]


def _piece(session: Session, queryset: QuerySet[Any], number: int, query: Query) -> Partition[Any]:
    facts = {name: getattr(query, name) for name in _FACTS}
    return Partition(
        model=queryset.model,
        number=number,
        store_key=session.client.qualified_store_key,
        facts=facts,
        client=session.client,
    )


def _by_key(
    session: Session, queryset: QuerySet[Any], plan: compiler.Plan, count: int
) -> list[Query]:
    """Cut by ranges of keys: no row that comes or goes meanwhile moves another out of its piece.

    Costs two requests, of a row each; where keys have gaps, so that ranges of one width would hold
    different numbers of rows, one more for each cut. Returns nothing where the endpoint has no such
    filters.
    """
    query, endpoint = queryset._query, queryset.model.endpoint
    key = endpoint.key
    known = endpoint.filters.get(key) if key else None
    if (
        key is None
        or known is None
        or not {"gte", "lte"} <= known.lookups
        or query.start
        or query.stop is not None
        or query.order not in ((), (key,))
        or len(plan.branches) != 1
        or any(one.path == (key,) and one.lookup in _TAKEN for one in query.conditions)
    ):
        return []
    bounds = _bounds(_Keys(session, queryset, plan, key), count)
    if bounds is None:
        return []
    edges = [None, *bounds, None]
    found = []
    for low, high in pairwise(edges):
        extra = [] if low is None else [Condition((key,), "gte", low)]
        extra += [] if high is None else [Condition((key,), "lte", high - 1)]
        found.append(attrs.evolve(query, conditions=(*query.conditions, *extra)))
    return found


def _bounds(keys: _Keys, count: int) -> list[int] | None:
    """Return the first key of each piece but the first.

    None if they are no numbers, or the list is not in the order of its keys.
    """
    ends = keys.ends()
    if ends is None or ends[1] < ends[0]:
        return None
    first, last, total = *ends, keys.total
    span = last - first + 1
    if span <= _DENSE * total:
        parts = min(count, span)
        return [first + span * part // parts for part in range(1, parts)]
    parts = min(count, total)
    found = keys.at([total * part // parts for part in range(1, parts)])
    if found is None or any(one >= other for one, other in pairwise([first, *found])):
        return None
    return found


class _Keys:
    """The keys of a list, read one by one.

    Attributes:
        total: how many rows it has; known once its ends are.
    """

    def __init__(
        self, session: Session, queryset: QuerySet[Any], plan: compiler.Plan, key: str
    ) -> None:
        # What the server does not filter is left out here: it widens the range, and nothing more.
        pushed = tuple(one for one in queryset._query.conditions if one not in plan.residual)
        self._whole = queryset._clone(
            conditions=pushed, exclusions=(), only=(key,), defer=(), include=()
        ).using(session)
        self._session = session
        self._plan = compiler.compile(self._whole._query)
        self._wire = mapper_for(queryset.model).field(key).wire
        self.total = 0

    def _call(self, place: int) -> tuple[str, dict[str, str]]:
        path, params = self._plan.branches[0]
        page = {"page": str(place + 1)} if place else {}
        return path, {**params, "limit": "1", **page}

    def _key(self, page: Fetched) -> Any:
        return page.rows[0].get(self._wire) if page.rows else None

    def ends(self) -> tuple[int, int] | None:
        """Return the first key and the last; None if they are no numbers."""
        found = self._session.store.fetch(*self._call(0))
        if not found.rows:
            return (0, 0)
        self.total = self._whole.count() if found.total is None else found.total
        after = self._session.store.fetch(*self._call(self.total - 1))
        first, last = self._key(found), self._key(after)
        return (first, last) if isinstance(first, int) and isinstance(last, int) else None

    def at(self, places: list[int]) -> list[int] | None:
        """Return the keys at some places of the list; None if some are no numbers."""
        if len(places) * self._plan.page_size <= self.total:
            pages = self._session.store.fetch_many([self._call(place) for place in places])
            found = [self._key(page) for page in pages]
        else:  # it takes fewer requests to read them all
            every = [key for (key,) in self._whole.values_list(self._wire)]
            found = [every[place] for place in places if place < len(every)]
        return found if all(isinstance(key, int) for key in found) else None


def _by_place(
    session: Session, queryset: QuerySet[Any], plan: compiler.Plan, count: int
) -> list[Query]:
    """Cut into runs of whole pages. Costs what counting costs."""
    if len(plan.branches) != 1:
        raise QueryError(
            f"{queryset.model.__name__}: the API reads this as {len(plan.branches)} lists, which "
            "cannot be cut as one: name fewer values at a time, and partition each"
        )
    if plan.residual or plan.exclusions:
        raise QueryError(
            f"{queryset.model.__name__}: the API can neither filter nor page this on its own, so "
            "each piece would read all rows: partition the unfiltered rows, and filter in the piece"
        )
    query = queryset._query
    total = queryset.using(session).count()
    pages = -(-total // plan.page_size)
    parts = max(min(count, pages), 1)
    edges = [plan.page_size * (pages * part // parts) for part in range(parts)]
    ends = [query.start + edge for edge in edges[1:]]
    return [
        attrs.evolve(query, start=query.start + edge, stop=end)
        for edge, end in zip(edges, [*ends, query.stop], strict=True)
    ]
