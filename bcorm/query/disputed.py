"""Filters that a guide of BigCommerce's shows and no specification has, for clients that want them.

What the API makes of them is not known: it may ignore them, obey them, or refuse the request. So a
condition that is sent in this way is judged here all the same, and a filter that is refused is not
sent again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from bcorm.exceptions import ConfigurationError, ValidationFailed
from bcorm.query.parameters import wire_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.query.compiler import Plan
    from bcorm.query.fetched import Fetch, Fetched
    from bcorm.query.parameters import Condition


class Disputed(NamedTuple):
    """A filter: the list that has it, the field that it bounds, and on which side."""

    path: str
    field: str
    lower: bool


# developer.bigcommerce.com, "Filtering": `?price:min=...` is its example.
DISPUTED = {
    "price:min": Disputed("v3/catalog/products", "price", lower=True),
    "price:max": Disputed("v3/catalog/products", "price", lower=False),
}


def check(names: Iterable[str]) -> set[str]:
    """Return the filters that a client may send. Raises ConfigurationError if it knows no such."""
    given = None if isinstance(names, (str, bytes)) else set(names)
    if given is None or not given <= DISPUTED.keys():
        raise ConfigurationError(f"sends takes a list of {', '.join(DISPUTED)}, not {names!r}")
    return given


def besides(plan: Plan, sends: Iterable[str]) -> Plan:
    """Return a plan that sends what it judges here as well, where a client says so.

    Args:
        plan: what is to be read.
        sends: the filters that may be sent.
    """
    given = {}
    for name in sends:
        path, field, lower = DISPUTED[name]
        if all(branch == path for branch, _ in plan.branches):
            bounds = [
                value
                for condition in plan.residual
                if condition.path == (field,)
                for value in _bounds(condition, lower=lower)
            ]
            if bounds:
                given[name] = wire_text(max(bounds) if lower else min(bounds))
    if not given:
        return plan
    branches = tuple((path, {**params, **given}) for path, params in plan.branches)
    return attrs.evolve(plan, branches=branches, disputed=frozenset(given))


def _bounds(condition: Condition, *, lower: bool) -> list[Any]:
    """Return the bound that a condition sets on a side, if it sets one."""
    if condition.value is None:
        return []
    if condition.lookup == "range":
        return [condition.value[0 if lower else 1]]
    return (
        [condition.value] if condition.lookup in ({"gte", "gt"} if lower else {"lte", "lt"}) else []
    )


class Asker:
    """Fetches the pages of one list with the disputed filters of its plan, or without them.

    Args:
        fetch: sends one GET.
        disputed: the filters among the list's parameters.
        sends: those that the client sends; what is refused is taken out.
    """

    def __init__(self, fetch: Fetch, disputed: Iterable[str], sends: set[str]) -> None:
        self._fetch = fetch
        self._disputed = frozenset(disputed)
        self._sends = sends
        self._left_out: frozenset[str] | None = None

    def __call__(self, path: str, params: Mapping[str, str]) -> Fetched:
        """Fetch a page.

        Raises:
            ApiError: as fetching does; a refusal of a filter only after the first page, which was
                read with it: pages of another list do not go on from there.
        """
        begun = self._left_out is not None
        left_out = self._left_out
        while True:
            if left_out is None:
                left_out = self._disputed - self._sends
            try:
                page = self._fetch(
                    path, {name: text for name, text in params.items() if name not in left_out}
                )
            except ValidationFailed as error:
                refused = {name for name in self._disputed - left_out if _refuses(error, name)}
                self._sends -= refused
                if begun or not refused:
                    raise
                left_out |= refused
            else:
                self._left_out = left_out
                return page


def _refuses(error: ValidationFailed, name: str) -> bool:
    """Whether an answer says that there is no such filter."""
    return "not valid filter parameter" in error.title and name in error.title
