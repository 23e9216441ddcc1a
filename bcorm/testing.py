"""A pytest plugin: a local store for the tests of code that uses bcorm.

pytest loads it by itself once bcorm is installed. It gives these fixtures:

- `store`: a store with the sample shop, as a `Store`. Code under test that calls
  `bcorm.connect()` reaches it, and its session is the current one.
- `empty_store`: the same without the sample shop.
- `hostile_store`: a server that drips, floods and lies, to see that code ends all the same.
- `assert_requests`: `with assert_requests(3): ...` fails unless exactly three requests were sent.
- `any_fault`: makes the test run once for each thing that goes wrong between a client and a
  store, and makes it go wrong with the next request.
- `any_lie`: makes the test run once for each thing that live stores get wrong in answers that
  look right, such as totals, and makes the store get it wrong.

A store costs some 3 ms per test: each process starts one emulator of a kind, and sets it back
before each test. Needs `bcorm[emulator]`.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from bcorm.emulator import Emulator, Fault, RecordedRequest
    from bcorm.emulator.hostile import HostileServer
    from bcorm.session import Session

__all__ = [
    "Store",
    "any_fault",
    "any_lie",
    "assert_requests",
    "empty_store",
    "hostile_store",
    "store",
]

SURVIVABLE = (
    "429",
    "429-bare",
    "502",
    "503",
    "504",
    "slow",
    "reset-before",
    "reset-after",
    "truncated",
    "html",
    "bad-gzip",
)
"""The kinds of faults that `any_fault` goes through, see `bcorm.emulator.faults`."""

LIES = (
    "zero-totals",
    "unfiltered-totals",
    "late-stock",
    "missing-rows",
    "no-quota-headers",
    "late-502",
    "repeated-webhooks",
    "shuffled-webhooks",
)
"""The lies that `any_lie` goes through, see `bcorm.emulator.lies`."""

_READS = frozenset({"GET", "HEAD"})
_numbers = count(1)


class Store:
    """A local store of one test.

    Attributes:
        emulator: the `bcorm.emulator.Emulator` behind it: `documents`, `put_document`, ...
        hash: its store hash, another one in each test, so that no quota outlives a test.
        token: an access token that it takes; it takes any.
        session: a session of it, the current one. It retries quickly.
    """

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.hash = f"test{next(_numbers)}"
        self.token = "test-token"  # noqa: S105 - opens a store on loopback, as any text does
        self.session = self.connect()

    def connect(self, **options: Any) -> Session:
        """Return another session, of a client of its own, and make it the current one.

        Args:
            options: arguments of `bcorm.connect`.
        """
        from bcorm.http.exchange import RetryPolicy  # noqa: PLC0415 - pytest loads this at its start
        from bcorm.session import connect  # noqa: PLC0415

        options.setdefault("retry", RetryPolicy(base=0.01))
        return connect(self.hash, self.token, api_url=self.url, **options)

    @property
    def url(self) -> str:
        """Where it listens, for `BIGCOMMERCE_API_URL` and `connect(api_url=...)`."""
        return self.emulator.url

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests that it got so far, oldest first."""
        return self.emulator.requests

    def fail(self, kind: str, **options: Any) -> Fault:
        """Let something go wrong with the next request that fits.

        Args:
            kind: "429", "503", "reset-after", ...: see `bcorm.emulator.faults.KINDS`.
            options: attributes of the `Fault`: `method`, `path` (with `*`), `times`, `after`,
                `applied`, `seconds`.
        """
        from bcorm.emulator import Fault  # noqa: PLC0415

        return self.emulator.faults.add(Fault(kind, **options))


@pytest.fixture(scope="session")
def _bcorm_emulators() -> Iterator[Callable[[bool], Emulator]]:
    """The emulators of this process, started when they are first asked for."""
    from bcorm.emulator import Emulator  # noqa: PLC0415

    running: dict[bool, Emulator] = {}

    def emulator(empty: bool) -> Emulator:
        if empty not in running:
            running[empty] = Emulator(empty=empty).start()
        running[empty].reset()
        return running[empty]

    yield emulator
    for item in running.values():
        item.close()


@pytest.fixture
def store(
    _bcorm_emulators: Callable[[bool], Emulator], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """A local store with the sample shop: 220 products with all that belongs to them."""
    with _opened(_bcorm_emulators(False), monkeypatch) as opened:
        yield opened


@pytest.fixture
def empty_store(
    _bcorm_emulators: Callable[[bool], Emulator], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """A local store with nothing in it."""
    with _opened(_bcorm_emulators(True), monkeypatch) as opened:
        yield opened


@pytest.fixture
def hostile_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[HostileServer]:
    """A server that answers wrongly: `hostile_store.answer("drip-body")`, then run the code.

    `bcorm.connect()` reaches it. What can be wrong is in `bcorm.emulator.hostile.KINDS`; whole
    answers are taken as bytes. Give the client under test small `bcorm.http.Bounds`.
    """
    from bcorm.emulator.hostile import HostileServer  # noqa: PLC0415

    with HostileServer() as server:
        monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", f"hostile{next(_numbers)}")
        monkeypatch.setenv("BIGCOMMERCE_ACCESS_TOKEN", "test-token")
        monkeypatch.setenv("BIGCOMMERCE_API_URL", server.url)
        yield server


@contextmanager
def _opened(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    from bcorm.model.unit_of_work import current_session  # noqa: PLC0415

    before = current_session.get()
    opened = Store(emulator)
    for name, value in (
        ("BIGCOMMERCE_STORE_HASH", opened.hash),
        ("BIGCOMMERCE_ACCESS_TOKEN", opened.token),
        ("BIGCOMMERCE_API_URL", opened.url),
    ):
        monkeypatch.setenv(name, value)
    try:
        yield opened
    finally:
        current_session.set(before)
        emulator.faults.clear()
        emulator.lies.clear()
        opened.session.client.close()


@pytest.fixture
def assert_requests(
    request: pytest.FixtureRequest,
) -> Callable[..., AbstractContextManager[list[RecordedRequest]]]:
    """Count the requests of a block, and fail unless they are as many as was said.

    It is used as `with assert_requests(3, writes=1) as seen: ...`. The arguments are how many
    requests have to reach the test's store in all, how many `reads` and how many `writes`; what is
    left out may be any number. The block's value is the list of the requests, filled when the
    block ends.
    """

    @contextmanager
    def counted(
        total: int | None = None, *, reads: int | None = None, writes: int | None = None
    ) -> Iterator[list[RecordedRequest]]:
        stores = _stores(request)
        before = [len(item.requests) for item in stores]
        seen: list[RecordedRequest] = []
        yield seen
        for item, start in zip(stores, before, strict=True):
            seen += item.requests[start:]
        reading = sum(item.method in _READS for item in seen)
        found = {"requests": len(seen), "reads": reading, "writes": len(seen) - reading}
        wanted = {"requests": total, "reads": reads, "writes": writes}
        wrong = [
            f"{found[name]} {name} instead of {number}"
            for name, number in wanted.items()
            if number is not None and number != found[name]
        ]
        if wrong:
            sent = "\n".join(f"  {_shown(item)}" for item in seen) or "  nothing was sent"
            pytest.fail(f"{', '.join(wrong)}:\n{sent}", pytrace=False)

    return counted


def _shown(request: RecordedRequest) -> str:
    query = "&".join(f"{name}={value}" for name, value in request.query.items())
    return f"{request.method} {request.path}{'?' if query else ''}{query} -> {request.status}"


@pytest.fixture(params=SURVIVABLE)
def any_fault(request: pytest.FixtureRequest) -> Fault:
    """The test runs once per kind of fault; the next request to its store meets one.

    Its `struck` tells how many requests it has met. Needs `store` or `empty_store`.
    """
    return _stores(request)[0].fail(request.param, seconds=0.05)


@pytest.fixture(params=LIES)
def any_lie(request: pytest.FixtureRequest) -> str:
    """The test runs once per lie, and its store tells it from then on. The value is its name.

    Needs `store` or `empty_store`.
    """
    lie: str = request.param
    _stores(request)[0].emulator.lies.tell(lie)
    return lie


def _stores(request: pytest.FixtureRequest) -> list[Store]:
    """Return the stores that a test has. Others may call something else a `store`."""
    names = [name for name in ("store", "empty_store") if name in request.fixturenames]
    found = [request.getfixturevalue(name) for name in names]
    stores = [item for item in found if isinstance(item, Store)]
    if not stores:
        raise pytest.UsageError(
            f"{request.fixturename} needs the fixture store or empty_store of bcorm"
        )
    return stores
