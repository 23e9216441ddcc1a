"""What an answer proves, and what it does not: one rule for all that writes.

Pure functions over what was asked, what was heard and when. A first answer, a repeated one, a
look for a row and the recovery of a dead process are all judged here:

=============================================  =============================================
heard                                          then
=============================================  =============================================
2xx as declared, with this object's row        saved
2xx as declared, where that shows no row       saved; a key that is needed is looked up
2xx as declared, with others and not this one  left out: looked for once; else it failed
2xx, and not what is declared                  doubtful
4xx in the API's form, and nothing before      refused; a delete's 404 is saved
the same, and an earlier attempt may arrive    doubtful
429, 401, never sent                           not sent
5xx, 408, reset, time-out, garbage, interrupt  doubtful
=============================================  =============================================

What is doubtful is looked for. *Saved* needs a row that was found; *absent* a well-formed list that
lacks it, asked for after the moment from which on nothing can arrive any more (`settles`).
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import (
    ApiError,
    AuthenticationError,
    BcormError,
    ClientError,
    NotFound,
    PayloadTooLarge,
    RateLimited,
    UnknownOutcome,
)
from bcorm.http.exchange import is_permanent, is_timeout
from bcorm.model.mapper import mapper_for
from bcorm.session import answers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bcorm.http.message import Answer
    from bcorm.model.report import PlannedRequest
    from bcorm.model.resource import Resource

    Row = dict[str, Any]


class Fate(enum.Enum):
    """What is known of one object after a request that carried it."""

    SAVED = "saved"
    LEFT_OUT = "left out"
    REFUSED = "refused"
    UNSENT = "not sent"
    DOUBTFUL = "doubtful"


# Answers by which a server says that it gave up on a request, and not what became of it.
_GAVE_UP = frozenset({408, 499})
# Refusals that any server on the way may pronounce, before it has passed the request on.
_TOO_LARGE = frozenset({413, 414, 431})


@attrs.frozen
class Attempt:
    """One sending of a request.

    Attributes:
        began: when, as `time.monotonic` says.
        ended: when it was answered or given up.
        error: what it ended in; None if it was answered by a success.
    """

    began: float
    ended: float
    error: BaseException | None = None


def of_error(error: BaseException | None) -> Fate:
    """Judge one attempt by itself; None is a success."""
    if error is None:
        return Fate.SAVED
    if isinstance(error, UnknownOutcome) or not isinstance(error, BcormError):
        return Fate.DOUBTFUL
    if not isinstance(error, ApiError):
        return Fate.UNSENT  # refused here
    if isinstance(error, (RateLimited, AuthenticationError)) or not error.sent:
        return Fate.UNSENT
    if is_permanent(error):
        return Fate.UNSENT
    if isinstance(error, ClientError) and error.status not in _GAVE_UP:
        of_the_api = error.body is None or isinstance(error.body, (dict, list))
        return Fate.REFUSED if of_the_api or error.status in _TOO_LARGE else Fate.DOUBTFUL
    return Fate.DOUBTFUL


def of_attempts(kind: str, attempts: Sequence[Attempt]) -> Fate:
    """Judge a request by all its attempts, the last of which failed or was refused."""
    fate = of_error(attempts[-1].error)
    if fate is Fate.REFUSED and kind == "delete" and isinstance(attempts[-1].error, NotFound):
        return Fate.SAVED  # gone, which is what was wanted
    earlier = any(of_error(one.error) is Fate.DOUBTFUL for one in attempts[:-1])
    return Fate.DOUBTFUL if earlier else fate


def is_of_no_row(error: BaseException | None) -> bool:
    """Whether a refused batch would be refused whatever its rows are: no half can succeed."""
    return isinstance(error, ClientError) and error.status == 403


def is_too_large(error: BaseException | None) -> bool:
    """Whether a request was refused for its size."""
    return isinstance(error, PayloadTooLarge)


def settles(attempts: Sequence[Attempt], patience: float, slow: float) -> float:
    """Return the moment after which nothing of a request can arrive any more, as far as one waits.

    Args:
        attempts: all attempts of the request.
        patience: seconds to wait after an error or a reset.
        slow: seconds to wait after a time-out.
    """
    return max(
        (
            one.ended + (slow if isinstance(one.error, ApiError) and is_timeout(one.error)
                         else patience)
            for one in attempts
            if of_error(one.error) is Fate.DOUBTFUL
        ),
        default=attempts[-1].ended + patience,
    )  # fmt: skip


Verdict = tuple[Fate, "Row | None"]


def of_answer(
    request: PlannedRequest,
    answer: Answer,
    is_anothers: Callable[[Resource, Row], bool],
) -> list[Verdict]:
    """Judge a success: what it proves of each object, with the row that it shows.

    Args:
        request: what was asked.
        answer: what came.
        is_anothers: whether a row is known to be another object's.
    """
    shows = type(request.objects[0]).endpoint.answer(request.kind, batch=request.batch)
    if shows == "rows" and isinstance(answer.data, list):
        return _of_rows(request, answer.data, is_anothers)
    if shows == "row":
        return [_of_row(request, answer.data, is_anothers)]
    proven = _is_declared(shows, request, answer)
    return [(Fate.SAVED if proven else Fate.DOUBTFUL, None)] * len(request.objects)


def _of_row(
    request: PlannedRequest, data: Any, is_anothers: Callable[[Resource, Row], bool]
) -> Verdict:
    (item,) = request.objects
    row = data[0] if isinstance(data, list) and len(data) == 1 else data
    if not isinstance(row, dict) or not row:
        return Fate.DOUBTFUL, None
    model = type(item)
    mapper, key = mapper_for(model), model.endpoint.key
    if key is None:
        known = row.keys() & mapper.wires.keys()
        return (Fate.SAVED, row) if known else (Fate.DOUBTFUL, None)
    mapped = mapper.field(key)
    if request.kind == "update":
        if answers.has_key(model, row):
            same = mapped.converter.same(row[mapped.wire], item.pk)
            return (Fate.SAVED, row) if same else (Fate.DOUBTFUL, None)
        row = {wire: value for wire, value in row.items() if wire != mapped.wire}
        shown = request.sent[0] & row.keys()
        proven = bool(shown) and not answers.differences(item, shown, row)
        return (Fate.SAVED, row) if proven else (Fate.DOUBTFUL, None)
    if answers.has_key(model, row) and not is_anothers(item, row):
        return Fate.SAVED, row
    return Fate.DOUBTFUL, None


def _of_rows(
    request: PlannedRequest, data: list[Any], is_anothers: Callable[[Resource, Row], bool]
) -> list[Verdict]:
    model = type(request.objects[0])
    rows = [row for row in data if isinstance(row, dict) and answers.has_key(model, row)]
    # A list whose rows cannot be told apart says nothing of those that it seems to leave out.
    lacking = Fate.LEFT_OUT if len(rows) == len(data) else Fate.DOUBTFUL
    pairs = answers.pairs(request, rows)
    found: list[Verdict] = []
    for index, item in enumerate(request.objects):
        row = pairs.get(index)
        if row is None:
            found.append((lacking, None))
        elif request.kind == "create" and is_anothers(item, row):
            found.append((Fate.DOUBTFUL, None))
        else:
            found.append((Fate.SAVED, row))
    return found


def _is_declared(shows: str, request: PlannedRequest, answer: Answer) -> bool:
    """Whether an answer is what an endpoint answers that shows no row."""
    body, data = answer.body, answer.data
    if _is_failure(body) or _is_failure(data):
        return False
    if shows == "parent":
        placeholder = type(request.objects[0]).endpoint.placeholders[-1]
        parents = {str(item._state.parents.get(placeholder)) for item in request.objects}
        return isinstance(data, dict) and parents == {str(data.get("id"))}
    if shows == "receipt":
        return isinstance(body, dict) and bool(body)
    return shows in {"nothing", "either way"} and (body is None or isinstance(body, (dict, list)))


def _is_failure(value: Any) -> bool:
    """Whether a body says, under whatever status it came, that something failed."""
    status = value.get("status") if isinstance(value, dict) else None
    return type(status) is int and status >= 400
