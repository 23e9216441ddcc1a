"""Steps of a program, what is heard of them, and what stays in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.http.message import Answer
    from bcorm.model.report import PlannedRequest
    from bcorm.model.resource import Resource
    from bcorm.session.evidence import Attempt


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
