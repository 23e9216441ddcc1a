"""What an answer proves, and what it does not: one rule for all that writes.

Pure functions over what was asked (a `Step`), what was `Heard` and when. A first answer, a repeated
one, a look for a row and the recovery of a dead process are all judged here:

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

Never assume that an answer has as many rows as the request (`customers.v3.yml` leaves out
addresses that exist already), nor that it has any (price lists echo nothing).
"""

from __future__ import annotations

import enum
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import attrs

from bcorm.exceptions import (
    ApiError,
    AuthenticationError,
    BcormError,
    ClientError,
    NotFound,
    PayloadTooLarge,
    RateLimited,
    StateError,
    UnknownOutcome,
)
from bcorm.http.exchange import is_permanent, is_timeout
from bcorm.http.message import describe
from bcorm.model.mapper import mapper_for

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from bcorm.http.message import Answer
    from bcorm.model.report import PlannedRequest
    from bcorm.model.resource import Resource

    Row = dict[str, Any]

_INDEXED = re.compile(r"^(?:\D*[.\[])?(\d+)[\].]+(.+)$")


class PartlyRefused(StateError):
    """The API took the request, but not all of it."""

    def __init__(self, errors: dict[str, str]) -> None:
        self.errors = errors
        super().__init__()

    def __str__(self) -> str:
        return "; ".join(f"{name}: {text}" for name, text in self.errors.items())[:500]


def has_key(model: type[Resource], row: dict[str, Any]) -> bool:
    """Whether a row tells a key by which an object could be known; where rows have none, it does.

    What has no key of its own is known by its other fields, of which there must be some.
    """
    mapper = mapper_for(model)
    if model.endpoint.key is None:
        return bool(row.keys() & mapper.wires.keys())
    mapped = mapper.field(model.endpoint.key)
    raw = row.get(mapped.wire)
    try:
        return isinstance(raw, (int, str)) and mapped.converter.load(raw) not in {None, "", 0}
    except (TypeError, ValueError):
        return False


def pairs(request: PlannedRequest, rows: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Return the rows of a batch's answer, by the index of the object that each belongs to."""
    if request.kind != "update":
        return _matching(request, rows)
    return {
        index: row
        for index, item in enumerate(request.objects)
        if (row := _by_key(item, rows)) is not None
    }


def _by_key(item: Resource, rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the row of an object: the one with its key, or with all its path parameters."""
    endpoint, mapper = type(item).endpoint, mapper_for(type(item))
    names = endpoint.placeholders if endpoint.key is None else (endpoint.key,)
    fields = [mapper.field(name) for name in names]
    for row in rows:
        if all(
            field.wire in row and field.converter.same(row[field.wire], getattr(item, field.name))
            for field in fields
        ):
            return row
    return None


def _matching(request: PlannedRequest, rows: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Pair new objects with the rows that hold what they sent; order decides among equals."""
    if len(rows) == len(request.objects) and all(
        holds(item, sent, row)
        for item, sent, row in zip(request.objects, request.sent, rows, strict=True)
    ):
        return dict(enumerate(rows))
    return paired(list(zip(request.objects, request.sent, strict=True)), rows)


def paired(
    wanted: Sequence[tuple[Resource, Iterable[str]]], rows: Sequence[dict[str, Any]]
) -> dict[int, dict[str, Any]]:
    """Return the rows of new objects, by the objects' indexes.

    A row holds what its object has sent. Of two addresses one may have all that the other has, and
    more: so who has sent most chooses first, and takes the row with the least besides. If there are
    as many rows as objects, those that hold something else follow in their order.

    Args:
        wanted: the objects, and the wire names of what was sent of each.
        rows: what came of them.
    """
    told = [
        frozenset(wire for wire in sent if _value(item, wire) is not None) for item, sent in wanted
    ]
    free, found = list(rows), {}
    for index in sorted(range(len(wanted)), key=lambda index: -len(told[index])):
        item, sent = wanted[index][0], told[index]
        mine = [row for row in free if holds(item, sent, row)]
        if mine:
            found[index] = min(mine, key=partial(besides, type(item), sent))
            free = [row for row in free if row is not found[index]]
    if len(rows) == len(wanted):
        left = [index for index in range(len(wanted)) if index not in found]
        found.update(zip(left, free, strict=True))
    return found


def _value(item: Resource, wire: str) -> Any:
    mapped = mapper_for(type(item)).wires.get(wire)
    return None if mapped is None else item.__dict__.get(mapped.name)


def besides(model: type[Resource], sent: Collection[str], row: dict[str, Any]) -> int:
    """How many values a row has that were not sent."""
    wires = mapper_for(model).wires
    return sum(
        1
        for wire, value in row.items()
        if value and wire in wires and wire not in sent and isinstance(value, (str, int, float))
    )


def holds(item: Resource, sent: frozenset[str], row: dict[str, Any]) -> bool:
    """Whether a row has the simple values that an object sent."""
    mapper = mapper_for(type(item))
    for wire in sent:
        mapped = mapper.wires.get(wire)
        if mapped is None or mapped.converter.mutable or wire not in row:
            continue
        value = item.__dict__.get(mapped.name)
        if value is not None and not mapped.converter.same(row[wire], value):
            return False
    return True


def shows(item: Resource, sent: frozenset[str], row: dict[str, Any]) -> bool:
    """Whether a row shows that what an object sent has arrived."""
    shown = sent & row.keys()
    return bool(shown) and not differences(item, shown, row)


def nested_pairs(riders: list[tuple[str, Resource]], row: dict[str, Any] | None) -> Iterator[Any]:
    """Yield (row, child) of the children that were created with their parent.

    A child whose row the answer does not show is saved all the same: its row is None.
    """
    groups: dict[str, list[Any]] = {}
    for wire, child in riders:
        groups.setdefault(wire, []).append(child)
    for wire, children in groups.items():
        found = (row or {}).get(wire)
        rows = [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []
        wanted = [(child, mapper_for(type(child)).wires) for child in children]
        mine = paired(wanted, rows)
        for index, child in enumerate(children):
            yield mine.get(index), child


def told(
    request: PlannedRequest, rows: list[dict[str, Any] | None], errors: Any
) -> dict[int, dict[str, str]]:
    """Return what an answer says against each object, by its index and by field.

    Batch answers index their messages (`"1.sku"`), wrap them per row, or name nobody. What names
    nobody is told of the objects without a row, or whose rows show other values than were sent,
    or else of all.
    """
    _, flat = describe({"errors": errors}) if errors else ("", {})
    if not flat:
        return {}
    if not request.batch:
        return {0: flat}
    own: dict[int, dict[str, str]] = {}
    loose = {}
    for name, text in flat.items():
        match = _INDEXED.match(name)
        if match is None:
            loose[name] = text
        else:
            own.setdefault(int(match[1]), {})[match[2]] = text
    if own:
        return own
    everybody = range(len(request.objects))
    shown = any(row is not None for row in rows)
    missing = [index for index in everybody if shown and rows[index] is None]
    differing = [
        index
        for index in everybody
        if (row := rows[index]) is not None
        and differences(request.objects[index], request.sent[index], row)
    ]
    return dict.fromkeys(missing or differing or everybody, loose)


def partial_success(error: ApiError) -> Any:
    """Return the saved rows inside a refusal (`422` of metafield batches), or None."""
    body = error.body
    if isinstance(body, dict) and isinstance(body.get("data"), list):
        meta = body.get("meta")
        success = meta.get("success") if isinstance(meta, dict) else None
        saved = [row for row in body["data"] if isinstance(row, dict) and "id" in row]
        if saved and success != 0:
            return saved
    return None


def raw_errors(error: ApiError) -> Any:
    """Return the `errors` of a refusal as they were sent."""
    return error.body.get("errors") if isinstance(error.body, dict) else None


def not_taken(
    item: Resource, sent: frozenset[str], row: dict[str, Any] | None, said: dict[str, str]
) -> frozenset[str]:
    """Return the sent fields that a partial success did not take.

    Those that the messages name, or whose value in the answer is another; if neither tells, all.
    """
    named = {wire for wire in sent if any(re.match(rf"{re.escape(wire)}\b", key) for key in said)}
    return frozenset(named | differences(item, sent, row or {})) or sent


def differences(item: Resource, sent: frozenset[str], row: dict[str, Any]) -> set[str]:
    """Return the sent fields that a row shows with other values."""
    mapper = mapper_for(type(item))
    found = set()
    for wire in sent & row.keys():
        mapped = mapper.wires.get(wire)
        if mapped is not None and not mapped.converter.same(
            row[wire], item.__dict__.get(mapped.name)
        ):
            found.add(wire)
    return found


def by_field(item: Resource, said: Mapping[str, str]) -> dict[str, str]:
    """Return what is said against an object under the names of its own fields.

    Some refusals name the operation (`.customer_create`), and the field in their words only.
    """
    fields = mapper_for(type(item)).fields
    named = {}
    for key, text in said.items():
        words = text.casefold().replace("'", " ").split()
        is_field = key.partition(".")[0] in fields or "." in key
        own = None if is_field else next((word for word in words if word in fields), None)
        named[own if own is not None and own not in said else key] = text
    return named


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
        slow: seconds to wait after a time-out, and after an interrupt, which is one before its
            time.
    """
    return max(
        (
            one.ended + (patience if isinstance(one.error, ApiError) and not is_timeout(one.error)
                         else slow)
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
        if has_key(model, row):
            same = mapped.converter.same(row[mapped.wire], item.pk)
            return (Fate.SAVED, row) if same else (Fate.DOUBTFUL, None)
        row = {wire: value for wire, value in row.items() if wire != mapped.wire}
        shown = request.sent[0] & row.keys()
        proven = bool(shown) and not differences(item, shown, row)
        return (Fate.SAVED, row) if proven else (Fate.DOUBTFUL, None)
    if has_key(model, row) and not is_anothers(item, row):
        return Fate.SAVED, row
    return Fate.DOUBTFUL, None


def _of_rows(
    request: PlannedRequest, data: list[Any], is_anothers: Callable[[Resource, Row], bool]
) -> list[Verdict]:
    model = type(request.objects[0])
    rows = [row for row in data if isinstance(row, dict) and has_key(model, row)]
    # A list whose rows cannot be told apart says nothing of those that it seems to leave out.
    lacking = Fate.LEFT_OUT if len(rows) == len(data) else Fate.DOUBTFUL
    by_index = pairs(request, rows)
    found: list[Verdict] = []
    for index, item in enumerate(request.objects):
        row = by_index.get(index)
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


@attrs.frozen(eq=False, kw_only=True)
class Step:
    """Something to be asked of the store.

    Attributes:
        kind: create, update, delete or act, which write; look and check, which read.
        objects: what it is about.
        request: what is sent, for those that write.
        read: what is asked, for those that read; called with the session.
        when: the moment before which a look is of no use; None is now.
        once: whether it must not be repeated by itself after it may have arrived.
        exclusive: no two steps with the same one of these may be in flight together.
    """

    kind: Literal["look", "check", "create", "update", "delete", "act"]
    objects: tuple[Any, ...] = ()
    request: PlannedRequest | None = None
    read: Callable[[Any], Any] | None = None
    when: float | None = None
    once: bool = False
    exclusive: frozenset[str] = frozenset()


@attrs.frozen(eq=False, kw_only=True)
class Heard:
    """What came of a step.

    Attributes:
        attempts: each sending, in order; none if it was not sent at all.
        answer: the success that the last one was answered by, if it was.
        value: what a step that reads has brought.
        error: what it ended in, if nothing else.
    """

    attempts: tuple[Attempt, ...] = ()
    answer: Answer | None = None
    value: Any = None
    error: BaseException | None = None


@attrs.frozen(eq=False)
class Sought:
    """A new object whose row is looked for, as it was when it was sent.

    Attributes:
        item: the object.
        key: its natural key, by field.
        values: the simple values that were sent, by field.
    """

    item: Resource
    key: dict[str, Any]
    values: dict[str, Any]


@attrs.define(eq=False)
class Doubt:
    """An object of which nobody knows whether it was saved.

    Attributes:
        item: the object.
        kind: what was asked: create, update or delete; `rider` for what went along with another's
            creation; `key` for what was saved under a key that nobody has told.
        error: why it is doubtful.
        since, settles: the moments from which, and after which, a look may say that it is absent.
        request: what carried it.
        sent: wire names of what was sent of it.
        sought: what its row is known by.
        body: what was sent of it, by wire name; what was assigned since is not.
        refusal: what a later attempt was refused by, where an earlier one may have arrived.
        final: whether it failed if the next look does not find it.
        looked: whether it was looked for since it became doubtful.
    """

    item: Resource
    kind: str
    error: Exception
    since: float
    settles: float
    request: PlannedRequest | None = None
    sent: frozenset[str] = frozenset()
    sought: Sought | None = None
    body: dict[str, Any] = attrs.field(factory=dict)
    refusal: Exception | None = None
    final: bool = False
    looked: bool = False
