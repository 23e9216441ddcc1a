"""Plans in words: what a query will ask of the server, and what is left to do here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.http.message import encode_query
from bcorm.query import paging
from bcorm.query.compiler import Strategy
from bcorm.query.parameters import excluded
from bcorm.query.tables import table
from bcorm.synonyms import Guided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.query.compiler import Plan

_NO_TOTALS = "reads the rows, for the totals of this list are not theirs"


@attrs.frozen(str=False, repr=False)
class Explanation(Guided):
    """What a query costs. Print it, or read its attributes; nothing has been sent.

    Attributes:
        model: the resource's name.
        requests: the first request of each list that will be read, method and URL.
        strategy: how further pages are read.
        page_size: rows per request, at most.
        here: conditions and orders that are evaluated here, after reading.
        full_scan: whether every row that the server's filters leave is read.
        check: what else is asked once if there are several pages, to tell a list that shifts.
        count: what `count()` costs.
        disputed: parameters of the requests that no specification has, and that the client sends:
            whatever the server makes of them, the conditions are evaluated here.
        beside: what is read of the rows that these name, `brand__name`.
        before: what is read first, where a condition names related rows, by what stands for it in
            the requests.
    """

    model: str
    requests: tuple[str, ...]
    strategy: str
    page_size: int
    here: tuple[str, ...]
    full_scan: bool
    check: str | None = None
    count: str = ""
    disputed: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    before: Mapping[str, Explanation] = attrs.field(factory=dict)

    def __str__(self) -> str:
        lines = [
            f"{self.model}: {len(self.requests)} list{'s' * (len(self.requests) != 1)} to read"
        ]
        for name, first in self.before.items():
            lines.append(f"  {name} is read first. {first}".replace("\n", "\n  "))
        lines += [f"  {request}" for request in self.requests[:5]]
        if len(self.requests) > 5:
            lines.append(f"  ... and {len(self.requests) - 5} more")
        lines.append(f"  {self.strategy}, at most {self.page_size} rows per request")
        if self.check:
            lines.append(f"  {self.check} too if there are several, to see whether rows shift")
        lines += [f"  and {item}" for item in self.beside]
        if self.count == _NO_TOTALS:  # which nobody would expect
            lines.append(f"  count(): {self.count}")
        lines += [f"  evaluated here: {item}" for item in self.here]
        lines += [
            f"  {name} is sent besides: no specification has it, and it may be ignored or refused"
            for name in self.disputed
        ]
        if self.full_scan:
            lines.append(
                f"  full scan: one request per {self.page_size} rows that the server's filters "
                "leave, however few match"
            )
        return "\n".join(lines)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        rows = [
            (f"asked first, for {name}", request)
            for name, first in self.before.items()
            for request in first.requests
        ]
        rows += [("asked of the store", request) for request in self.requests]
        rows += [("asked besides", item) for item in self.beside]
        rows += [("evaluated here", item) for item in self.here]
        return table(f"{self.model}: {self.strategy}", ("where", "what"), rows)


def explain(
    model: str,
    plan: Plan,
    keys: Sequence[Any] | None = None,
    *,
    before: Mapping[str, Explanation] | None = None,
) -> Explanation:
    """Describe a plan. Sends nothing.

    Args:
        model: the resource's name.
        plan: what is read.
        keys: those of the rows, if each is read by its own address instead.
        before: what is read first, by what stands for it in the plan.
    """
    if keys is not None:
        path = plan.branches[0][0]
        return Explanation(
            model=model,
            requests=tuple(f"GET {path}/{key}" for key in keys),
            strategy="row by row",
            page_size=1,
            here=(),
            full_scan=False,
            count=_count(plan),
        )
    requests = tuple(
        f"GET {path}{'?' if params or paged else ''}{encode_query({**params, **paged})}"
        for part in plan.lists()
        for paged in [_first_page(part)]
        for path, params in part.branches
    )
    here = [str(condition) for condition in plan.residual]
    here += [excluded(group) for group in plan.exclusions]
    here += [" or ".join(map(str, union)) for union in plan.unions]
    if plan.order and not (plan.merged and plan.overlapping):
        first = f", the first {plan.stop} of each list" if plan.merged else ""
        here.append(f"order by {', '.join(plan.order)}{first}")
    return Explanation(
        model=model,
        requests=() if plan.empty else requests,
        strategy=plan.strategy.value,
        page_size=plan.page_size,
        here=tuple(here),
        full_scan=plan.full_scan,
        check=_check(plan),
        count=_count(plan),
        disputed=tuple(sorted(plan.disputed)),
        before=before or {},
    )


def _count(plan: Plan) -> str:
    """Say what a count costs: the API's totals, or rows that have to be read."""
    if plan.empty:
        return ""
    if plan.overlapping:
        return "reads the rows, for some may be in several of the lists"
    if plan.residual or plan.exclusions or plan.unions:
        return "reads the rows, for some conditions are evaluated here"
    if plan.counted is not None:
        return "one request, which counts"
    if not plan.totals:
        return _NO_TOTALS
    if plan.version == 2 or plan.strategy is Strategy.SINGLE:
        return "reads the rows, for this list tells no total"
    requests = len(plan.branches)
    return f"{requests} request{'s' * (requests > 1)} of two rows, for the total"


def _check(plan: Plan) -> str | None:
    """Return the request that pages read by number are checked with, if their list needs one."""
    sliced = plan.windowed and (plan.start > 0 or plan.stop is not None)
    if plan.counted is None or plan.strategy is not Strategy.OFFSET or sliced:
        return None
    path, params = plan.counted
    return f"GET {path}{'?' if params else ''}{encode_query(params)}"


def _first_page(plan: Plan) -> dict[str, str]:
    """Return the paging parameters of a list's first request."""
    if plan.strategy is Strategy.SINGLE:
        return {}
    if plan.strategy is not Strategy.OFFSET:
        return {"limit": str(plan.page_size)}
    if not plan.windowed or (plan.start == 0 and plan.stop is None):
        return {"limit": str(plan.page_size), "page": "1"}
    size = paging.window_size(plan.start, plan.stop, plan.page_size)
    return {"limit": str(size), "page": str(plan.start // size + 1)}
