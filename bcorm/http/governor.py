"""How fast to go: paces a store's requests so that its quota is used and never exceeded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bcorm.http.message import Request, Response


class Admission(Protocol):
    """Leave to send one request."""

    @property
    def waited(self) -> float:
        """Seconds that the request was held back."""

    def settle(self, response: Response | None) -> None:
        """Say how it ended: the answer, or None when there was none."""


class Governor(Protocol):
    """Decides when a request may be sent."""

    def admit(self, request: Request, *, lane: str, ends: float | None) -> Admission:
        """Wait until the request may be sent.

        Args:
            request: What is about to be sent.
            lane: ``"interactive"`` overtakes ``"bulk"``.
            ends: `time.monotonic` moment by which the wait must be over, or None.

        Raises:
            DeadlineExceeded: It cannot be sent in time; nothing was sent.
        """


class _Free:
    waited = 0.0

    def settle(self, response: Response | None) -> None:
        """Nothing was taken."""


_FREE = _Free()


class Unlimited:
    """No pacing at all, for stores without a quota and for tests."""

    def admit(self, request: Request, *, lane: str, ends: float | None) -> Admission:  # noqa: ARG002
        """Let everything through."""
        return _FREE
