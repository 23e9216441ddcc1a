"""The blocks that a session opens: `with session.begin():` and `with session.no_autoflush:`."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from bcorm.model.idioms import BLOCK
from bcorm.model.unit_of_work import current
from bcorm.synonyms import Guided

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from typing_extensions import Self

    from bcorm.session.session import Session

S = TypeVar("S", bound="Session")


class Begun(Guided, Generic[S]):
    """A block that commits at its end, and rolls back what is local after an error."""

    _instead: ClassVar[Mapping[str, str]] = BLOCK

    def __init__(self, session: S) -> None:
        self._session = session
        self._stack = ExitStack()

    def __enter__(self) -> S:
        return self._stack.enter_context(current(self._session))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._stack:
            if kind is not None:
                self._session.rollback()
                return
            try:
                self._session.commit()
            except BaseException:
                self._session.rollback()
                raise


class Unflushed(AbstractContextManager[S], Generic[S]):
    """A block in which queries do not flush first."""

    def __init__(self, session: S) -> None:
        self._session = session
        self._before: list[bool] = []

    def __call__(self) -> Self:
        """Return it: `session.no_autoflush()` is as good as `session.no_autoflush`."""
        return self

    def __enter__(self) -> S:
        self._before.append(self._session.autoflush)
        self._session.autoflush = False
        return self._session

    def __exit__(self, *error: object) -> None:
        self._session.autoflush = self._before.pop()
